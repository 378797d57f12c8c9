/** The wardrobe: kept garments are named, totalled, opened, compared and removed. */
import assert from "node:assert/strict";
import { co } from "../node/support/core.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enter, focusedIn, keep, wardrobe } from "./support/kept.js";
import { widget } from "./support/widget.js";

/** @import { Garment } from "../../www/types.d.ts" */

visit("what is kept is named and listed with its answer, and summed with one range", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { items, names, total } = wardrobe(label);
  await keep(label, "t-shirt", "BD", "60");
  await keep(label, "jeans", "CN", "98");
  assert.deepEqual(await names(), ["T-shirt, made in Bangladesh", "Jeans, made in China"]);

  /** @type {Garment[]} */
  const garments = [
    { kind: "t-shirt", madeIn: "BD", fibres: [{ fibre: "cotton", percent: 60 }] },
    { kind: "jeans", madeIn: "CN", fibres: [{ fibre: "cotton", percent: 98 }] },
  ];
  const { garments: answers, total: sum } = co.assessAll(garments);
  for (const [at, { cottonShare, grams }] of answers.entries()) {
    const text = await items.nth(at).innerText();
    const share = /** @type {import("../../www/types.d.ts").Estimate} */ (cottonShare);
    assert.ok(text.includes(`About ${Math.round(share.central * 100)} in 100 grams. Between ${Math.round(share.low * 100)} and ${Math.round(share.high * 100)}.`), text);
    assert.ok(text.includes(`On average about ${Math.round(grams?.central ?? 0)} g of the Region’s cotton in one like this`), text);
  }
  const whole = await total.innerText();
  assert.ok(whole.includes(`About ${Math.round(sum.grams.central)} g of such cotton in 2 garments, between ${Math.round(sum.grams.low)} and ${Math.round(sum.grams.high)} g.`), whole);
  assert.doesNotMatch(whole, /of 2 likely/, "no count of one’s own things: that would read as a verdict on them");
});

visit("the total names what it leaves out, and does not where there is no cotton", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, total, items } = wardrobe(label);
  await keep(label, "carpet", "TR", "100");
  await label.field("Fibre 1").selectOption("wool");
  await keep(label, "sweater", "CN", "100");
  await label.field("Fibre 1").selectOption("cotton");
  await keep(label, "socks", "TR");
  assert.deepEqual(await names(), ["Carpet, made in Türkiye", "Sweater, made in China", "Socks, made in Türkiye"]);
  assert.match(await items.nth(1).innerText(), /No cotton is named/);
  assert.match(await total.innerText(), /Left out of the grams, as its weight or its share of cotton is not known: Carpet, made in Türkiye\./);
  assert.match(await total.innerText(), /of such cotton in 2 garments/);
});

visit("two alike have two names; a name can be changed, and changed back by Escape", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, press } = wardrobe(label);
  await keep(label, "jeans", "IN");
  await keep(label, "jeans", "IN");
  assert.deepEqual(await names(), ["Jeans, made in India", "Jeans, made in India (2)"]);
  await press(1, "Rename");
  assert.equal(await focusedIn(label), "new-name");
  await page.keyboard.type("<b>My</b> blue ones");
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(), ["Jeans, made in India", "<b>My</b> blue ones"]);
  assert.equal(await focusedIn(label), "<b>My</b> blue ones");
  await press(0, "Rename");
  await page.keyboard.type("Not this");
  await page.keyboard.press("Escape");
  assert.deepEqual(await names(), ["Jeans, made in India", "<b>My</b> blue ones"]);
});

