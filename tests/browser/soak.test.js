/** Hours of use in a minute: after many elements, changes, insertions and removals, memory is back where it was. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

/** Bytes that may remain, as the engine compiles and caches while it runs. A leak would grow with every turn, and there are thousands. */
const ROOM = 2_000_000;

/** Memory in use after garbage collection. @param {Page} page */
async function memory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let turn = 0; turn < 3; turn += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { usedSize, nodes, jsEventListeners };
}

/** @typedef {Awaited<ReturnType<typeof memory>>} Memory */

/** @param {Memory} before @param {Memory} after @param {number} turns */
function assertBack(before, after, turns) {
  console.log(`${turns} turns: heap ${before.usedSize} to ${after.usedSize}, nodes ${before.nodes} to ${after.nodes}, listeners ${before.jsEventListeners} to ${after.jsEventListeners}`);
  assert.ok(after.usedSize - before.usedSize < ROOM, `the heap grew by ${after.usedSize - before.usedSize} bytes`);
  assert.ok(after.nodes - before.nodes < turns / 10, `${after.nodes - before.nodes} more nodes`);
  assert.ok(after.jsEventListeners - before.jsEventListeners < turns / 10, `${after.jsEventListeners - before.jsEventListeners} more listeners`);
}

visit("two hundred on a page all answer, from one core", {}, async ({ page, site, host, requests }) => {
  await host(hostPage("<cotton-origin></cotton-origin>".repeat(200), { head: script(site) }));
  await page.waitForFunction(() => [...document.querySelectorAll("cotton-origin")].every(({ shadowRoot }) => shadowRoot?.querySelector(".why")), null, { timeout: 300_000 });
  const asked = (/** @type {string} */ file) => requests.filter((address) => address.endsWith(file)).length;
  assert.equal(asked("/cotton_origin.wasm"), 1);
  assert.ok(asked("/cotton_origin_label.wasm") <= 1, "nor is the reader of labels asked for by each");
  const last = await widget(page, 199);
  await last.field("Made in").selectOption("CN");
  assert.match(await last.headline.innerText(), /^About 58 in 100/);
});

/** Changes one element so many times, as fast as it answers. @param {Page} page @param {number} times */
const change = (page, times) =>
  page.evaluate((times) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("cotton-origin")?.shadowRoot);
    const places = ["CN", "BD", "IN", "VN", "", "PE", "TR"];
    const select = /** @type {HTMLSelectElement} */ (root.querySelector('[name="madeIn"]'));
    const percent = /** @type {HTMLInputElement} */ (root.querySelector('[name="fibres.0.percent"]'));
    for (let turn = 0; turn < times; turn += 1) {
      select.value = places[turn % places.length] ?? "";
      // Now and then an impossible percentage, so that problems appear and disappear, too.
      percent.value = String((turn * 7) % 110);
      (turn % 2 ? select : percent).dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }
  }, times);

visit("ten thousand changes in one element", {}, async ({ page, site, host }) => {
  page.setDefaultTimeout(300_000);
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  await widget(page);
  await change(page, 1000);
  const before = await memory(page);
  await change(page, 10_000);
  assertBack(before, await memory(page), 10_000);
});

/** Adds an element to the page and removes it again, so many times, and waits until none has pending work. @param {Page} page @param {number} times */
const comeAndGo = (page, times) =>
  page.evaluate(async (times) => {
    let busy = 0;
    for (let turn = 0; turn < times; turn += 1) {
      const element = document.createElement("cotton-origin");
      document.body.append(element);
      // Most stay only for a moment, some until they answer and have begun to draw the sections below.
      if (turn % 4 === 0) {
        busy += 1;
        element.addEventListener("cotton-origin-ready", () => (busy -= 1));
        while (!element.shadowRoot?.querySelector(".headline")) await new Promise((resolve) => setTimeout(resolve));
      }
      element.remove();
    }
    while (busy > 0) await new Promise((resolve) => setTimeout(resolve));
  }, times);

visit("a thousand come and go", {}, async ({ page, site, host }) => {
  page.setDefaultTimeout(300_000);
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  await widget(page);
  await comeAndGo(page, 100);
  const before = await memory(page);
  await comeAndGo(page, 1000);
  assertBack(before, await memory(page), 1000);
});
