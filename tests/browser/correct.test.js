/** A visitor corrects an entry: the answer follows, and a line says what the change did. */
import assert from "node:assert/strict";
import { enterShirt, widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

/** "20" of "About 20 in 100 grams …" @param {import("./support/widget.js").Widget} label */
const headlineNumber = async ({ headline }) => Number(/(\d+) in 100/.exec(await headline.innerText())?.[1]);

/** Ranges contain invisible characters against line breaks: leave them out before comparing. @param {string} text */
const plain = (text) => text.replaceAll("\u2060", "");

visit("a changed field changes the answer, and the line says by how much", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  assert.equal(await label.changed.isVisible(), false, "nothing was changed yet");

  await label.field("Made in").selectOption("CN");
  assert.equal(await headlineNumber(label), 58);
  assert.equal(await label.changed.isVisible(), false, "a first entry moves nothing that was shown");
  await label.field("Made in").selectOption("IN");
  assert.match(plain(await label.changed.innerText()), /^Changing to “made in India” moved the answer from 58 to 1 in 100, and the range from (4\d|50)–6\d to (at most \d|1–\d)\.$/);
  await label.field("Made in").selectOption("CN");

  await label.field("Year bought").selectOption("2025");
  assert.equal(await headlineNumber(label), 64);
  assert.match(plain(await label.changed.innerText()), /^Adding “bought in 2025” moved the answer from 58 to 64 in 100, and /);

  await label.field("Year bought").selectOption("2019");
  assert.match(plain(await label.changed.innerText()), /^Adding “bought in 2019” /);
});

visit("back to not knowing is back to 20", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const [headline, between] = [await label.headline.innerText(), await label.between.innerText()];
  await enterShirt(label);
  assert.equal(await headlineNumber(label), 3);

  for (const field of ["Garment", "Made in", "Year bought"]) await label.field(field).selectOption("");
  assert.equal(await headlineNumber(label), 20);
  await label.button("Remove fibre 2").click();
  await label.field("Percent of fibre 1").fill("");
  assert.equal(await label.headline.innerText(), headline);
  assert.equal(await label.between.innerText(), between);
});

visit("a change that rounding would hide is said all the same", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.more();
  // 0.0313 × 0.6 × 180 g is 3 g, as with 176 g.
  await label.field("Weight in grams").fill("176");
  await label.field("GOTS (Global Organic Textile Standard)").check();
  await label.field("Weight in grams").fill("180");
  assert.equal(await label.changed.innerText(), "Changing to “180 g” left the share as it was; the grams changed by less than one.");
  await label.field("Made in").selectOption("IN");
  await label.field("Cotton said to be from").selectOption("US");
  const under1 = plain(await label.changed.innerText());
  assert.match(under1, /^Adding “cotton grown in United States” moved the answer /);
  await label.field("How do they know?").selectOption("chain-of-custody");
  assert.match(plain(await label.changed.innerText()), /moved the answer (from 1 to less than 1 in 100, and the range|by less than 1 in 100; the range went) from/);
  assert.match(await label.headline.innerText(), /^Less than 1 in 100 grams/);
});

visit("a weight as we had assumed it still narrows the range", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Garment").selectOption("T-shirt or polo shirt");
  await label.field("Made in").selectOption("CN");
  await label.more();
  await label.field("Weight in grams").fill("170");
  const [, ...ends] = /^Adding “170 g” left the share as it was; the range in grams went from (\d+)–(\d+) g to (\d+)–(\d+) g\.$/.exec(plain(await label.changed.innerText())) ?? [];
  const [low = NaN, high = NaN, lowNow = NaN, highNow = NaN] = ends.map(Number);
  assert.ok(low < lowNow && highNow < high, ends.join(" "));
});

visit("a change that does nothing says so", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("BD");
  await label.more();
  await label.field("OEKO-TEX STANDARD 100").check();
  assert.equal(await label.changed.innerText(), "Changing the marks did not change the answer.");
});

visit("a fibre can be taken out, and the others keep what they hold", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.button("Remove fibre 1").click();
  assert.equal(await label.field("Fibre 1").inputValue(), "polyester");
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "40");
  assert.equal(await label.field("Fibre 2").count(), 0);
  assert.match(await label.headline.innerText(), /^No cotton is named here/);
  await label.field("Fibre 1").selectOption("Cotton");
  assert.equal(await headlineNumber(label), 3);
});

visit("the year can be this year, and none that has not come", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const years = await label.field("Year bought").locator("option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
  assert.equal(years[0], "");
  assert.equal(years[1], String(new Date().getFullYear()));
  assert.deepEqual(years.slice(1), years.slice(1).toSorted().toReversed());
});
