/** No layout shift: where space is reserved, nothing on the page moves while the widget loads. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

/** Records layout shifts from the first paint on. @param {Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    Object.assign(window, { moved: [] });
    const add = (/** @type {PerformanceObserverEntryList} */ list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = /** @type {PerformanceEntry & { value: number, sources: { node?: Node, previousRect: DOMRect, currentRect: DOMRect }[] }} */ (entry);
        /** @type {any} */ (window).moved.push(`${value}: ${sources.map((s) => JSON.stringify([s.node?.nodeName, s.previousRect.y, s.currentRect.y, s.previousRect.height, s.currentRect.height]))}`);
      }
    };
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  });

/** The layout shifts until everything is loaded, and two frames more. @param {Page} page @returns {Promise<string[]>} */
async function moved(page) {
  await widget(page);
  await page.locator("cotton-origin").getByText("What this cannot know").first().waitFor({ state: "attached" });
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(/** @type {any} */ (window).moved)))),
  );
}

for (const [name, viewport] of /** @type {const} */ ([
  ["a phone", { width: 390, height: 844 }],
  ["a desktop", { width: 1280, height: 900 }],
])) {
  visit(`the site's own page on ${name}`, { viewport }, async ({ page, site }) => {
    await watch(page);
    await page.goto(site);
    assert.deepEqual(await moved(page), []);
  });

  visit(`a host's page that gives it room, on ${name}`, { viewport }, async ({ page, site, host }) => {
    await watch(page);
    const room = "<style>cotton-origin { display: block; min-block-size: 100vh }</style>";
    await host(hostPage(`${room}<h1>A shirt</h1><cotton-origin><p>Ask the shop.</p></cotton-origin><p>Sizes</p>`, { head: script(site) }));
    assert.deepEqual(await moved(page), []);
  });
}
