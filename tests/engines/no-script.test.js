/** With scripts turned off, in each engine: the host's fallback content is shown, and our own pages say that they need scripts. */
import assert from "node:assert/strict";
import { CHILDREN, hostPage, script } from "../browser/support/host.js";
import { visit } from "./support/visit.js";

/** @import { Page } from "./support/page.js" */

/** What can be seen of a page's text. @param {Page} page */
const seen = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, " ").trim());

visit("on a host's page its own words stay, with their link", { scripts: false }, async ({ page, site, host }) => {
  const own = "<script>document.body.prepend('scripts run')</script><noscript>No scripts here. </noscript>";
  await host(hostPage(`<cotton-origin>${CHILDREN}</cotton-origin><p>The host's page goes on.</p>${own}`, { head: script(site) }));
  assert.equal(await seen(page), "About 84 in 100 grams of China’s cotton. More on this The host's page goes on. No scripts here.");
  const link = await page.evaluate(() => {
    const link = /** @type {HTMLAnchorElement} */ (document.querySelector("cotton-origin a"));
    const { width, height } = link.getBoundingClientRect();
    return { path: link.pathname, seen: width > 0 && height > 0 };
  });
  assert.deepEqual(link, { path: "/about", seen: true });
});

visit("in a frame, too", { scripts: false }, async ({ page, site, host }) => {
  await host(hostPage(`<iframe src="${site}/embed.html" title="Estimate" height="400"></iframe>`));
  await page.open(`${site}/embed.html`);
  assert.match(await seen(page), /^Of every 100 grams of cotton grown in China, about 84 .* needs JavaScript and WebAssembly\. Without them, look on the label .* grew\.$/);
});

visit("the page of its own says what it needs, and leads to what can be read", { scripts: false }, async ({ page, site }) => {
  await page.open(site);
  const text = await seen(page);
  assert.match(text, /needs JavaScript and WebAssembly\. Without them, look on the label for where it was made/);
  assert.doesNotMatch(text, /^Language|opened from a disk/, "nothing is shown that would do nothing");
  await page.open(await page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.querySelector('footer a[href^="method"]')).href));
  assert.match(await seen(page), / How the estimate is made The method, with its \d+ figures/);
});
