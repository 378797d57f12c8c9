/** What the live region announces: one sentence after a pause, not one for each key. The test controls the page's clock. */
import assert from "node:assert/strict";
import { widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

/** @import { Page } from "playwright-core" */

/** The pause, in milliseconds. */
const PAUSE = 1000;

/** Opens the page, stops its clock, and records what its live region says from then on. @param {Page} page @param {string} site */
async function open(page, site) {
  await page.clock.install();
  await page.goto(site);
  const label = await widget(page);
  await page.clock.pauseAt(Date.now() + 60 * 60 * 1000);
  await label.status.evaluate((status) => {
    const kept = /** @type {any} */ (globalThis);
    kept.said = [];
    new MutationObserver(() => kept.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const said = () => /** @type {Promise<string[]>} */ (page.evaluate(() => /** @type {any} */ (globalThis).said));
  return { label, said };
}

visit("nothing is said before anything is entered", {}, async ({ page, site }) => {
  const { label, said } = await open(page, site);
  await page.clock.runFor(10 * PAUSE);
  assert.equal(await label.status.textContent(), "");
  assert.deepEqual(await said(), []);
});

visit("many keys, one sentence", {}, async ({ page, site }) => {
  const { label, said } = await open(page, site);
  await label.field("Made in").selectOption("CN");
  await page.clock.runFor(PAUSE - 1);
  for (const key of "100") {
    await label.field("Percent of fibre 1").press(key);
    await page.clock.runFor(PAUSE - 1);
    assert.deepEqual(await said(), [], `after “${key}”`);
  }
  await page.clock.runFor(1);
  const [sentence, ...more] = await said();
  assert.match(sentence ?? "", /^About 58 in 100 grams\. Between \d\d and \d\d\. Changing the fibres did not change the answer\.$/);
  assert.deepEqual(more, []);
  await page.clock.runFor(10 * PAUSE);
  assert.equal((await said()).length, 1, "and never again");
});

visit("a problem is said, and then the answer", {}, async ({ page, site }) => {
  const { label, said } = await open(page, site);
  await label.field("Percent of fibre 1").fill("130");
  await page.clock.runFor(PAUSE);
  await label.field("Percent of fibre 1").fill("30");
  await page.clock.runFor(PAUSE);
  const [problem, answer, ...more] = await said();
  assert.equal(problem, "Not updated: one thing to check.");
  assert.match(answer ?? "", /^About 20 in 100 grams\./);
  assert.deepEqual(more, []);
});

visit("an element that was taken away falls silent", {}, async ({ page, site }) => {
  const { label, said } = await open(page, site);
  await label.field("Made in").selectOption("CN");
  await page.evaluate(() => document.querySelector("cotton-origin")?.remove());
  await page.clock.runFor(10 * PAUSE);
  assert.deepEqual(await said(), []);
});
