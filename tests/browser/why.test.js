/** Why: one sentence first, then from the garment in the hand back to the field; what is not known in one line, exact numbers under a fold. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { lastTold, listen, widget } from "./support/widget.js";

/** @import { Widget } from "./support/widget.js" */

/** @param {Widget} label */
const story = (label) => label.why.locator(".story");

visit("the reason in one sentence, by the way that the cotton comes", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Garment").selectOption("t-shirt");
  await label.field("Made in").selectOption("BD");
  await label.settled();
  assert.equal(await story(label).innerText(), "About 5 of every 100 grams of the cotton come by way of Chinese yarn and cloth. Of every 100 grams of that, about 58 grew in the Region.");
  await label.field("Made in").selectOption("CN");
  await label.settled();
  assert.equal(await story(label).innerText(), "Of every 100 grams of cotton that Chinese mills spin and weave, about 58 grew in the Region.");
  await label.field("Made in").selectOption("");
  await label.field("Where it was bought").selectOption("EU");
  await label.settled();
  assert.match(await story(label).innerText(), /^About \d+ of every 100 grams of the cotton come by way of Chinese yarn and cloth\./);
});

visit("where the way is not that plain, no sentence pretends it is", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  await label.more();
  await label.field("Yarn spun in").selectOption("IN");
  await label.settled();
  assert.ok((await lastTold(page)).steps.some(({ op }) => op === "split"));
  assert.equal(await story(label).count(), 0);
});

visit("from the garment back to the field, in whole numbers; the exact ones are folded", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("TR");
  await label.settled();
  const stages = await label.why.locator(":scope > .thread > li > .stage").allInnerTexts();
  assert.deepEqual(stages, ["Sewn", "Woven or knitted", "Spun", "Grown"]);
  const told = await label.why.locator(":scope > :is(.story, .thread .step-text)").allInnerTexts();
  for (const text of [...told, ...(await label.why.locator(":scope > .thread .step-text").allInnerTexts())]) assert.doesNotMatch(text, /\d\.\d/, text);
  const sums = label.why.locator(".sums");
  assert.equal(await sums.getAttribute("open"), null);
  assert.match((await sums.locator(".sum").first().textContent()) ?? "", /^0\.84 × 0\.82 × 0\.84 × 0\.025 = 0\.0145$/);
  // Towards the field the thread is dyed more.
  const dyed = await label.why.locator(":scope > .thread > li").evaluateAll((items) => items.map((item) => Number(item.querySelector(".strand .dyed")?.getAttribute("stroke-width"))));
  assert.deepEqual(dyed, [...dyed].sort((a, b) => a - b));
  assert.ok((dyed.at(0) ?? NaN) < (dyed.at(-1) ?? NaN));
});

visit("what is not known stands in one line, each a way to its question", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("TR");
  await label.settled();
  const unknown = label.why.locator(".unknown");
  assert.deepEqual(await unknown.getByRole("button").allInnerTexts(), ["Where the cloth was woven or knitted", "Where the yarn was spun", "Where the cotton grew", "When it was bought"]);
  await unknown.getByRole("button").last().click();
  assert.equal(await label.field("Year bought").evaluate((field) => field.matches(":focus")), true);
  await label.field("Year bought").selectOption("2024");
  await label.settled();
  assert.deepEqual(await unknown.getByRole("button").allInnerTexts(), ["Where the cloth was woven or knitted", "Where the yarn was spun", "Where the cotton grew"]);
});
