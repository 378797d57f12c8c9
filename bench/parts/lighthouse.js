/** Lighthouse with its default settings for a phone. */
import { DEBUGGING_PORT } from "../support/browser.js";
import { median } from "../support/statistics.js";

const CATEGORIES = /** @type {const} */ (["performance", "accessibility", "best-practices"]);

/** Its scores of speed differ from run to run. */
const RUNS = 3;

/** @param {string} address @returns {Promise<Record<(typeof CATEGORIES)[number], number>>} scores of 100 */
export async function measureLighthouse(address) {
  const { default: lighthouse } = await import("lighthouse");
  /** @type {import("lighthouse").Result[]} */
  const runs = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const result = await lighthouse(address, { port: DEBUGGING_PORT, onlyCategories: [...CATEGORIES], logLevel: "error" });
    if (!result) throw new Error(`Lighthouse gave nothing for ${address}`);
    runs.push(result.lhr);
  }
  // A run in which it could not measure something has no score.
  const scores = (/** @type {(typeof CATEGORIES)[number]} */ id) => runs.flatMap(({ categories }) => categories[id].score ?? []);
  return /** @type {any} */ (Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(100 * median(scores(id)))])));
}
