/** The method page: complete without scripts, recomputed in the browser with them, and accessible. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { visit } from "./support/browser.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

visit("the numbers are computed again, and are the same", {}, async ({ page, site, requests }) => {
  await page.goto(`${site}/method.html`);
  const lines = page.locator("[data-computed]");
  await lines.filter({ hasText: "just now" }).first().waitFor();
  for (const line of await lines.allInnerTexts()) assert.match(line, /^Computed again in your browser just now: the same\. Method \d+, figures [\d.]+, \d+ numbers\.$/);
  assert.deepEqual(requests.filter((request) => !request.startsWith(site) && !request.startsWith("data:")), []);
});

visit("a number that differs is shown beside the other", {}, async ({ page, site }) => {
  const html = await readFile(new URL("../../target/www/method.html", import.meta.url), "utf8");
  const body = html.replace(/(data-check="implied" data-value=")[^"]*/, "$10.5");
  assert.notEqual(body, html);
  await page.route("**/method.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${site}/method.html`);
  await page.locator("[data-computed]").filter({ hasText: "1 differ, and both are shown" }).first().waitFor();
  assert.match(await page.locator("output[data-check=implied]").innerText(), /^23\.8 \(here 23\.8\)$/);
});

visit("without script it is whole", { javaScriptEnabled: false }, async ({ page, site }) => {
  await page.goto(`${site}/method.html`);
  assert.match(await page.locator("#checks ~ p").last().innerText(), /Field tests/);
  assert.equal(await page.locator("[data-computed]").first().innerText(), "These numbers were computed when the page was made.");
  assert.ok((await page.locator("tr[data-figure]").count()) > 150);
});

for (const [name, options] of Object.entries({
  "a phone": { viewport: { width: 320, height: 700 } },
  "a desktop in the dark": { colorScheme: /** @type {const} */ ("dark") },
})) {
  visit(`on ${name} nothing bars anyone, and only tables scroll sideways`, { ...options, bypassCSP: true }, async ({ page, site }) => {
    await page.goto(`${site}/method.html`);
    await page.locator("[data-computed]").filter({ hasText: "just now" }).first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.addScriptTag({ path: AXE });
    const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
    assert.deepEqual(violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html]), []);
  });
}
