/** What the host asked for in attributes: which questions and sections to show, how much room there is, and where its readers buy. */
import { LABEL_FIELDS, MORE_FIELDS } from "#vocabulary";

/** Every question of the form, by the field it fills, and the box that reads a pasted text. */
const QUESTIONS = ["paste", ...LABEL_FIELDS, ...MORE_FIELDS];

/** Every section below the answer. */
const SECTIONS = ["detail", "why", "notes", "limits", "stages", "claims", "wardrobe", "share"];

/** What the site's owner was already told. @type {Set<string>} */
const told = new Set();

/**
 * @typedef {object} Host
 * @property {(question: string) => boolean} asks whether a question is shown
 * @property {(section: string) => boolean} shows whether a section is shown
 * @property {boolean} compact
 * @property {string} market where its readers buy, as it was written; empty where nothing was
 */

/** Attributes that change any of it. */
export const HOST_ATTRIBUTES = ["questions", "sections", "compact", "market"];

/** @param {Element} element @returns {Host} */
export function readHost(element) {
  const questions = listed(element, "questions", QUESTIONS);
  const sections = listed(element, "sections", SECTIONS);
  return {
    asks: (question) => questions.includes(question),
    shows: (section) => sections.includes(section),
    compact: element.hasAttribute("compact"),
    market: element.getAttribute("market")?.trim() ?? "",
  };
}

/**
 * The names in an attribute; all, where it is missing. Of what is not known the owner is told.
 * @param {Element} element
 * @param {string} attribute
 * @param {string[]} all
 */
function listed(element, attribute, all) {
  const value = element.getAttribute(attribute);
  if (value === null) return all;
  const names = value.split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) tell(`${attribute}="${value}": there is no ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  return all.filter((name) => names.includes(name));
}

/** Warns the site's owner, once for each mistake. @param {string} text */
export function tell(text) {
  if (told.has(text)) return;
  told.add(text);
  console.warn(`<cotton-origin> ${text}`);
}
