/** One call: the wasm through its boundary, beside the JavaScript model. */
import { COUNT } from "../support/garments.js";

/** @import { Browser } from "playwright-core" */

const AMOUNT = { count: COUNT, rounds: 2 };

/** @param {Browser} browser @param {string} origin */
export const measureCalls = (browser, origin) => inPage(browser, `${origin}/blank`, async (amount) => (await import(/** @type {any} */ ("/bench/page/calls.js"))).measure(amount), AMOUNT);

/** Rows of the catalogues. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** @param {Browser} browser @param {string} origin */
export const measureCatalogue = (browser, origin) => inPage(browser, `${origin}/blank`, async (sizes) => (await import(/** @type {any} */ ("/bench/page/catalogue.js"))).measure(sizes), SIZES);

/** Pages that begin anew. */
const STARTS = 15;

/** @param {Browser} browser @param {string} origin */
export async function measureStarts(browser, origin) {
  const starts = [];
  for (let turn = 0; turn < STARTS; turn += 1) {
    starts.push(await inPage(browser, `${origin}/blank`, async (turn) => (await import(/** @type {any} */ ("/bench/page/start.js"))).measure(turn), turn));
  }
  return starts;
}

/**
 * @template A, R
 * @param {Browser} browser
 * @param {string} address
 * @param {(argument: A) => Promise<R>} work done in the page
 * @param {A} argument
 * @returns {Promise<R>}
 */
async function inPage(browser, address, work, argument) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  const result = await page.evaluate(/** @type {any} */ (work), argument);
  await page.close();
  return /** @type {R} */ (result);
}