visit("opened again, a garment is edited and updated, or kept as new", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, press, items } = wardrobe(label);
  await label.more();
  await label.button("Add a fibre").click();
  await label.field("Fibre 2").selectOption("Elastane (spandex, Lycra)");
  await label.field("Percent of fibre 2").fill("2");
  await label.field("It is organic").first().check();
  await label.field("GOTS (Global Organic Textile Standard)").check();
  await label.field("Weight in grams").fill("512,5");
  await label.field("Yarn spun in").selectOption("IN");
  await keep(label, "jeans", "CN", "98");
  await label.button("Remove fibre 2").click();
  await label.field("GOTS (Global Organic Textile Standard)").uncheck();
  await label.field("It is organic").uncheck();
  await label.field("Weight in grams").fill("");
  await label.field("Yarn spun in").selectOption("");
  await keep(label, "socks", "BD", "80");

  await press(0, "Open in the form");
  const said = await Promise.all(["Garment", "Percent of fibre 1", "Fibre 2", "Percent of fibre 2", "Made in", "Yarn spun in", "Weight in grams"].map((name) => label.field(name).inputValue()));
  assert.deepEqual(said, ["jeans", "98", "elastane", "2", "CN", "IN", "512.5"]);
  assert.equal(await label.field("It is organic").first().isChecked(), true);
  assert.equal(await label.field("GOTS (Global Organic Textile Standard)").isChecked(), true);
  assert.match(await label.element.locator(".open-now").innerText(), /In the form is one that you kept: Jeans, made in China/);
  assert.equal(await label.changed.isVisible(), false, "nothing was changed by hand");

  await label.field("Made in").selectOption("TR");
  await label.button("Update it").click();
  assert.deepEqual(await names(), ["Jeans, made in Türkiye (GOTS)", "Socks, made in Bangladesh"], "a name that was made follows the garment");
  assert.equal(await label.element.locator(".open-now").count(), 0);

  await press(1, "Open in the form");
  await label.field("Made in").selectOption("IN");
  await label.button("Keep as new").click();
  assert.deepEqual(await names(), ["Jeans, made in Türkiye (GOTS)", "Socks, made in Bangladesh", "Socks, made in India"]);
  assert.match(await items.nth(1).innerText(), /About \d+ in 100/);
});

visit("what stood in the form comes back, even what was never right", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { press } = wardrobe(label);
  await keep(label, "jeans", "CN");
  await enter(label, "dress", "VN", "sixty");
  await press(0, "Open in the form");
  assert.equal(await label.field("Garment").inputValue(), "jeans");
  assert.equal(await label.summary.isVisible(), false);
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Garment").inputValue(), "dress");
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "sixty");
  assert.ok(await label.summary.isVisible());

  // Changes to an opened garment that were not kept are not lost when the next one is opened.
  await press(0, "Open in the form");
  await label.field("Made in").selectOption("PT");
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Garment").inputValue(), "dress");
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Made in").inputValue(), "PT");
});

visit("what is not right is not kept: the person is brought to it", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enter(label, "dress", "VN", "sixty");
  await label.button("Keep this one").click();
  assert.equal(await label.element.locator(".kept").count(), 0);
  assert.equal(await focusedIn(label), "field-fibres.0.percent");
});

visit("taken out, it can be brought back to where it was, by the keyboard", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, press, note } = wardrobe(label);
  for (const place of ["BD", "CN", "TR"]) await keep(label, "jeans", place);
  await press(1, "Remove");
  assert.deepEqual(await names(), ["Jeans, made in Bangladesh", "Jeans, made in Türkiye"]);
  assert.match(await note.innerText(), /^Removed: Jeans, made in China\. Undo$/);
  assert.equal(await focusedIn(label), "Undo");
  await label.status.filter({ hasText: "Removed: Jeans, made in China." }).waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(), ["Jeans, made in Bangladesh", "Jeans, made in China", "Jeans, made in Türkiye"]);
  assert.equal(await focusedIn(label), "Jeans, made in China");
  await label.status.filter({ hasText: "Back again" }).waitFor({ state: "attached" });
});

