/** Accessibility checks with axe-core. Its source is evaluated in the page, because the page's policy would refuse it as a script. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Violations, as "rule: element, element".
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function violations(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (globalThis);
    // Every rule of WCAG A and AA and the best practices, except target size, which layout.test.js measures: here the
    // bar at the foot of a phone covers content that can be scrolled out from under it.
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.target.flat().at(-1)).join(", ")}`);
  });
}
