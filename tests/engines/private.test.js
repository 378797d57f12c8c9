/** Once it is ready, nothing is sent, stored or looked up, whatever a visitor enters: checked at the servers, in the page, and in the host's document, in each engine. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { hostPage } from "../browser/support/host.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Page } from "./support/page.js" */
/** @import { Visit } from "./support/visit.js" */

const instead = { "/traps.js": { headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" }, body: await readFile(new URL("support/traps.js", import.meta.url)) } };

/** Every file that is loaded; the order differs between engines. */
const FILES = ["/cotton-origin-more.js", "/cotton-origin.js", "/cotton_origin.wasm", "/cotton_origin_label.wasm", "/figures.json", "/locales/more/en.json"];

/** A page with much around the element that could be read. @param {Visit} visit */
async function open({ page, site, recorder, host }) {
  const own = '<h1 id="mine">My shop</h1><form name="order"><input name="card" value="4111"></form>';
  await host(hostPage(`${own}<cotton-origin></cotton-origin>`, { head: `<script src="${site}/traps.js"></script>${recorder}<script type="module" src="${site}/cotton-origin.js"></script>` }));
  await page.until("it to be ready", () => document.getElementsByTagName("cotton-origin")[0]?.shadowRoot?.querySelector(".why details.sources"));
  // The label reader is loaded last.
  await page.until("the last file", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("_label.wasm")));
}

/** From here on. @param {Page} page */
const startWatching = (page) =>
  page.evaluate(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.seen = [];
    new PerformanceObserver((list) => kept.seen.push(...list.getEntries().map(({ name }) => `loaded ${name}`))).observe({ type: "resource" });
    new MutationObserver((records) => kept.seen.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener("message", () => kept.seen.push("a message"));
    kept.trapped.length = 0;
  });

/** What was seen since, but for what the test's own calls did: they are made by name, and look for the element. @param {Page} page */
const seen = (page) => page.evaluate(() => ({ seen: /** @type {any} */ (globalThis).seen }));

/** Does it in the element by itself, and tells which traps that sprang: nothing of the test's runs in between. @param {Page} page */
const enterAll = (page) =>
  page.evaluate(async () => {
    const { trapped } = /** @type {any} */ (globalThis);
    const root = /** @type {ShadowRoot} */ (document.getElementsByTagName("cotton-origin")[0]?.shadowRoot);
    trapped.length = 0;
    const enter = (/** @type {string} */ selector, /** @type {string} */ value) => {
      const field = /** @type {HTMLInputElement} */ (root.querySelector(selector));
      field.value = value;
      if (field.value !== value) throw new Error(`${selector} does not take ${value}`);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    enter("#paste", "95% cotton, 5% elastane. Made in Peru. https://tracker.example/?a=1");
    enter('[name="kind"]', "t-shirt");
    for (const name of ["madeIn", "fabricIn", "spunIn"]) enter(`[name="${name}"]`, "IN");
    enter('[name^="cottonFrom"]', "US");
    enter('[name="proof"]', "label");
    enter('[name="boughtIn"]', "2024");
    enter('[name="massGrams"]', "170");
    enter('[name="fibres.0.percent"]', "130");
    enter('[name="fibres.0.percent"]', "60");
    for (const summary of root.querySelectorAll("summary")) summary.click();
    // Except the actions that leave the page by design: print, save a file, copy, store on the device.
    for (const action of ["paste-sample", "add-fibre", "add-origin", "to-answer", "toggle-share", "toggle-wardrobe"]) {
      const button = /** @type {HTMLElement | null} */ (root.querySelector(`[data-do="${action}"]`));
      if (!button) throw new Error(`there is no ${action}`);
      button.click();
    }
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-focus]"))) button.click();
    // Wait for the announcement that follows a pause.
    while (!/in 100/.test(root.querySelector('[role="status"]')?.textContent ?? "")) await new Promise((resolve) => setTimeout(resolve, 50));
    return [...trapped];
  });

visit("entered and pressed, it sends nothing, keeps nothing and looks nothing up", { instead }, async (visit) => {
  const { page, asked } = visit;
  await open(visit);
  const files = asked.filter((path) => !/^\/(page-\d+|favicon\.ico|traps\.js|recorder\.js)$/.test(path));
  assert.deepEqual([...new Set(files)].toSorted(), FILES, "it loaded what it needs, and nothing else");
  const before = asked.length;
  await startWatching(page);

  // First with real key and pointer input, then by script in every field and button.
  await page.type("Percent of fibre 1", "60");
  await page.choose("Made in", "BD");
  await page.click("Add a fibre");
  await page.click("Keep this one");
  assert.deepEqual(await enterAll(page), []);

  assert.deepEqual(asked.slice(before), [], "the servers hear nothing");
  assert.deepEqual(await seen(page), { seen: [] }, "nothing is loaded, told, or changed in the host's document");
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie]);
  assert.deepEqual(stored, [0, 0, 0, ""]);
  await assertQuiet(visit);
});

visit("the traps and the watch do work", { instead }, async (visit) => {
  const { page, asked, site } = visit;
  await open(visit);
  const before = asked.length;
  await startWatching(page);
  const trapped = await page.evaluate(async (site) => {
    await fetch(`${site}/figures.json?again`);
    navigator.sendBeacon(`${site}/beacon`);
    document.cookie = "visitor=1; max-age=0";
    localStorage.getItem("visitor");
    void indexedDB;
    void document.title;
    document.querySelector("input");
    new Image().src = `${site}/pixel.png`;
    /** @type {Element} */ (document.getElementById("mine")).textContent = "Your shop";
    return /** @type {any} */ (globalThis).trapped;
  }, site);
  assert.deepEqual(trapped, ["fetch", "sendBeacon", "cookie", "localStorage", "indexedDB", "title", "querySelector", "Image", "getElementById"]);
  await page.until("what is loaded to be seen", (file) => /** @type {any} */ (globalThis).seen.some((/** @type {string} */ text) => text.includes(file)), "figures.json?again");
  await page.until("what is changed to be seen", () => /** @type {any} */ (globalThis).seen.includes("childList of H1"));
  for (const path of ["/figures.json", "/beacon", "/pixel.png"]) assert.ok(asked.slice(before).includes(path), `${path} is heard`);
});
