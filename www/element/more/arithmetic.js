/** The arithmetic in rows that anyone can redo by hand. */
import { h } from "../dom.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @typedef {(string | Node)[]} Factors */

/** The step that is the average over a market's places: one factor, which is added up where it is opened. */
export const AVERAGE = "market-average";

/** @param {Factors[]} rows */
export const showSums = (rows) => rows.map((row) => h("p", { class: "sum", dir: "ltr", translate: "no" }, ...row));

/** From the field to the share of the cotton. @param {Words} words @param {Step[]} steps @returns {Factors[]} */
export function shareSums(words, steps) {
  const { figure } = words;
  /** @type {Factors[]} */
  const rows = [];
  /** @type {string[]} */
  let factors = [];
  let running = 1;
  const flush = () => {
    if (factors.length > 1) rows.push([factors.join(" × "), " = ", total(figure(running))]);
    factors = [];
  };
  for (const step of steps) {
    const { op, value, result, parts = [] } = step;
    if (op === "start" && value !== null) factors = [figure(value)];
    if ((op === "times" || step.id === AVERAGE) && value !== null) {
      if (factors.length === 0 && running !== 1) factors.push(figure(running));
      factors.push(figure(value));
    }
    if (op === "split" && step.id !== AVERAGE) {
      flush();
      const ways = parts.map((part) => product(words, part.steps, running));
      rows.push([parts.map(({ share }, at) => `${figure(share)} × ${ways[at]}`).join(" + "), " = ", total(figure(result))]);
    }
    running = result;
  }
  flush();
  return rows;
}

/** The factors of one part of a split. @param {Words} words @param {Step[]} steps @param {number} running */
function product({ figure }, steps, running) {
  if (steps.some(({ op, id }) => op === "split" && id !== AVERAGE)) return figure(steps.at(-1)?.result ?? running);
  const factors = steps.flatMap(({ op, id, value }) => ((op === "start" || op === "times" || id === AVERAGE) && value !== null ? [figure(value)] : []));
  const fresh = steps.some(({ op }) => op === "start");
  return (fresh ? factors : [figure(running), ...factors]).join(" × ");
}

/**
 * A place's part of the average: the garments sewn there, in 100, times what of their cotton comes by way of Chinese yarn and cloth.
 * @param {Words} words
 * @param {{ share: number, steps: Step[] }} part
 * @returns {Factors}
 */
export function placeSum({ figure }, { share, steps }) {
  const factors = steps.flatMap(({ op, value }) => (op === "times" && value !== null ? [value] : []));
  const made = factors.reduce((product, factor) => product * factor, share * 100);
  return [[share * 100, ...factors].map(figure).join(" × "), ...(factors.length > 0 ? [" = ", total(figure(made))] : [])];
}

/** From the share to grams in the garment, and to grams picked. @param {Words} words @param {number} share @param {Step[]} steps @returns {Factors[]} */
export function garmentSums(words, share, steps) {
  const { figure } = words;
  const grams = (/** @type {number} */ n) => words.say("gram", { n: figure(n) });
  const times = (/** @type {string} */ of) => steps.find((step) => step.op === "times" && step.of === of);
  const [fraction, mass, field] = [times("garmentShare"), times("grams"), times("fieldGrams")];
  const factors = [figure(share)];
  if (fraction) factors.push(figure(fraction.value ?? 1));
  if (mass) factors.push(grams(mass.value ?? 0));
  const last = mass ?? fraction;
  if (!last) return [];
  /** @type {Factors[]} */
  const rows = [[factors.join(" × "), " = ", total(mass ? grams(last.result) : figure(last.result))]];
  if (mass && field) rows.push([grams(mass.result), " × ", figure(field.value ?? 1), " = ", total(grams(field.result))]);
  return rows;
}

/** The chance that the garment contains any: one minus the chance that no lot contains any. @param {Words} words @param {Step} step @returns {Factors[]} */
export function lotsSums({ figure }, { value, groups = [], result }) {
  const strand = (/** @type {{ w: number, s: number }} */ { w, s }) => [
    w === 1 ? "" : `${figure(w)} × (`,
    `1 − (1 − ${figure(s)})`,
    h("sup", {}, figure(value ?? 1)),
    w === 1 ? "" : ")",
  ];
  const group = (/** @type {{ w: number, s: number }[]} */ strands) => strands.flatMap((one, at) => [at > 0 ? " + " : "", ...strand(one)]);
  const [only] = groups;
  if (!only) return [];
  const left = groups.length === 1 ? group(only) : ["1 − ", ...groups.flatMap((one, at) => [at > 0 ? " × " : "", "(1 − [", ...group(one), "])"])];
  return [[...left, " = ", total(figure(result))]];
}

/** @param {string} text */
const total = (text) => h("strong", {}, text);
