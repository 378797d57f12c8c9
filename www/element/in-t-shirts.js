/** Grams as something that one can picture: T-shirts all of cotton, where they come close to a round number of them. */

/** How many T-shirts, and the sentence that says so. */
const ROUND = /** @type {const} */ ([
  [0.25, "quarter"],
  [0.5, "half"],
  [0.75, "threeQuarters"],
  [1, "one"],
  [2, "two"],
  [3, "three"],
]);

/** How far off is still "about as much". */
const CLOSE = 0.15;

/** A few grams are no picture of anything. */
const LEAST = 20;

/** @param {number} grams @param {number} shirt what a T-shirt weighs @returns {string | null} the key of a sentence */
export function likeShirts(grams, shirt) {
  if (grams < LEAST) return null;
  const close = ROUND.find(([count]) => Math.abs(grams / shirt / count - 1) <= CLOSE);
  return close ? `mass.like.${close[1]}` : null;
}
