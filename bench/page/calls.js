/** In a page: how long one call takes, over many garments. */
import { compare, ratio } from "../support/compare.js";
import { garments } from "../support/garments.js";
import { spread } from "../support/statistics.js";
import { begin } from "./model.js";

/** @param {{ count: number, rounds: number }} amount */
export async function measure({ count, rounds }) {
  const { model, glue } = await begin();
  const { load } = await import("/npm/index.js");
  const co = await load();
  const times = compare(garments(count), { wasm: glue.assess, javascript: model.assess, package: co.assess }, rounds);
  const spreads = Object.entries(times).map(([way, blocks]) => [way, spread(blocks.flat())]);
  return { ...Object.fromEntries(spreads), ratio: ratio(times.javascript, times.wasm) };
}
