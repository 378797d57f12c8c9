/** The wardrobe is saved to and opened from files, and is stored on the device only if the visitor turns that on. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { downloaded, focusedIn, keep, wardrobe } from "./support/kept.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

const KEY = "cotton-origin-wardrobe";

/** @param {Page} page @param {string | null} [text] */
const store = (page, text) =>
  page.evaluate(([key, text]) => (text === undefined ? localStorage.getItem(key) : localStorage.setItem(key, text ?? "")), /** @type {[string, string]} */ ([KEY, text]));

visit("as CSV: for spreadsheets, with versions, and nothing in it runs", {}, async ({ page, site, host }) => {
  const policy = `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; require-trusted-types-for 'script'`;
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }), { "content-security-policy": policy });
  const label = await widget(page);
  const { press } = wardrobe(label);
  await keep(label, "jeans", "CN", "98");
  const names = ['=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(A1)", "\u200B=1+1", " =1", "A, \"quoted\" one"];
  for (const [at, name] of names.entries()) {
    await keep(label, "dress", "IN", "98");
    await press(at + 1, "Rename");
    await page.keyboard.insertText(name);
    await page.keyboard.press("Enter");
  }
  const { name, content } = await downloaded(page, () => label.button("Download for a spreadsheet (CSV)").click());
  assert.equal(name, "wardrobe.csv");
  assert.deepEqual([...content.subarray(0, 3)], [0xef, 0xbb, 0xbf], "marked as UTF-8");
  const rows = content.toString("utf8").slice(1).split("\r\n");
  assert.match(rows[0] ?? "", /^Name,Garment,Fibres,.*Part of the cotton from the Region,"Part of the cotton from the Region, low",.*,Figures,Method,Date$/);
  assert.match(rows[1] ?? "", /^"Jeans, made in China",Jeans,98 % Cotton,.*,0\.\d+,.*,2026\.\d+,\d+,\d{4}-\d\d-\d\d$/);
  for (const [at, start] of [`"'=HYPERLINK(""http`, "'+1,", "'-1,", "'@SUM(A1),", "\u200B'=1+1,", "'=1,", '"A, ""quoted"" one",'].entries()) {
    assert.ok(rows[at + 2]?.startsWith(start), rows[at + 2]);
  }
  assert.equal(rows.length, 10, "a row for each, the header, and the last line's end");
});

visit("as JSON: read back whole, beside what is there, and undone", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, press, openFile, note, total } = wardrobe(label);
  const long = "A very long name ".repeat(200).trim();
  await keep(label, "jeans", "CN", "98");
  await press(0, "Rename");
  await page.keyboard.insertText(long);
  await page.keyboard.press("Enter");
  await keep(label, "dress", "IN", "60");
  const sum = await total.innerText();
  const { name, content } = await downloaded(page, () => label.button("Download to open here again (JSON)").click());
  assert.equal(name, "wardrobe.json");
  const file = JSON.parse(content.toString("utf8"));
  assert.equal(file.garments[0].name, long);
  assert.deepEqual(file.garments[0].garment, { kind: "jeans", fibres: [{ fibre: "cotton", percent: 98 }], madeIn: "CN" });
  assert.ok(file.garments[0].answer.cottonShare.central > 0.5 && file.total.grams.high > 0 && file.version.figures);

  await page.reload();
  const fresh = await widget(page);
  await fresh.button("Open the wardrobe").click();
  await openFile(content.toString("utf8"));
  await fresh.element.locator(".kept").nth(1).waitFor();
  assert.equal(await fresh.element.locator(".kept h3").first().textContent(), long);
  assert.equal(await total.innerText(), sum);
  assert.match(await note.innerText(), /^2 garments were added from the file\. Undo$/);
  await openFile(content.toString("utf8"));
  await fresh.element.locator(".kept").nth(3).waitFor();
  assert.equal(await focusedIn(fresh), "Undo");
  await page.keyboard.press("Enter");
  assert.equal((await names()).length, 2);
  assert.equal(await focusedIn(fresh), "Wardrobe");
});

const file = (/** @type {unknown} */ garments, more = {}) => JSON.stringify({ format: KEY, formatVersion: 1, garments, ...more });

/** @type {[string, string, RegExp][]} */
const FOREIGN = [
  ["nothing", "", /cannot be read/],
  ["a text", "60% cotton", /cannot be read/],
  ["a cut file", file([{ name: "a", garment: {} }]).slice(0, -5), /cannot be read/],
  ["a picture", "\u0089PNG\r\n\u001a\n", /cannot be read/],
  ["null", "null", /not a wardrobe/],
  ["a list", "[]", /not a wardrobe/],
  ["another tool's", '{"format":"other","garments":[]}', /not a wardrobe/],
  ["one without garments", '{"format":"cotton-origin-wardrobe","formatVersion":1}', /not a wardrobe/],
  ["a newer version's", file([], { formatVersion: 2 }), /another version/],
  ["an empty one", file([]), /no garment in this file/],
  ["none that is a garment", file([1, null, "jeans", { name: 1, garment: {} }, { name: "x", garment: [] }]), /cannot read any/],
  ["unknown fields", file([{ name: "x", garment: { hat: 1 } }]), /cannot read any/],
  ["a prototype", `{"format":"${KEY}","formatVersion":1,"garments":[{"name":"x","garment":{"__proto__":{"kind":"jeans"}}}]}`, /cannot read any/],
  ["a well without ground", file([]).replace("[]", `[{"name":"x","garment":{"kind":${"[".repeat(20_000)}${"]".repeat(20_000)}}}]`), /cannot read any/],
  ["far too long", " ".repeat(2_000_001), /too large/],
];

