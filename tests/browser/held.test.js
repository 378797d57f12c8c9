/** A garment can hold more than the form has fields for, whether it was read from a label, opened from the wardrobe or came in a link: all of it counts, is shown as text, and can be removed. */
import assert from "node:assert/strict";
import { toFragment } from "../../www/element/more/share/link.js";
import { co } from "../node/support/core.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { focused, goTo } from "./support/focus.js";
import { hostPage, script } from "./support/host.js";
import { wardrobe } from "./support/kept.js";
import { lastTold, listen, widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Garment } from "../../www/types.d.ts" */
/** @import { Visit } from "./support/browser.js" */
/** @import { Widget } from "./support/widget.js" */

const COAT = "Coat / Shell: 100% polyester. Lining: 100% cotton. Made in China";
const ORIGINS = "100% cotton grown in USA and Egypt. Made in China";

/** @param {Visit} visit @param {string} [attributes] */
async function open({ page, site, host }, attributes = "") {
  await listen(page);
  await host(hostPage(`<main><h1>A host</h1><cotton-origin ${attributes}></cotton-origin></main>`, { head: script(site) }));
  return widget(page);
}

/** @param {Widget} label */
const parts = ({ element }) => ({
  box: element.locator("textarea").first(),
  held: element.locator(".held-field"),
  remove: (/** @type {string} */ field) => element.locator(`#drop-${field}`),
});

/** The answer that the page dispatched is what the core gives for this garment. @param {Page} page @param {Garment} garment */
async function assertAnswers(page, garment) {
  const [told, own] = [await lastTold(page), co.assess(garment)];
  assert.deepEqual([told.cottonShare, told.garmentShare, told.grams, told.notes], [own.cottonShare, own.garmentShare, own.grams, own.notes]);
}

visit("a coat whose lining alone is cotton: the answer is the core's own to that reading, and the parts can be read", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  const { box, held } = parts(label);
  await box.fill(COAT);
  await held.waitFor();
  assert.match(await label.headline.innerText(), /^About 58 in 100 grams/);
  const { garment } = co.readLabel(COAT);
  assert.equal(garment.components?.length, 2);
  await assertAnswers(page, garment);
  assert.match(await label.notes.innerText(), /Its cotton is in a part whose weight is not known/);
  assert.equal(await held.getByRole("heading").innerText(), "Parts");
  assert.match((await held.getByRole("listitem").allInnerTexts()).join("; "), /^shell: 100 % Polyester; lining: 100 % Cotton$/i);
  assert.equal(await held.getAttribute("data-read"), "fibres", "marked as the text's");
  assert.equal(await label.field("Fibre 1").isVisible(), false, "no rows that would say something else");
  assert.deepEqual(await violations(page), []);
});

visit("parts taken out make room for fibres, by keyboard, and no reading brings them back until the text is cleared", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  const { box, held } = parts(label);
  await box.fill(COAT);
  await held.waitFor();
  await goTo(page, "Remove");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).name, "Fibre 1", "where fibres can be filled in now");
  assert.equal(await held.count(), 0);
  assert.equal(await label.field("Fibre 1").inputValue(), "cotton");
  await assertAnswers(page, { kind: "coat", fibres: [{ fibre: "cotton" }], madeIn: "CN" });
  assert.match(await label.changed.innerText(), /^Changing the fibres/);
  await label.field("Fibre 1").selectOption("wool");
  await label.button("Change the text").click();
  await box.fill(`${COAT} `);
  assert.equal(await held.count(), 0);
  assert.equal(await label.field("Fibre 1").inputValue(), "wool");
  await label.button("Clear the text, and undo what it filled in").click();
  assert.equal(await label.field("Garment").inputValue(), "");
  assert.equal(await label.field("Fibre 1").inputValue(), "wool", "the person's own stays");
});

visit("a text without parts after one with parts", {}, async (visit) => {
  const label = await open(visit);
  const { box, held } = parts(label);
  await label.field("Percent of fibre 1").fill("77");
  await box.fill(COAT);
  await held.waitFor();
  await label.button("Change the text").click();
  await box.fill("60% cotton, 40% polyester. Made in India");
  await label.field("Fibre 2").waitFor();
  assert.equal(await held.count(), 0);
  await assertAnswers(visit.page, { fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], madeIn: "IN" });
  await label.button("Clear the text, and undo what it filled in").click();
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "77", "as it was before");
});

