/** Nothing leaves the page and nothing is stored: after loading there is no request, no cookie, no storage. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

/** Traps every API with which a page can store or send something. Call it before the page is opened. @param {Page} page */
async function setTraps(page) {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    /** @type {string[]} */
    const used = (kept.used = []);
    /** @param {any} owner @param {string} name */
    const trap = (owner, name) => {
      const { get, set, value } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      /** @param {Function} original */
      const noted = (original) =>
        /** @this {unknown} @param {unknown[]} rest */ function (...rest) {
          used.push(name);
          return new.target ? Reflect.construct(original, rest) : original.apply(this, rest);
        };
      if (value) Object.defineProperty(owner, name, { value: noted(value) });
      else Object.defineProperty(owner, name, { get: get && noted(get), set: set && noted(set) });
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "BroadcastChannel", "name"]) trap(globalThis, name);
    trap(Document.prototype, "cookie");
    for (const name of ["sendBeacon", "serviceWorker", "storage", "geolocation", "clipboard"]) trap(Navigator.prototype, name);
    for (const name of ["pushState", "replaceState"]) trap(History.prototype, name);
  });
}

const used = (/** @type {Page} */ page) => /** @type {Promise<string[]>} */ (page.evaluate(() => /** @type {any} */ (globalThis).used));

/** What loading uses: one fetch each for the wasm, the figures, the label reader, and the sentences below the answer. */
const LOADING = ["fetch", "fetch", "fetch", "fetch"];

/** Does everything that a visitor can do. @param {Page} page @param {Widget} label */
async function useItAll(page, label) {
  await enterShirt(label);
  await label.field("Paste what the label or the shop says").fill("95% cotton, 5% elastane. Made in Peru");
  await label.element.locator("mark").first().waitFor();
  await label.button("Clear the text, and undo what it filled in").click();
  await label.more();
  for (const name of ["Cloth woven or knitted in", "Yarn spun in", "Cotton said to be from"]) await label.field(name).selectOption("IN");
  await label.field("How do they know?").selectOption("label");
  await label.field("Weight in grams").fill("170");
  await label.field("It is recycled").first().check();
  await label.field("GOTS (Global Organic Textile Standard)").check();
  await label.field("Percent of fibre 1").fill("90");
  await label.field("Percent of fibre 1").fill("60");
  await label.button("Remove fibre 2").click();
  await label.settled();
  for (const summary of await label.element.locator("summary").filter({ visible: true }).all()) await summary.click();
  // Waits for the announcement that follows a pause.
  await label.element.locator('[role="status"]').filter({ hasText: /in 100/ }).waitFor({ state: "attached" });
  assert.match(await label.headline.innerText(), /^(About|Less)/);
  await page.mouse.wheel(0, 2000);
}

visit("the site's page: its files, and then nothing", {}, async ({ page, site, requests }) => {
  await setTraps(page);
  await page.goto(site);
  const label = await widget(page);
  const files = ["/", "/cotton-origin-more.js", "/cotton-origin.js", "/cotton_origin.wasm", "/cotton_origin_label.wasm", "/figures.json", "/locales/more/en.json", "/page.css", "/page.js"].map((path) => site + path);
  assert.deepEqual(requests.filter((address) => !address.startsWith("data:")).toSorted(), files);
  const loaded = requests.length;
  assert.deepEqual(await used(page), LOADING);

  await useItAll(page, label);
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(await used(page), LOADING);
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(page.url(), `${site}/`, "nothing is put into the address either");
  const stored = () => page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, document.cookie]);
  assert.deepEqual(await stored(), [0, 0, 0, 0, ""]);

  // The traps work: reading storage was recorded, and so is a request.
  assert.deepEqual((await used(page)).slice(LOADING.length), ["localStorage", "sessionStorage", "indexedDB", "caches", "cookie"]);
  await page.evaluate(() => fetch("/page.css"));
  assert.deepEqual(requests.slice(loaded), [`${site}/page.css`]);
});

visit("on a host's page: the script, what it needs, and then nothing", {}, async ({ page, site, host, requests }) => {
  await setTraps(page);
  const own = await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const label = await widget(page);
  const foreign = () => requests.filter((address) => !address.startsWith(new URL(own).origin));
  assert.deepEqual(foreign(), ["cotton-origin.js", "cotton_origin.wasm", "figures.json", "cotton-origin-more.js", "cotton_origin_label.wasm", "locales/more/en.json"].map((name) => `${site}/${name}`));
  const loaded = requests.length;
  await useItAll(page, label);
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(await used(page), LOADING);
  assert.deepEqual(await page.context().cookies(), []);
});

visit("what it asks its own server for carries no cookie", {}, async ({ page, site, host }) => {
  /** @type {Record<string, string>[]} */
  const asked = [];
  page.on("request", (request) => {
    if (request.url().startsWith(site)) void request.allHeaders().then((headers) => asked.push(headers));
  });
  await page.context().addCookies([{ name: "visitor", value: "1", url: site }]);
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  await widget(page);
  await page.waitForLoadState("networkidle");
  assert.equal(asked.length, 6);
  for (const headers of asked) assert.equal(headers["cookie"], undefined);
});