visit("two side by side: a table of what differs, with both answers", { viewport: { width: 320, height: 800 } }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await keep(label, "jeans", "BD", "98");
  await keep(label, "jeans", "CN", "100");
  await keep(label, "jeans", "CN", "100");
  await label.element.getByText("Compare two").click();
  const table = label.element.getByRole("table", { name: "Where the two differ" });
  const heads = await table.getByRole("columnheader").allInnerTexts();
  assert.deepEqual(heads.filter(Boolean), ["Jeans, made in Bangladesh", "Jeans, made in China"]);
  const rows = Object.fromEntries(await Promise.all((await table.getByRole("row").all()).slice(1).map(async (row) => [await row.getByRole("rowheader").innerText(), await row.getByRole("cell").allInnerTexts()])));
  assert.deepEqual(rows["Fibres"], ["98 % Cotton", "100 % Cotton"]);
  assert.deepEqual(rows["Made in"], ["Bangladesh", "China"]);
  assert.equal(rows["Garment"], undefined, "what is alike is left out");
  assert.match(rows["From the Region"][0], /^About \d+ in 100 grams\.$/);
  assert.deepEqual(Object.keys(rows).slice(-4), ["From the Region", "Its range", "Of 100 such garments, with some", "In one like it, on average"]);
  const { right } = await table.evaluate((node) => node.getBoundingClientRect().toJSON());
  assert.ok(right <= 320);

  await label.field("First garment").selectOption("Jeans, made in China (2)");
  assert.match(await label.element.locator(".compare caption").innerText(), /You entered the same for both/);
});

visit("twenty garments: typing does not compute them again", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { items } = wardrobe(label);
  for (let at = 0; at < 20; at += 1) await keep(label, ["jeans", "dress", "t-shirt", "towel"][at % 4] ?? "", ["BD", "CN", "TR"][at % 3] ?? "", String(80 + at));
  assert.equal(await items.count(), 20);
  const first = await items.first().elementHandle();
  await label.field("Percent of fibre 1").fill("12");
  await label.field("Percent of fibre 1").fill("13");
  assert.equal(await first?.evaluate((node) => node.isConnected), true, "the list stands as it was");
  const time = await page.evaluate(() => {
    const button = /** @type {HTMLElement} */ (document.querySelector("cotton-origin")?.shadowRoot?.querySelector('[data-do="keep"]'));
    const start = performance.now();
    button.click();
    return performance.now() - start;
  });
  assert.ok(time < 1000, `one more takes ${time} ms`);
});

visit("a very long name breaks its box nowhere", { viewport: { width: 320, height: 800 } }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, press, items } = wardrobe(label);
  const name = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(40);
  await keep(label, "jeans", "CN", "98");
  await press(0, "Rename");
  await page.keyboard.insertText(name);
  await page.keyboard.press("Enter");
  await keep(label, "dress", "IN", "98");
  await label.element.getByText("Compare two").click();
  assert.equal(await items.first().locator("h3").textContent(), name);
  assert.equal((await names()).length, 2);
  assert.ok((await items.first().evaluate((node) => node.getBoundingClientRect().height)) < 400);
  await press(0, "Open in the form");
  await press(0, "Remove");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

visit("two on a page share one wardrobe", {}, async ({ page, site, host }) => {
  await host(hostPage("<cotton-origin></cotton-origin><cotton-origin></cotton-origin>", { head: script(site) }));
  const [one, two] = [await widget(page, 0), await widget(page, 1)];
  await keep(one, "jeans", "CN");
  await keep(two, "dress", "IN");
  for (const label of [one, two]) assert.deepEqual(await wardrobe(label).names(), ["Jeans, made in China", "Dress, made in India"]);
  await wardrobe(two).press(0, "Remove");
  assert.deepEqual(await wardrobe(one).names(), ["Dress, made in India"]);
});

