/** Hosts add, move, remove, put back and clone elements, in each engine, also with two versions of the script. */
import assert from "node:assert/strict";
import { CHILDREN, hostPage, script } from "../browser/support/host.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Page } from "./support/page.js" */
/** @import { Visit } from "./support/visit.js" */

/** Waits until one has an answer. @param {Page} page @param {number} at */
const ready = (page, at) =>
  page.until(`answer ${at}`, (at) => document.querySelectorAll("cotton-origin")[at]?.shadowRoot?.querySelector(".headline")?.textContent, at);

visit("before the script, after it, made by a script, parsed, cloned: each answers for itself", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  await host(hostPage(`${recorder}<cotton-origin>${CHILDREN}</cotton-origin>${script(site)}<cotton-origin></cotton-origin>`));
  await ready(page, 1);
  await page.choose("Made in", "CN", 1);
  await page.evaluate(() => {
    document.body.append(document.createElement("cotton-origin"));
    document.body.insertAdjacentHTML("beforeend", "<cotton-origin></cotton-origin>");
    document.body.append(/** @type {Node} */ (document.querySelector("cotton-origin")).cloneNode(true));
    const fragment = new DOMParser().parseFromString("<cotton-origin lang=en></cotton-origin>", "text/html");
    document.body.append(/** @type {Node} */ (fragment.querySelector("cotton-origin")));
  });
  for (const at of [0, 2, 3, 4, 5]) {
    await ready(page, at);
    assert.match((await page.text(".headline", at)) ?? "", /^About 20 in 100/, `${at}`);
  }
  assert.match((await page.text(".headline", 1)) ?? "", /^About 58 in 100/);
  await page.choose("Made in", "BD", 4);
  assert.match((await page.text(".headline", 4)) ?? "", /^About 9 in 100/, "a clone has a life of its own");
  await assertQuiet(visit);
});

visit("moved, removed and put back, even while it starts, it keeps what was entered and listens once", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  await host(hostPage('<cotton-origin></cotton-origin><main id="there"></main>', { head: recorder + script(site) }));
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("cotton-origin"));
    for (let turn = 0; turn < 5; turn += 1) {
      element.remove();
      document.getElementById("there")?.append(element);
    }
  });
  await page.complete();
  await page.choose("Made in", "CN");
  const told = await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("cotton-origin"));
    let told = 0;
    element.addEventListener("cotton-origin-assess", () => (told += 1));
    element.remove();
    document.body.prepend(element);
    const select = /** @type {HTMLSelectElement} */ (element.shadowRoot?.querySelector('[name="madeIn"]'));
    const before = select.value;
    select.value = "BD";
    select.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return [before, told];
  });
  assert.deepEqual(told, ["CN", 1]);
  assert.match((await page.text(".headline")) ?? "", /^About 9 in 100/);
  await assertQuiet(visit);
});

/**
 * Fills in the form, goes to another page, and comes back.
 * @param {Visit} visit
 * @returns {Promise<boolean>} whether the browser kept the page (back/forward cache) instead of reloading it
 */
async function leaveAndComeBack({ page, site, recorder, host }) {
  const here = await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + script(site) }));
  await page.complete();
  await page.choose("Made in", "CN");
  await page.choose("Fibre 1", "cotton");
  await page.type("Percent of fibre 1", "80");
  await page.evaluate(() => document.querySelector("cotton-origin")?.shadowRoot?.querySelector("details")?.setAttribute("open", ""));
  await page.click("It is organic");
  assert.deepEqual(await entered(page), ENTERED);
  await page.evaluate(() => void Object.assign(globalThis, { left: true }));
  await host(hostPage("<p>Another page</p>"));
  await page.back(here);
  return page.evaluate(() => "left" in globalThis);
}

const ENTERED = { madeIn: "CN", percent: "80", organic: true, headline: "About 58 in 100" };

/** What stands in the form, and the answer's first words. @param {Page} page */
const entered = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("cotton-origin")?.shadowRoot;
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (root?.querySelector(`[name="${name}"]`));
    const headline = root?.querySelector(".headline")?.textContent?.slice(0, "About 58 in 100".length);
    return { madeIn: field("madeIn").value, percent: field("fibres.0.percent").value, organic: field("fibres.0.organic").checked, headline };
  });

/** A browser that is short of memory does not keep the page. Try this many times. */
const TURNS = 3;

visit("who goes to another page and comes back finds what was entered", {}, async (visit) => {
  let kept = false;
  for (let turn = 0; turn < TURNS && !kept; turn += 1) kept = await leaveAndComeBack(visit);
  assert.ok(kept, "the browser kept the page");
  // An engine that restores the fields of a page does so within the next frames.
  await visit.page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  assert.deepEqual(await entered(visit.page), ENTERED);
  await assertQuiet(visit);
});

visit("where the browser did not keep the page it begins anew: an empty form, and its answer", { keeps: false }, async (visit) => {
  assert.equal(await leaveAndComeBack(visit), false);
  await visit.page.complete();
  assert.deepEqual(await entered(visit.page), { madeIn: "", percent: "", organic: false, headline: "About 20 in 100" });
  await visit.page.choose("Made in", "CN");
  assert.deepEqual(await entered(visit.page), { madeIn: "CN", percent: "", organic: false, headline: "About 58 in 100" });
  await assertQuiet(visit);
});

/** Another version: the same script at another address. */
const OTHER = { "/other.js": { headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" }, body: 'customElements.define("cotton-origin", class extends HTMLElement { connectedCallback() { this.textContent = "the other version"; } });' } };
visit("two versions of the script on a page: the first is used, the second does no harm", { instead: OTHER }, async (visit) => {
  const { page, site, recorder, host } = visit;
  const other = `<script type="module" src="${site}/other.js"></script>`;
  await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + other + script(site) }));
  assert.equal(await page.evaluate(() => document.querySelector("cotton-origin")?.textContent), "the other version");
  await assertQuiet(visit);
  await host(hostPage("<cotton-origin></cotton-origin><cotton-origin></cotton-origin>", { head: `${recorder}${script(site)}<script type="module" src="${site}/cotton-origin.js?v=2"></script>` }));
  await ready(page, 1);
  await page.choose("Made in", "CN", 1);
  assert.match((await page.text(".headline", 1)) ?? "", /^About 58 in 100/);
  await assertQuiet(visit);
});
