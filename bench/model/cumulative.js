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
 * The mean chance that a figure times each of the rest is under a threshold.
 * @param {Cumulative} cumulative
 * @param {Float64Array} rest the first is not counted: it is `central`
 * @param {number} threshold
 */
export function under({ low, cellsPerUnit, grid }, rest, threshold) {
  let sum = 0;
  for (let i = 1; i < rest.length; i += 1) {
    const position = (threshold / rest[i] - low) * cellsPerUnit;
    // Beyond the bounds 0 or 1; for what is no number (0 / 0) 1.
    if (!(position < CELLS)) sum += 1;
    else if (position > 0) {
      const cell = position | 0;
      sum += grid[cell] + (position - cell) * (grid[cell + 1] - grid[cell]);
    }
  }
  return sum / (rest.length - 1);
}
