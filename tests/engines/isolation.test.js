/** Isolation from hostile hosts, in each engine: their styles, their scripts, their element names, and markup in attributes and fields. */
import assert from "node:assert/strict";
import { hostPage, script } from "../browser/support/host.js";
import { PAYLOADS } from "./support/payloads.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Page } from "./support/page.js" */

const JS = { "content-type": "text/javascript", "access-control-allow-origin": "*" };

/** It answers as it does anywhere, and says why. @param {Page} page */
async function assertAnswers(page) {
  await page.complete();
  await page.type("Percent of fibre 1", "60");
  await page.choose("Made in", "CN");
  await page.choose("Year bought", "2024");
  assert.match((await page.text(".headline")) ?? "", /^About 63 in 100/);
  await page.until("its reasons", () => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".why")?.textContent?.includes("= 0.627"));
}

const STYLES = {
  "everything unset": "* { all: unset }",
  "everything unset, importantly": "* { all: unset !important }",
  // Not on the root element: its font size is what `rem` refers to.
  "giant, spaced, shouted and slanted": "body, body * { font: italic 900 90px/3 fantasy !important; text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 3em !important; text-indent: 50px !important; text-shadow: 9px 9px red !important; white-space: pre !important }",
  "no boxes, no pointer, no selection": "div, p, button, input, select, label { display: none !important; pointer-events: none !important; opacity: 0 !important }",
};
for (const [name, css] of Object.entries(STYLES)) {
  visit(`styles of a host: ${name}`, {}, async (visit) => {
    const { page, site, recorder, host } = visit;
    await host(hostPage("<cotton-origin></cotton-origin>", { head: `<style>${css}</style>${recorder}${script(site)}` }));
    await assertAnswers(page);
    const looks = await page.evaluate(() => {
      const field = /** @type {HTMLElement} */ (document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".field"));
      const { textTransform, letterSpacing, wordSpacing, textIndent, textShadow, whiteSpace, display, opacity, pointerEvents, fontStyle } = getComputedStyle(field);
      return { textTransform, letterSpacing, wordSpacing, textIndent, textShadow, whiteSpace, display, opacity, pointerEvents, fontStyle };
    });
    assert.deepEqual(looks, {
      textTransform: "none", letterSpacing: "normal", wordSpacing: "0px", textIndent: "0px", textShadow: "none",
      whiteSpace: "normal", display: "grid", opacity: "1", pointerEvents: "auto", fontStyle: "normal",
    });
    await assertQuiet(visit);
  });
}

/** Layouts in which a box is as wide as its content. */
const ASKS = {
  "a row": 'style="display: flex"',
  "the middle of a column": 'style="display: flex; flex-direction: column; align-items: center"',
  "a grid's column": 'style="display: grid; grid-template-columns: auto auto"',
  "a line": 'style="display: inline-block"',
  "a float": 'style="float: left"',
  "a cell": 'style="display: table-cell"',
  "a dialog": 'style="position: fixed; inset: 0; inline-size: fit-content; max-inline-size: 600px"',
};
visit("hosts whose layout asks it for its width get one, and no page grows by it", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  const boxes = Object.values(ASKS).map((style) => `<section style="overflow: hidden"><div ${style}><p>beside</p><cotton-origin></cotton-origin></div></section>`);
  await host(hostPage(boxes.join(""), { head: recorder + script(site) }));
  await page.until("all of them", (count) => [...document.querySelectorAll("cotton-origin")].filter((one) => one.shadowRoot?.querySelector(".why")).length === count, boxes.length);
  const widths = await page.evaluate(() => [...document.querySelectorAll("cotton-origin")].map((one) => Math.round(one.getBoundingClientRect().width)));
  Object.keys(ASKS).forEach((name, at) => assert.ok((widths[at] ?? 0) > 500, `${name}: ${widths[at]} px`));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await assertQuiet(visit);
});

visit("text of a size to be read where a host shrinks the page's unit, or blows it up", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  const size = () => page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("cotton-origin")?.shadowRoot?.querySelector("label"))).fontSize);
  for (const [unit, expected] of [["62.5%", "15px"], ["20px", "18.75px"], ["90px", "30px"]]) {
    await host(hostPage("<cotton-origin></cotton-origin>", { head: `<style>html { font-size: ${unit} } body { font-size: 16px }</style>${recorder}${script(site)}` }));
    await page.complete();
    assert.equal(await size(), expected, unit);
  }
});

const SCRIPTS = {
  "Object.prototype has more": "for (const name of ['evil', 'foo', 'fibres', 'madeIn', 'cotton', 'integrityOf', 'toHTML']) Object.prototype[name] = function () { throw new Error(name) };",
  "Object.prototype has values": "Object.prototype.kind = 'jeans'; Object.prototype.madeIn = 'CN'; Object.prototype.percent = 7; Object.prototype.count = 9;",
  "Array.prototype has more, and toJSON": "Array.prototype.each = function () {}; Array.prototype.toJSON = () => 'json';",
  "prototypes are frozen": "for (const one of [Object, Array, Function, String, Number, Promise, Map, Set, Error]) Object.freeze(one.prototype);",
  "console is gone, and names are taken": "globalThis.console = undefined; globalThis.define = Object.assign(() => {}, { amd: true }); globalThis.module = {}; globalThis.exports = {}; globalThis.require = () => { throw new Error() }; globalThis.process = { env: {} };",
};
for (const [name, body] of Object.entries(SCRIPTS)) {
  visit(`scripts of a host: ${name}`, { instead: { "/hostile.js": { body, headers: JS } } }, async ({ page, site, host }) => {
    await host(hostPage("<cotton-origin></cotton-origin>", { head: `<script src="${site}/hostile.js"></script>${script(site)}` }));
    await assertAnswers(page);
  });
}

