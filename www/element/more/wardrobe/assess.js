/** Answers to all that was kept, made once for each list. */

/** @import { Assessment, CottonOrigin, CottonOriginError, Total } from "../../../types.d.ts" */
/** @import { Kept } from "./file.js" */

/**
 * @typedef {object} Answers
 * @property {(Assessment | null)[]} each null: this version cannot read that garment
 * @property {Total} total
 * @property {Kept[]} without what the grams leave out, as they are not known
 */

/** @param {CottonOrigin} core */
export function createAssess(core) {
  /** @type {WeakMap<readonly Kept[], Answers>} */
  const known = new WeakMap();
  return (/** @type {readonly Kept[]} */ items) => {
    const answers = known.get(items) ?? assessKept(core, items);
    known.set(items, answers);
    return answers;
  };
}

/** @param {CottonOrigin} core @param {readonly Kept[]} items @returns {Answers} */
function assessKept(core, items) {
  const bad = refused(core, items);
  const good = items.filter((_, at) => !bad.has(at));
  const { garments, total } = core.assessAll(good.map(({ garment }) => garment));
  const answers = garments.values();
  const each = items.map((_, at) => (bad.has(at) ? null : (answers.next().value ?? null)));
  const without = items.filter((_, at) => each[at]?.grams === null && each[at].reasons.grams !== "no-cotton");
  return { each, total, without };
}

/** The indexes of what the core does not understand: a device may remember what another version kept. @param {CottonOrigin} core @param {readonly Kept[]} items */
function refused(core, items) {
  try {
    core.assessAll(items.map(({ garment }) => garment));
    return new Set();
  } catch (error) {
    return new Set(/** @type {CottonOriginError} */ (error).fields.map(({ field }) => Number.parseInt(field, 10)));
  }
}
