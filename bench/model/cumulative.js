/** The cumulative distribution of a figure, on a grid between its bounds. */

/** @import { FigureData } from "./data.d.ts" */

/** Straight lines between so many points follow the steepest of these distributions to 1e-5. */
const CELLS = 1024;

/** @typedef {ReturnType<typeof createCumulative>} Cumulative */

/**
 * @param {FigureData} figure
 * @param {Float64Array} values at each rank, lowest first
 */
export function createCumulative({ low, high }, values) {
  const count = values.length;
  const cell = (high - low) / CELLS;
  const grid = new Float64Array(CELLS + 1);
  // Rank r stands for (r + 1/2) / count; the bounds for 0 and 1.
  const at = (/** @type {number} */ rank) => (rank < 0 ? 0 : Math.min((rank + 0.5) / count, 1));
  const value = (/** @type {number} */ rank) => (rank < 0 ? low : rank < count ? values[rank] : high);
  for (let index = 0, rank = 0; index <= CELLS; index += 1) {
    const threshold = low + cell * index;
    while (rank < count && values[rank] < threshold) rank += 1;
    const [below, above] = [value(rank - 1), value(rank)];
    const part = above > below ? (threshold - below) / (above - below) : 1;
    grid[index] = at(rank - 1) + part * (at(rank) - at(rank - 1));
  }
  return { low, cellsPerUnit: 1 / cell, grid };
}

/**
 * How many of the points can be expected to be under a threshold, once each is multiplied by a figure.
 * @param {Cumulative} cumulative of the figure
 * @param {Float64Array} counts points alike are told as one, with how many there are
 * @param {Float64Array} points
 * @param {number} length how many are told
 * @param {number} threshold
 */
export function under({ low, cellsPerUnit, grid }, counts, points, length, threshold) {
  let sum = 0;
  for (let i = 0; i < length; i += 1) {
    const position = (threshold / points[i] - low) * cellsPerUnit;
    // Beyond the bounds 0 or 1; for what is no number (0 / 0) 1.
    if (!(position < CELLS)) sum += counts[i];
    else if (position > 0) {
      const cell = position | 0;
      sum += counts[i] * (grid[cell] + (position - cell) * (grid[cell + 1] - grid[cell]));
    }
  }
  return sum;
}
