/** The pages for native readers: a correction is written, saved, and opened again; nothing is requested; nobody is barred. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { linesOf } from "../node/support/read-page.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { focused } from "./support/focus.js";
import { hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

/** @param {string} name */
const json = async (name) => JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), "utf8"));

/** The page's own words in German. */
const say = await json("www/locales/read/de.json");

/** @param {Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  await page.locator(".bar").waitFor();
}

/** The line of a message. @param {Page} page @param {string} id @param {string} [form] */
const line = (page, id, form) => page.locator(`.message[data-id="${id}"] .line${form ? `[data-form="${form}"]` : ""}`);

/** What is saved, as it comes out of the browser. @param {Page} page */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: say.save }).click()]);
  return { name: download.suggestedFilename(), path: await download.path(), content: JSON.parse(await readFile(await download.path(), "utf8")) };
}

visit("with the keyboard alone a correction is written and saved, the file has it, and it can be opened again", {}, async ({ page, site, requests }) => {
  await open(page, `${site}/read.de.html`);
  await page.waitForLoadState("networkidle");
  const before = requests.length;
  const why = line(page, "why.title");
  const was = await why.locator(".own").innerText();
  await why.getByRole("button").focus();
  assert.deepEqual(await focused(page), { name: `${say.correct} why.title`, nowhere: false, visible: true, covered: false });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Wieso");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Klingt freundlicher.");
  assert.equal(await page.locator("#count").innerText(), `${say.count} 1`);
  const first = await saved(page);
  assert.equal(first.name, "corrections-de.json");
  const expected = { file: "more/de.json", id: "why.title", was, is: "Wieso", why: "Klingt freundlicher.", english: (await json("www/locales/more/en.json")).why.title };
  const { version } = await json("target/npm/package.json");
  assert.deepEqual(first.content, { version, language: "de", corrections: [expected] });
  assert.ok((await page.locator("#told").innerText()).includes(say.saved));
  assert.deepEqual(requests.slice(before).filter((request) => !request.startsWith("blob:")), [], "nothing is requested");
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0, "nothing is stored");

  await open(page, `${site}/read.de.html`);
  assert.equal(await page.locator("#count").innerText(), `${say.count} 0`, "nothing was kept");
  await page.locator("#open").setInputFiles(first.path);
  await page.locator("#told").filter({ hasText: `${say.opened} 1` }).waitFor();
  assert.deepEqual((await saved(page)).content.corrections, [expected]);
  await page.locator("#open").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from('{"language":"fr","corrections":[]}') });
  await page.locator("#told").filter({ hasText: say.unreadable }).waitFor();
});

visit("one form of a message is corrected alone, what must stay is told, and it can be taken back", {}, async ({ page, site }) => {
  await open(page, `${site}/read.de.html`);
  const other = line(page, "wardrobe.see", "other");
  await other.getByRole("button", { name: say.correct }).click();
  const field = other.getByLabel(say.better);
  await field.fill("Schrank");
  assert.equal(await other.getByRole("status").innerText(), `${say.keep} {count}`);
  await field.fill("Schrank:\n{count} Stücke");
  assert.equal(await other.getByRole("status").innerText(), "");
  const { content } = await saved(page);
  assert.deepEqual(content.corrections.map((/** @type {any} */ { form, is }) => [form, is]), [["other", "Schrank: {count} Stücke"]]);
  await other.getByRole("button", { name: say.undo }).click();
  assert.equal((await focused(page)).name, `${say.correct} wardrobe.see other`);
  assert.equal(await page.locator("#count").innerText(), `${say.count} 0`);
});

visit("the search finds in both languages, and one can look at what one corrected alone", {}, async ({ page, site }) => {
  await open(page, `${site}/read.de.html`);
  const shown = page.locator(".message:visible");
  await page.getByLabel(say["find.words"]).fill("laboratory");
  await page.locator("#shown").filter({ hasNotText: "0" }).waitFor();
  for (const message of await shown.all()) assert.match((await message.innerText()).toLowerCase(), /laboratory/);
  assert.equal(await page.locator("#shown").innerText(), `${say.shown} ${await shown.count()}`);
  await shown.first().getByRole("button", { name: say.correct }).first().click();
  await page.getByLabel(say["find.words"]).fill("");
  await page.getByLabel(say["find.only"]).check();
  assert.equal(await shown.count(), 1);
});

for (const [id, options] of /** @type {const} */ ([["de", { viewport: { width: 320, height: 700 } }], ["ar", { colorScheme: "dark" }]])) {
  visit(`${id}: every message once, in its direction; axe finds nothing, and nothing scrolls sideways`, options, async ({ page, site }) => {
    await open(page, `${site}/read.${id}.html`);
    const expected = linesOf(await readFile(new URL(`../../target/www/read.${id}.html`, import.meta.url), "utf8"));
    const read = await page.locator(".own").evaluateAll((all) => all.map((own) => own.textContent));
    assert.deepEqual(read, expected.map(({ own }) => own), "the text that is corrected is the message's, to the letter");
    const { meta } = await json(`www/locales/${id}.json`);
    const sides = await page.locator(".line").first().evaluate((line) => [...line.querySelectorAll(".own, .english")].map((side) => getComputedStyle(side).direction));
    assert.deepEqual(sides, [meta.direction, "ltr"]);
    await line(page, "why.title").getByRole("button").click();
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

visit("without script it can be read, and nothing is offered that needs one", { javaScriptEnabled: false }, async ({ page, site }) => {
  await page.goto(`${site}/read.ar.html`);
  assert.ok(await line(page, "why.title").locator(".own").isVisible());
  assert.ok(await page.locator("noscript .note").isVisible());
  assert.equal(await page.getByRole("button").count(), 0);
  assert.ok(await page.locator(".bar").isHidden());
});

visit("what says that nobody checked a translation leads to its page, which is asked for by nobody else", {}, async ({ page, site, host, requests }) => {
  await host(hostPage('<main><h1>A host</h1><cotton-origin lang="de"></cotton-origin></main>', { head: script(site), html: 'lang="de"' }));
  const { element } = await widget(page);
  const { unreviewedRead } = await json("www/locales/more/de.json");
  const link = element.locator(".unreviewed").getByRole("link", { name: unreviewedRead });
  await link.waitFor();
  assert.deepEqual(requests.filter((request) => request.includes("/read.")), []);
  const [opened] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await opened.locator(".bar").waitFor();
  assert.equal(opened.url(), `${site}/read.de.html`);
});
