/** What the number is where nothing narrower is known than all the world's cotton, and what it is in shops. */
import { in100, isOfWorld } from "../amount.js";

/** @import { Assessment, Garment } from "../../types.d.ts" */
/** @import { Whole } from "../../core.js" */
/** @import { Words } from "../words.js" */

/** Markets that the sentence names: what is on sale there holds less of it, or more. */
const LESS = ["EU", "GB", "US"];
const MORE = ["JP", "AU"];

/**
 * @param {Words} words
 * @param {Whole} core
 * @returns {(assessment: Assessment, garment: Garment) => string | null} nothing where the sentence is not needed, or does not hold
 */
export function createWorldNote(words, core) {
  /** What goes into the sentence, by the year of the purchase. @type {Map<number | undefined, { world: number, less: string, more: string } | null>} */
  const known = new Map();

  /** @param {number} world @param {number | undefined} boughtIn */
  function look(world, boughtIn) {
    const shares = (/** @type {string[]} */ places) => places.map((soldIn) => core.assess({ soldIn, ...(boughtIn !== undefined && { boughtIn }) }).cottonShare?.central ?? world);
    const [less, more] = [shares(LESS), shares(MORE)];
    if (!(Math.max(...less) < world && world < Math.min(...more))) return null;
    return { world: in100(world), less: span(words, less), more: span(words, more) };
  }

  return (assessment, { boughtIn }) => {
    if (!isOfWorld(assessment) || !assessment.cottonShare) return null;
    if (!known.has(boughtIn)) known.set(boughtIn, look(assessment.cottonShare.central, boughtIn));
    const numbers = known.get(boughtIn);
    return numbers ? words.say("notes.world", numbers) : null;
  };
}

/** "15", or "14–16" @param {Words} words @param {number[]} shares */
function span(words, shares) {
  const [low, high] = [in100(Math.min(...shares)), in100(Math.max(...shares))];
  return low === high ? words.number(low) : words.say("range", { low: words.number(low), high: words.number(high) });
}
