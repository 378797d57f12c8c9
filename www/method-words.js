/**
 * What the scripts of the method page say, in its language: its template `words` has each sentence by its name.
 */

const template = document.getElementById("words");
const sentences = template instanceof HTMLTemplateElement ? [.../** @type {NodeListOf<HTMLElement>} */ (template.content.querySelectorAll("[data-word]"))] : [];
const words = new Map(sentences.map((sentence) => [sentence.dataset.word, sentence.textContent ?? ""]));

/** A sentence with its values. @param {string} name @param {Record<string, string | number>} [values] */
export const word = (name, values = {}) => (words.get(name) ?? "").replace(/\{(\w+)\}/g, (whole, value) => String(values[value] ?? whole));

/** A number as the page writes it. @param {number} value @param {number} decimals */
export const number = (value, decimals) => value.toFixed(decimals).replace(".", template?.dataset.decimal ?? ".");
