/** Everything works with the keyboard alone, on a page where the element stands between two links of its host. */
import assert from "node:assert/strict";
import { focused, goTo, press } from "./support/focus.js";
import { widget } from "./support/widget.js";
import { visit } from "./support/browser.js";

/** @import { Visit } from "./support/browser.js" */

/** Opens a host's page and focuses its first link. @param {Visit} visit */
async function open({ page, site, host }) {
  await host(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A host</title>
    <script type="module" src="${site}/cotton-origin.js"></script>
    <a href="#before">before</a><cotton-origin></cotton-origin><a href="#after">after</a>`);
  const label = await widget(page);
  assert.equal(await press(page, "Tab"), "before");
  return label;
}

visit("the whole flow: enter, correct, look up, by keys alone", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);

  await goTo(page, "Garment");
  await press(page, "ArrowDown");
  await goTo(page, "Percent of fibre 1");
  await page.keyboard.type("60");
  await goTo(page, "Add a fibre");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).name, "Fibre 2", "the new row takes the focus");
  await page.keyboard.type("Polyester");
  assert.equal(await press(page, "Tab"), "Percent of fibre 2");
  await page.keyboard.type("40");
  await goTo(page, "Made in");
  await press(page, "ArrowDown");
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
  await press(page, "ArrowDown");
  assert.equal(await press(page, "Tab"), "Where it was bought");
  assert.equal(await press(page, "Tab"), "Year bought");
  await page.keyboard.type("2024");
  assert.match(await label.headline.innerText(), /^About 3 in 100/);

  assert.equal(await press(page, "Tab"), "I know more");
  await press(page, "Enter");
  assert.equal(await press(page, "Tab"), "Cloth woven or knitted in");
  await goTo(page, "Weight in grams");
  await page.keyboard.type("170");
  await goTo(page, "It is organic");
  await press(page, "Space");
  assert.equal(await label.field("It is organic").first().isChecked(), true);
  await goTo(page, "I know more", "Shift+Tab");
  await press(page, "Space");
  assert.equal(await label.field("Weight in grams").isVisible(), false);

  await goTo(page, "Percent of fibre 2", "Shift+Tab");
  await press(page, "Backspace");
  await press(page, "Backspace");
  await page.keyboard.type("70");
  await goTo(page, "These add up to 130 %. Check the label: 100 % in all.");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).name, "Fibres", "the link leads to what is wrong");
  await goTo(page, "Percent of fibre 2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("40");
  assert.equal(await label.summary.isVisible(), false);

  await goTo(page, "Remove fibre 2");
  await page.keyboard.press("Space");
  assert.equal((await focused(page)).name, "Fibre 1", "the focus is not lost with the row");
});

visit("sources open and their links are reached", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  await label.field("Made in").selectOption("BD");
  await label.settled();
  const summary = label.why.locator("details.sources summary").first();
  await goTo(page, await summary.innerText());
  await press(page, "Space");
  const link = label.why.locator("details.sources").first().getByRole("link").first();
  assert.equal(await press(page, "Tab"), (await link.innerText()).replace("\n", " "));
  await press(page, "Shift+Tab");
  await press(page, "Enter");
  assert.equal(await link.isVisible(), false, "and closed again");
});

visit("what is not known leads to its question", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  await label.field("Made in").selectOption("BD");
  await label.settled();
  await label.why.getByRole("button", { name: "Where the yarn was spun" }).focus();
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).name, "Yarn spun in", "what hides it is opened");
});

for (const width of [390, 1280]) {
  visit(`no trap at ${width} px: on to the end, and back the same way`, { viewport: { width, height: 800 } }, async (visit) => {
    const { page } = visit;
    const label = await open(visit);
    await label.field("Made in").selectOption("BD");
    await label.settled();
    for (const details of await label.element.locator("details").all()) await details.evaluate((node) => node.setAttribute("open", ""));
    await page.getByText("before").focus();
    const there = await goTo(page, "after");
    assert.ok(there.length > 30);
    const back = await goTo(page, "before", "Shift+Tab");
    // The bar at the foot of a phone appears and disappears while scrolling.
    const lasting = (/** @type {string[]} */ stops) => stops.filter((name) => !name.endsWith("See the answer"));
    assert.deepEqual(lasting(back.slice(0, -1)), lasting(there.slice(0, -1)).toReversed());
  });
}

visit("on a phone, the line at the foot is gone by the time the form ends: the answer is in view", { viewport: { width: 390, height: 480 } }, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  assert.equal(await label.glance.isVisible(), false, "there is no answer yet");
  await label.field("Garment").selectOption("jeans");
  await goTo(page, "Made in");
  assert.equal(await label.glance.isVisible(), true);
  await goTo(page, "I know more");
  await label.element.locator(".glance.is-away").waitFor({ state: "attached" });
  assert.equal(await press(page, "Tab"), "The range in more detail");
});
