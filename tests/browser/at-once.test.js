/** From a label to its answer on a phone: a text that comes at once, by pasting or by the camera, folds to what was found in it. */
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { focusedIn } from "./support/kept.js";
import { widget } from "./support/widget.js";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const BOX = "Paste what the label or the shop says";
const LONG = "T-shirt\n60% COTTON / COTON / ALGODÓN\n40% POLYESTER\nMADE IN BANGLADESH\nRN 77388\nWASH 40, DO NOT BLEACH\nSIZE M\n";

/** Pastes a text into the box. @param {Page} page @param {Widget} label @param {string} text */
async function paste(page, { element, field }, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field(BOX).focus();
  await page.keyboard.press("ControlOrMeta+V");
  await element.locator(".reading").locator("p").first().waitFor();
}

/** @param {Page} page @param {Locator} part */
const inView = async (page, part) => {
  const box = await part.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
};

visit("a pasted label folds to what was found, with the answer in view below it", PHONE, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await paste(page, label, LONG.repeat(3));
  const text = label.element.locator(".read-text");
  await text.waitFor();
  assert.equal(await label.field(BOX).isVisible(), false);
  assert.ok(await inView(page, label.glance), "the answer is in view");
  assert.match(await label.glance.innerText(), /^About \d+ in 100/);
  const foot = (await label.glance.boundingBox())?.y ?? 0;
  assert.ok(((await text.boundingBox())?.y ?? foot) < foot - 100, "and above it what was found");
  assert.doesNotMatch(await label.element.locator(".reading").innerText(), /Not used/, "numbers and washing are no answers");
  assert.deepEqual(await violations(page), []);
  await label.button("Change the text").click();
  assert.ok(await label.field(BOX).isVisible());
  assert.match((await focusedIn(label)) ?? "", /^$|paste/);
  assert.equal(await label.field(BOX).inputValue(), LONG.repeat(3));
});

visit("what is typed does not fold the box", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field(BOX).pressSequentially("100% cotton");
  await label.element.locator("mark").first().waitFor();
  assert.ok(await label.field(BOX).isVisible());
});

visit("of what is behind “I know more” only what was read is shown, until more is asked for", PHONE, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await paste(page, label, "T-shirt 100% Supima cotton. Made in India. Spun in India");
  const fields = label.element.locator(".more-fields");
  await label.field("Yarn spun in").waitFor();
  assert.equal(await label.field("Cloth woven or knitted in").isVisible(), false);
  assert.equal(await label.field("Weight in grams").isVisible(), false);
  assert.deepEqual(await fields.getByRole("checkbox").evaluateAll((boxes) => boxes.filter((box) => box.checkVisibility()).map((box) => /** @type {HTMLInputElement} */ (box).checked)), [true]);
  assert.deepEqual(await violations(page), []);
  // Taken back, it stays where it is.
  await fields.getByRole("checkbox", { checked: true }).first().uncheck();
  assert.equal(await fields.getByRole("checkbox").evaluateAll((boxes) => boxes.filter((box) => box.checkVisibility()).length), 1);
  await label.button("Show all of these questions").click();
  assert.ok(await label.field("Cloth woven or knitted in").isVisible());
  assert.ok(await label.field("Weight in grams").isVisible());
});

visit("which cotton is recycled is said in its row", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await paste(page, label, "Sweater 50% cotton 50% recycled cotton. Made in Portugal");
  const chosen = (/** @type {number} */ at) => label.field(`Fibre ${at}`).evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0]?.text);
  await label.element.locator("mark").first().waitFor();
  assert.deepEqual([await chosen(1), await chosen(2)].toSorted(), ["Cotton", "Cotton (recycled)"]);
  const at = (await chosen(1)) === "Cotton" ? 2 : 1;
  await label.field(`Fibre ${at}`).selectOption("linen");
  assert.deepEqual([await chosen(at), await label.field(`Fibre ${at}`).locator("option", { hasText: "recycled" }).count()], ["Linen", 0]);
});

visit("a country that cannot be placed is said to be one, at its question, too, until that is answered; a share that is not understood is called unused", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await paste(page, label, "T-shirt, 100% cotton\nMade in Wakanda\nRN 12345");
  const reading = label.element.locator(".reading");
  await reading.getByText("We could not tell which country “Wakanda” is.").waitFor();
  assert.doesNotMatch(await reading.innerText(), /Not used/);
  await label.button("Choose the country, or leave it.").click();
  assert.equal(await focusedIn(label), await label.field("Made in").evaluate((select) => select.textContent));
  const madeIn = label.field("Made in");
  const told = label.element.locator(".left-open");
  assert.equal(await told.innerText(), "We could not tell which country “Wakanda” is. Choose the country, or leave it.");
  assert.ok((await madeIn.getAttribute("aria-describedby"))?.split(" ").includes((await told.getAttribute("id")) ?? "none"));
  await madeIn.selectOption("IN");
  assert.equal(await told.count(), 0);
  await label.button("Change the text").click();
  await label.field(BOX).fill("Made in India\nSave 20% today");
  await reading.getByText(/^Not used: .*20%/).waitFor();
  assert.doesNotMatch(await reading.innerText(), /could not tell which country/);
});

visit("a phone is told how it reads a label itself, and nothing moves for it", PHONE, async ({ page, site }) => {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.moved = [];
    new PerformanceObserver((list) => kept.moved.push(...list.getEntries().map((entry) => /** @type {any} */ (entry).value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(site);
  const label = await widget(page);
  assert.ok(await label.element.getByText(/^Let the phone read it\./).isVisible());
  assert.equal(await label.element.locator(".scan svg").count(), 1);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).moved), []);
});

visit("where there is no camera to hold to it, nothing is said of one", {}, async ({ page, site }) => {
  await page.goto(site);
  assert.equal(await (await widget(page)).element.locator(".scan").isVisible(), false);
});

for (const width of [320, 360, 390]) {
  visit(`the line at the foot is a button that one sees, at ${width} px`, { viewport: { width, height: 640 } }, async ({ page, site }) => {
    await page.goto(site);
    const { glance, field } = await widget(page);
    await field("Made in").selectOption("CN");
    const go = glance.locator(".glance-go");
    const box = await go.boundingBox();
    assert.ok(box && box.width >= 24 && box.height >= 24, JSON.stringify(box));
    const { border, arrow } = await go.evaluate((node) => ({ border: getComputedStyle(node).borderTopWidth, arrow: getComputedStyle(node, "::after").content }));
    assert.notEqual(border, "0px");
    assert.match(arrow, /↓/);
  });
}
