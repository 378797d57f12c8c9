/** From a key press to the frame that shows its effect, on a slowed processor. */
import { SLOWED, slowPage } from "../support/browser.js";
import { spread } from "../support/statistics.js";

/** @import { Browser } from "playwright-core" */

/** What is typed into the percentage, a key at a time. */
const PERCENTAGES = Array.from({ length: 40 }, (_, turn) => String(10 + ((turn * 37) % 90)));

/** @param {Browser} browser @param {string} address */
export async function measureTyping(browser, address) {
  return { slowed: await type(browser, address, SLOWED), plain: await type(browser, address, 1) };
}

/** @param {Browser} browser @param {string} address @param {number} rate */
async function type(browser, address, rate) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: "en-GB" });
  const { page } = await slowPage(context, rate);
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  const element = page.locator("cotton-origin");
  await element.locator(".why details.sources").first().waitFor();
  await element.getByLabel("Garment", { exact: true }).selectOption("t-shirt");
  await element.getByLabel("Made in", { exact: true }).selectOption("BD");
  await page.evaluate(watch);
  const field = element.getByLabel("Percent of fibre 1", { exact: true });
  for (const text of PERCENTAGES) {
    await field.selectText();
    await field.pressSequentially(text);
    await page.evaluate(() => Promise.all(/** @type {any} */ (globalThis).painted));
  }
  const times = await page.evaluate(() => Promise.all(/** @type {any} */ (globalThis).painted));
  await context.close();
  return { ...spread(times.map(({ total }) => total)), work: spread(times.map(({ work }) => work)) };
}

/** In the page: from each input to the end of its handlers, and to the task after the frame that followed. */
function watch() {
  /** @type {Promise<{ work: number, total: number }>[]} */
  const painted = [];
  Object.assign(globalThis, { painted });
  addEventListener(
    "input",
    ({ timeStamp }) => {
      let work = 0;
      const { port1, port2 } = new MessageChannel();
      painted.push(new Promise((resolve) => (port1.onmessage = () => resolve({ work, total: performance.now() - timeStamp }))));
      requestAnimationFrame(() => port2.postMessage(null));
      // Registered last, at the window: after the element's own.
      addEventListener("input", () => (work = performance.now() - timeStamp), { once: true });
    },
    { capture: true },
  );
}
