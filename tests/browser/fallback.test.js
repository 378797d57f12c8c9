/** If the core cannot start, the host's own content stays, one sentence is added, and the console tells the site's owner why, once. If only the sections below the answer fail to load, the answer stays. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Visit } from "./support/browser.js" */

const WASM = "/cotton_origin.wasm";
const OURS = "<cotton-origin> could not start";

const MISSING = { [WASM]: { status: 404, body: "<!doctype html>Not found" } };

const STARTED_NOT = "The estimate could not start here: ";
const FILES = "a file that it needs did not load.";
const POLICY = "the rules of this site do not allow it.";

/** Checks what visitors see and what the console tells the site's owner. @param {Visit} visit @param {RegExp} advice @param {string} [because] */
async function assertFallback({ page, site, complaints, expected }, advice, because = FILES) {
  const element = page.locator("cotton-origin").first();
  await element.getByText(STARTED_NOT).filter({ visible: true }).waitFor();
  assert.ok(await element.getByText("About 84 in 100 grams of China’s cotton.").isVisible());
  assert.ok(await element.getByRole("link", { name: "More on this" }).isVisible());
  // The page is asked for before it is linked to.
  await element.getByRole("link", { name: "Open it on a page of its own." }).waitFor();
  const own = await element.evaluate((node) => [...(node.shadowRoot?.children ?? [])].map(({ localName, textContent }) => `${localName} ${textContent}`));
  assert.deepEqual(own, ["slot ", `p ${STARTED_NOT}${because} Open it on a page of its own.`], "one sentence and a link, and no form that would do nothing");
  assert.equal(await element.getByRole("link", { name: "Open it on a page of its own." }).getAttribute("href"), `${site}/index.html`);

  const ours = complaints.filter((text) => text.startsWith(OURS));
  assert.equal(ours.length, 1, complaints.join("\n"));
  assert.match(ours[0] ?? "", advice);
  // The browser logs its own message about a file that did not load.
  const browsers = complaints.filter((text) => /^Failed to (load resource|find a valid digest)|SRI's integrity checks|Content Security Policy|CORS policy/.test(text));
  expected.push(...ours, ...browsers);
}

const PAGE = (/** @type {string} */ site) => hostPage(`<cotton-origin>${CHILDREN}</cotton-origin>`, { head: script(site) });

visit("WebAssembly blocked by the host's policy", {}, async (visit) => {
  const { site, host } = visit;
  await host(PAGE(site), { "content-security-policy": `script-src ${site}; connect-src ${site}` });
  await assertFallback(visit, /Content-Security-Policy blocks WebAssembly\. Add 'wasm-unsafe-eval' to script-src/, POLICY);
});

visit("the wasm is not there", { instead: MISSING }, async (visit) => {
  await visit.host(PAGE(visit.site));
  await assertFallback(visit, new RegExp(`from ${visit.site}${WASM}\\. The server has no such file`));
});

visit("other bytes stand in its place", { instead: { [WASM]: { body: "<!doctype html><title>Not found</title>" } } }, async (visit) => {
  await visit.host(PAGE(visit.site));
  await assertFallback(visit, /The file there is not the one this script was built with/);
});

visit("the wasm may not be read from another origin", { instead: { [WASM]: { headers: { "content-type": "application/wasm" } } } }, async (visit) => {
  await visit.host(PAGE(visit.site));
  await assertFallback(visit, /its server must send Access-Control-Allow-Origin: \*/);
});

visit("the policy allows no connection to it", {}, async (visit) => {
  const { site, host } = visit;
  await host(PAGE(site), { "content-security-policy": `script-src ${site} 'wasm-unsafe-eval'; connect-src 'self'` });
  await assertFallback(visit, new RegExp(`Add ${site} to connect-src`), POLICY);
});

visit("a wasm served as another type is taken all the same", { instead: { [WASM]: { headers: { "content-type": "text/plain", "access-control-allow-origin": "*" } } } }, async ({ page, site, host }) => {
  await host(PAGE(site));
  assert.match(await (await widget(page)).headline.innerText(), /^About 20 in 100/);
});

visit("several elements fail for one reason: told once", { instead: MISSING }, async (visit) => {
  const element = `<cotton-origin>${CHILDREN}</cotton-origin>`;
  await visit.host(hostPage(element + element, { head: script(visit.site) }));
  await visit.page.locator("cotton-origin").nth(1).getByText(STARTED_NOT).waitFor();
  await assertFallback(visit, /has no such file/);
});

for (const [name, status, advice] of /** @type {const} */ ([
  ["are not there", 404, /The server has no such file/],
  ["are of another version", 200, /The file there is not the one this script was built with/],
])) {
  visit(`the figures' words ${name}: the estimate stands`, { instead: { "/figures.json": { status, body: '{ "version": "1999.1" }' } } }, (visit) => assertStands(visit, advice));
}

/** The module with the sections below the answer, or the label reader, is missing or was changed in transit. */
for (const [path, answer, advice] of /** @type {const} */ ([
  ["/cotton-origin-more.js", { body: "export const createMore = null;" }, /The file there is not the one this script was built with/],
  ["/cotton-origin-more.js", { status: 404 }, /has no such file/],
  ["/locales/more/en.json", { body: "{}" }, /The file there is not the one this script was built with/],
])) {
  const what = `${path}, ${"body" in answer ? "changed" : "missing"}`;
  visit(`${what}: it is not used, and the estimate stands`, { instead: { [path]: answer } }, (visit) => assertStands(visit, advice, ["reads no pasted texts", "shows no reasons"]));
}

/** Checks that the answer stands without the sections below it, and that each warning is given once. @param {Visit} visit @param {RegExp} advice @param {string[]} lost */
async function assertStands({ page, site, host, complaints, expected }, advice, lost = ["shows no reasons"]) {
  const warned = page.waitForEvent("console", (message) => message.text().startsWith("<cotton-origin> shows no reasons"));
  await host(PAGE(site));
  assert.match((await warned).text(), advice);
  const element = page.locator("cotton-origin");
  await element.getByLabel("Made in", { exact: true }).selectOption("CN");
  assert.match(await element.locator(".headline").innerText(), /^About 58 in 100/);
  assert.equal(await element.locator(".why").count(), 0);
  assert.equal(await element.getByText(STARTED_NOT).count(), 0);
  const told = complaints.filter((text) => text.startsWith("<cotton-origin>"));
  assert.deepEqual(told.map((text) => lost.find((part) => text.startsWith(`<cotton-origin> ${part}`))).sort(), lost);
  expected.push(...complaints);
}

visit("the page that would be offered is missing, too: no link leads to nothing", { instead: { ...MISSING, "/index.html": { status: 404 } } }, async ({ page, site, host, complaints, expected }) => {
  const asked = page.waitForResponse(`${site}/index.html`);
  await host(PAGE(site));
  assert.equal((await asked).request().method(), "HEAD");
  await page.locator("cotton-origin").getByText(STARTED_NOT).waitFor();
  assert.equal(await page.getByRole("link", { name: "Open it on a page of its own." }).count(), 0);
  expected.push(...complaints);
});

/** The first part of an address, and what is said while that file does not come. */
for (const [path, language, late] of [[WASM, "en", "The estimate is not here yet: a file that it needs is late."], ["/locales/de.json", "de", "The estimate is not here yet: a file that it needs is late."]]) {
  visit(`${path} does not come for a while: it is said, with a way on, until it comes`, {}, async ({ page, site, host, complaints }) => {
    await page.clock.install();
    /** @type {(() => Promise<void>)[]} */
    const held = [];
    await page.route(`${site}${path}`, (route) => void held.push(() => route.continue()));
    const asked = page.waitForRequest(`${site}${path}`);
    await host(hostPage(`<cotton-origin lang="${language}">${CHILDREN}</cotton-origin>`, { head: script(site) }));
    await asked;
    const element = page.locator("cotton-origin");
    assert.equal(await element.getByText(String(late)).count(), 0);
    await page.clock.fastForward(20_000);
    await element.getByText(String(late)).waitFor();
    assert.ok(await element.getByText("About 84 in 100 grams of China’s cotton.").isVisible());
    assert.equal(await element.getByRole("link", { name: "Open it on a page of its own." }).getAttribute("href"), `${site}/index.html`);
    assert.deepEqual(complaints, []);
    for (const go of held) await go();
    await element.locator(".headline").waitFor();
    assert.equal(await element.getByText(String(late)).count(), 0);
    assert.equal(await element.getByText("More on this").isVisible(), false);
  });
}

for (const [name, break_, because] of /** @type {const} */ ([
  ["without reference types", "WebAssembly.validate = () => false; WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('invalid value type'));", "it needs a newer browser."],
  ["without style sheets made by scripts", "delete CSSStyleSheet.prototype.replaceSync;", "it needs a newer browser."],
])) {
  visit(`an old browser, ${name}: said to visitors and owners as it is`, {}, async (visit) => {
    await visit.host(hostPage(`<cotton-origin>${CHILDREN}</cotton-origin>`, { head: `<script>${break_}</script>${script(visit.site)}` }));
    await assertFallback(visit, /This browser is older than Chrome 98, Firefox 101 or Safari 16\.4\./, because);
  });
}

const mended = { ...MISSING };
visit("put back on the page once the server is mended, it starts", { instead: mended }, async (visit) => {
  await visit.host(PAGE(visit.site));
  await assertFallback(visit, /has no such file/);
  delete (/** @type {any} */ (mended)[WASM]);
  await visit.page.evaluate(() => document.body.append(/** @type {Node} */ (document.querySelector("cotton-origin"))));
  const label = await widget(visit.page);
  assert.match(await label.headline.innerText(), /^About 20 in 100/);
  assert.equal(await label.element.getByText(STARTED_NOT).count(), 0);
  assert.equal(await label.element.getByText("More on this").isVisible(), false);
});

visit("without scripts, the site's page still says what it knows", { javaScriptEnabled: false }, async ({ page, site }) => {
  await page.goto(site);
  assert.ok(await page.getByText("about 20 of every 100 grams grown in the world").isVisible());
  assert.ok(await page.getByText("needs JavaScript and WebAssembly").isVisible());
});
