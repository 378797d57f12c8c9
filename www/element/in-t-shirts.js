/** Grams as something that one can picture: a number of pure cotton T-shirts, where the mass is close to a round number of them. */

/** Numbers of T-shirts, each with its sentence. */
const ROUND = /** @type {const} */ ([
  [0.25, "quarter"],
  [0.5, "half"],
  [0.75, "threeQuarters"],
  [1, "one"],
  [2, "two"],
  [3, "three"],
]);

/** The greatest relative difference that still counts as "about as much". */
const CLOSE = 0.15;

/** Below so many grams the comparison does not help. */
const LEAST = 20;

/** @param {number} grams @param {number} shirt the mass of a T-shirt in grams @returns {string | null} the key of a sentence */
export function likeShirts(grams, shirt) {
  if (grams < LEAST) return null;
  const close = ROUND.find(([count]) => Math.abs(grams / shirt / count - 1) <= CLOSE);
  return close ? `mass.like.${close[1]}` : null;
}
