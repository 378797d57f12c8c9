/** It works under the strictest content security policy, from another origin, in each engine. */
import assert from "node:assert/strict";
import { hostPage, script } from "../browser/support/host.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @param {string} site */
const strictest = (site) =>
  `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; style-src 'none'; img-src 'none'; require-trusted-types-for 'script'`;

visit("typed, chosen and clicked under the strictest policy, it answers and nothing is refused", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + script(site) }), { "content-security-policy": strictest(site) });
  await page.choose("Made in", "BD");
  await page.choose("Garment", "t-shirt");
  await page.choose("Year bought", "2024");
  await page.type("Percent of fibre 1", "60");
  await page.click("Add a fibre");
  await page.choose("Fibre 2", "polyester");
  await page.type("Percent of fibre 2", "50");
  assert.match((await page.text(".summary")) ?? "", /add up to 110/);
  await page.type("Percent of fibre 2", "40");
  await page.until("the answer to stand again", () => !document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".is-stale"));
  assert.match((await page.text(".headline")) ?? "", /^About 3 in 100/);
  const sheet = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".label"))).backgroundColor);
  assert.notEqual(sheet, "rgba(0, 0, 0, 0)", "its styles are adopted");
  await page.complete();
  await assertQuiet(visit);
});
