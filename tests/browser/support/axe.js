/** Accessibility, as axe-core judges it. It is evaluated in the page: no policy lets it in as a script. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong: "rule: element, element".
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function violations(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (globalThis);
    // Every rule of WCAG A and AA and of good practice but the size of targets, which layout.test.js measures: here the
    // line at the foot of a phone covers what can be scrolled from under it.
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.target.flat().at(-1)).join(", ")}`);
  });
}
