/** axe reports no violation in any state: narrow and wide, light and dark, left-to-right and right-to-left. */
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { enterShirt, widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

/** The states, each with the steps that lead to it from the one before. @type {[string, (label: Widget) => Promise<unknown>][]} */
const STATES = [
  ["start", async () => {}],
  ["answered", enterShirt],
  ["everything open", ({ element }) => element.evaluate((node) => node.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)))],
  ["error", ({ field }) => field("Percent of fibre 1").fill("90")],
  ["no cotton", ({ button }) => button("Remove fibre 1").click()],
];

/** @param {Page} page */
async function assertEachState(page) {
  const label = await widget(page);
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [state, reach] of STATES) {
    await reach(label);
    await label.settled();
    // Colours fade in: let the transitions end, so that axe measures the final ones.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    found[state] = await violations(page);
  }
  assert.deepEqual(found, Object.fromEntries(STATES.map(([state]) => [state, []])));
  assert.match(await label.headline.innerText(), /^No cotton is named/, "the last state was reached");
  return label;
}

for (const width of [320, 390, 1280]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    visit(`${width} px, ${colorScheme}`, { viewport: { width, height: 800 }, colorScheme }, async ({ page, site }) => {
      await page.goto(site);
      await assertEachState(page);
    });
  }

  visit(`${width} px, from the right`, { viewport: { width, height: 800 } }, async ({ page, site, host }) => {
    await host(`<!doctype html><html lang="en" dir="rtl"><meta name="viewport" content="width=device-width"><title>A host</title>
      <script type="module" src="${site}/cotton-origin.js"></script>
      <main><h1>A host</h1><cotton-origin dir="rtl"></cotton-origin></main>`);
    const { root } = await assertEachState(page);
    assert.equal(await root.evaluate((root) => getComputedStyle(root).direction), "rtl");
  });
}

visit("where it cannot start", { instead: { "/cotton_origin.wasm": { status: 404, body: "" } } }, async ({ page, site, complaints, expected }) => {
  await page.goto(site);
  await page.getByText("The estimate could not start here:").waitFor();
  expected.push(...complaints);
  assert.deepEqual(await violations(page), []);
});