visit("a file that is not a wardrobe is told apart, and changes nothing", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, openFile, note } = wardrobe(label);
  await keep(label, "jeans", "CN", "98");
  for (const [what, text, message] of FOREIGN) {
    await openFile(file([{ name: "between", garment: {} }]));
    await label.button("Undo").click();
    assert.equal(await note.innerText(), "", what);
    await openFile(text);
    await note.locator("p").waitFor();
    assert.match(await note.innerText(), message, what);
    assert.deepEqual(await names(), ["Jeans, made in China"], what);
  }
  assert.equal(await page.evaluate(() => /** @type {any} */ ({}).kind), undefined);
});

visit("what of a file cannot be read is counted, and the rest comes in", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, openFile, note, press } = wardrobe(label);
  await label.button("Open the wardrobe").click();
  const parts = { kind: "coat", components: [{ name: "shell", fibres: [{ fibre: "cotton" }] }, { name: "lining", fibres: [{ fibre: "polyester" }] }], cottonFrom: ["US", "EG"] };
  await openFile(file([{ name: "<img src=x onerror=alert(1)>", garment: { kind: "jeans", fibres: [{ fibre: "spandex", percent: 2 }, { fibre: "cotton", percent: 98 }] } }, { name: "bad", garment: { kind: "hat" } }, { name: "Coat", garment: parts }]));
  await note.locator("p").waitFor();
  assert.match(await note.innerText(), /^2 garments were added from the file\. 1 could not be read and was left out\. Undo$/);
  assert.deepEqual(await names(), ["<img src=x onerror=alert(1)>", "Coat"]);
  await press(0, "Open in the form");
  assert.equal(await label.field("Fibre 1").inputValue(), "elastane", "a name that means the same");
  await press(1, "Open in the form");
  assert.deepEqual(await label.element.locator(".held-field li").allInnerTexts(), ["shell: Cotton", "lining: Polyester"]);
  assert.equal(await label.field("Garment").inputValue(), "coat");
});

visit("of more garments than can be taken together each has its answer, and a sentence stands for the total", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { items, openFile, note, total } = wardrobe(label);
  await label.button("Open the wardrobe").click();
  const shirts = Array.from({ length: 2000 }, () => ({ name: "a T-shirt", garment: { kind: "t-shirt" } }));
  await openFile(file([...shirts, { name: "one more", garment: { kind: "jeans", madeIn: "CN" } }]));
  await note.locator("p").waitFor();
  assert.match(await total.innerText(), /There are 2,001 garments here\. A total can be worked out for at most 2,000: remove some to see it\./);
  assert.equal(await label.element.locator('[data-do="share-wardrobe"]').isVisible(), false);
  assert.match(await items.last().innerText(), /About \d+ in 100/);
  const { content } = await downloaded(page, () => label.element.locator('[data-do="save-json"]').dispatchEvent("click"));
  const { garments, total: saved } = JSON.parse(content.toString("utf8"));
  assert.deepEqual([garments.length, saved], [2001, null]);
  await items.last().locator('[data-do="remove-kept"]').dispatchEvent("click");
  assert.match(await total.innerText(), /of such cotton in 2,000 garments/);
});

visit("nothing is on the device until it is turned on; then it comes back; then it goes", {}, async ({ page, site }) => {
  await page.goto(site);
  let label = await widget(page);
  const { names, remember } = wardrobe(label);
  await keep(label, "jeans", "CN", "98");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await remember.isChecked(), false);
  await remember.check();
  assert.equal(JSON.parse((await store(page)) ?? "").garments.length, 1);
  await keep(label, "dress", "IN", "60");
  assert.equal(JSON.parse((await store(page)) ?? "").garments.length, 2);

  await page.reload();
  label = await widget(page);
  await label.button("Open the wardrobe").click();
  assert.deepEqual(await names(), ["Jeans, made in China", "Dress, made in India"]);
  assert.equal(await remember.isChecked(), true);
  await remember.uncheck();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal((await names()).length, 2, "it is still here");

  await remember.check();
  await label.button("Delete everything").click();
  await label.button("Yes, delete").click();
  assert.deepEqual(await names(), []);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await focusedIn(label), "Wardrobe");
  await label.status.filter({ hasText: "Everything is deleted" }).waitFor({ state: "attached" });
});

