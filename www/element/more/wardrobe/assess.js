/** Answers to all that was kept, made once for each list. */

/** @import { Whole } from "../../../core.js" */
/** @import { Assessment, CottonOriginError, Total, Wardrobe } from "../../../types.d.ts" */
/** @import { Kept } from "./file.js" */

/**
 * @typedef {object} Answers
 * @property {(Assessment | null)[]} each null: this version cannot read that garment
 * @property {Total} total
 * @property {Kept[]} without what the grams leave out, as they are not known
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
    // A device may remember what another version of this kept.
    const { name, fields } = /** @type {CottonOriginError} */ (error);
    if (name !== "CottonOriginError") throw error;
    bad = new Set(fields.map(({ field }) => Number.parseInt(field, 10)));
    wardrobe = core.assessAll(good());
  }
  const answers = wardrobe.garments.values();
  const each = items.map((_, at) => (bad.has(at) ? null : (answers.next().value ?? null)));
  const without = items.filter((_, at) => each[at]?.grams === null && each[at].reasons.grams !== "no-cotton");
  return { each, total: wardrobe.total, without };
}
