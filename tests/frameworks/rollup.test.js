/** The package in a project that Rollup builds. */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { visit } from "../browser/support/browser.js";
import { assertServedAnswers, copyAsTheDocsSay } from "../browser/support/bundled.js";
import { build, project } from "./support/project.js";

visit("Rollup, with the files copied beside the bundle as the docs say", {}, async ({ page }) => {
  const folder = await project("rollup");
  await build(folder, "rollup", "main.mjs", "--plugin", "node-resolve", "--format", "es", "--dir", "dist", "--silent");
  await copyFile(join(folder, "index.html"), join(folder, "dist/index.html"));
  await copyAsTheDocsSay(folder);
  await assertServedAnswers(page, join(folder, "dist"));
});
