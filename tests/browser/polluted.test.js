/** A page that has added to `Object.prototype` gives the element nothing: it reads no option, no address and no answer that it does not own. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";
import { downloaded, wardrobe } from "./support/kept.js";
import { LEVERS, everyName, polluting } from "./support/pollution.js";

/** @import { Visit } from "./support/browser.js" */
/** @import { Widget } from "./support/widget.js" */

const NAMES = await everyName();
const ELEMENT = await readFile(new URL("../../target/www/cotton-origin.js", import.meta.url));
const DIGEST = `sha384-${createHash("sha384").update(ELEMENT).digest("base64")}`;

/** Opens a page of a host with this script before ours. @param {Visit} visit @param {string} first */
async function open({ page, site, host }, first) {
  await host(hostPage(`<cotton-origin>${CHILDREN}</cotton-origin>${LEVERS}`, { head: first + script(site, `integrity="${DIGEST}" crossorigin`) }));
  return widget(page);
}

/** Uses every part; returns everything that is told of the answer. @param {Visit} visit @param {Widget} label */
async function useAll({ page }, label) {
  const { element } = label;
  await enterShirt(label);
  const told = [await label.headline.innerText(), await label.between.innerText(), await label.chance.innerText()];
  await element.locator(".more-page:not([aria-busy])").waitFor();
  for (const summary of await element.locator("details:not([open]) > summary").all()) if (await summary.isVisible()) await summary.click();
  told.push(await label.why.innerText(), await label.notes.innerText(), await element.locator(".folds").innerText());
  for (const link of await label.why.locator("a[href]").all()) told.push((await link.getAttribute("href")) ?? "");
  await label.button("Share").click();
  told.push(await element.locator(".share-said").innerText());
  await element.locator('[data-do="keep"]').click();
  const { total, items } = wardrobe(label);
  told.push(await total.innerText(), await items.first().innerText());
  const { content } = await downloaded(page, () => element.locator('[data-do="save-csv"]').click());
  told.push(content.toString("utf8"));
  await element.getByLabel("Paste what the label or the shop says").fill("80 % Baumwolle, 20 % Polyester. Hergestellt in der Türkei. GOTS");
  await element.locator(".reading").filter({ hasText: "80 %" }).waitFor();
  told.push(await element.locator(".reading").innerText(), await label.headline.innerText());
  await page.getByRole("button", { name: "In German" }).click();
  await element.locator('.root[lang="de"] .more-page:not([aria-busy]) .why details.sources').first().waitFor();
  told.push(await label.headline.innerText(), await label.why.innerText());
  return told;
}

/** What the same use tells on a page that added nothing. @type {string[]} */
let usual = [];
/** What it fetches there. @type {string[]} */
let fetched = [];

/** Only paths: each visit has its own ports. @param {Visit} visit */
const paths = ({ requests, site }) => requests.filter((address) => !address.startsWith("blob:")).map((address) => address.replace(site, "").replace(/^http.*page-\d+$/, "page")).sort();

visit("a page that adds nothing", {}, async (seen) => {
  usual = await useAll(seen, await open(seen, polluting([], "() => ({})")));
  fetched = paths(seen);
  assert.match(usual[0] ?? "", /^About 3 in 100/);
});

visit("nothing is read that is not its own", {}, async (seen) => {
  const { page, site } = seen;
  // A setter as of an ordinary property, so that only reading is watched. Whatever stands nearest on the stack asked.
  const how = `(name) => ({
    get() { const line = top(); if (line.includes(${JSON.stringify(site)})) seen.push(name + " " + line); },
    set(value) { define(this, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true }); },
  })`;
  assert.deepEqual(await useAll(seen, await open(seen, polluting(NAMES, how))), usual);
  await page.getByRole("button", { name: "What was read" }).click();
  const read = ((await page.locator("output").textContent()) ?? "").split("\n").filter(Boolean);
  // The generated glue makes a decoder with options of its own; of those it does not name, \`fatal\` would refuse what is never there: text that is not UTF-8.
  assert.deepEqual(read.filter((line) => !line.startsWith("fatal ")), []);
});

visit("accessors that keep what is set for themselves change nothing", {}, async (seen) => {
  assert.deepEqual(await useAll(seen, await open(seen, polluting(NAMES, "(name) => ({ get: () => undefined, set: () => {} })"))), usual);
  assert.deepEqual(paths(seen), fetched);
});

/** What every name is made to hold; `evil` is a server that answers everything. @type {[string, (evil: string) => string][]} */
const VALUES = [
  ["an address", (evil) => `(name) => ({ writable: true, value: ${JSON.stringify(evil)} })`],
  ["an address that is listed, too", (evil) => `(name) => ({ writable: true, enumerable: true, value: ${JSON.stringify(evil)} })`],
  ["an object", () => '(name) => ({ writable: true, value: { version: "2026.2", sources: {}, figures: [], schemes: [], record: [] } })'],
  ["bytes", () => "(name) => ({ writable: true, value: new Uint8Array(8) })"],
  ["true", () => "(name) => ({ writable: true, value: true })"],
  ["a number that cannot be changed", () => "(name) => ({ writable: false, value: 0.01 })"],
  ["what an accessor gives", (evil) => `(name) => ({ get: () => ${JSON.stringify(evil)}, set: () => {} })`],
];

for (const [name, how] of VALUES) {
  visit(`every name is ${name}: the answer, its sources and the digests stand`, {}, async (seen) => {
    const told = await useAll(seen, await open(seen, polluting(NAMES, how(`${seen.site}/evil`))));
    assert.deepEqual(told, usual);
    assert.deepEqual(paths(seen), fetched, "nothing else is fetched");
  });
}
