/** What opens below the answer: the dots, the record of the work, the marks. */
import assert from "node:assert/strict";
import { co } from "../node/support/core.js";
import { visit } from "./support/browser.js";
import { violations } from "./support/axe.js";
import { widget } from "./support/widget.js";

/** @import { Widget } from "./support/widget.js" */

/** Opens a section by its heading and returns its content. @param {Widget} label @param {string} heading */
async function opened(label, heading) {
  await label.settled();
  const section = label.element.locator("details").filter({ has: label.element.page().getByText(heading, { exact: true }) }).last();
  await section.locator("summary").first().click();
  return section;
}

visit("twenty dots where the core puts them, the same in a table", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  const detail = await opened(label, "The range in more detail");
  const dots = co.quantiles({ madeIn: "CN" }) ?? assert.fail();
  assert.equal(await detail.locator("circle").count(), 20);

  const bins = Array.from({ length: 10 }, (_, bin) => dots.filter((share) => Math.floor(share * 10) === bin).length).filter(Boolean);
  assert.deepEqual((await detail.getByRole("cell").allInnerTexts()).map(Number), bins);
  const quarter = (/** @type {number} */ at) => Math.round((100 * ((dots[at - 1] ?? 0) + (dots[at] ?? 0))) / 2);
  assert.ok(await detail.getByText(`Half of the dots lie between ${quarter(5)} and ${quarter(15)}.`).isVisible());

  // Each dot is within half a column of its value.
  const places = await detail.locator("circle").evaluateAll((circles) => circles.map((circle) => Number.parseFloat(circle.getAttribute("cx") ?? "")));
  places.forEach((place, dot) => assert.ok(Math.abs(place - 100 * (dots[dot] ?? 0)) <= 2.001, `${place} is not ${dots[dot]}`));

  // While open, it follows the answer; without cotton there is nothing to draw.
  await label.field("Made in").selectOption("IN");
  await label.settled();
  const low = co.quantiles({ madeIn: "IN" })?.at(-1) ?? 1;
  assert.match((await detail.getByRole("img").getAttribute("aria-label")) ?? "", new RegExp(`the highest at ${Math.round(low * 100)};`));
  await label.field("Fibre 1").selectOption("wool");
  await label.settled();
  assert.equal(await detail.isVisible(), false);
});

visit("the stages say what is known, and the record what was found, enacted and denied", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("BD");
  await label.field("Year bought").selectOption("2021");
  const stages = await opened(label, "Forced labour: what is on record");
  const path = stages.locator(".path > li");
  assert.deepEqual(await path.locator("h3").allInnerTexts(), ["Growing", "Ginning", "Spinning", "Weaving or knitting", "Sewing", "Workers transferred to factories elsewhere in China"]);
  assert.match(await path.nth(4).innerText(), /You entered a place outside China: Bangladesh\./);
  assert.match(await path.nth(0).innerText(), /570,000 people to pick cotton/);
  const text = await stages.innerText();
  for (const said of ["Special Rapporteur", "human rights office", "no. 29 and no. 105", "180 groups", "December 2, 2020", "denies"]) assert.ok(text.includes(said), said);
  assert.doesNotMatch(text, /2024\/3015/, "not a law of 2021");
  assert.match(await stages.locator(".record > li").last().innerText(), /^Denial/);
  for (const link of await stages.getByRole("link").all()) {
    assert.match((await link.getAttribute("href")) ?? "", /^https?:/);
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  }
  // Every entry of the record is shown once.
  const statements = await stages.locator(".statement").allInnerTexts();
  assert.equal(new Set(statements).size, statements.length);
});

visit("a ticked mark is explained, and the others can be looked up", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("BD");
  const claims = await opened(label, "What the marks on a label tell you, and what not");
  await claims.getByRole("button", { name: "Tick the marks" }).click();
  await label.element.getByLabel("OEKO-TEX STANDARD 100").check();
  await label.settled();
  const ticked = claims.locator(".claim").first();
  assert.match(await ticked.innerText(), /OEKO-TEX STANDARD 100\s+It says:\s+The article was tested for harmful substances\.\s+It leaves open:\s+It says nothing on where the cotton grew/);
  assert.match(await ticked.innerText(), /It leaves the number as it is\./);
  await claims.getByText("Other marks", { exact: true }).click();
  const { schemes } = co.catalogue();
  assert.equal(await claims.locator(".claim").count(), schemes.length);
  assert.match(await claims.locator(".claim", { hasText: "Supima" }).innerText(), /It counts as a stated origin: United States\./);
});

for (const [scheme, width] of /** @type {const} */ ([["light", 320], ["dark", 1280]])) {
  visit(`open, they are accessible: ${scheme}, ${width} px`, { colorScheme: scheme, viewport: { width, height: 800 } }, async ({ page, site }) => {
    await page.goto(site);
    const label = await widget(page);
    await label.field("Made in").selectOption("CN");
    await label.settled();
    await label.element.locator("details").evaluateAll((all) => all.forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
    await label.element.locator(".dot").first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  });
}
