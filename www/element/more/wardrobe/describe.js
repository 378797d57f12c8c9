/** A garment as text: its default name, and each field. */

import { FIELDS, FIELD_TYPES } from "#vocabulary";

/** @import { Component, Fibre, Field, Garment, Scheme } from "../../../types.d.ts" */
/** @import { Words } from "../../words.js" */

/** The name of a field. @param {Words} words @param {Field} field */
export const fieldName = (words, field) => words.say(field === "components" ? "wardrobe.parts" : `form.${field}`);

/** "T-shirt, made in Bangladesh"; of two places the nearer to its cotton. @param {Words} words @param {Garment} garment */
export function nameOf(words, { kind = "other", madeIn, soldIn }) {
  const what = words.say(words.has(`wardrobe.kinds.${kind}`) ? `wardrobe.kinds.${kind}` : `kinds.${kind}`);
  if (madeIn !== undefined) return words.say("wardrobe.name", { kind: what, place: words.place(madeIn) });
  return soldIn === undefined ? what : words.say("wardrobe.nameSold", { kind: what, place: words.place(soldIn) });
}

/** The longest name within a sentence, in characters. */
const LONG = 60;

/** A name shortened for use within a sentence or a select. @param {string} name */
export const brief = (name) => ([...name].length > LONG ? `${[...name].slice(0, LONG).join("").trimEnd()}…` : name);

/**
 * A name that no other garment has. It says which marks the garment has, and what else tells it from one of the same name.
 * @param {Words} words
 * @param {Garment} garment
 * @param {readonly { name: string, garment: Garment }[]} others
 * @param {Scheme[]} schemes
 */
export function newName(words, garment, others, schemes) {
  const base = nameOf(words, garment);
  // Of "GOTS (Global Organic Textile Standard)" the short name will do.
  const text = (/** @type {Field} */ field) => fieldTexts(words, schemes, garment, field).map((one) => (field === "schemes" ? one.replace(/\s*[(（].*$/u, "") : one)).join(", ");
  const named = (/** @type {string} */ marks) => (marks === "" ? base : words.say("wardrobe.marked", { what: base, marks }));
  const alike = others.find(({ name }) => name.startsWith(base))?.garment;
  const differing = FIELDS.filter((field) => field === "schemes" || (alike && JSON.stringify(alike[field]) !== JSON.stringify(garment[field])));
  const name = named(differing.map(text).filter(Boolean).join(", "));
  const taken = new Set(others.map((other) => other.name));
  let chosen = name;
  for (let n = 2; taken.has(chosen); n += 1) chosen = words.say("wardrobe.nameAgain", { name, n });
  return chosen;
}

/**
 * One field as text; "not said" if it is missing.
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
 * The same as a list with each component, place or scheme; empty if it is missing.
 * @param {Words} words
 * @param {Scheme[]} schemes
 * @param {Garment} garment
 * @param {Field} field
 * @returns {string[]}
 */
export function fieldTexts(words, schemes, garment, field) {
  const { [field]: value, fibres = [], components = [] } = garment;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  const type = FIELD_TYPES[field];
  if (type === "fibres") return [fibresText(words, fibres)];
  if (type === "components") return components.map((part) => partText(words, part));
  if (type === "grams") return [words.say("gram", { n: words.figure(Number(value)) })];
  if (type === "year") return [words.number(Number(value), { useGrouping: false })];
  if (type === "kind") return [words.say(`kinds.${value}`)];
  if (type === "proof") return [words.say(`form.proofs.${value}`)];
  const named = (/** @type {unknown} */ one) => (type === "schemes" ? (schemes.find(({ id }) => id === one)?.name ?? String(one)) : words.place(String(one)));
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
