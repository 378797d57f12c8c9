/** Shows what was read from a pasted text: the text with highlights, the ambiguities, and what was not used. */
import { h } from "../dom.js";
import { fieldText } from "./wardrobe/describe.js";

/** @import { FoundField, Garment, Reading } from "../../types.d.ts" */
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
export function showReading(words, text, { fields, unused, unplaced, notes, excludes, overfull }, chosen, cut) {
  const found = fields.filter(({ certainty }) => certainty !== "ambiguous");
  const isChosen = (/** @type {FoundField} */ { field, alternatives = [] }) => {
    const at = componentOf(field);
    return at === undefined ? alternatives.every((garment) => Object.keys(garment).every((name) => name in chosen)) : Boolean(chosen.components?.[at]?.fibres?.length);
  };
  // Fibres of more than 100 % stand in the form, which says so.
  const open = questions(fields.filter((field) => field.certainty === "ambiguous" && !(field.field === "fibres" && overfull) && !isChosen(field)));
  const pieces = inOrder(found.map(({ field, span, certainty }) => ({ ...span, field: field.split(".")[0] ?? field, certainty })));
  const sentences = new Set(notes.map(({ id }) => id).filter((id) => words.has(`reading.notes.${id}`)));
  return [
    found.length > 0 || overfull ? h("p", { class: "hint" }, words.say("reading.found")) : h("p", {}, words.say("reading.nothing")),
    found.length > 0 && h("p", { class: "read-text", dir: "auto" }, ...marked(words, text, pieces.slice(0, MOST_MARKS))),
    (cut || pieces.length > MOST_MARKS) && h("p", { class: "hint" }, words.say("reading.rest")),
    excludes.length > 0 && h("p", {}, words.say("reading.excluded", { list: words.list(excludes.map(({ of, place }) => words.say(`reading.excludes.${of}`, { place: words.place(place) }))) })),
    ...open.map((field) => choice(words, text.slice(field.span.start, field.span.end), field)),
    sentences.size > 0 && h("ul", { class: "read-notes" }, ...[...sentences].map((id) => h("li", {}, words.say(`reading.notes.${id}`)))),
    ...unplaced.filter(({ field }) => field === "madeIn").map(({ span }) => lost(words, text.slice(span.start, span.end))),
    ...leftOver(words, unused.map(({ start, end }) => text.slice(start, end))),
    found.length > 0 && h("button", { type: "button", class: "link edit-text", "data-do": "paste-edit" }, words.say("reading.edit")),
  ];
}

/** Which component a field is, if it is one. @param {string} field */
const componentOf = (field) => (field.startsWith("components.") ? Number(field.split(".")[1]) : undefined);

/** A country that was not placed: it leads to its question, which says the same. @param {Words} words @param {string} place */
const lost = (words, place) =>
  h("p", { class: "unplaced" }, words.say("reading.unplaced", { place }), " ", h("button", { type: "button", class: "link", "data-focus": "madeIn" }, words.say("reading.choosePlace")));

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

/** A button for each alternative of an ambiguity. @param {Words} words @param {string} text @param {FoundField} found */
function choice(words, text, { field, alternatives = [] }) {
  const at = componentOf(field);
  // Of a component only what it is itself tells the ways apart.
  const told = (/** @type {Garment} */ garment) => (at === undefined ? garment : { fibres: garment.components?.[at]?.fibres ?? [] });
  const buttons = alternatives.map((garment) =>
    h("button", { type: "button", class: "choice", "data-do": "paste-choose", "data-garment": JSON.stringify(garment), "data-component": at }, describe(words, told(garment))),
  );
  return h("div", { class: "choices", role: "group" }, h("p", {}, words.say("reading.ambiguous", { text: shortened(text) })), ...buttons);
}

/** A garment with one field, as text. @param {Words} words @param {Garment} garment */
const describe = (words, garment) => words.list(Object.keys(garment).map((field) => fieldText(words, [], garment, /** @type {Field} */ (field))));

/** What looks like an answer and was not understood: a percentage. Sizes, wash symbols and numbers are nobody's loss. @param {Words} words @param {string[]} pieces */
function leftOver(words, pieces) {
  const shares = pieces.filter((piece) => /\d\s*[%％٪]|[%％٪]\s*\d/.test(piece));
  const list = words.list(shares.slice(0, MOST).map((piece) => words.say("reading.quoted", { text: shortened(piece.trim()) })));
  const count = shares.length - MOST;
  return [shares.length > 0 && h("p", { class: "hint" }, words.say(count > 0 ? "reading.unusedMore" : "reading.unused", { list, count }))];
}
