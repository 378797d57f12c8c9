/** The page for site owners, by what their site is made with; where the preview stands; what it says of its own address. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

const SITE = new URL("../../target/www/", import.meta.url);
const { version } = JSON.parse(await readFile(new URL("manifest.json", SITE), "utf8"));

/** Opens the page and returns its own form: the preview has fields with the same labels. @param {string} site @param {Page} page */
async function open(site, page) {
  await page.goto(`${site}/host.html`);
  await page.locator("#snippet").filter({ hasText: "sha384-" }).waitFor();
  return page.locator("#choices");
}

/** @param {Page} page */
const steps = (page) => page.locator("#steps li").filter({ visible: true }).allInnerTexts();

visit("a system sets the way that is best there, offers no other than can work, and has three steps", {}, async ({ page, site, complaints, expected }) => {
  const choices = await open(site, page);
  const ways = choices.locator("#ways label").filter({ visible: true });
  /** @type {Record<string, [string[], RegExp]>} */
  const expectations = {
    WordPress: [["With the plug-in", "As a part of the page", "In a frame"], /^\[cotton_origin\]$/],
    Squarespace: [["As a part of the page", "In a frame", "As a link"], /<cotton-origin>/],
    Wix: [["In a frame", "As a link"], /^http:\/\/[^<>\s]*\/embed\.html$/],
    "Substack, or a newsletter by mail": [[], /^About 20 in 100 grams .*\. http:\/\/\S*\/index\.html$/],
    React: [[], /<cotton-origin>/],
    "Something else": [["As a part of the page", "In a frame", "As a link"], /<cotton-origin>/],
  };
  for (const [system, [offered, copied]] of Object.entries(expectations)) {
    await choices.getByLabel("What your site is made with").selectOption(system);
    assert.deepEqual((await ways.allInnerTexts()).map((text) => text.trim().split("\n")[0]), offered, system);
    await page.waitForFunction(([lines]) => new RegExp(/** @type {string} */ (lines)).test(document.getElementById("snippet")?.textContent ?? ""), [copied.source]);
    assert.equal((await steps(page)).length, 3, system);
  }
  // The preview's frame was left while it loaded.
  expected.push(...complaints.filter((text) => /^Fetch API cannot load \S+ $/.test(text)));
});

visit("the plug-in is downloaded from its step, and colours for it go into the theme", {}, async ({ page, site }) => {
  const choices = await open(site, page);
  await choices.getByLabel("What your site is made with").selectOption("WordPress");
  const arriving = page.waitForEvent("download");
  await choices.getByRole("link", { name: "Download the plug-in" }).click();
  const download = await arriving;
  assert.equal(download.suggestedFilename(), "cotton-origin-wordpress.zip");
  assert.ok((await readFile(await download.path())).equals(await readFile(new URL("cotton-origin-wordpress.zip", SITE))));
  assert.equal(await page.locator("#style").isVisible(), false);
  await choices.getByLabel("Our paper").check();
  await page.locator("#css").filter({ hasText: "--cotton-paper" }).waitFor();
  assert.ok(await page.locator("#style").isVisible());
});

visit("the copy of this page in the plug-in offers no plug-in: it is not there", {}, async ({ page, site }) => {
  await page.route("**/manifest.json", async (route) => {
    const manifest = await (await route.fetch()).json();
    delete manifest.files["cotton-origin-wordpress.zip"];
    await route.fulfill({ json: manifest });
  });
  const choices = await open(site, page);
  await choices.getByLabel("What your site is made with").selectOption("WordPress");
  await choices.getByText("Get the plug-in, as a zip, where this page is published.").waitFor();
  assert.equal(await page.locator('a[href$=".zip"]').count(), 0);
});

