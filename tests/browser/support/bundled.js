/** The element in a page that a bundler or a framework built: what has to work there, wherever its files were put. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "../../support/server.js";
import { widget } from "./widget.js";

/** @import { Page } from "playwright-core" */

export const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Packs the package as it would be published. @param {string} folder where to @returns {Promise<string>} the tarball */
export async function pack(folder) {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: join(ROOT, "target/npm") });
  return join(folder, JSON.parse(stdout)[0].filename);
}

/** @param {string} tarball @param {string} folder of the project */
export const install = (tarball, folder) => run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--no-package-lock", tarball], { cwd: folder });

/** Copies the files as the docs say, from the project's folder into its `dist`. @param {string} folder */
export async function copyAsTheDocsSay(folder) {
  const docs = await readFile(join(ROOT, "docs/embedding.md"), "utf8");
  const [, copy = ""] = /`(cp -r [^`]+)`/.exec(docs) ?? [];
  await run("bash", ["-c", copy], { cwd: folder });
}

/** Checks that the page that is open shows an answer with all sections below it. @param {Page} page */
export async function assertAnswers(page) {
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
  // In German, because translations are loaded from separate files.
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await label.element.locator('.root[lang="de"] .why').first().waitFor();
  assert.equal(await page.evaluate(() => document.title), "0.2", "the core, by itself");
}

/** Serves a folder and checks its page. @param {Page} page @param {string} folder */
export async function assertServedAnswers(page, folder) {
  const { origin, close } = await serve({ folder, answer: (path) => (path === "/favicon.ico" ? { status: 204 } : undefined) });
  try {
    await page.goto(origin);
    await assertAnswers(page);
  } finally {
    close();
  }
}