const NAMES = ["head", "body", "documentElement", "createElement", "createElementNS", "querySelector", "addEventListener", "activeElement", "defaultView", "baseURI", "cotton", "WebAssembly", "customElements", "Intl"];
visit("names in a host's page that stand before the document's own", {}, async (visit) => {
  const { page, site, host } = visit;
  const named = NAMES.map((name) => `<img name="${name}" id="${name}"><form name="${name}" id="${name}"><input name="${name}"></form>`).join("");
  await host(`<!doctype html><html lang="en"><head><title>A host</title></head><body><cotton-origin></cotton-origin>${named}${script(site)}</body></html>`);
  // `document.querySelector` is shadowed on this page, so use the prototype's.
  await page.until("its sources", () => /** @type {any} */ (Document.prototype.querySelector.call(document, "cotton-origin")).shadowRoot.querySelector(".why details.sources"));
  assert.match(await page.evaluate(() => /** @type {any} */ (Document.prototype.querySelector.call(document, "cotton-origin")).shadowRoot.querySelector(".headline").textContent), /^About 20 in 100/);
});

/** The attributes that the element reads. */
const ATTRIBUTES = ["lang", "dir", "questions", "sections", "compact", "page", "title", "class"];

visit(`nothing that is put in runs: ${PAYLOADS.length} payloads in ${ATTRIBUTES.length} attributes and two fields`, {}, async ({ page, site, recorder, host }) => {
  await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + script(site) }));
  await page.complete();
  const found = await page.evaluate(
    async (payloads, attributes) => {
      const settle = () => new Promise((resolve) => setTimeout(resolve));
      const strangers = "script, img, iframe, video, object, embed, style, link, template, cotton-origin, [onerror], [onload], [onfocus], [ontoggle], [onbegin], [onmouseover]";
      /** @type {string[]} */
      const found = [];
      let tried = 0;
      const look = (/** @type {string} */ where, /** @type {Element} */ element) => {
        tried += 1;
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        const links = [...root.querySelectorAll("a")].filter(({ protocol }) => !/^(https?|):$/.test(protocol));
        if ("pwned" in globalThis || root.querySelector(strangers) || links.length > 0 || !root.querySelector(".headline")?.textContent) found.push(where);
      };
      for (const name of attributes) {
        const element = document.createElement("cotton-origin");
        document.body.append(element);
        while (!element.shadowRoot?.querySelector(".why")) await settle();
        for (const [at, payload] of payloads.entries()) {
          element.setAttribute(name, payload);
          await settle();
          look(`${name} ${at}`, element);
        }
        element.remove();
      }
      const element = /** @type {Element} */ (document.querySelector("cotton-origin"));
      for (const field of ["fibres.0.percent", "massGrams"]) {
        const input = /** @type {HTMLInputElement} */ (element.shadowRoot?.querySelector(`[name="${field}"]`));
        for (const [at, payload] of payloads.entries()) {
          input.value = payload;
          input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          look(`${field} ${at}`, element);
        }
      }
      return { found, tried };
    },
    PAYLOADS,
    ATTRIBUTES,
  );
  assert.deepEqual(found, { found: [], tried: PAYLOADS.length * (ATTRIBUTES.length + 2) });
});

const GONE = { "/cotton_origin.wasm": { status: 404, body: "" } };
visit("no address of a host becomes a link that runs", { instead: GONE }, async ({ page, site, recorder, host }) => {
  await host(hostPage("", { head: recorder + script(site) }));
  const links = await page.evaluate(async (payloads) => {
    // A page is asked for before it is linked to: here every address that can be asked for is there.
    const asked = globalThis.fetch;
    globalThis.fetch = (address, options) => (options?.method === "HEAD" ? Promise.resolve(new Response()) : asked(address, options));
    const elements = payloads.map((payload) => {
      const element = document.createElement("cotton-origin");
      element.setAttribute("page", payload);
      document.body.append(element);
      return element;
    });
    const drawn = () => elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("a") ?? [])]);
    while (elements.some(({ shadowRoot }) => !shadowRoot?.querySelector(".failed")) || drawn().length <= 10) await new Promise((resolve) => setTimeout(resolve, 10));
    const links = drawn();
    for (const link of links) if (!/^https?:$/.test(link.protocol)) return [link.href];
    return ["pwned" in globalThis, links.length > 10];
  }, PAYLOADS);
  assert.deepEqual(links, [false, true]);
});

visit("in the address of a frame they are only text", {}, async ({ page, site }) => {
  for (const payload of PAYLOADS.filter((text) => text.length < 1000)) {
    const query = new URLSearchParams({ lang: payload, dir: payload, questions: payload, sections: payload, host: payload });
    await page.open(`${site}/embed.html?${query}`);
    assert.equal(await page.evaluate(() => "pwned" in globalThis || document.querySelectorAll("body > :not(cotton-origin)").length > 0), false, payload);
  }
});
