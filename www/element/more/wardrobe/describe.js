/** A garment in words: the name that it gets, and each field as text. */

/** @import { Component, Fibre, Garment, Scheme } from "../../../types.d.ts" */
/** @import { Words } from "../../words.js" */

/** In the order of the form. */
export const FIELDS = /** @type {const} */ (["kind", "fibres", "components", "madeIn", "boughtIn", "soldIn", "fabricIn", "spunIn", "cottonFrom", "proof", "massGrams", "schemes"]);

/** @typedef {typeof FIELDS[number]} Field */

/** What a field is called. @param {Words} words @param {Field} field */
export const fieldName = (words, field) => words.say(field === "components" ? "wardrobe.parts" : `form.${field}`);

/** "T-shirt, made in Bangladesh"; of two places the nearer to its cotton. @param {Words} words @param {Garment} garment */
export function nameOf(words, { kind = "other", madeIn, soldIn }) {
  const what = words.say(words.has(`wardrobe.kinds.${kind}`) ? `wardrobe.kinds.${kind}` : `kinds.${kind}`);
  if (madeIn !== undefined) return words.say("wardrobe.name", { kind: what, place: words.place(madeIn) });
  return soldIn === undefined ? what : words.say("wardrobe.nameSold", { kind: what, place: words.place(soldIn) });
}

/** Longer than anyone reads within a sentence. */
const LONG = 60;

/** A name within a sentence or a list to choose from; whole, it stands over its garment. @param {string} name */
export const brief = (name) => ([...name].length > LONG ? `${[...name].slice(0, LONG).join("").trimEnd()}…` : name);

/** The same, told apart from names already given. @param {Words} words @param {Garment} garment @param {readonly { name: string }[]} others */
export function newName(words, garment, others) {
  const name = nameOf(words, garment);
  const taken = new Set(others.map((other) => other.name));
  let chosen = name;
  for (let n = 2; taken.has(chosen); n += 1) chosen = words.say("wardrobe.nameAgain", { name, n });
  return chosen;
}

/**
 * One field as text; "not said" where it was left out.
 * @param {Words} words
 * @param {Scheme[]} schemes
 * @param {Garment} garment
 * @param {Field} field
 */
export function fieldText(words, schemes, garment, field) {
  const texts = fieldTexts(words, schemes, garment, field);
  return texts.length === 0 ? words.say("wardrobe.notSaid") : words.list(texts);
}

/**
 * The same in pieces: each part, each place, each scheme. None where it was left out.
 * @param {Words} words
 * @param {Scheme[]} schemes
 * @param {Garment} garment
 * @param {Field} field
 * @returns {string[]}
 */
export function fieldTexts(words, schemes, garment, field) {
  const { [field]: value, massGrams, boughtIn, fibres = [], components = [] } = garment;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (field === "fibres") return [fibresText(words, fibres)];
  if (field === "components") return components.map((part) => partText(words, part));
  if (field === "massGrams") return [words.say("gram", { n: words.figure(Number(massGrams)) })];
  if (field === "boughtIn") return [words.number(Number(boughtIn), { useGrouping: false })];
  if (field === "kind") return [words.say(`kinds.${value}`)];
  if (field === "proof") return [words.say(`form.proofs.${value}`)];
  const named = (/** @type {unknown} */ one) => (field === "schemes" ? (schemes.find(({ id }) => id === one)?.name ?? String(one)) : words.place(String(one)));
  return [value].flat().map(named);
}

/** "Shell (400 g): 100 % Polyester" @param {Words} words @param {Component} part */
function partText(words, { name, fibres, massGrams, share }) {
  const weight = [massGrams !== undefined && words.say("gram", { n: words.figure(massGrams) }), share !== undefined && words.say("wardrobe.fibre", { n: words.figure(share * 100), fibre: "" }).trim()].filter(Boolean).join(", ");
  const named = name && weight ? words.say("wardrobe.marked", { what: name, marks: weight }) : name || weight;
  return [named, fibresText(words, fibres)].filter(Boolean).join(": ");
}

/** @param {Words} words @param {Fibre[]} fibres */
function fibresText(words, fibres) {
  return words.list(
    fibres.map(({ fibre, percent, recycled, organic }) => {
      const name = words.has(`fibres.${fibre}`) ? words.say(`fibres.${fibre}`) : fibre;
      const marks = [recycled && "recycled", organic && "organic"].filter(Boolean).map((mark) => words.say(`wardrobe.${mark}`));
      const what = percent === undefined ? name : words.say("wardrobe.fibre", { n: words.figure(percent), fibre: name });
      return marks.length === 0 ? what : words.say("wardrobe.marked", { what, marks: words.list(marks) });
    }),
  );
}
