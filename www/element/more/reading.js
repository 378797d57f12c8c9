/** Shows what was read from a pasted text: the text with highlights, the ambiguities, and what was not used. */
import { h } from "../dom.js";
import { fieldText } from "./wardrobe/describe.js";

/** @import { Garment, Reading } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */
/** @import { Field } from "#unions" */

/** A longer stretch without highlights is abbreviated to its ends. */
const STRETCH = 60;

/** If more pieces are unused, only their number is shown. */
const MOST = 8;

/** Nobody looks at more highlights, and laying out thousands takes a page seconds. */
const MOST_MARKS = 100;

/** A piece of the text; highlighted ones have a field. @typedef {{ start: number, end: number, field?: string, certainty?: string }} Piece */

/**
 * @param {Words} words
 * @param {string} text
 * @param {Reading} reading
 * @param {Garment} chosen the choices where the text was ambiguous
 * @param {boolean} cut whether only the beginning of the text is in its box
 * @returns {(Node | false)[]}
 */
export function showReading(words, text, { fields, unused, notes, excludes, overfull }, chosen, cut) {
  const found = fields.filter(({ certainty }) => certainty !== "ambiguous");
  const isChosen = (/** @type {Garment} */ garment) => Object.keys(garment).every((field) => field in chosen);
  const open = questions(fields.filter(({ certainty, alternatives = [] }) => certainty === "ambiguous" && !alternatives.every(isChosen)));
  const pieces = inOrder(found.map(({ field, span, certainty }) => ({ ...span, field: field.split(".")[0] ?? field, certainty })));
  const sentences = new Set(notes.map(({ id }) => id).filter((id) => words.has(`reading.notes.${id}`)));
  return [
    found.length > 0 || overfull ? h("p", { class: "hint" }, words.say("reading.found")) : h("p", {}, words.say("reading.nothing")),
    found.length > 0 && h("p", { class: "read-text", dir: "auto" }, ...marked(words, text, pieces.slice(0, MOST_MARKS))),
    (cut || pieces.length > MOST_MARKS) && h("p", { class: "hint" }, words.say("reading.rest")),
    excludes.length > 0 && h("p", {}, words.say("reading.excluded", { list: words.list(excludes.map(({ of, place }) => words.say(`reading.excludes.${of}`, { place: words.place(place) }))) })),
    ...open.map(({ span, alternatives }) => choice(words, text.slice(span.start, span.end), alternatives ?? [])),
    sentences.size > 0 && h("ul", { class: "read-notes" }, ...[...sentences].map((id) => h("li", {}, words.say(`reading.notes.${id}`)))),
    ...leftOver(words, unused.map(({ start, end }) => text.slice(start, end)), fieldsFound(fields)),
    found.length > 0 && h("button", { type: "button", class: "link edit-text", "data-do": "paste-edit" }, words.say("reading.edit")),
  ];
}

/** The fields that something was found for. @param {Reading["fields"]} fields */
const fieldsFound = (fields) => new Set(fields.map(({ field }) => field.split(".")[0] ?? field));

/** The same ambiguity in two places is one question. @param {Reading["fields"]} fields */
function questions(fields) {
  const asked = new Map();
  for (const field of fields) {
    const key = JSON.stringify(field.alternatives);
    if (!asked.has(key)) asked.set(key, field);
  }
  return /** @type {Reading["fields"]} */ ([...asked.values()]);
}

/** Removes overlaps: a word that two fields were read from is highlighted for the first. @param {Piece[]} pieces */
function inOrder(pieces) {
  let at = 0;
  return pieces
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const free = start >= at;
      if (free) at = end;
      return free;
    });
}

/** @param {Words} words @param {string} text @param {Piece[]} pieces @returns {(string | Node)[]} */
function marked(words, text, pieces) {
  let at = 0;
  const nodes = pieces.flatMap(({ start, end, field, certainty }) => {
    const before = shortened(text.slice(at, start));
    at = end;
    const name = words.say(`reading.fields.${field}`);
    const caption = certainty === "likely" ? words.say("reading.likely", { field: name }) : name;
    // The same highlight marks the field in the form.
    return [before, h("mark", { "data-field": field }, text.slice(start, end), " ", h("small", {}, caption))];
  });
  return [...nodes, shortened(text.slice(at))];
}

/** @param {string} text */
const shortened = (text) => (text.length > STRETCH ? `${text.slice(0, STRETCH / 2)} … ${text.slice(-STRETCH / 2)}` : text);

/** A button for each alternative of an ambiguity. @param {Words} words @param {string} text @param {Garment[]} alternatives */
function choice(words, text, alternatives) {
  const buttons = alternatives.map((garment) => h("button", { type: "button", class: "choice", "data-do": "paste-choose", "data-garment": JSON.stringify(garment) }, describe(words, garment)));
  return h("div", { class: "choices", role: "group" }, h("p", {}, words.say("reading.ambiguous", { text: shortened(text) })), ...buttons);
}

/** A garment with one field, as text. @param {Words} words @param {Garment} garment */
const describe = (words, garment) => words.list(Object.keys(garment).map((field) => fieldText(words, [], garment, /** @type {Field} */ (field))));

/** What labels say before the country where a garment was made; what follows on the line should be its name. */
const MADE = /^\W*(?:(?:made|produced|manufactured|sewn|assembled) in|country of origin|hergestellt in|herkunft|hecho en|fabricado e[mn]|feito em|fabriqu[ée]e?s? (?:en|au|aux|à)|fatto in|prodotto in|üretim yeri|menşei?|صنع في|صُنع في|بلد المنشأ|ئىشلەنگەن جاي|产地|制造地|原产国)\s*[:：]?\s*(\p{L}[\p{L}\p{M}’'. -]{2,40})$/iu;

/**
 * What looks like an answer and was not understood: a country, a percentage. Sizes, wash symbols and numbers are nobody's loss.
 * @param {Words} words @param {string[]} pieces @param {Set<string>} found
 */
function leftOver(words, pieces, found) {
  const place = found.has("madeIn") ? undefined : pieces.map((piece) => MADE.exec(piece.trim())?.[1]?.trim()).find(Boolean);
  const shares = pieces.filter((piece) => /\d\s*[%％٪]|[%％٪]\s*\d/.test(piece));
  const list = words.list(shares.slice(0, MOST).map((piece) => words.say("reading.quoted", { text: shortened(piece.trim()) })));
  const count = shares.length - MOST;
  return [
    place !== undefined && h("p", { class: "unplaced" }, words.say("reading.unplaced", { place }), " ", h("button", { type: "button", class: "link", "data-focus": "madeIn" }, words.say("reading.choosePlace"))),
    shares.length > 0 && h("p", { class: "hint" }, words.say(count > 0 ? "reading.unusedMore" : "reading.unused", { list, count })),
  ];
}