visit("what a host does not ask for is read, counted, told, and can be taken out one by one", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit, 'questions="paste kind madeIn"');
  const { box, held, remove } = parts(label);
  await box.fill(ORIGINS);
  await held.first().waitFor();
  const garment = co.readLabel(ORIGINS).garment;
  assert.deepEqual(garment.cottonFrom, ["US", "EG"]);
  await assertAnswers(page, garment);
  assert.deepEqual(await held.getByRole("heading").allInnerTexts(), ["Fibres", "Cotton said to be from", "How do they know?"]);
  assert.deepEqual(await held.nth(1).getByRole("listitem").allInnerTexts(), ["United States", "Egypt"]);
  assert.deepEqual(await violations(page), []);

  assert.equal(await label.element.getByRole("button", { name: "Remove Cotton said to be from" }).count(), 1, "each button says what it removes");
  await remove("cottonFrom").click();
  await assertAnswers(page, { fibres: [{ fibre: "cotton", percent: 100 }], madeIn: "CN" });
  assert.deepEqual(await held.getByRole("heading").allInnerTexts(), ["Fibres"], "nothing is left that a proof could be of");
  assert.equal(await remove("fibres").evaluate((button) => button.matches(":focus")), true, "the next one");
  await remove("fibres").press("Enter");
  await assertAnswers(page, { madeIn: "CN" });
  assert.equal(await label.headline.evaluate((headline) => headline.matches(":focus")), true, "nothing more to remove");
});

/** @type {Garment} */
const PARTS = {
  kind: "coat",
  components: [
    { name: "Shell", fibres: [{ fibre: "cotton", percent: 80 }, { fibre: "polyester", percent: 20, recycled: true }], massGrams: 600 },
    { name: "Lining", fibres: [{ fibre: "cotton", percent: 20 }, { fibre: "viscose" }], massGrams: 200 },
  ],
  madeIn: "CN",
};

visit("a kept garment of several parts is opened, changed and updated: its parts stay", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  const { press, openFile, remember } = wardrobe(label);
  const { held } = parts(label);
  await label.button("Open the wardrobe").click();
  await remember.check();
  await openFile(JSON.stringify({ format: "cotton-origin-wardrobe", formatVersion: 1, garments: [{ name: "Coat", garment: PARTS }] }));
  await press(0, "Open in the form");
  assert.deepEqual(await held.getByRole("listitem").allInnerTexts(), ["Shell (600 g): 80 % Cotton and 20 % Polyester (recycled)", "Lining (200 g): 20 % Cotton and Viscose (rayon)"]);
  await assertAnswers(page, PARTS);
  await label.field("Year bought").selectOption("2024");
  await label.button("Update it").click();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("cotton-origin-wardrobe") ?? "").garments[0].garment);
  assert.deepEqual(kept, { ...PARTS, boughtIn: 2024 });

  // Removing something in the form changes the kept garment only when the visitor asks for that.
  await press(0, "Open in the form");
  await label.element.locator("#drop-components").click();
  await label.button("Keep as new").click();
  await press(0, "Open in the form");
  assert.equal(await held.count(), 1);
});

visit("what a form cannot show can be put back, too", {}, async (visit) => {
  const label = await open(visit);
  const { press, openFile } = wardrobe(label);
  const { box, held } = parts(label);
  await label.button("Open the wardrobe").click();
  await openFile(JSON.stringify({ format: "cotton-origin-wardrobe", formatVersion: 1, garments: [{ name: "Jeans", garment: { kind: "jeans", madeIn: "TR" } }] }));
  await box.fill(COAT);
  await held.waitFor();
  await press(0, "Open in the form");
  assert.equal(await held.count(), 0);
  // The pasted text did not fill in the opened garment, so clearing the text undoes nothing there.
  await label.button("Clear the text, and undo what it filled in").click();
  assert.equal(await label.field("Garment").inputValue(), "jeans");
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Garment").inputValue(), "coat");
  assert.equal(await held.count(), 1);
  await assertAnswers(visit.page, co.readLabel(COAT).garment);
});

visit("a link with parts gives its answer, in another language, too", {}, async (visit) => {
  const { page, site, host } = visit;
  await listen(page);
  const own = await host(hostPage("<cotton-origin from-link></cotton-origin>", { head: script(site) }));
  await page.goto("about:blank");
  /** Includes a year that the list does not offer. @type {Garment} */
  const old = { ...PARTS, boughtIn: 1999 };
  await page.goto(own + toFragment(old, co.assess(old), "2026-05-03"));
  const label = await widget(page);
  const { held } = parts(label);
  assert.match(await label.element.locator(".arrival").innerText(), /so is the answer/);
  await assertAnswers(page, old);
  await label.button("Change what was entered").click();
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await held.getByRole("heading", { name: "Teile" }).waitFor();
  assert.deepEqual(await held.getByRole("listitem").count(), 2);
  assert.equal(await label.element.locator("#field-boughtIn").inputValue(), "1999");
  await assertAnswers(page, old);
  assert.ok(await label.element.locator(".arrival").isVisible());
});

