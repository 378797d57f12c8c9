/** What the visitor's last change did to the answer, as a sentence. */
import { FIELDS, FIELD_TYPES } from "#vocabulary";
import { grams, gramsRange, in100, inWords, isStated, range } from "../amount.js";

/** @import { Assessment, Field, Garment } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @typedef {{ garment: Garment, assessment: Assessment }} Answered */

/**
 * @param {Words} words
 * @param {Answered} before
 * @param {Answered} after
 * @returns {string | null}
 */
export function describeChange(words, before, after) {
  const did = action(words, before.garment, after.garment);
  if (did === null) return null;
  const [was, is] = [before.assessment.cottonShare, after.assessment.cottonShare];
  // Of what is taken at its word there is nothing that a figure moved.
  if (!was || !is || isStated(was) || isStated(is)) return null;
  const [fromRange, toRange] = [range(words, was), range(words, is)];
  const [from, to] = [inWords(words, was.central), inWords(words, is.central)];
  const moved = in100(was.central) !== in100(is.central);
  const sameRange = fromRange === toRange;
  const args = { did, from, to, fromRange, toRange };
  if (moved) return words.say(sameRange ? "changed.moved" : "changed.movedRange", args);
  if (Math.abs(was.central - is.central) > 1e-9) return words.say(sameRange ? "changed.slightly" : "changed.slightlyRange", args);
  if (!sameRange) return words.say("changed.rangeOnly", args);
  const [wasGrams, isGrams] = [before.assessment.grams, after.assessment.grams];
  if (wasGrams && isGrams) {
    if (Math.round(wasGrams.central) !== Math.round(isGrams.central)) {
      return words.say("changed.grams", { did, from: words.number(wasGrams.central), to: grams(words, isGrams.central) });
    }
    const [fromGrams, toGrams] = [gramsRange(words, wasGrams), gramsRange(words, isGrams)];
    if (fromGrams !== toGrams) return words.say("changed.gramsRange", { did, fromRange: fromGrams, toRange: toGrams });
    if (Math.abs(wasGrams.central - isGrams.central) > 1e-9) return words.say("changed.gramsSlightly", { did });
  }
  if (!wasGrams && isGrams) return words.say("changed.gramsKnown", { did, to: grams(words, isGrams.central) });
  return words.say("changed.nothing", { did });
}

/** "Adding “made in Bangladesh”"; null if nothing was changed. @param {Words} words @param {Garment} before @param {Garment} after */
function action(words, before, after) {
  // Fibres and parts are one field: what the garment is made of.
  const text = (/** @type {Garment} */ garment, /** @type {Field} */ name) => JSON.stringify((name === "fibres" && garment.components) || (garment[name] ?? null));
  const [field, ...others] = FIELDS.filter((name) => name !== "components" && text(before, name) !== text(after, name));
  if (field === undefined) return null;
  if (others.length > 0) return words.say("changed.several");
  if (field === "fibres" || field === "schemes") return words.say(`changed.${field}`);
  const verb = before[field] === undefined ? "adding" : after[field] === undefined ? "removing" : "changing";
  return words.say(`changed.${verb}`, { what: what(words, field, after[field] ?? before[field]) });
}

/** @param {Words} words @param {Field} field @param {unknown} value */
function what(words, field, value) {
  const type = FIELD_TYPES[field];
  const one = (/** @type {unknown} */ item) => {
    if (type === "kind") return words.say(`kinds.${item}`);
    if (type === "proof") return words.say(`form.proofs.${item}`);
    if (type === "year") return words.number(Number(item), { useGrouping: false });
    if (type === "grams") return words.number(Number(item));
    return words.place(String(item));
  };
  return words.say(`changed.what.${field}`, { value: words.list([value].flat().map(one)) });
}
