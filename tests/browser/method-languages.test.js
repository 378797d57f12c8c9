/** The method page in other languages: nothing of its prose stays English, its script speaks as it does, and ranges run as the text does. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { METHOD_PAGES, computedAgain } from "./support/method.js";

/** @import { Page } from "playwright-core" */

const TRANSLATED = METHOD_PAGES.filter((name) => name !== "method.html");

/**
 * What is read in the page's own language, text by text, with names and titles of attributes; what is marked as English or as code is not.
 * @param {Page} page @returns {Promise<string[]>}
 */
const said = (page) =>
  page.evaluate(() => {
    const words = /** @type {HTMLTemplateElement} */ (document.querySelector("#words"));
    const texts = [document.title, document.querySelector("meta[name=description]")?.getAttribute("content") ?? ""];
    for (const root of [document.body, words.content]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
        node instanceof Element && node.matches("[lang=en], code") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node instanceof Element) texts.push(...["aria-label", "title", "alt", "data-label"].map((name) => node.getAttribute(name) ?? ""));
        else texts.push(node.textContent ?? "");
      }
    }
    return texts.map((text) => text.trim().replaceAll(/\s+/g, " ")).filter(Boolean);
  });

visit("a translation says nothing as English does, but for what is marked so", { javaScriptEnabled: true }, async ({ page, site }) => {
  await page.goto(`${site}/method.html`);
  // Before the script writes into it.
  const english = new Set(await said(page));
  assert.ok(english.size > 200 && TRANSLATED.includes("method.de.html"));
  for (const file of TRANSLATED) {
    await page.goto(`${site}/${file}`);
    const texts = await said(page);
    assert.ok(texts.length > 200, file);
    // A single word may be the same in both, and names are.
    const left = texts.filter((text) => english.has(text) && (text.match(/\p{L}{2,}/gu) ?? []).length > 2);
    assert.deepEqual(left, [], file);
    if (file === "method.de.html") for (const text of texts) assert.doesNotMatch(text, /\b(the|and|of|is|are|with)\b/i);
  }
});

/** @type {Record<string, string>} */
const german = JSON.parse(await readFile(new URL("../../www/locales/method/de.json", import.meta.url), "utf8"));

/** What a text looks like once its places are filled in. @param {string} [text] */
const pattern = (text = "") => new RegExp(`^${text.split(/\{\w+\}/).map((piece) => piece.replace(/[.()]/g, "\\$&")).join("[\\d.]+")}$`);

visit("in German its script speaks German, and writes numbers so", {}, async ({ page, site }) => {
  await page.goto(`${site}/method.de.html`);
  await computedAgain(page);
  assert.match((await page.locator("[data-computed]").first().textContent()) ?? "", pattern(german["computed.same"]));
  const unfold = page.locator("#unfold");
  assert.equal(await unfold.textContent(), "Alle Kapitel öffnen");
  await unfold.click();
  assert.equal(await unfold.textContent(), "Alle Kapitel schließen");
  const box = page.getByRole("searchbox", { name: "Zahlen und Quellen durchsuchen" });
  const status = page.getByRole("status");
  // The row is in English: its place is found by its German name.
  await box.fill("kambodscha");
  await page.locator("tr[data-figure='china-processed[KH.any]']").waitFor({ state: "visible" });
  const [, told] = /^Zahlen: (\d+)$/.exec(await status.innerText()) ?? [];
  assert.equal(await page.locator("tr[data-figure]:visible").count(), Number(told));
  await box.fill("zzzz");
  assert.equal(await status.innerText(), "Nichts gefunden");
});

visit("in German a number that differs is shown in German", {}, async ({ page, site }) => {
  const html = await readFile(new URL("../../target/www/method.de.html", import.meta.url), "utf8");
  const body = html.replace(/(data-check="implied" data-value=")[^"]*/, "$10.5");
  assert.notEqual(body, html);
  await page.route("**/method.de.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${site}/method.de.html`);
  await page.locator("[data-computed]").filter({ hasText: /Abweichende Werte: 1 von \d+/ }).first().waitFor({ state: "attached" });
  assert.equal(await page.locator("output[data-check=implied]").textContent(), "23,8 (hier 23,8)");
});

for (const file of TRANSLATED) {
  visit(`${file}: ranges run as its text does, formulas from left to right`, {}, async ({ page, site }) => {
    await page.goto(`${site}/${file}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    const rtl = (await page.locator("html").getAttribute("dir")) === "rtl";
    // In a range, and in a formula, the digits of the first number and of the last.
    const ends = await page.evaluate(() => {
      const at = (/** @type {Node} */ node, /** @type {number} */ offset) => {
        const range = new Range();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect().left;
      };
      const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
      /** @type {[string, number, number][]} */
      const found = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const [range = ""] = /[\d.,]+\u2060–\u2060[\d.,]*\d/.exec(node.textContent ?? "") ?? [];
        if (!range) continue;
        const from = (node.textContent ?? "").indexOf(range);
        found.push([range, at(node, from), at(node, from + range.length - 1)]);
      }
      return found;
    });
    assert.ok(ends.length > 15, `${ends.length} ranges`);
    for (const [range, first, last] of ends) assert.ok(rtl ? last < first : first < last, `${range} from ${first} to ${last}`);
    const formulas = await page.locator("p.formula:not(.cite), main bdi[dir=ltr]").evaluateAll((all) => all.map((each) => getComputedStyle(each).direction));
    assert.ok(formulas.length > 10);
    assert.deepEqual(new Set(formulas), new Set(["ltr"]));
  });
}
