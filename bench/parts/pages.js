/** What the modules of `bench/page` measure, each in a page of its own. */
import { COUNT } from "../support/garments.js";

/** @import { Browser } from "playwright-core" */

/** Rows of the catalogues. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Pages that begin anew. */
const STARTS = 15;

/** @param {Browser} browser @param {string} origin */
export const measureCalls = (browser, origin) => inPage(browser, origin, "calls", { count: COUNT, rounds: 2 });

/** @param {Browser} browser @param {string} origin */
export const measureCatalogue = (browser, origin) => inPage(browser, origin, "catalogue", SIZES);

/** @param {Browser} browser @param {string} origin */
export async function measureStarts(browser, origin) {
  const starts = [];
  for (let turn = 0; turn < STARTS; turn += 1) starts.push(await inPage(browser, origin, "start", turn));
  return starts;
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {string} name of the module
 * @param {unknown} argument of its `measure`
 */
async function inPage(browser, origin, name, argument) {
  const page = await browser.newPage();
  await page.goto(`${origin}/blank.html`);
  const measured = await page.evaluate(async ([file, argument]) => (await import(file)).measure(argument), /** @type {[string, unknown]} */ ([`/bench/page/${name}.js`, argument]));
  await page.close();
  return measured;
}