visit("what was kept before the wardrobe was opened joins what the device remembers", {}, async ({ page, site }) => {
  await page.goto(site);
  await store(page, file([{ id: "old", name: "Old one", garment: { kind: "coat" } }]));
  await page.reload();
  const label = await widget(page);
  await keep(label, "jeans", "CN", "98");
  assert.deepEqual(await wardrobe(label).names(), ["Old one", "Jeans, made in China"]);
  assert.equal(JSON.parse((await store(page)) ?? "").garments.length, 2);
});

visit("two tabs lose nothing of each other's, and forget together", {}, async ({ page, site }) => {
  await page.goto(site);
  const one = await widget(page);
  await keep(one, "jeans", "CN", "98");
  await wardrobe(one).remember.check();
  const other = await page.context().newPage();
  await other.goto(site);
  const two = await widget(other);
  await keep(two, "dress", "IN", "60");
  await keep(one, "socks", "TR", "80");
  const all = ["Jeans, made in China", "Dress, made in India", "Socks, made in Türkiye"];
  for (const label of [one, two]) {
    await wardrobe(label).items.nth(2).waitFor();
    assert.deepEqual(await wardrobe(label).names(), all);
  }
  await one.button("Delete everything").click();
  await one.button("Yes, delete").click();
  await wardrobe(two).items.first().waitFor({ state: "detached" });
  assert.equal(await other.evaluate(() => localStorage.length), 0);
});

visit("what another tab did counts even before this one is told of it", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, remember } = wardrobe(label);
  await keep(label, "jeans", "CN", "98");
  await remember.check();
  // A page gets no storage event for its own writing, so this is like an event that is still on its way.
  const kept = JSON.parse((await store(page)) ?? "");
  await store(page, file([...kept.garments, { id: "other", name: "From another tab", garment: { kind: "coat" } }]));
  await keep(label, "dress", "IN", "60");
  assert.deepEqual(await names(), ["Jeans, made in China", "From another tab", "Dress, made in India"]);
  await page.evaluate(() => localStorage.clear());
  await keep(label, "socks", "TR", "80");
  assert.equal(await store(page), null, "forgotten there is not stored again from here");
  assert.equal(await remember.isChecked(), false);
  assert.equal((await names()).length, 4);
});

/** @type {[string, string, RegExp][]} */
const BAD_DAYS = [
  ["refused", "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })", /does not let the wardrobe be stored/],
  ["full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }", /no room left/],
];

for (const [name, patch, message] of BAD_DAYS) {
  visit(`a device whose storage is ${name}: it is said, and nothing is lost`, {}, async ({ page, site }) => {
    await page.addInitScript(patch);
    await page.goto(site);
    const label = await widget(page);
    const { names, remember, note } = wardrobe(label);
    await keep(label, "jeans", "CN", "98");
    assert.equal(await note.innerText(), "");
    await remember.click();
    assert.match(await note.innerText(), message);
    assert.equal(await remember.isChecked(), false);
    await keep(label, "dress", "IN", "98");
    assert.deepEqual(await names(), ["Jeans, made in China", "Dress, made in India"]);
    await label.status.filter({ hasText: "There are 2 garments in the wardrobe." }).waitFor({ state: "attached" });
  });
}

visit("a device that runs full later: what was stored stays, what is here stays", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const { names, remember, note } = wardrobe(label);
  await keep(label, "jeans", "CN", "98");
  await remember.check();
  await page.evaluate(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
  await keep(label, "dress", "IN", "98");
  assert.match(await note.innerText(), /no room left/);
  assert.deepEqual(await names(), ["Jeans, made in China", "Dress, made in India"]);
  await keep(label, "socks", "IN", "98");
  assert.equal((await names()).length, 3);
  assert.equal(JSON.parse((await store(page)) ?? "").garments.length, 1);
});

for (const [name, text] of /** @type {const} */ ([["broken", "{"], ["another tool's", '{"a":1}'], ["empty", ""]])) {
  visit(`what the device remembers is ${name}: it is said, and stays until it is begun anew`, {}, async ({ page, site }) => {
    await page.goto(site);
    await store(page, text);
    await page.reload();
    const label = await widget(page);
    const { remember, note } = wardrobe(label);
    await keep(label, "jeans", "CN", "98");
    assert.match(await note.innerText(), /cannot be read/);
    assert.equal(await store(page), text);
    await remember.check();
    assert.equal(JSON.parse((await store(page)) ?? "").garments.length, 1);
  });
}

visit("a garment that this version does not know stays, and is in nobody's way", {}, async ({ page, site }) => {
  await page.goto(site);
  await store(page, file([{ id: "a", name: "From the future", garment: { kind: "hoverboard" } }, { id: "b", name: "Jeans", garment: { kind: "jeans", madeIn: "CN" } }]));
  await page.reload();
  const label = await widget(page);
  const { items, total } = wardrobe(label);
  await label.button("Open the wardrobe").click();
  assert.match(await items.first().innerText(), /This version cannot read this garment/);
  assert.match(await total.innerText(), /in 1 garment,/);
  await keep(label, "dress", "IN", "98");
  assert.deepEqual(JSON.parse((await store(page)) ?? "").garments[0].garment, { kind: "hoverboard" });
});
