/** Two in front of you: one is kept, the other entered, and both answers stand side by side at once. */
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { enter, focusedIn, keep, wardrobe } from "./support/kept.js";
import { widget } from "./support/widget.js";

visit("kept, the other entered: both answers at once, also in the line at the foot of a phone", { viewport: { width: 320, height: 640 } }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  assert.equal(await label.button("Compare with another").count(), 0, "there is nothing yet to compare with");
  await keep(label, "t-shirt", "CN", "100");
  await label.button("Compare with another").click();
  const versus = label.element.locator(".versus");
  await versus.getByText("It is kept. Enter the other one").waitFor();
  assert.equal(await focusedIn(label), "paste", "the form is empty, and its first question has the focus");
  assert.equal(await label.field("Made in").inputValue(), "");
  await enter(label, "t-shirt", "IN", "100");
  const table = versus.getByRole("table");
  assert.deepEqual((await table.getByRole("columnheader").allInnerTexts()).filter(Boolean), ["T-shirt, made in China", "In the form"]);
  const rows = await table.getByRole("row").all();
  const [one, other] = await rows[1]?.getByRole("cell").allInnerTexts() ?? [];
  assert.match(one ?? "", /^About \d\d in 100 grams\.$/);
  assert.match(other ?? "", /^About \d in 100 grams\.$/);
  assert.deepEqual(await table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Made in", exact: true }) }).getByRole("cell").allInnerTexts(), ["China", "India"]);
  assert.match(await label.glance.innerText(), /Kept: About \d\d in 100 grams\./);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  assert.deepEqual(await violations(page), []);
  // It follows what is entered, and survives another language.
  await label.field("Made in").selectOption("PK");
  await table.getByRole("cell", { name: "Pakistan" }).waitFor();
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await versus.getByText("Nebeneinander").waitFor();
  await versus.getByRole("button").click();
  assert.equal(await versus.isVisible(), false);
  assert.doesNotMatch(await label.glance.innerText(), /Behalten/);
});

visit("names say what tells one kept garment from another, and its marks", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await keep(label, "t-shirt", "IN", "100");
  await keep(label, "t-shirt", "IN", "60");
  await label.more();
  await label.element.getByLabel(/Supima/).first().check();
  await keep(label, "t-shirt", "IN", "60");
  const [first, second, third] = await wardrobe(label).names();
  assert.equal(first, "T-shirt, made in India");
  assert.equal(second, "T-shirt, made in India (60 % Cotton)");
  assert.match(third ?? "", /^T-shirt, made in India \(60 % Cotton, .*Supima.*\)$/);
});

visit("forgetting asks first, and can be left", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await keep(label, "t-shirt", "IN", "100");
  await keep(label, "jeans", "IN", "100");
  const { items } = wardrobe(label);
  await label.button("Delete everything").click();
  await label.element.getByText("Delete 2 garments, here and on this device? They cannot be brought back.").waitFor();
  assert.deepEqual(await violations(page), []);
  await label.button("Cancel").click();
  assert.equal(await items.count(), 2);
  assert.equal(await focusedIn(label), "Delete everything");
  await label.button("Delete everything").click();
  assert.equal(await focusedIn(label), "Yes, delete");
  await page.keyboard.press("Enter");
  assert.equal(await items.count(), 0);
  await label.status.filter({ hasText: "Everything is deleted" }).waitFor({ state: "attached" });
});

visit("without cotton there is one thing to do: another label", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Fibre 1").selectOption("polyester");
  await label.field("Percent of fibre 1").fill("100");
  await label.settled();
  assert.equal(await label.element.locator(".page").getByText(/No cotton is named/).count(), 1, "it is said once");
  await label.button("Try another label").click();
  assert.equal(await label.field("Fibre 1").inputValue(), "cotton");
  assert.equal(await focusedIn(label), "paste");
  assert.equal(await label.button("Try another label").count(), 0);
});
