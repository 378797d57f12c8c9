/** The element on a page that Astro renders: its script is imported on the server and in the browser. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { visit } from "../browser/support/browser.js";
import { assertServedAnswers } from "../browser/support/bundled.js";
import { build, project } from "./support/project.js";

visit("Astro", {}, async ({ page }) => {
  const folder = await project("astro");
  await build(folder, "astro", "build");
  const html = await readFile(join(folder, "dist/index.html"), "utf8");
  assert.match(html, /<cotton-origin><p>Ask the shop\.<\/p><\/cotton-origin>/);
  await assertServedAnswers(page, join(folder, "dist"));
});
