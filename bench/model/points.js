/** The point set and the values of a figure along it, made from the same direction numbers and expansions as the core's. */

/** @import { Data } from "./data.d.ts" */

/**
 * The rank of every point along a dimension.
 * @param {Data["points"]} points
 * @param {number} dimension
 */
export function ranks({ bits, directions, shifts }, dimension) {
  const ranks = new Uint16Array(1 << bits);
  const chosen = directions[dimension];
  for (let point = 0; point < ranks.length; point += 1) {
    let rank = shifts[dimension];
    for (let bit = 0; bit < bits; bit += 1) if ((point >> bit) & 1) rank ^= chosen[bit];
    ranks[point] = rank;
  }
  return ranks;
}

/** Coefficients are whole numbers of this. */
const GRAIN = 1 / 2 ** 27;

/** Rows of the expansions, by standing. */
const PEAKS = ["judged", "derived", "published"];

/**
 * The quantile function of figures: the value at each rank, lowest first.
 * @param {Data} data
 * @returns {(figure: Data["figures"][number]) => Float64Array}
 */
export function quantileFunction({ points, quantiles: { reach, bend, expansions } }) {
  const count = 1 << points.bits;
  const abscissae = Float64Array.from({ length: count }, (_, rank) => {
    const u = (rank + 0.5) / count;
    return Math.asinh(Math.log(u / (1 - u)) / bend) / Math.asinh(reach / bend);
  });
  return ({ low, best, high, standing }) => {
    const width = high - low;
    if (width <= 0) return new Float64Array(count).fill(best);
    const mode = (2 * (best - low)) / width - 1;
    const rows = expansions[PEAKS.indexOf(standing)];
    const coefficients = rows.map((row) => chebyshev(row.map((grains) => grains * GRAIN), mode));
    return abscissae.map((x) => low + width / (1 + Math.exp(-chebyshev(coefficients, x))));
  };
}

/** A Chebyshev series, by Clenshaw's recurrence. @param {number[]} coefficients @param {number} x */
function chebyshev(coefficients, x) {
  let [b1, b2] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k -= 1) [b1, b2] = [coefficients[k] + 2 * x * b1 - b2, b1];
  return coefficients[0] + x * b1 - b2;
}
