/** Pages opened from disk (`file:`), in each engine: our own pages cannot run and say so; a host's page shows its fallback. */
import assert from "node:assert/strict";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CHILDREN, hostPage, script } from "../browser/support/host.js";
import { visit } from "./support/visit.js";

/** @import { TestContext } from "node:test" */
/** @import { Page } from "./support/page.js" */

const SITE = new URL("../../target/www/", import.meta.url);

/** What can be seen of a page's text. @param {Page} page */
const seen = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));

for (const name of ["index.html", "embed.html", "host.html"]) {
  visit(`${name} says where it is, and what to do`, {}, async ({ page }) => {
    await page.open(new URL(name, SITE).href);
    const text = await seen(page);
    assert.match(text, /This page was opened from a disk, and browsers do not run it from there\. Open it where it is published, or serve its folder, for example with npx serve\. The method can be read from here\./);
    if (name !== "host.html") assert.match(text, /Of every 100 grams of cotton grown in China, about 84/, "what stands there without scripts stands here");
    const link = await page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.querySelector("#disk :not([hidden]) a")).href);
    await access(fileURLToPath(link));
    await page.open(link);
    assert.match(await seen(page), / How the estimate is made The method, with its \d+ figures/, "which can be read from a disk");
  });

  visit(`${name} says nothing of a disk where it is served`, {}, async ({ page, site }) => {
    await page.open(`${site}/${name}`);
    assert.doesNotMatch(await seen(page), /opened from a disk/);
  });
}

/** A page of a host, kept on a disk. @param {TestContext} t @param {string} html */
async function onDisk(t, html) {
  const folder = await mkdtemp(join(tmpdir(), "cotton-origin-page-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "page.html"), html);
  return pathToFileURL(join(folder, "page.html")).href;
}

visit("a host's page on a disk, with the script from a server, answers as any other", {}, async ({ page, site, t }) => {
  await page.open(await onDisk(t, hostPage("<cotton-origin></cotton-origin>", { head: script(site) })));
  await page.complete();
  await page.choose("Made in", "CN");
  assert.match((await page.text(".headline")) ?? "", /^About 58 in 100/);
});

visit("a host's page on a disk, with the script beside it, keeps what the host wrote", {}, async ({ page, t }) => {
  await page.open(await onDisk(t, hostPage(`<cotton-origin>${CHILDREN}</cotton-origin>`, { head: script(SITE.href.replace(/\/$/, "")) })));
  assert.match(await seen(page), /^About 84 in 100 grams of China’s cotton/);
  assert.equal(await page.evaluate(() => customElements.get("cotton-origin") === undefined), true, "the browser itself refuses the module");
});
