/**
 * What a screen reader gets: the accessibility tree of each state, compared with a snapshot that a person reviewed.
 * `COTTON_ORIGIN_TREES=write` rewrites the snapshots; then review the changes as if you could not see the page.
 */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Locator } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

/** Shortens the lists of places and years: they are long and the same everywhere. @param {string} tree */
const withoutOptions = (tree) => tree.replace(/^\s+- (option|group) .*\n/gm, "");

/** @param {string} name @param {Locator} part */
async function assertTree(name, part) {
  const file = new URL(`trees/${name}.txt`, import.meta.url);
  const tree = `${withoutOptions(`${await part.ariaSnapshot()}\n`).trimEnd()}\n`;
  if (process.env["COTTON_ORIGIN_TREES"] === "write") await writeFile(file, tree);
  assert.equal(tree, await readFile(file, "utf8"), name);
}

/** @param {Widget} label */
const answered = ({ element }) => element.getByText("Adding “bought in 2024”").waitFor();

visit("form and answer, empty, answered, with an error", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await assertTree("form", label.element.locator("form"));
  await assertTree("first-answer", label.answer);

  await enterShirt(label);
  await answered(label);
  await assertTree("answer", label.answer);

  await label.field("Percent of fibre 1").fill("90");
  await assertTree("error", label.element.locator("form"));
  await assertTree("error-summary", label.summary);
});

visit("what is below the answer, closed and open", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await answered(label);
  await label.settled();
  const below = label.element.locator(".more-page");
  await assertTree("below", below);
  await label.element.locator("details").evaluateAll((all) => all.forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
  await label.element.locator(".dot").first().waitFor();
  await assertTree("below-open", below);
  await assertTree("dots", label.element.locator(".detail"));
});

visit("what is said when the answer changes", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Garment").selectOption("jeans");
  await label.field("Made in").selectOption("CN");
  await label.status.filter({ hasText: "About 58 in 100 grams." }).waitFor();
  await assertTree("status", label.status);
});
