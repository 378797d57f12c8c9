/** How shares and grams are written: in 100, without decimals, and never rounded to zero. */
import { own } from "../own.js";

/** @import { Assessment, Estimate, Garment, SpreadEstimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** A smaller share would round to zero, so it is written in words. */
const LEAST = 0.005;

/** @param {number} share */
export const in100 = (share) => Math.round(share * 100);

/** @param {number} share */
export const isTiny = (share) => share < LEAST;

/** Whether all of the cotton was said to be the Region's: nothing is left to estimate. @param {{ low: number }} share */
export const isStated = ({ low }) => low === 1;

/** Whether the number is the Region's share of all the world's cotton, as nothing narrower is known. @param {Assessment} assessment */
export function isOfWorld({ cottonShare, steps }) {
  const begun = steps.find(({ op }) => op !== "say");
  return begun?.id === "region-of-world" && begun.value === cottonShare?.central;
}

/** "garments like this one", "towels like this one": what the answer is an average of. @param {Words} words @param {Garment} garment */
export const likeThis = (words, { kind }) => words.say(kind && words.has(`answer.like.${kind}`) ? `answer.like.${kind}` : "answer.like.garment");

/** @param {Words} words @param {number} share */
export const short = (words, share) => (share > 0 && isTiny(share) ? words.say("under1", { n: 1 }) : words.number(in100(share)));

/** "7", "fewer than 1": within a sentence. @param {Words} words @param {number} share */
export const inWords = (words, share) => (share > 0 && isTiny(share) ? words.say("lessThan1") : short(words, share));

/** "2–10", "at most 10", "fewer than 1" @param {Words} words @param {Estimate} estimate */
export function range(words, { low, high }) {
  if (isTiny(high)) return inWords(words, high);
  return isTiny(low) ? words.say("atMost", { n: short(words, high) }) : words.say("range", { low: short(words, low), high: short(words, high) });
}

/** "Between 2 and 53 by country; on average 16 to 26.": where no country is known, the spread is one thing, the average another. @param {Words} words @param {SpreadEstimate} estimate */
export function byCountry(words, estimate) {
  const average = averageOf(words, estimate);
  return average ? words.say("answer.byCountry", { low: inWords(words, estimate.low), high: inWords(words, estimate.high), ...average }) : between(words, estimate);
}

/** The same at length: what the first range is, and that the second is known better. @param {Words} words @param {SpreadEstimate} estimate */
export function bothRanges(words, estimate) {
  const average = averageOf(words, estimate);
  return [between(words, estimate), average && words.say("answer.ofAverage", average)].filter(Boolean).join(" ");
}

/** The ends of the average's range; null where there is none, or where it is the spread's own. @param {Words} words @param {SpreadEstimate} estimate */
export function averageOf(words, estimate) {
  const { low, high, ofAverage } = own(estimate);
  if (!ofAverage) return null;
  const [from, to] = [inWords(words, ofAverage.low), inWords(words, ofAverage.high)];
  return from === inWords(words, low) && to === inWords(words, high) ? null : { from, to };
}

/** "Between 2 and 10." @param {Words} words @param {Estimate} estimate */
export const between = (words, { low, high }) =>
  words.say(isTiny(low) ? "answer.upTo" : "answer.between", { low: short(words, low), high: inWords(words, high) });

/** At least 1 g: a small mass is never shown as 0 g. @param {Words} words @param {number} grams */
export const grams = (words, grams) => words.say("gram", { n: Math.max(1, grams) });

/** "2–10 g" @param {Words} words @param {Estimate} estimate */
export const gramsRange = (words, { low, high }) => words.say("range", { low: words.number(low), high: grams(words, high) });

/**
 * "On average about 4 g of it in a garment like this, between 1 and 12 g.", or another sentence where that would round to zero.
 * @param {Words} words
 * @param {string} path of the sentences `sentence`, `upTo` and `under1`
 * @param {Estimate} estimate
 * @param {number} [count] how many garments the sentence is about
 */
export function gramsSentence(words, path, { low, central, high }, count) {
  const under = central < 0.5;
  return words.say(`${path}.${under ? "under1" : low < 0.5 ? "upTo" : "sentence"}`, {
    grams: grams(words, under ? 1 : central),
    low: words.number(low),
    high: grams(words, high),
    count,
  });
}
