/**
 * The element as a visitor sees it: fields by their labels, the answer by its parts.
 * @import { Locator, Page } from "playwright-core"
 * @import { Assessment } from "../../../www/types.d.ts"
 */

/** The sections below the answer once they are up to date: they are drawn a little later, one at a time. */
const BELOW = ".more-page:not([aria-busy])";

/**
 * Waits until the element answers and knows its sources: the second part comes after the first answer.
 * @param {Page} page
 * @param {number} [at] which of the page's elements
 */
export async function widget(page, at = 0) {
  const element = page.locator("cotton-origin").nth(at);
  await element.locator(`${BELOW} .why details.sources`).first().waitFor({ state: "attached" });
  const part = (/** @type {string} */ name) => element.locator(`.${name}`);
  return {
    element,
    root: part("root"),
    headline: part("headline"),
    between: part("between"),
    changed: part("changed"),
    chance: part("chance"),
    swatch: part("swatch"),
    mass: part("mass"),
    why: element.locator(`${BELOW} .why`),
    notes: element.locator(`${BELOW} .notes`),
    /** For tests that count elements below the answer: counting does not wait. */
    settled: () => element.locator(BELOW).waitFor({ state: "attached" }),
    summary: part("summary"),
    answer: part("answer"),
    glance: part("glance"),
    status: element.getByRole("status"),
    /** @param {string} label @returns {Locator} */
    field: (label) => element.getByLabel(label, { exact: true }),
    /** @param {string} name @returns {Locator} */
    button: (name) => element.getByRole("button", { name, exact: true }),
    /** Opens "I know more". */
    more: () => part("more").locator("summary").first().click(),
  };
}

/** @typedef {Awaited<ReturnType<typeof widget>>} Widget */

/** Fills in a label that brings up every part of the answer. @param {Widget} label */
export async function enterShirt({ field, button }) {
  await field("Garment").selectOption("T-shirt or polo shirt");
  await field("Percent of fibre 1").fill("60");
  await button("Add a fibre").click();
  await field("Fibre 2").selectOption("Polyester");
  await field("Percent of fibre 2").fill("40");
  await field("Made in").selectOption("BD");
  await field("Year bought").selectOption("2024");
}

/** Opens a fragment of the page that is open, as a link does. @param {Page} page @param {string} fragment */
export const turnTo = (page, fragment) =>
  page.evaluate(async (fragment) => {
    const turned = (/** @type {string} */ to) => new Promise((done) => {
      addEventListener("hashchange", done, { once: true });
      location.hash = to;
    });
    await turned("#about");
    await turned(fragment);
  }, fragment);

/** Records the events that the elements of a page dispatch. Call it before the page is opened. @param {Page} page */
export async function listen(page) {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.told = [];
    for (const type of ["cotton-origin-ready", "cotton-origin-assess"]) {
      document.addEventListener(type, (event) => kept.told.push({ type, detail: /** @type {CustomEvent} */ (event).detail }));
    }
  });
}

/** The events so far. @param {Page} page @returns {Promise<{ type: string, detail: { assessment: Assessment } }[]>} */
export const told = (page) => page.evaluate(() => /** @type {any} */ (globalThis).told);

/** The last answer dispatched. @param {Page} page */
export const lastTold = async (page) => /** @type {Assessment} */ ((await told(page)).at(-1)?.detail.assessment);
