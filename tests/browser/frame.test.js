/** The frame's page tells its host's owner, in the console, what keeps its height from being followed. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage } from "./support/host.js";

/** @import { Visit } from "./support/browser.js" */

/** Opens a host's page with a frame of ours whose address names this host. @param {Visit} visit @param {string} named */
const open = ({ site, host }, named) => host(hostPage(`<iframe src="${site}/embed.html?host=${encodeURIComponent(named)}" title="Estimate" width="100%" height="900"></iframe>`));

visit("a host that was copied from an example is told to its owner, with the right one", {}, async (visit) => {
  const told = visit.page.waitForEvent("console", (message) => message.text().includes("The frame's address"));
  await open(visit, "https://www.you.example");
  const text = (await told).text();
  visit.expected.push(text);
  assert.match(text, /^<cotton-origin> The frame's address names host=https:\/\/www\.you\.example, but the page around it is of (\S+): it is not told the height\. Write host=\1\.$/);
});

visit("of the right host nothing is said", {}, async (visit) => {
  await open(visit, new URL(await visit.host(hostPage(""))).origin);
  await visit.page.frameLocator("iframe").locator("cotton-origin .why .step").first().waitFor({ state: "attached" });
});
