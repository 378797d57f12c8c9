/** An invalid entry is reported beside its field and beside the answer; the last answer and what was typed stay. */
import assert from "node:assert/strict";
import { enterShirt, lastTold, listen, told, widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

const TOO_MUCH = "These add up to 130 %. Check the label: 100 % in all.";

visit("130 % in all: said in both places, kindly, and the fibres are scaled to 100 %", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  const headline = await label.headline.innerText();

  await label.field("Percent of fibre 1").fill("90");
  const fibres = label.element.getByRole("group", { name: "Fibres" });
  const beside = fibres.locator(".error").last();
  assert.equal(await beside.innerText(), TOO_MUCH);
  assert.equal(await fibres.getAttribute("aria-describedby"), await beside.getAttribute("id"), "a screen reader says it with the group");
  assert.match(await label.summary.innerText(), /^One thing to check\. Until then the fibres are scaled to make 100 %\./);
  assert.equal(await label.summary.getByRole("link").innerText(), TOO_MUCH);
  for (const name of ["Percent of fibre 1", "Percent of fibre 2"]) assert.equal(await label.field(name).getAttribute("aria-invalid"), "true", name);

  // 90 of 130: 0.0313 × 0.692 × 170 g.
  assert.equal(await label.headline.innerText(), headline, "the share of the cotton does not depend on it");
  assert.match(await label.mass.innerText(), /^On average about 4 g/);
  const { cottonShare, garmentShare } = await lastTold(page);
  assert.equal(((garmentShare?.central ?? 0) / (cottonShare?.central ?? 1)).toFixed(4), (90 / 130).toFixed(4));
  assert.doesNotMatch((await label.answer.getAttribute("class")) ?? "", /\bis-stale\b/);

  assert.equal(await label.field("Percent of fibre 1").inputValue(), "90");
  assert.equal(await label.field("Percent of fibre 2").inputValue(), "40");
  await label.field("Percent of fibre 1").fill("٩٠");
  assert.equal(await beside.innerText(), TOO_MUCH, "in any digits");
  assert.equal((await lastTold(page)).garmentShare?.central, garmentShare?.central);

  await label.summary.getByRole("link").click();
  assert.equal(await fibres.evaluate((group) => group.matches(":focus")), true, "the link leads to the fibres");

  await label.field("Percent of fibre 1").fill("60");
  assert.equal(await beside.isVisible(), false);
  assert.equal(await label.summary.isVisible(), false);
  assert.equal(await label.element.locator("[aria-invalid]").count(), 0);
});

visit("what is no number leaves the last answer, marked, and nothing lost", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  const [headline, between, answers] = [await label.headline.innerText(), await label.between.innerText(), (await told(page)).length];

  await label.field("Percent of fibre 1").fill("sixty");
  assert.match(await label.summary.innerText(), /^One thing to check\. The answer still shows what you had entered before\./);
  assert.equal(await label.headline.innerText(), headline);
  assert.equal(await label.between.innerText(), between);
  assert.match((await label.answer.getAttribute("class")) ?? "", /\bis-stale\b/);
  assert.equal((await told(page)).length, answers, "no answer was announced");
  for (const [name, value] of [["Garment", "t-shirt"], ["Percent of fibre 1", "sixty"], ["Percent of fibre 2", "40"], ["Made in", "BD"]]) {
    assert.equal(await label.field(name ?? "").inputValue(), value);
  }

  await label.field("Percent of fibre 1").fill("60");
  assert.equal(await label.summary.isVisible(), false);
  assert.doesNotMatch((await label.answer.getAttribute("class")) ?? "", /\bis-stale\b/);
});

visit("each problem is said beside its own field", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.more();
  await label.field("Percent of fibre 1").fill("sixty");
  await label.field("Weight in grams").fill("-5");

  const errorOf = async (/** @type {string} */ name) => {
    const field = label.field(name);
    assert.equal(await field.getAttribute("aria-invalid"), "true", name);
    const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
    return label.element.locator(`#${ids.at(-1)?.replaceAll(".", "\\.")}`).innerText();
  };
  assert.equal(await errorOf("Percent of fibre 1"), "“sixty” is not a number. Write digits, such as 60.");
  assert.equal(await errorOf("Weight in grams"), "Write a number from 0 to 100,000.");
  assert.match(await label.summary.innerText(), /^2 things to check\./);

  // The link opens the section that hides the field.
  await label.more();
  assert.equal(await label.field("Weight in grams").isVisible(), false);
  await label.summary.getByRole("link", { name: "Write a number from 0 to 100,000." }).click();
  assert.equal(await label.field("Weight in grams").evaluate((field) => field.matches(":focus")), true);

  await label.field("Weight in grams").fill("150");
  assert.match(await label.summary.innerText(), /^One thing to check\./);
  assert.equal(await label.field("Weight in grams").getAttribute("aria-invalid"), null);
});

visit("what the percentages add up to is what the core reads, or is not said", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const total = label.element.locator(".total");
  await label.field("Percent of fibre 1").fill("60");
  await label.button("Add a fibre").click();
  await label.field("Fibre 2").selectOption("polyester");
  assert.equal(await total.isVisible(), false, "one is no sum");
  for (const [text, sum] of /** @type {const} */ ([["40", "Together 100 %."], ["40abc", null], ["٤٠", "Together 100 %."], ["12,5 %", "Together 72.5 %."], ["1e1", "Together 70 %."], ["140", null], ["", null]])) {
    await label.field("Percent of fibre 2").fill(text);
    assert.equal(await total.isVisible(), sum !== null, text);
    if (sum) assert.equal(await total.innerText(), sum);
  }
});

visit("a percentage without its fibre asks for the fibre", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.button("Add a fibre").click();
  assert.equal(await label.summary.isVisible(), false, "an empty row is no problem");
  await label.field("Percent of fibre 2").fill("40");
  assert.equal(await label.summary.getByRole("link").innerText(), "Choose which fibre this is.");
  assert.equal(await label.field("Fibre 2").getAttribute("aria-invalid"), "true");
  await label.field("Fibre 2").selectOption("Wool");
  assert.equal(await label.summary.isVisible(), false);
});

visit("what is typed is only ever text", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const markup = "<img src=x onerror=document.title='pwned'>";
  await label.field("Percent of fibre 1").fill(markup);
  assert.ok((await label.summary.innerText()).includes(markup));
  assert.equal(await label.element.locator("img").count(), 0);
});

visit("Enter in a field does not leave the page", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const address = page.url();
  await label.field("Percent of fibre 1").fill("50");
  await label.field("Percent of fibre 1").press("Enter");
  assert.equal(page.url(), address);
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "50");
});
