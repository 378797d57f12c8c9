/** A panic in the core: a fresh instance takes over, and what was typed stays. */
import assert from "node:assert/strict";
import { hostPage, script } from "../browser/support/host.js";
import { visit } from "./support/visit.js";

/** Makes the first wasm instance fail on demand and keep failing, as after a panic. */
const BREAKABLE = `{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (module, imports) => {
    const { exports } = await instantiate(module, imports);
    const breakable = (work) => (...data) => {
      if (globalThis.broken) throw new WebAssembly.RuntimeError("unreachable");
      return work(...data);
    };
    const entries = Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? breakable(value) : value]);
    return Object.setPrototypeOf({ exports: Object.fromEntries(entries) }, WebAssembly.Instance.prototype);
  };
}`;
const instead = { "/breakable.js": { body: BREAKABLE, headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" } } };

visit("the core panics: what was typed stays, and the next change is answered", { instead }, async ({ page, site, recorder, host, complaints }) => {
  await host(hostPage("<cotton-origin></cotton-origin><cotton-origin></cotton-origin>", { head: `${recorder}<script src="${site}/breakable.js"></script>${script(site)}` }));
  await page.complete();
  await page.type("Percent of fibre 1", "60");
  await page.evaluate(() => void (/** @type {any} */ (globalThis).broken = true));
  await page.choose("Made in", "CN");
  assert.equal(await page.text(".summary"), "Not updated: this could not be worked out. What you entered is kept.");
  assert.match((await page.text(".headline")) ?? "", /^About 20 in 100/, "the last answer stays, and is marked");
  assert.ok(await page.evaluate(() => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".answer.is-stale") !== null));
  assert.equal((await complaints()).filter((text) => text.startsWith("error: <cotton-origin> stumbled")).length, 1);

  await page.choose("Year bought", "2024");
  assert.match((await page.text(".headline")) ?? "", /^About 63 in 100/, "with all that was entered");
  assert.equal(await page.text(".summary"), "");
  // The other element on the page shares the core, so it gets the fresh instance, too.
  await page.choose("Made in", "BD", 1);
  assert.match((await page.text(".headline", 1)) ?? "", /^About 9 in 100/);
  const fibre = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("cotton-origin")?.shadowRoot?.querySelector('[name="fibres.0.percent"]')).value);
  assert.equal(fibre, "60");
});
