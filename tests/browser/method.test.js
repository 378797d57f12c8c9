/** The method page: complete without scripts, recomputed in the browser with them, and accessible. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { visit } from "./support/browser.js";
import { METHOD_SAMPLES, computedAgain } from "./support/method.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

visit("the numbers are computed again, and are the same", {}, async ({ page, site, requests }) => {
  await page.goto(`${site}/method.html`);
  const lines = page.locator("[data-computed]");
  await lines.filter({ hasText: "just now" }).first().waitFor({ state: "attached" });
  for (const line of await lines.allTextContents()) assert.match(line, /^Computed again in your browser just now: the same\. Method \d+, figures [\d.]+; numbers compared: \d+\.$/);
  assert.deepEqual(requests.filter((request) => !request.startsWith(site) && !request.startsWith("data:")), []);
});

visit("a number that differs is shown beside the other", {}, async ({ page, site }) => {
  const html = await readFile(new URL("../../target/www/method.html", import.meta.url), "utf8");
  const body = html.replace(/(data-check="implied" data-value=")[^"]*/, "$10.5");
  assert.notEqual(body, html);
  await page.route("**/method.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${site}/method.html`);
  await page.locator("[data-computed]").filter({ hasText: /Numbers that differ: 1 of \d+; both are shown/ }).first().waitFor({ state: "attached" });
  assert.match((await page.locator("output[data-check=implied]").textContent()) ?? "", /^23\.8 \(here 23\.8\)$/);
});

visit("without script it is whole", { javaScriptEnabled: false }, async ({ page, site }) => {
  await page.goto(`${site}/method.html`);
  assert.match((await page.locator("section[aria-labelledby=laboratories-name]").textContent()) ?? "", /chance of any/);
  assert.ok(await page.locator(".find").isHidden(), "what needs a script is not shown");
  await page.goto(`${site}/method.html#checks`);
  assert.ok(await page.locator("#checks-mass").isVisible(), "a link opens its chapter without script");
  assert.equal(await page.locator("[data-computed]").first().textContent(), "These numbers were computed when the page was made.");
  assert.ok((await page.locator("tr[data-figure]").count()) > 150);
});

const SCREENS = { "a phone": { viewport: { width: 320, height: 700 } }, "a desktop in the dark": { colorScheme: /** @type {const} */ ("dark") } };
for (const [name, file, options] of Object.entries(SCREENS).flatMap(([name, options]) => METHOD_SAMPLES.map((file) => /** @type {const} */ ([name, file, options])))) {
  visit(`${file}, on ${name}: nothing bars anyone, and only tables scroll sideways`, { ...options, bypassCSP: true }, async ({ page, site }) => {
    await page.goto(`${site}/${file}`);
    await computedAgain(page);
    // What is folded away is neither measured nor looked at.
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.addScriptTag({ path: AXE });
    // Tables that stay English are looked at in the English page.
    const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run({ exclude: [[".english"]] }));
    assert.deepEqual(violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html]), []);
  });
}

visit("on a phone it is short until a chapter is opened, and a link opens its own", { viewport: { width: 390, height: 844 } }, async ({ page, site }) => {
  await page.goto(`${site}/method.html`);
  await page.locator("details.contents:not([open])").waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 5000, `${height} pixels`);
  await page.goto(`${site}/method.html#figure-china-home-spun`);
  await page.locator("#figure-china-home-spun").waitFor({ state: "visible" });
  const top = (await page.locator("#figure-china-home-spun").boundingBox())?.y ?? NaN;
  const bar = await page.locator(".aside").evaluate((aside) => aside.getBoundingClientRect().bottom);
  assert.ok(top >= bar - 1 && top < 844, `at ${top}, below the bar that ends at ${bar}`);
  assert.equal(await page.locator(".aside").evaluate((aside) => Math.round(aside.getBoundingClientRect().top)), 0, "the contents stay");
  await page.evaluate(() => (location.hash = "#checks"));
  await page.locator("#checks-mass").waitFor({ state: "visible" });
});

visit("the search finds figures and sources, says how many, and gives the page back", {}, async ({ page, site, requests }) => {
  await page.goto(`${site}/method.html`);
  await page.getByRole("searchbox", { name: "Search figures and sources" }).waitFor();
  await page.waitForLoadState("networkidle");
  const before = requests.length;
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("turkiye");
  const row = page.locator("tr[data-figure='china-processed[TR.any]']");
  await row.waitFor({ state: "visible" });
  const [, told] = /^Figures: (\d+)/.exec(await page.getByRole("status").innerText()) ?? [];
  assert.equal(await page.locator("tr[data-figure]:visible").count(), Number(told));
  assert.ok(await page.locator("#brief").isHidden());
  await page.keyboard.type(" zzzz");
  await page.getByRole("status").filter({ hasText: "Nothing found" }).waitFor();
  // A link leads out of the search.
  await page.evaluate(() => (location.hash = "#brief"));
  await page.locator("#brief").waitFor({ state: "visible" });
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  assert.ok(await row.isHidden(), "what was folded is folded again");
  assert.equal(requests.length, before, "it asks nobody");
});

visit("with the keyboard a chapter opens; on paper all are open", {}, async ({ page, site }) => {
  await page.goto(`${site}/method.html`);
  await page.locator(".find").waitFor();
  await page.locator("summary", { has: page.locator("#range-name") }).focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("section[aria-labelledby=range-name] .formula").isVisible());
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("details.chapter:not([open]), details.topic:not([open])").count(), 0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("details.chapter[open]").count(), 1);
});