visit("another language, and a move, keep what was kept and what stood in the form", {}, async ({ page, site, host }) => {
  await host(hostPage("<cotton-origin></cotton-origin><main></main>", { head: script(site) }));
  const label = await widget(page);
  await keep(label, "jeans", "CN");
  await enter(label, "dress", "VN", "44");
  await wardrobe(label).press(0, "Open in the form");
  await label.element.evaluate((element) => {
    element.setAttribute("dir", "rtl");
    document.querySelector("main")?.append(element);
  });
  await label.element.locator('[dir="rtl"] .open-now').waitFor();
  await label.button("Open the wardrobe (1 garment)").click();
  assert.deepEqual(await wardrobe(label).names(), ["Jeans, made in China"]);
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "44");
});

visit("printing prints the wardrobe, only when asked to", {}, async ({ page, site }) => {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.printed = 0;
    kept.print = () => (kept.printed += 1);
  });
  await page.goto(site);
  const label = await widget(page);
  const printed = () => page.evaluate(() => /** @type {any} */ (globalThis).printed);
  await keep(label, "jeans", "CN");
  assert.equal(await printed(), 0);
  await label.button("Print the wardrobe").click();
  assert.equal(await printed(), 1);
  await page.emulateMedia({ media: "print" });
  assert.equal(await label.headline.isVisible(), false);
  assert.ok(await label.element.locator(".kept h3").isVisible());
  assert.equal(await label.element.locator(".wardrobe-device").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok(await label.headline.isVisible(), "the next print is of everything");
});

for (const [name, options] of /** @type {const} */ ([
  ["light", {}],
  ["dark, on a phone", { colorScheme: "dark", viewport: { width: 320, height: 700 } }],
])) {
  visit(`axe finds nothing in the wardrobe, nor is a target too small: ${name}`, options, async ({ page, site }) => {
    await page.goto(site);
    const label = await widget(page);
    await keep(label, "jeans", "CN", "98");
    await keep(label, "dress", "IN", "98");
    await label.element.getByText("Compare two").click();
    await wardrobe(label).press(0, "Open in the form");
    await wardrobe(label).press(1, "Rename");
    assert.deepEqual(await violations(page), []);
    await wardrobe(label).press(1, "Remove");
    assert.deepEqual(await violations(page), []);
    const small = await label.element.locator(".wardrobe, .deeds").locator("button, select, summary, label").evaluateAll((nodes) =>
      nodes.filter((node) => node.checkVisibility()).map((node) => [node.textContent, node.getBoundingClientRect()]).filter(([, box]) => /** @type {DOMRect} */ (box).height < 24 || /** @type {DOMRect} */ (box).width < 24).map(([text]) => text),
    );
    assert.deepEqual(small.filter((text) => text !== "First garment" && text !== "Second garment"), []);
  });
}

visit("percentages over 100 are kept as they were answered: in proportion", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enter(label, "jeans", "CN", "90");
  await label.button("Add a fibre").click();
  await label.field("Fibre 2").selectOption("Polyester");
  await label.field("Percent of fibre 2").fill("90");
  await label.button("Keep this one").click();
  assert.deepEqual(await wardrobe(label).names(), ["Jeans, made in China"]);
  assert.equal(await label.field("Percent of fibre 2").inputValue(), "90", "what was typed stays");
  await wardrobe(label).press(0, "Open in the form");
  assert.equal(await label.field("Percent of fibre 2").inputValue(), "50");
});

for (const [sections, keeps, shares] of /** @type {const} */ ([["why", false, false], ["why wardrobe", true, false], ["why share", false, true]])) {
  visit(`a host that shows only ${sections}`, {}, async ({ page, site, host }) => {
    await host(hostPage(`<cotton-origin sections="${sections}"></cotton-origin>`, { head: script(site) }));
    const label = await widget(page);
    await enter(label, "jeans", "CN", "90");
    assert.equal(await label.button("Keep this one").count(), Number(keeps));
    assert.equal(await label.element.locator(".wardrobe").count(), Number(keeps));
    assert.equal(await label.button("Share").count(), Number(shares));
    if (!keeps) return;
    await label.button("Keep this one").click();
    assert.equal(await label.button("Share this total").isVisible(), false);
  });
}
