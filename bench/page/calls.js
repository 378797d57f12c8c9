/** Runs in a page: the time of one call, over many garments. */
import { compare, ratio } from "../support/compare.js";
import { alike, garments } from "../support/garments.js";
import { spread } from "../support/statistics.js";
import { begin } from "./model.js";

/** @import { Garment } from "../../www/types.d.ts" */

/** @param {{ count: number, rounds: number }} amount */
export async function measure({ count, rounds }) {
  const { model, glue } = await begin();
  const { load } = await import("/npm/index.js");
  const co = await load();
  const measured = (/** @type {Garment[]} */ list) => {
    const times = compare(list, { wasm: glue.assess, javascript: model.assess, package: co.assess }, rounds);
    const spreads = Object.entries(times).map(([way, blocks]) => [way, spread(blocks.flat())]);
    return { ...Object.fromEntries(spreads), ratio: ratio(times.javascript, times.wasm) };
  };
  return { varied: measured(garments(count)), alike: measured(alike(count)) };
}
