/** A visitor enters what a label says and gets every part of the answer. */
import assert from "node:assert/strict";
import { enterShirt, lastTold, listen, widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

const in100 = (/** @type {number} */ share) => Math.round(share * 100);

visit("60 % cotton, 40 % polyester, made in Bangladesh, bought 2024", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);

  // By hand: 0.91 × 0.82 × 0.84 × 0.05 = 0.0313.
  assert.match(await label.headline.innerText(), /^About 3 in 100 grams of the cotton/);
  const { cottonShare, inPart, grams } = await lastTold(page);
  assert.ok(cottonShare && inPart && grams);
  assert.equal(cottonShare.central.toFixed(4), "0.0313");
  assert.ok(in100(cottonShare.low) < 3 && in100(cottonShare.high) > 3);
  const words = [`Between ${in100(cottonShare.low)} and ${in100(cottonShare.high)}. We are fairly sure`, "The other 97 in 100 grams"];
  for (const part of words) assert.ok((await label.between.innerText()).includes(part), part);

  // The drawing of the range has a text alternative.
  const rule = label.answer.getByRole("img", { name: /^Grams in 100, from/ });
  assert.equal(await rule.getAttribute("aria-label"), `Grams in 100, from ${in100(cottonShare.low)} to ${in100(cottonShare.high)}; the pin is at 3.`);

  // The swatch has a hundred crossings, as many of them dyed as the headline says, and a table says the same.
  const dyed = in100(cottonShare.central);
  // Crossings change colour a few at a time.
  await label.element.locator(`.swatch:has(g:nth-of-type(${dyed}).dyed):not(:has(g:nth-of-type(${dyed + 1}).dyed))`).waitFor();
  assert.equal(await label.swatch.locator("g").count(), 100);
  assert.equal(await label.swatch.locator("g.dyed").count(), dyed);
  assert.match((await label.swatch.getAttribute("aria-label")) ?? "", new RegExp(`Dyed and stitched: ${dyed}\\.`));
  assert.deepEqual(await label.chance.getByRole("cell").allInnerTexts(), [String(dyed), String(100 - dyed)]);

  // One sentence joins the chance to the share.
  const joined = `most of those like this one (about ${in100(1 - inPart.central)} of 100) hold none of it. In the others it makes up, on average, about ${in100(cottonShare.central / inPart.central)} of every 100 grams`;
  assert.ok((await label.chance.innerText()).includes(joined), joined);

  const g = (/** @type {number} */ mass) => String(Math.round(mass));
  assert.equal(
    await label.mass.innerText(),
    `On average about ${g(grams.central)} g of the Region’s cotton in one like this, between ${g(grams.low)} and ${g(grams.high)} g.`,
  );
});

visit("where more than half hold some, how much those hold; of recycled cotton only how many", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  // By hand: 0.5786 of 0.8569.
  assert.match(await label.chance.innerText(), /about 86 of 100 like this hold some of it\. In those it makes up, on average, about 68 of every 100 grams/);
  assert.match(await label.between.innerText(), /^Between \d\d and \d\d\. We are fairly sure \(9 in 10\) that the average lies there\. A single one may hold none of that cotton, or no other cotton\./);
  await label.field("Percent of fibre 1").fill("100");
  await label.more();
  await label.field("It is recycled").check();
  const recycled = await label.chance.innerText();
  assert.match(recycled, /There is some of it in about \d\d of 100 like this\./);
  assert.doesNotMatch(recycled, /on average, about/);
});

visit("cotton that is said to be the Region's is taken at its word: no range and no picture", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.more();
  await label.field("Cotton said to be from").selectOption("CN-XJ");
  assert.equal(await label.headline.innerText(), "By what was entered, this cotton was grown in the Uyghur Region.");
  assert.equal(await label.between.innerText(), "That is taken as true, and nothing is left to estimate.");
  await label.field("Made in").selectOption("CN");
  assert.equal(await label.changed.isVisible(), false, "no figure moved what is taken at its word");
  for (const part of [label.swatch, label.answer.locator(".rule"), label.answer.getByText("The range in more detail")]) assert.equal(await part.isVisible(), false);
  await label.field("Cotton said to be from").selectOption("");
  await label.swatch.waitFor();
});

visit("the steps multiply out to the answer", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.why.locator(".sums > summary").click();
  assert.equal(await label.why.locator(".sums .sum").innerText(), "0.91 × 0.82 × 0.84 × 0.05 = 0.0313");
  await label.why.getByText("From the cotton to the garment").click();
  assert.equal(await label.why.locator(".fold:not(.sums) .sum").first().innerText(), "0.0313 × 0.6 × 170 g = 3.2 g");
  await label.why.getByText("How many garments hold some of it").click();
  assert.match(await label.why.locator(".fold .sum").last().innerText(), /^0\.05 × \(1 − \(1 − 0\.627\)2\.25\) = 0\.0446$/);
});

visit("each figure opens its sources, each a link that takes nothing along", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.settled();
  for (const summary of await label.why.locator(".fold > summary").all()) await summary.click();

  const { steps } = await lastTold(page);
  // The way to the share is told from the garment backwards, the others as they come.
  const told = (/** @type {boolean} */ ofShare) => steps.filter(({ figure, of }) => figure !== null && (of === "cottonShare") === ofShare);
  const figures = [...told(true).reverse(), ...told(false)];
  const sources = label.why.locator("details.sources");
  assert.ok(figures.length >= 6);
  assert.equal(await sources.count(), figures.length);
  for (const [at, step] of figures.entries()) {
    const details = sources.nth(at);
    const links = details.getByRole("link");
    assert.equal(await links.count(), 0, "closed at first");
    await details.locator("summary").click();
    assert.equal(await links.count(), step.sources.length, step.id);
    for (const [nth, link] of (await links.all()).entries()) {
      assert.equal(await link.getAttribute("href"), step.sources[nth]?.address);
      assert.equal(await link.getAttribute("target"), "_blank");
      assert.match((await link.getAttribute("rel")) ?? "", /\bnoopener\b/);
      assert.match((await link.getAttribute("rel")) ?? "", /\bnoreferrer\b/);
      assert.match(await link.innerText(), /\(opens a new tab\)$/);
    }
    const text = await details.innerText();
    for (const { carrier = "", title, locator } of step.sources) for (const part of [carrier, title, locator]) assert.ok(text.includes(part), `${title}: ${part}`);
  }
});

visit("a scale, a stated origin and a mark are taken in", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.more();
  await label.field("Weight in grams").fill("200,5");
  assert.match(await label.mass.innerText(), /^On average about 4 g of the Region’s cotton in one like this, between 2 and 7 g\.$/);
  await label.field("Cotton said to be from").selectOption("US");
  assert.match(await label.headline.innerText(), /^About 1 in 100/);
  await label.field("GOTS (Global Organic Textile Standard)").check();
  assert.match(await label.notes.innerText(), /GOTS \(Global Organic Textile Standard\) does not say where the cotton grew/);
});

visit("on a phone, a line at the foot follows, and leads to the answer", { viewport: { width: 390, height: 600 } }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  assert.match(await label.glance.innerText(), /^About 58 in 100 grams\s+\d\d to \d\d\s+See the answer$/);
  await label.field("Percent of fibre 1").fill("130");
  assert.match(await label.glance.innerText(), /^About 58 in 100 grams\s+Not updated: one thing to check\./);
  await label.glance.click();
  assert.equal(await label.headline.evaluate((headline) => headline.matches(":focus")), true);
  await label.element.locator(".glance.is-away").waitFor({ state: "attached" });
  assert.equal(await label.glance.isVisible(), false);
});