visit("where only a link works, the sentence is copied with its link", {}, async ({ page, site }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const choices = await open(site, page);
  await choices.getByLabel("What your site is made with").selectOption("Substack, or a newsletter by mail");
  await choices.getByLabel("Language").selectOption("fr");
  await page.locator("#snippet").filter({ hasText: "index.html?lang=fr" }).waitFor();
  await page.getByRole("button", { name: "Copy the sentence" }).click();
  await page.locator("#snippet-copied").filter({ hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("#snippet").textContent());
  const rich = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType("text/html"))?.text());
  assert.match(rich ?? "", new RegExp(`<p[^>]*>Environ 20(?:&nbsp;|\\s)g sur 100 [^<]*<a [^>]*href="${site}/index\\.html\\?lang=fr"[^>]*>Estimez-le pour un vêtement à vous\\.</a></p>`));
});

visit("the ground of the preview follows, and the lines make the same one", {}, async ({ page, site, host }) => {
  const choices = await open(site, page);
  const { root } = await widget(page);
  const ground = () => root.evaluate((root) => getComputedStyle(root).backgroundColor);
  await choices.getByLabel("A background of your own").check();
  await choices.getByLabel("Your background", { exact: true }).fill("#102030");
  await page.locator("#snippet").filter({ hasText: '--cotton-paper: #' }).waitFor();
  const shown = await ground();
  assert.match((await page.locator("#snippet").textContent()) ?? "", /<cotton-origin theme="dark">/, "it is always dark");
  const html = await page.locator("#snippet").innerText();
  await host(`<!doctype html><html lang="en"><title>Mine</title>${html}</html>`, { "content-security-policy": `default-src 'none'; ${await page.locator("#policy").textContent()}` });
  await widget(page);
  assert.equal(await ground(), shown);
  assert.match(shown, /^rgb\(\d+, \d+, \d+\)$/);
});

/** The boxes of the parts, on the screen. @param {Page} page */
const boxes = (page) =>
  page.evaluate(() => {
    const box = (/** @type {string} */ part) => document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
    return { choices: box("#choices"), preview: box("#preview"), button: box('[data-copies="snippet"]'), code: box("#snippet"), height: innerHeight };
  });

visit("at a desk the preview and the lines stay beside the choices, on one screen", {}, async ({ page, site }) => {
  const choices = await open(site, page);
  await widget(page);
  for (const label of ["Where your readers buy", "A colour of your own", "Where it leads"]) {
    await choices.getByLabel(label).evaluate((field) => field.scrollIntoView({ block: "end" }));
    const { choices: { right }, preview, button, height } = await boxes(page);
    assert.ok(preview.left >= right, "beside");
    assert.ok(preview.top >= 0 && preview.height >= 200 && preview.bottom <= button.top && button.bottom <= height, `${label}: ${JSON.stringify([preview, button, height])}`);
  }
});

visit("on a phone the preview follows the choices and the lines follow the preview, within a screen each", { viewport: { width: 390, height: 844 } }, async ({ page, site }) => {
  await open(site, page);
  await widget(page);
  const { choices, preview, button, code, height } = await boxes(page);
  assert.ok(choices.bottom < preview.top && preview.top - choices.bottom < 120, "right after");
  assert.ok(preview.bottom < button.top && button.bottom < code.top && code.top - preview.top < height, "within a screen");
});

for (const [folder, said] of /** @type {const} */ ([[version, /^What is at this address never changes\. For newer figures, come back to this page\.$/], ["latest", /^What is at this address may change\. .*folder named after a version, such as \d/]])) {
  visit(`in a folder called ${folder} it says whether its address lasts`, {}, async ({ page, site }) => {
    await page.route(`${site}/${folder}/**`, (route) => route.continue({ url: route.request().url().replace(`/${folder}/`, "/") }));
    // A release in the folder of its version asks for the newest.
    await page.route(`${site}/latest.json`, (route) => route.fulfill({ json: { version } }));
    await open(`${site}/${folder}`, page);
    await page.locator("#lasting").filter({ hasText: said }).waitFor();
    assert.ok((await page.locator("#snippet").textContent())?.includes(`src="${site}/${folder}/cotton-origin.js"`));
  });
}