visit("a host that changes its questions loses nothing: what it no longer asks is told, and what it asks again is in its field", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  const { held } = parts(label);
  await label.more();
  await label.field("Yarn spun in").selectOption("IN");
  await label.field("Made in").selectOption("CN");
  const ask = (/** @type {string} */ questions) => label.element.evaluate((element, questions) => element.setAttribute("questions", questions), questions);
  await ask("kind fibres madeIn");
  await held.waitFor();
  assert.match(await held.innerText(), /^Yarn spun in\s+India/);
  await assertAnswers(page, { fibres: [{ fibre: "cotton" }], madeIn: "CN", spunIn: "IN" });
  await ask("fibres madeIn spunIn");
  await label.field("Yarn spun in").waitFor({ state: "attached" });
  assert.equal(await label.field("Yarn spun in").inputValue(), "IN");
  assert.equal(await held.count(), 0);

  // Even entries that were never valid.
  await label.field("Percent of fibre 1").fill("sixty");
  await ask("kind madeIn");
  await label.field("Garment").waitFor();
  await ask("fibres madeIn");
  await label.field("Percent of fibre 1").waitFor();
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "sixty");
});

visit("what was chosen where a text was open outlives a change of language", {}, async (visit) => {
  const { page } = visit;
  const label = await open(visit);
  const { box } = parts(label);
  await box.fill("100% cotton. Made in China or Vietnam");
  await label.button("Vietnam").click();
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await label.field("Hergestellt in (made in)").waitFor();
  await label.element.locator("mark").first().waitFor();
  assert.equal(await label.field("Hergestellt in (made in)").inputValue(), "VN");
  assert.equal(await label.element.locator(".choices").count(), 0, "it is not asked again");
  await assertAnswers(page, { fibres: [{ fibre: "cotton", percent: 100 }], madeIn: "VN" });
});

visit("recycled polyester stays recycled, and can be seen to be", {}, async (visit) => {
  const label = await open(visit);
  const { press, openFile, remember } = wardrobe(label);
  await label.button("Open the wardrobe").click();
  await remember.check();
  const garment = { fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40, recycled: true }] };
  await openFile(JSON.stringify({ format: "cotton-origin-wardrobe", formatVersion: 1, garments: [{ name: "Shirt", garment }] }));
  await press(0, "Open in the form");
  await label.more();
  assert.equal(await label.element.getByRole("group", { name: "Fibre 2" }).getByLabel("It is recycled").isChecked(), true);
  await label.field("Made in").selectOption("BD");
  await label.button("Update it").click();
  const kept = await visit.page.evaluate(() => JSON.parse(localStorage.getItem("cotton-origin-wardrobe") ?? "").garments[0].garment);
  assert.deepEqual(kept, { ...garment, madeIn: "BD" });
  // The mark belonged to the fibre that was there before.
  await press(0, "Open in the form");
  await label.field("Fibre 2").selectOption("wool");
  assert.equal(await label.element.getByRole("group", { name: "Fibre 2" }).isVisible(), false);
});

visit("on the smallest phone, from either side, parts are cut off nowhere", { viewport: { width: 320, height: 640 } }, async (visit) => {
  for (const lang of ["en", "ar"]) {
    const label = await open(visit, `lang="${lang}"`);
    const { box, held } = parts(label);
    await box.fill(`${"Schulterpolster".repeat(6)}: 100% polyester. Lining: 100% cotton. Made in China\n${COAT}`);
    await held.waitFor();
    assert.ok((await visit.page.evaluate(() => document.documentElement.scrollWidth)) <= 320, lang);
    assert.deepEqual(await violations(visit.page), [], lang);
  }
});

visit("a key crosses into the core once", {}, async (visit) => {
  const { page } = visit;
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.calls = [];
    const instantiate = WebAssembly.instantiate;
    /** Records which of the core's functions are called. */
    kept.WebAssembly.instantiate = async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const { exports } = /** @type {WebAssembly.Instance} */ (/** @type {unknown} */ (await instantiate(module, imports)));
      const counted = Object.entries(exports).map(([name, value]) => {
        const isCall = /^(assess|garment|quantiles|catalogue)/.test(name);
        return [name, isCall ? (/** @type {unknown[]} */ ...args) => (kept.calls.push(name), /** @type {Function} */ (value)(...args)) : value];
      });
      return { instance: { exports: Object.fromEntries(counted) }, module };
    };
  });
  const label = await open(visit);
  const calls = () => page.evaluate(() => /** @type {any} */ (globalThis).calls.splice(0));
  assert.ok((await calls()).length > 0, "they are counted");
  await label.field("Percent of fibre 1").press("6");
  assert.deepEqual(await calls(), ["assessEntries"]);
  await label.button("Add a fibre").click();
  await label.field("Fibre 2").selectOption("polyester");
  await calls();
  // Also when percentages were scaled to add up to 100.
  await label.field("Percent of fibre 2").fill("99");
  assert.match(await label.summary.innerText(), /scaled to make 100 %/);
  assert.deepEqual(await calls(), ["assessEntries"]);
});
