/**
 * From the share of the cotton to that of the garment, to its grams, and to the grams picked for it. Amounts are computed for pure cotton and one
 * gram where a garment says how much; what it says then scales them.
 */
import { createRange } from "./range.js";

/** @import { Estimate, Garment } from "../../www/types.d.ts" */
/** @import { Columns } from "./columns.js" */
/** @import { Cotton, Data } from "./data.d.ts" */

/** @typedef {"garmentShare" | "grams" | "fieldGrams"} Quantity */
/** A factor of the way: a number that was entered, or a figure. @typedef {{ quantity: Quantity, entered: number, figure: string }} Link */
/** @typedef {Record<Quantity, Estimate | null>} Amounts */
/** @typedef {ReturnType<typeof createUsual>} Usual */

/** What is usual for each kind: ids of figures, where there are any. @param {Data} data */
export function createUsual({ figures }) {
  const rows = (/** @type {string} */ family) => {
    const mine = figures.filter(({ id }) => id.startsWith(`${family}[`));
    return new Map(mine.map(({ id }) => [id.slice(family.length + 1, -1), id]));
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
export function createOnward({ length, figure, cumulative, best }, usual) {
  const range = createRange(length);
  const rest = new Float64Array(length);

  /** @param {Float64Array} column */
  function multiply(column) {
    for (let i = 0; i < length; i += 1) rest[i] *= column[i];
  }

  /** The factors of the way, as far as they are known. @param {Garment} garment @param {Cotton} cotton */
  function links({ kind, massGrams }, cotton) {
    const [mass, loss] = [usual.mass(kind), usual.fibrePerGram(kind)];
    /** @type {Link[]} */
    const links = [{ quantity: "garmentShare", ...(cotton.kind === "fraction" ? { entered: cotton.fraction, figure: "" } : { entered: 1, figure: usual.fraction(kind) }) }];
    if (massGrams === undefined && mass === undefined) return links;
    links.push({ quantity: "grams", ...(massGrams === undefined ? { entered: 1, figure: mass ?? "" } : { entered: massGrams, figure: "" }) });
    if (loss !== undefined) links.push({ quantity: "fieldGrams", entered: 1, figure: loss });
    return links;
  }

  /** With 1 for what is entered. @param {Link[]} links @param {Float64Array} column the share of the cotton @param {Estimate} share */
  function amounts(links, column, share) {
    /** @type {Amounts} */
    const amounts = { garmentShare: null, grams: null, fieldGrams: null };
    rest.set(column);
    let last = share;
    // The figure that spreads most is integrated over exactly.
    let smooth = "";
    for (const { quantity, figure: id } of links) {
      if (id) {
        // What is lost in making spreads little: the mass or the fraction stays the smooth one.
        if (quantity === "fieldGrams") multiply(figure(id));
        else {
          if (smooth) multiply(figure(smooth));
          smooth = id;
        }
        last = smooth ? range.estimateProduct(rest, figure(smooth), cumulative(smooth)) : range.estimate(rest);
      }
      amounts[quantity] = last;
    }
    return amounts;
  }

  /** Those of a garment, by what it says. @param {Link[]} links @param {number} share @param {Amounts} amounts @returns {Amounts} */
  function scaled(links, share, amounts) {
    /** @type {Amounts} */
    const answer = { garmentShare: null, grams: null, fieldGrams: null };
    let [central, factor] = [share, 1];
    for (const { quantity, entered, figure } of links) {
      central *= figure ? best(figure) : entered;
      factor *= entered;
      const { low, high, mean } = /** @type {Estimate} */ (amounts[quantity]);
      answer[quantity] = { low: Math.min(low * factor, central), central, high: Math.max(high * factor, central), mean: mean * factor };
    }
    return answer;
  }

  return { range, links, amounts, scaled };
}
