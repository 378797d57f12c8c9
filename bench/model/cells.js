/** A histogram of the points with bins of equal width: percentiles and means without sorting. */

const CELLS = 512;

/** @typedef {ReturnType<typeof createCells>} Cells */

/** Cells that are filled anew for each column. @param {number} count of points */
export function createCells(count) {
  const ordered = new Float64Array(count);
  const cellOf = new Uint16Array(count);
  const near = new Float64Array(count);
  /** The edges of the bins. */
  const begins = new Uint32Array(CELLS + 1);
  const free = new Uint32Array(CELLS + 1);

  /** The first cell that begins after a rank. @param {number} rank */
  function after(rank) {
    let [low, high] = [0, CELLS + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle] <= rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    /** Takes in the points of a column: all but its first. @param {Float64Array} column */
    fill(column) {
      let [least, most] = [Infinity, -Infinity];
      for (let i = 1; i <= count; i += 1) {
        const point = column[i];
        if (point < least) least = point;
        if (point > most) most = point;
      }
      const perUnit = most > least ? CELLS / (most - least) : 0;
      begins.fill(0);
      for (let i = 0; i < count; i += 1) {
        const cell = Math.min((column[i + 1] - least) * perUnit, CELLS - 1) | 0;
        cellOf[i] = cell;
        begins[cell + 1] += 1;
      }
      for (let cell = 0; cell < CELLS; cell += 1) begins[cell + 1] += begins[cell];
      free.set(begins);
      for (let i = 0; i < count; i += 1) ordered[free[cellOf[i]]++] = column[i + 1];
    },
    /** Point r, lowest first, stands for (r + 1/2) / count, straight between them. @param {number} p */
    percentile(p) {
      const position = p * count - 0.5;
      const below = Math.floor(position);
      // From the cell that holds the point of this rank to the one that holds the next.
      const from = begins[after(below) - 1];
      const length = begins[after(below + 1)] - from;
      for (let i = 0; i < length; i += 1) near[i] = ordered[from + i];
      const rank = below - from;
      place(near, length, rank);
      let next = Infinity;
      for (let i = rank + 1; i < length; i += 1) if (near[i] < next) next = near[i];
      return near[rank] + (position - below) * (next - near[rank]);
    },
    /** Writes how many points each cell has and their mean, for the cells that have any. @param {Float64Array} counts @param {Float64Array} means @returns how many cells have */
    means(counts, means) {
      let filled = 0;
      for (let cell = 0; cell < CELLS; cell += 1) {
        const held = begins[cell + 1] - begins[cell];
        if (held === 0) continue;
        let sum = 0;
        for (let i = begins[cell]; i < begins[cell + 1]; i += 1) sum += ordered[i];
        counts[filled] = held;
        means[filled] = sum / held;
        filled += 1;
      }
      return filled;
    },
    most: CELLS,
  };
}

/** Puts the value at `rank`, lowest first, in its place among the first so many (Hoare's FIND). @param {Float64Array} values @param {number} length @param {number} rank */
function place(values, length, rank) {
  let [from, to] = [0, length];
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
