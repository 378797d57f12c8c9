/** The box for pasting a label: it fills the form, shows what it found, and can be corrected and undone. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { goTo, press } from "./support/focus.js";
import { hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

const BOX = "Paste what the label or the shop says";
const CLEAR = "Clear the text, and undo what it filled in";
const LABEL = "T-shirt, Style 4471\n60% COTTON 40% POLYESTER\nMADE IN BANGLADESH\nWash at 30";

/** @param {Widget} label */
const parts = ({ element, field }) => ({
  box: field(BOX),
  reading: element.locator(".reading"),
  marks: element.locator("mark"),
  /** The values of the form, by name. */
  held: () => element.evaluate((host) => Object.fromEntries([...new FormData(host.shadowRoot?.querySelector("form") ?? undefined)].filter(([, value]) => value !== ""))),
});

/** @param {Page} page @param {string} site */
async function open(page, site) {
  await page.goto(site);
  const label = await widget(page);
  return { label, ...parts(label) };
}

const READ = { kind: "t-shirt", "fibres.0.fibre": "cotton", "fibres.0.percent": "60", "fibres.1.fibre": "polyester", "fibres.1.percent": "40", madeIn: "BD" };

visit("a pasted label fills the form, and is marked", {}, async ({ page, site, requests }) => {
  const { label, box, marks, reading, held } = await open(page, site);
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await box.fill(LABEL);
  await marks.first().waitFor();
  assert.deepEqual(await held(), READ);
  assert.deepEqual(await marks.evaluateAll((all) => all.map((mark) => [mark.getAttribute("data-field"), mark.firstChild?.textContent])), [
    ["kind", "T-shirt"],
    ["fibres", "60% COTTON"],
    ["fibres", "40% POLYESTER"],
    ["madeIn", "MADE IN BANGLADESH"],
  ]);
  assert.doesNotMatch(await reading.innerText(), /Not used/, "a number of a style and how to wash are nobody's loss");
  assert.deepEqual(await label.element.locator("[data-read]").evaluateAll((all) => all.map((one) => one.getAttribute("data-read")).toSorted()), ["fibres", "kind", "madeIn"]);
  await label.status.filter({ hasText: "Read from the text: garment, fibres, and made in." }).waitFor({ state: "attached" });
  assert.deepEqual(requests.slice(loaded), [], "reading asks for nothing");
  assert.deepEqual(await violations(page), []);
});

visit("fibres of more than 100 % are filled in as they are written, and the form says what they add up to, once", {}, async ({ page, site }) => {
  const { label, box, marks, reading, held } = await open(page, site);
  await box.fill("80% cotton, 40% polyester\nMade in India");
  await marks.first().waitFor();
  assert.deepEqual(await held(), { "fibres.0.fibre": "cotton", "fibres.0.percent": "80", "fibres.1.fibre": "polyester", "fibres.1.percent": "40", madeIn: "IN" });
  await label.element.getByText("These add up to 120 %. Check the label: 100 % in all.").first().waitFor();
  assert.doesNotMatch(await reading.innerText(), /more than 100|Choose/, "one sentence is enough");
  await box.fill("60% cotton 60% polyester");
  await label.element.getByText("These add up to 120 %. Check the label: 100 % in all.").first().waitFor();
  assert.match(await reading.innerText(), /^Found, and filled in below/, "what filled the form was found");
});

visit("of a denial that was understood nothing is called unused", {}, async ({ page, site }) => {
  const { label, box, marks, reading } = await open(page, site);
  await box.fill("We never buy Xinjiang cotton. 100 % cotton, made in India. Not made in China.");
  await marks.first().waitFor();
  await label.element.getByText("That alone does not change the estimate.").first().waitFor();
  assert.doesNotMatch(await reading.innerText(), /Not used/);
});

visit("of a text without end the beginning is drawn", {}, async ({ page, site }) => {
  const { box, marks, reading, held } = await open(page, site);
  await box.fill("made in India\n".repeat(300));
  await reading.getByText("All of the text was read; only its beginning is shown.").waitFor();
  assert.equal(await marks.count(), 100);
  assert.equal((await held())["madeIn"], "IN");
});

visit("of two pasted megabytes the box takes the beginning, and all of it is read", {}, async ({ page, site }) => {
  const { label, box, marks, reading, held } = await open(page, site);
  await label.button("Try a sample").waitFor();
  // Copied in the page: a driver takes longer to hand it over than the page to read it.
  await page.evaluate(() =>
    document.addEventListener(
      "copy",
      (event) => {
        event.preventDefault();
        event.clipboardData?.setData("text/plain", `${"lorem ipsum dolor\n".repeat(120_000)}100% cotton, made in India`);
      },
      { once: true },
    ),
  );
  await box.focus();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await marks.filter({ hasText: "India" }).waitFor();
  assert.deepEqual(await held(), { "fibres.0.fibre": "cotton", "fibres.0.percent": "100", madeIn: "IN" });
  assert.equal((await box.inputValue()).length, 20_000);
  await reading.getByText("All of the text was read; only its beginning is shown.").waitFor();
  await box.fill("");
  assert.equal(await marks.count(), 0);
  await box.fill(LABEL);
  await marks.filter({ hasText: "BANGLADESH" }).waitFor();
  assert.deepEqual(await held(), READ, "nothing is left of the text before");
});

