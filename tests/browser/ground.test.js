/** The ground: the host's own where it can be read on, else ours. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Visit } from "./support/browser.js" */

const [CREAM, COAL] = ["rgb(248, 245, 238)", "rgb(21, 23, 28)"];
const NONE = "rgba(0, 0, 0, 0)";
const [DARK_INK, LIGHT_INK] = ["rgb(32, 36, 43)", "rgb(237, 232, 220)"];

/** The background and the text of the element on a page with these styles. @param {Visit} visit @param {string} styles @param {string} [attributes] */
async function on({ page, site, host }, styles, attributes = "") {
  await host(hostPage(`<style>${styles}</style><main><cotton-origin ${attributes}></cotton-origin></main>`, { head: script(site) }));
  const { root } = await widget(page);
  return () => root.evaluate((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]);
}

/** What stands on which page, on a device set to light and on one set to dark. @type {[what: string, styles: string, attributes: string, light: string[], dark: string[]][]} */
const PAGES = [
  ["a page that sets nothing is white", "", "", [NONE, DARK_INK], [NONE, DARK_INK]],
  ["a page that says it has both schemes is as the device is", ":root { color-scheme: light dark }", "", [NONE, DARK_INK], [NONE, LIGHT_INK]],
  ["a white page", "body { background: #fff }", "", [NONE, DARK_INK], [NONE, DARK_INK]],
  ["a dark page that does not say so", "body { background: #111 }", "", [NONE, LIGHT_INK], [NONE, LIGHT_INK]],
  ["the nearest colour counts", "body { background: #111 } main { background: #fafafa }", "", [NONE, DARK_INK], [NONE, DARK_INK]],
  ["on grey nothing of ours can be read well", "body { background: #888 }", "", [CREAM, DARK_INK], [COAL, LIGHT_INK]],
  ["a picture is of any colour", "body { background: linear-gradient(#fff, #000) }", "", [CREAM, DARK_INK], [COAL, LIGHT_INK]],
  ["what is half there shows what is behind it", "main { background: rgb(255 255 255 / 50%) }", "", [CREAM, DARK_INK], [COAL, LIGHT_INK]],
  ["a ground set for the element", "cotton-origin { --cotton-paper: #ffe }", 'theme="light"', ["rgb(255, 255, 238)", DARK_INK], ["rgb(255, 255, 238)", DARK_INK]],
  ["a theme against the page keeps its own ground", "body { background: #fff }", 'theme="dark"', [COAL, LIGHT_INK], [COAL, LIGHT_INK]],
  ["a theme that goes with the page", "body { background: #fff }", 'theme="light"', [NONE, DARK_INK], [NONE, DARK_INK]],
];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  visit(`on every ground the text can be read: ${colorScheme}`, { colorScheme }, async (visit) => {
    for (const [what, styles, attributes, light, dark] of PAGES) {
      const shown = await on(visit, styles, attributes);
      assert.deepEqual(await shown(), colorScheme === "light" ? light : dark, what);
    }
  });
}

visit("a page that changes its ground, slowly, takes the element with it", { colorScheme: "light" }, async (visit) => {
  const shown = await on(visit, "body { background: #fff; transition: background-color .2s } body.night { background: #111 }");
  assert.deepEqual(await shown(), [NONE, DARK_INK]);
  await visit.page.evaluate(() => document.body.classList.add("night"));
  await visit.page.waitForFunction((ink) => {
    const root = document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".root");
    return root && getComputedStyle(root).color === ink;
  }, LIGHT_INK);
  assert.deepEqual(await shown(), [NONE, LIGHT_INK]);
});

visit("a device that changes its scheme, too", { colorScheme: "light" }, async (visit) => {
  const shown = await on(visit, ":root { color-scheme: light dark }");
  await visit.page.emulateMedia({ colorScheme: "dark" });
  await visit.page.waitForFunction(() => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".on-dark"));
  assert.deepEqual(await shown(), [NONE, LIGHT_INK]);
});
