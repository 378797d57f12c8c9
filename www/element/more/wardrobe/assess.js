/** The answers to the garments that were kept, computed once for each list. */

/** @import { Whole } from "../../../core.js" */
/** @import { Assessment, CottonOriginError, Total, Wardrobe } from "../../../types.d.ts" */
/** @import { Kept } from "./file.js" */

/**
 * @typedef {object} Answers
 * @property {(Assessment | null)[]} each null: this version cannot read that garment
 * @property {Total | null} total null: there are more garments than the core takes together
 * @property {number | null} most how many it takes, where they are more
 * @property {Kept[]} without those that the total of grams leaves out, as theirs are not known
 */

/** @param {Whole} core */
export function createAssess(core) {
  /** @type {WeakMap<readonly Kept[], Answers>} */
  const known = new WeakMap();
  return (/** @type {readonly Kept[]} */ items) => {
    const answers = known.get(items) ?? assessKept(core, items);
    known.set(items, answers);
    return answers;
  };
}

/** @param {Whole} core @param {readonly Kept[]} items @returns {Answers} */
function assessKept(core, items) {
  /** @type {Set<number>} */
  let bad = new Set();
  const good = () => items.filter((_, at) => !bad.has(at)).map(({ garment }) => garment);
  /** @type {Wardrobe} */
  let wardrobe;
  try {
    wardrobe = core.assessAll(good());
  } catch (error) {
    // The device may hold garments that another version of this kept.
    const { name, fields } = /** @type {CottonOriginError} */ (error);
    if (name !== "CottonOriginError") throw error;
    // A problem of no garment is one of the list: it is too long.
    const most = fields.find(({ field }) => field === "")?.max;
    if (most) return assessApart(core, items, most);
    bad = new Set(fields.map(({ field }) => Number.parseInt(field, 10)));
    wardrobe = core.assessAll(good());
  }
  const answers = wardrobe.garments.values();
  const each = items.map((_, at) => (bad.has(at) ? null : (answers.next().value ?? null)));
  const without = items.filter((_, at) => each[at]?.grams === null && each[at].reasons.grams !== "no-cotton");
  return { each, total: wardrobe.total, most: null, without };
}

/** Too many to be taken together: each has its answer, and there is no total. @param {Whole} core @param {readonly Kept[]} items @param {number} most @returns {Answers} */
function assessApart(core, items, most) {
  const batches = Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));
  return { each: batches.flatMap((batch) => assessKept(core, batch).each), total: null, most, without: [] };
}