visit("what the person corrects survives the next text, and clearing undoes the rest", {}, async ({ page, site }) => {
  const { label, box, marks, held } = await open(page, site);
  await label.field("Year bought").selectOption("2024");
  await box.fill(LABEL);
  await marks.first().waitFor();
  await label.field("Made in").selectOption("IN");
  assert.equal(await label.element.locator('[data-read="madeIn"]').count(), 0, "it is the person's own now");
  await box.fill("100% linen\nMade in Vietnam");
  await marks.filter({ hasText: "linen" }).waitFor();
  assert.deepEqual(await held(), { boughtIn: "2024", "fibres.0.fibre": "linen", "fibres.0.percent": "100", madeIn: "IN" });
  await label.button(CLEAR).click();
  assert.deepEqual(await held(), { boughtIn: "2024", "fibres.0.fibre": "cotton", madeIn: "IN" });
  assert.equal(await box.inputValue(), "");
  assert.equal(await marks.count(), 0);
});

visit("an ambiguous place is left open, one press from either", {}, async ({ page, site }) => {
  const { label, box, held } = await open(page, site);
  await box.fill("100% cotton. Made in China or Vietnam");
  await label.button("Vietnam").waitFor();
  assert.equal((await held())["madeIn"], undefined);
  await label.button("Vietnam").click();
  assert.equal((await held())["madeIn"], "VN");
  assert.equal((await held())["fibres.0.percent"], "100");
  assert.equal(await label.button("China").count(), 0);
});

visit("a text without anything says so, and leaves the form", {}, async ({ page, site }) => {
  const { box, held, reading } = await open(page, site);
  const before = await held();
  await box.fill("The train to the coast leaves at noon.");
  await reading.getByText("Nothing in it fits").waitFor();
  assert.deepEqual(await held(), before);
});

visit("markup in a label stays text", {}, async ({ page, site }) => {
  const { box, marks, reading, held } = await open(page, site);
  await box.fill('<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>100% cotton<b>Made in India</b>');
  await marks.first().waitFor();
  assert.equal(await reading.locator("img, script, b").count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).ran), undefined);
  assert.equal((await held())["madeIn"], "IN");
});

visit("a megabyte of rubbish is answered, and a short text after it", {}, async ({ page, site }) => {
  const { box, marks, reading, held } = await open(page, site);
  // Made in the page, because handing so much text to the browser takes longer than reading it.
  await box.evaluate((box) => {
    /** @type {HTMLTextAreaElement} */ (box).value = "lorem 40 ipsum % made ".repeat(45_000);
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  });
  await reading.getByText(/fits|too long/).first().waitFor();
  await box.fill(LABEL);
  await marks.filter({ hasText: "BANGLADESH" }).waitFor();
  assert.deepEqual(await held(), READ);
});

visit("by keyboard: the sample, what it fills, and back", {}, async ({ page, site }) => {
  const { label, box, marks, held } = await open(page, site);
  await box.focus();
  await goTo(page, "Try a sample");
  await press(page, "Enter");
  await marks.first().waitFor();
  assert.deepEqual(await held(), READ);
  assert.equal(await press(page, "Shift+Tab"), "Change the text");
  await press(page, "Enter");
  assert.equal(await box.evaluate((box) => box.matches(":focus")), true);
  await goTo(page, CLEAR);
  await page.keyboard.press("Enter");
  assert.equal(await marks.count(), 0);
  assert.equal(await label.button("Try a sample").evaluate((button) => button.matches(":focus")), true);
});

visit("on the smallest phone nothing is cut off, in either direction", { viewport: { width: 320, height: 640 } }, async ({ page, site, host }) => {
  for (const lang of ["en", "ar"]) {
    await host(hostPage(`<main><h1>A host</h1><cotton-origin lang="${lang}"></cotton-origin></main>`, { head: script(site), html: `lang="${lang}"` }));
    const label = await widget(page);
    await label.element.locator("textarea").fill(`${LABEL}\nhttps://shop.example/${"garment".repeat(30)}\nصنع في مصر`);
    await label.element.locator("mark").first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, lang);
    assert.deepEqual(await violations(page), [], lang);
  }
});

const WASM = "cotton_origin_label.wasm";
/** A valid wasm file with other bytes: it has one more custom section. */
const changed = Buffer.concat([await readFile(new URL(`../../target/www/${WASM}`, import.meta.url)), Buffer.from([0, 2, 1, 120])]);

for (const [what, answer] of /** @type {const} */ ([
  ["without its wasm", { status: 404, body: "" }],
  ["with a wasm that is not the one it was built with", { body: changed }],
])) {
  visit(`${what} the box says so, the owner is told, and the form works`, { instead: { [`/${WASM}`]: answer } }, async ({ page, site, complaints, expected }) => {
    const { label, box, reading, held } = await open(page, site);
    await box.fill(LABEL);
    await reading.getByText("The label reader did not load. Fill in the form below instead.").waitFor();
    await label.field("Made in").selectOption("CN");
    await label.headline.filter({ hasText: "58" }).waitFor();
    assert.deepEqual(await held(), { "fibres.0.fibre": "cotton", madeIn: "CN" });
    assert.ok(complaints.some((text) => text.startsWith("<cotton-origin> reads no pasted texts")));
    expected.push(...complaints);
  });
}

visit("a text that is there before the reader is read once it comes", {}, async ({ page, site }) => {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(null)));
  await page.route("**/cotton_origin_label.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const { box, marks, held: entries } = await open(page, site);
  await box.fill(LABEL);
  assert.equal(await marks.count(), 0);
  release();
  await marks.first().waitFor();
  assert.deepEqual(await entries(), READ);
});
