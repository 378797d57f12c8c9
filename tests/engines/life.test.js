/** Elements come and go as hosts please, in each engine: several, moved, removed, put back, cloned, from two versions of the script. */
import assert from "node:assert/strict";
import { CHILDREN, hostPage, script } from "../browser/support/host.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Page } from "./support/page.js" */

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
  assert.match((await page.text(".headline", 4)) ?? "", /^About 10 in 100/, "a clone has a life of its own");
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
  assert.match((await page.text(".headline")) ?? "", /^About 10 in 100/);
  await assertQuiet(visit);
});

visit("who goes to another page and comes back finds what was entered", {}, async (visit) => {
  const { t, page, site, recorder, host } = visit;
  const here = await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + script(site) }));
  await page.complete();
  await page.choose("Made in", "CN");
  await page.choose("Fibre 1", "cotton");
  await page.type("Percent of fibre 1", "80");
  await page.evaluate(() => {
    document.querySelector("cotton-origin")?.shadowRoot?.querySelector("details")?.setAttribute("open", "");
    addEventListener("pageshow", ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
  await page.click("It is organic");
  const headline = await page.text(".headline");
  await host(hostPage("<p>Another page</p>"));
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.until("the page from before", (here) => location.href === here && document.readyState === "complete", here);
  if (!(await page.evaluate(() => /** @type {any} */ (globalThis).persisted))) return t.skip("the engine did not keep the page: memory is short");
  const values = await page.evaluate(async () => {
    // What an engine does to fields of a page that it shows again, it does by the next frames.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const root = document.querySelector("cotton-origin")?.shadowRoot;
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (root?.querySelector(name));
    return [field('[name="madeIn"]').value, field('[name="fibres.0.percent"]').value, field('[name="fibres.0.organic"]').checked];
  });
  assert.deepEqual(values, ["CN", "80", true]);
  assert.equal(await page.text(".headline"), headline);
});

/** A version that is not this one: the same script at another address, which says so. */
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
