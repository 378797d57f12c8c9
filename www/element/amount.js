/** How shares and grams are written: in 100, without decimals, and never rounded to zero. */

/** @import { Estimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** A smaller share would round to zero, so it is written in words. */
const LEAST = 0.005;

/** @param {number} share */
export const in100 = (share) => Math.round(share * 100);

/** @param {number} share */
export const isTiny = (share) => share < LEAST;

/** @param {Words} words @param {number} share */
export const short = (words, share) => (share > 0 && isTiny(share) ? words.say("under1", { n: 1 }) : words.number(in100(share)));

/** "2–10" @param {Words} words @param {Estimate} estimate */
export const range = (words, { low, high }) => words.say("range", { low: short(words, low), high: short(words, high) });

/** "Between 2 and 10." @param {Words} words @param {Estimate} estimate */
export const between = (words, { low, high }) =>
  words.say(isTiny(low) ? "answer.upTo" : "answer.between", { low: short(words, low), high: short(words, high) });

/** At least 1 g: a small mass is never shown as 0 g. @param {Words} words @param {number} grams */
export const grams = (words, grams) => words.say("gram", { n: Math.max(1, grams) });

/** "2–10 g" @param {Words} words @param {Estimate} estimate */
export const gramsRange = (words, { low, high }) => words.say("range", { low: words.number(low), high: grams(words, high) });

/**
 * "About 4 g of it in the garment, between 1 and 12 g.", or another sentence where that would round to zero.
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
