/** From the script to the form and the first estimate on a slowed processor, for a first visit and a second. */
import { median } from "../support/statistics.js";
import { slowPage } from "../support/browser.js";

/** @import { Browser, BrowserContext } from "playwright-core" */

/** Visits of each page. */
const VISITORS = 7;

/** The round-trip time in milliseconds, and bytes a second: Lighthouse's slow 4G. */
export const ROUND_TRIP = 150;
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8;

/** What the page writes to its console once all is measured. */
const READY = "benchmark: ready";

/** @typedef {{ usable: number, painted: number, inARow: number, longest: number, shift: number }} Load */

/**
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<{ cold: Load, warm: Load }>}
 */
export async function measureLoading(browser, address) {
  /** @type {{ cold: Load[], warm: Load[] }} */
  const loads = { cold: [], warm: [] };
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: "en-GB" });
    loads.cold.push(await load(context, address));
    loads.warm.push(await load(context, address));
    await context.close();
  }
  return { cold: middle(loads.cold), warm: middle(loads.warm) };
}

/** Times are the median; what must never be is the worst. @param {Load[]} loads @returns {Load} */
const middle = (loads) => ({
  usable: median(loads.map(({ usable }) => usable)),
  painted: median(loads.map(({ painted }) => painted)),
  inARow: Math.max(...loads.map(({ inARow }) => inARow)),
  longest: median(loads.map(({ longest }) => longest)),
  shift: Math.max(...loads.map(({ shift }) => shift)),
});

/** @param {BrowserContext} context @param {string} address @returns {Promise<Load>} */
async function load(context, address) {
  const { page, session } = await slowPage(context);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: ROUND_TRIP, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND });
  await page.addInitScript(watch, READY);
  // The page reports by itself: if asked, Playwright would compile its own script there, a long task that is not the page's.
  const ready = page.waitForEvent("console", { predicate: (message) => message.text() === READY, timeout: 120_000 });
  await page.goto(address);
  await ready;
  const load = await page.evaluate(told);
  await page.close();
  return load;
}

/** In the page, before anything of its own: notes when the form and its first answer are there, and what the browser complains of. @param {string} ready */
function watch(ready) {
  const seen = { usable: 0, painted: 0, longest: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (seen.longest = Math.max(seen.longest, duration)))).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
  }).observe({ type: "layout-shift", buffered: true });
  // The rest follows the first answer: what it costs counts, too.
  document.addEventListener("cotton-origin-ready", () => setTimeout(() => console.debug(ready), 1000));
  const frame = () =>
    requestAnimationFrame(() => {
      // This frame shows it; the task after it finds it painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (seen.painted = performance.now());
      port2.postMessage(null);
    });
  const usable = () => {
    seen.usable = performance.now();
    frame();
  };
  void customElements.whenDefined("cotton-origin").then(() => {
    const inside = document.querySelector("cotton-origin")?.shadowRoot;
    const there = () => inside?.querySelector("form select") && inside.querySelector(".headline")?.textContent;
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      usable();
    });
    if (there()) usable();
    else if (inside) observer.observe(inside, { childList: true, subtree: true, characterData: true });
  });
}

/** In the page: what was noted, from the moment at which the script had come. */
function told() {
  const { usable, painted, longest, shift } = /** @type {any} */ (globalThis).seen;
  const requests = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const script = requests.find(({ name }) => name.endsWith("/cotton-origin.js"))?.responseEnd ?? NaN;
  const needed = requests.filter(({ startTime, responseEnd, transferSize }) => startTime >= script && responseEnd <= usable && transferSize > 0);
  // The longest row of requests to the host of which each began when the one before had come.
  /** @type {(after: number) => number} */
  const row = (after) => Math.max(0, ...needed.filter(({ startTime }) => startTime >= after).map(({ responseEnd }) => 1 + row(responseEnd)));
  return { usable: usable - script, painted: painted - script, inARow: row(script), longest, shift };
}
