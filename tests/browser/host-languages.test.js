/** Our own pages in another language: the owners' page and its lines, the links between pages, and what stands there where the estimate does not run. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

const SITE = new URL("../../target/www/", import.meta.url);

/** @param {string} name */
const json = async (name) => JSON.parse(await readFile(new URL(`../../www/locales/${name}`, import.meta.url), "utf8"));
const [german, arabic, deHost] = await Promise.all(["page/de.json", "page/ar.json", "host/de.json"].map(json));

/** What is the same in German: names, and what programs call things. */
const NAMES = ["(optional)", "Cotton Origin", "WordPress", "Squarespace", "Wix", "Ghost", "Drupal", "React", "Japan", "China", "Xinjiang"];

/** @param {string} site @param {Page} page @param {string} name */
async function open(site, page, name) {
  await page.goto(`${site}/${name}`);
  await page.locator("#snippet").filter({ hasText: "sha384-" }).waitFor();
  return page.locator("#choices");
}

/** Every text of a page, seen or heard, its head's and that which scripts have ready; not code, and not the names of languages, which are in them. @param {Page} page */
const texts = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    const roots = [document.documentElement, .../** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll("template")]).map(({ content }) => content)];
    for (const element of roots.flatMap((root) => [...root.querySelectorAll("*")])) {
      if (element.closest("script, code, cotton-origin, [hreflang], option[lang]")) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt"]) found.push(element.getAttribute(name) ?? "");
      if (element.matches('meta[name="description"]')) found.push(element.getAttribute("content") ?? "");
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
    }
    return found.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => /\p{L}{3}/u.test(text) && !/^https:/.test(text));
  });

visit("the German page says nothing in English", {}, async ({ page, site }) => {
  await open(site, page, "host.html");
  const english = await texts(page);
  await open(site, page, "host.de.html");
  const own = await texts(page);
  assert.ok(english.length > 150);
  assert.deepEqual(own.filter((text) => english.includes(text) && !NAMES.includes(text)), []);
  assert.ok(own.length > 150);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.title]), ["de", deHost.title]);
  assert.match(await page.locator("#questions-count").innerText(), /^\d+ von \d+$/);
});

visit("each version of a page leads to the others, and says which it is", {}, async ({ page, site }) => {
  await open(site, page, "host.de.html");
  const link = page.getByRole("navigation", { name: deHost.languages }).getByRole("link");
  const there = await link.evaluateAll((all) => all.map((each) => [each.getAttribute("href"), each.getAttribute("lang"), each.getAttribute("hreflang"), each.getAttribute("aria-current")]));
  assert.deepEqual(there.slice(0, 2).map(([href]) => href), ["host.html", ...there.slice(1, 2).map(([, lang]) => `host.${lang}.html`)]);
  for (const [, lang, hreflang, current] of there) assert.deepEqual([hreflang, current], [lang, lang === "de" ? "page" : null]);
  const alternates = await page.locator('link[rel="alternate"]').evaluateAll((all) => all.map((each) => [each.getAttribute("href"), each.getAttribute("hreflang")]));
  assert.deepEqual(alternates, there.map(([href, lang]) => [href, lang]));
  await link.filter({ hasText: "English" }).click();
  await page.waitForURL(`${site}/host.html`);
});

visit("the lines speak the language of the widget: the chosen one, or that of the owners' page", {}, async ({ page, site, complaints, expected }) => {
  const choices = await open(site, page, "host.de.html");
  const lines = page.locator("#snippet");
  await lines.filter({ hasText: german.fallback }).waitFor();
  assert.ok((await lines.innerText()).includes(`>${german.wayOn}</a>`));
  await choices.getByLabel(deHost.lang, { exact: true }).selectOption("ar");
  await lines.filter({ hasText: arabic.fallback }).waitFor();
  assert.ok((await lines.innerText()).includes(`<cotton-origin lang="ar">\n  <p dir="rtl">${arabic.fallback}`));
  await choices.getByLabel(deHost["ways.frame"]).check();
  await lines.filter({ hasText: `title="${arabic.frame}"` }).waitFor();
  assert.equal(await page.locator("#preview iframe").getAttribute("title"), arabic.frame);
  await choices.getByLabel(deHost.system).selectOption("mail");
  await lines.filter({ hasText: `${arabic.fallback} ${arabic.wayOn} ${site}/index.html?lang=ar` }).waitFor();
  assert.equal(await page.locator("#preview p").evaluate((sentence) => getComputedStyle(sentence).direction), "rtl");
  // The preview's frame was left while it loaded.
  expected.push(...complaints.filter((text) => /^Fetch API cannot load \S+ $/.test(text)));
});

visit("where the sentences of a language do not arrive, it says so, and does not give lines that lack them", { instead: { "/locales/page/fr.json": { status: 404, body: "" } } }, async ({ page, site, complaints, expected }) => {
  const choices = await open(site, page, "host.de.html");
  await choices.getByLabel(deHost.lang, { exact: true }).selectOption("fr");
  await page.locator("#snippet").filter({ hasText: deHost["words.failed"] }).waitFor();
  expected.push(...complaints.filter((text) => /404|fr\.json|could not be made/.test(text)));
  await choices.getByLabel(deHost.lang, { exact: true }).selectOption("");
  await page.locator("#snippet").filter({ hasText: german.fallback }).waitFor();
});

visit("in German, too, nothing is too wide for a small phone, and axe has nothing to say", { viewport: { width: 320, height: 640 } }, async ({ page, site }) => {
  const choices = await open(site, page, "host.de.html");
  await widget(page);
  for (const summary of await choices.locator("summary").all()) await summary.click();
  await choices.getByLabel(deHost["ground.own"]).check();
  await choices.getByLabel(deHost["ground.own.field"]).fill("#888888");
  await page.locator("#paper-note").filter({ hasText: /heller: #\w{6}\.$/ }).waitFor();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  assert.deepEqual(await violations(page), []);
});

visit("without https there are no colours, which it says, and everything else", {}, async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  await open(site, page, "host.de.html");
  for (const name of ["paper", "colour"]) assert.equal(await page.locator(`#${name}-note`).innerText(), deHost["words.https"]);
});

/** The main page, as if the owners' page were there in these languages. @param {string} languages */
const translatedInto = async (languages) => {
  const html = await readFile(new URL("index.html", SITE), "utf8");
  const body = html.replace(/(data-say="host" data-translations=)"[^"]*"/, `$1"${languages}"`);
  return { "/index.html": { headers: { "content-type": "text/html" }, body } };
};

for (const [languages, href, hreflang] of /** @type {const} */ ([["fr de", "host.de.html", "de"], ["fr", "host.html", "en"]])) {
  visit(`where there is a page for owners in ${languages}, a German reader is led to ${href}`, { instead: await translatedInto(languages), locale: "de-AT" }, async ({ page, site }) => {
    await page.goto(`${site}/index.html`);
    const link = page.locator('[data-say="host"]');
    await link.filter({ hasText: german.host }).waitFor();
    assert.deepEqual(await link.evaluate((link) => [link.getAttribute("href"), link.getAttribute("hreflang")]), [href, hreflang]);
    assert.equal(await link.innerText(), hreflang === "de" ? german.host : german.inEnglish.replace("{link}", german.host));
    await page.locator("#language").selectOption("en");
    await link.filter({ hasText: "Put this on your site" }).waitFor();
    assert.equal(await link.getAttribute("href"), "host.html");
  });
}

visit("in a frame what stands there without an estimate is in the language that was asked for", { instead: { "/cotton_origin.wasm": { status: 404, body: "" } } }, async ({ page, site, complaints, expected }) => {
  await page.goto(`${site}/embed.html?lang=de-CH`);
  await page.getByText(german.without).waitFor();
  await page.getByText(german.needs).waitFor();
  assert.equal(await page.title(), german.title);
  await page.locator("cotton-origin .failed").waitFor();
  expected.push(...complaints);
});

for (const [locale, id] of /** @type {const} */ ([["de-AT", "de"], ["zh-CN", "zh-Hans"], ["pt-PT", "pt-BR"], ["nl", "en"]])) {
  visit(`opened from a disk, a page says so in the language of a reader of ${locale}`, { locale }, async ({ page, complaints, expected }) => {
    const { disk, diskMethod } = await json(`page/${id}.json`);
    for (const name of ["index.html", "embed.html"]) {
      await page.goto(new URL(name, SITE).href);
      assert.equal(await page.locator("#disk").innerText(), `${disk.replace("{serve}", "npx serve")} ${diskMethod}`, name);
    }
    expected.push(...complaints);
  });
}
