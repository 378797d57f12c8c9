/** From the share of the cotton onward: to the garment, to its grams, and to the grams picked for it. */
import { createRange } from "./range.js";

/** @import { Estimate, Garment } from "../../www/types.d.ts" */
/** @import { Columns } from "./columns.js" */
/** @import { Cotton, Data } from "./data.d.ts" */

/** @typedef {ReturnType<typeof createUsual>} Usual */

/** What is usual for each kind: ids of figures, where there are any. @param {Data} data */
export function createUsual({ figures }) {
  const ids = new Set(figures.map(({ id }) => id));
  const rows = (/** @type {string} */ family) => {
    const mine = [...ids].filter((id) => id.startsWith(`${family}[`));
    return new Map(mine.map((id) => [id.slice(family.length + 1, -1), id]));
  };
  const [fraction, mass, fibrePerGram] = [rows("cotton-fraction"), rows("mass"), rows("fibre-per-gram")];
  return {
    fraction: (/** @type {string} */ kind = "other") => /** @type {string} */ (fraction.get(kind)),
    mass: (/** @type {string | undefined} */ kind = "") => mass.get(kind),
    fibrePerGram: (/** @type {string | undefined} */ kind = "") => fibrePerGram.get(kind),
  };
}

/**
 * @param {Columns} columns
 * @param {Usual} usual
 */
export function createOnward({ length, figure, cumulative }, usual) {
  const range = createRange(length);
  const rest = new Float64Array(length);
  /** The figure that spreads most, which is integrated over exactly. */
  let smooth = "";

  /** @param {Float64Array} column */
  function multiply(column) {
    for (let i = 0; i < length; i += 1) rest[i] *= column[i];
  }

  /** What was entered scales the estimate as it is. @param {Estimate} last @param {number} value @returns {Estimate} */
  function scaled({ low, central, high, mean }, value) {
    for (let i = 0; i < length; i += 1) rest[i] *= value;
    return { low: low * value, central: central * value, high: high * value, mean: mean * value };
  }

  /** @param {string} id */
  function withSmooth(id) {
    if (smooth) multiply(figure(smooth));
    smooth = id;
    return range.estimateProduct(rest, figure(id), cumulative(id));
  }

  /** What is lost in making spreads little: the mass or the fraction stays the smooth one. @param {string} id */
  function withLoss(id) {
    multiply(figure(id));
    return smooth ? range.estimateProduct(rest, figure(smooth), cumulative(smooth)) : range.estimate(rest);
  }

  /**
   * @param {Garment} garment
   * @param {Cotton} cotton
   * @param {Float64Array} column the share of the cotton
   * @param {Estimate} share
   */
  function onward({ kind, massGrams }, cotton, column, share) {
    rest.set(column);
    smooth = "";
    const garmentShare = cotton.kind === "fraction" ? scaled(share, cotton.fraction) : withSmooth(usual.fraction(kind));
    const mass = usual.mass(kind);
    const grams = massGrams !== undefined ? scaled(garmentShare, massGrams) : mass ? withSmooth(mass) : null;
    const loss = grams && usual.fibrePerGram(kind);
    return { garmentShare, grams, fieldGrams: loss ? withLoss(loss) : null };
  }

  return { range, onward };
}
