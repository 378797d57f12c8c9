/** From a column to an estimate: `central`, the 5th and 95th percentile, the mean. */
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
  const points = new Float64Array(count);
  const product = new Float64Array(length);

  /** @param {Float64Array} column */
  function take(column) {
    for (let i = 0; i < count; i += 1) points[i] = column[i + 1];
  }

  /** Of the points taken: point r, lowest first, stands for (r + 1/2) / count, straight between them. @param {number} p */
  function percentile(p) {
    const position = p * count - 0.5;
    const below = Math.floor(position);
    place(points, below);
    let next = Infinity;
    for (let i = below + 1; i < count; i += 1) if (points[i] < next) next = points[i];
    return points[below] + (position - below) * (next - points[below]);
  }

  /** @param {Float64Array} column @param {number} low @param {number} high @returns {Estimate} */
  function estimate(column, low, high) {
    let sum = 0;
    for (let i = 1; i < length; i += 1) sum += column[i];
    return { low: Math.min(low, column[0]), central: column[0], high: Math.max(high, column[0]), mean: sum / count };
  }

  return {
    /** @param {Float64Array} column */
    estimate(column) {
      take(column);
      const low = percentile(TAIL);
      return estimate(column, low, percentile(1 - TAIL));
    },
    /**
     * Of `rest` times a figure that nothing else of the product depends on, integrated exactly over that figure.
     * @param {Float64Array} rest @param {Float64Array} figure @param {Cumulative} cumulative
     */
    estimateProduct(rest, figure, cumulative) {
      for (let i = 0; i < length; i += 1) product[i] = rest[i] * figure[i];
      take(product);
      const low = refined(percentile(TAIL), TAIL, rest, cumulative);
      return estimate(product, low, refined(percentile(1 - TAIL), 1 - TAIL, rest, cumulative));
    },
  };
}

/**
 * The threshold that the product stays under with probability p, from a first guess, by the secant method.
 * @param {number} guess @param {number} p @param {Float64Array} rest @param {Cumulative} cumulative
 */
function refined(guess, p, rest, cumulative) {
  let [a, b] = [guess, guess * 1.01];
  let atA = under(cumulative, rest, a) - p;
  for (let turn = 0; turn < SECANTS; turn += 1) {
    const atB = under(cumulative, rest, b) - p;
    const slope = (atB - atA) / (b - a);
    // No slope: every product is alike, or zero, and the guess stands.
    if (!(slope > 0)) return a;
    [a, atA] = [b, atB];
    b = Math.max(b - atB / slope, 0);
  }
  return b;
}

/** Puts the value at `rank`, lowest first, in its place (Hoare's FIND). @param {Float64Array} values @param {number} rank */
function place(values, rank) {
  let [from, to] = [0, values.length];
  while (to > from + 1) {
    const pivot = values[rank];
    let [i, j] = [from, to];
    while (i < j) {
      while (values[i] < pivot) i += 1;
      while (pivot < values[j - 1]) j -= 1;
      if (i < j) {
        const value = values[i];
        values[i] = values[j - 1];
        values[j - 1] = value;
        i += 1;
        j -= 1;
      }
    }
    if (j <= rank) from = i;
    if (rank < i) to = j;
  }
}
