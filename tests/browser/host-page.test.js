/** The page for site owners: what it gives to copy works on another site, and what is typed into it is only text. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { violations } from "./support/axe.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */

/** @param {Page} page */
const lines = async (page) => ({ html: await page.locator("#snippet").innerText(), policy: await page.locator("#policy").innerText() });

visit("the lines for an element work as they are, under the policy beside them", {}, async ({ page, site, host }) => {
  await page.goto(`${site}/host.html`);
  await page.getByLabel("Language").selectOption("de");
  await page.getByLabel("Sharing").uncheck();
  await page.getByLabel("What it says").fill('Ask <b>"us" & them</b>');
  await page.getByLabel("Where it leads").fill('https://www.you.example/?a=1&b="2"');
  await page.locator("#preview").getByText("Ask <b>").waitFor({ state: "attached" });
  const { html, policy } = await lines(page);
  assert.match(html, /integrity="sha384-\S{64}" crossorigin/);
  await host(`<!doctype html><html lang="en"><title>Mine</title>${html}</html>`, { "content-security-policy": `default-src 'none'; ${policy}` });
  const { element, root } = await widget(page);
  assert.equal(await root.getAttribute("lang"), "de");
  assert.match((await element.getAttribute("sections")) ?? "", /^detail why notes limits stages claims wardrobe$/);
  const action = element.locator('[slot="action"]');
  assert.equal(await action.textContent(), 'Ask <b>"us" & them</b>');
  assert.equal(await action.getAttribute("href"), 'https://www.you.example/?a=1&b="2"');
});

visit("the lines for a frame work as they are", {}, async ({ page, site, host }) => {
  const own = new URL(await host("<!doctype html><title>Mine</title>")).origin;
  await page.goto(`${site}/host.html`);
  await page.getByLabel("In a frame").check();
  await page.getByLabel("The origin of your site").fill(own);
  await page.locator("#snippet").filter({ hasText: encodeURIComponent(own) }).waitFor();
  const { html, policy } = await lines(page);
  await host(`<!doctype html><html lang="en"><title>Mine</title>${html}</html>`, { "content-security-policy": `default-src 'none'; ${policy}` });
  await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "900");
});

visit("a link that would run is not taken, and copying says how it went", {}, async ({ page, site }) => {
  await page.goto(`${site}/host.html`);
  await page.getByLabel("What it says").fill("Run");
  await page.getByLabel("Where it leads").fill("javascript:alert(1)");
  await page.locator("#preview cotton-origin").waitFor();
  assert.doesNotMatch((await lines(page)).html, /javascript|slot/);
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByRole("status").filter({ hasText: /^(Copied|Selected)/ }).first().waitFor();
  assert.deepEqual(await violations(page), []);
});
