/** It works under the strictest content security policy, from another origin, with an integrity digest in the snippet. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @param {string} site */
const strictest = (site) => ({
  "content-security-policy": `default-src 'none'; style-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}`,
});

visit("under the strictest policy, everything works and nothing is refused", {}, async ({ page, site, host }) => {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => kept.refused.push(`${violatedDirective} ${blockedURI}`));
  });
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }), strictest(site));
  const label = await widget(page);
  await enterShirt(label);
  assert.match(await label.headline.innerText(), /^About 3 in 100/);
  await label.field("Percent of fibre 1").fill("90");
  assert.ok(await label.summary.isVisible());
  await label.field("Percent of fibre 1").fill("60");

  // Its style sheets are constructed and adopted, so the policy refuses none.
  const form = await label.element.locator("form").evaluate((node) => ({ display: getComputedStyle(node).display, background: getComputedStyle(node).backgroundColor }));
  assert.deepEqual(form, { display: "grid", background: "rgb(255, 254, 250)" });
  const refused = () => page.evaluate(() => /** @type {any} */ (globalThis).refused);
  assert.deepEqual(await refused(), []);
});

visit("the policy of this test does refuse", {}, async ({ page, site, host, complaints, expected }) => {
  await host(hostPage("<p id=styled style='color: red'>text</p>", { head: script(site) }), strictest(site));
  assert.equal(await page.locator("#styled").evaluate((node) => getComputedStyle(node).color), "rgb(0, 0, 0)");
  assert.match(complaints.join(), /Content Security Policy/);
  expected.push(...complaints);
});

visit("with the script's digest in the snippet", {}, async ({ page, site, host }) => {
  const manifest = JSON.parse(await readFile(new URL("../../target/www/manifest.json", import.meta.url), "utf8"));
  const { sha384 } = manifest.files["cotton-origin.js"];
  assert.match(sha384, /^sha384-/);
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site, `integrity="${sha384}" crossorigin`) }), strictest(site));
  assert.match(await (await widget(page)).headline.innerText(), /^About 20 in 100/);
});

visit("the site's own page has a policy that lets nothing else in", {}, async ({ page, site }) => {
  await page.goto(site);
  await widget(page);
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "";
  const rules = Object.fromEntries(policy.split(";").map((rule) => rule.trim().split(/ (.*)/s).slice(0, 2)));
  assert.equal(rules["default-src"], "'none'");
  // The page has one inline script: it explains what to do when the file is opened from disk.
  const lines = await page.locator("script:not([src])").allTextContents();
  const hashes = lines.map((line) => `'sha256-${createHash("sha256").update(line).digest("base64")}'`);
  assert.equal(lines.length, 1);
  assert.equal(rules["script-src"], `'self' ${hashes} 'wasm-unsafe-eval'`);
  assert.equal(rules["connect-src"], "'self'");
  assert.equal(rules["style-src"], "'self'");
});
