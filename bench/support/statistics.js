/** Statistics of repeated measurements. */

/** @param {ArrayLike<number>} values @param {number} part 0 the least, 1 the most */
export function quantile(values, part) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round((sorted.length - 1) * part)];
}

/** @param {ArrayLike<number>} values */
export const median = (values) => quantile(values, 0.5);

/** @param {ArrayLike<number>} values */
export const spread = (values) => ({ median: median(values), p99: quantile(values, 0.99) });
