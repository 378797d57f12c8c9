/** From a column to an estimate: `central`, the 5th and 95th percentile, the mean. */
import { createCells } from "./cells.js";
import { under } from "./cumulative.js";

/** @import { Estimate } from "../../www/types.d.ts" */
/** @import { Cumulative } from "./cumulative.js" */

/** The 5th and 95th percentile. */
const TAIL = 0.05;

/** The guess is within a hundredth; each step of the secant method about squares what is left of it. */
const SECANTS = 3;

/** @param {number} length of the columns */
export function createRange(length) {
  const count = length - 1;
  const cells = createCells(count);
  const product = new Float64Array(length);
  const counts = new Float64Array(cells.most);
  const means = new Float64Array(cells.most);

  /** @param {Float64Array} column @param {number} low @param {number} high @returns {Estimate} */
  function estimate(column, low, high) {
    let sum = 0;
    for (let i = 1; i < length; i += 1) sum += column[i];
    return { low: Math.min(low, column[0]), central: column[0], high: Math.max(high, column[0]), mean: sum / count };
  }

  /** The threshold that the product stays under with probability p, from a first guess, by the secant method. @param {number} p @param {Cumulative} cumulative @param {number} terms */
  function refined(p, cumulative, terms) {
    const guess = cells.percentile(p);
    let [a, b] = [guess, guess * 1.01];
    let atA = under(cumulative, counts, means, terms, a) / count - p;
    for (let turn = 0; turn < SECANTS; turn += 1) {
      const atB = under(cumulative, counts, means, terms, b) / count - p;
      const slope = (atB - atA) / (b - a);
      // No slope: every product is alike, or zero, and the guess stands.
      if (!(slope > 0)) return a;
      [a, atA] = [b, atB];
      b = Math.max(b - atB / slope, 0);
    }
    return b;
  }

  return {
    /** How well an average is known. @param {Float64Array} column */
    interval(column) {
      cells.fill(column);
      const { low, high } = estimate(column, cells.percentile(TAIL), cells.percentile(1 - TAIL));
      return { low, high };
    },
    /** @param {Float64Array} column */
    estimate(column) {
      cells.fill(column);
      return estimate(column, cells.percentile(TAIL), cells.percentile(1 - TAIL));
    },
    /**
     * Of `rest` times a figure that nothing else of the product depends on, integrated exactly over that figure; points of `rest`
     * that are close together are taken as one.
     * @param {Float64Array} rest @param {Float64Array} figure @param {Cumulative} cumulative
     */
    estimateProduct(rest, figure, cumulative) {
      cells.fill(rest);
      const terms = cells.means(counts, means);
      for (let i = 0; i < length; i += 1) product[i] = rest[i] * figure[i];
      cells.fill(product);
      return estimate(product, refined(TAIL, cumulative, terms), refined(1 - TAIL, cumulative, terms));
    },
  };
}
