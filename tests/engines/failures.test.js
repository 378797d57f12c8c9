/** Failures to load, in each engine: the host's content stays, one sentence and a link are added, and the console tells the site's owner what to do. */
import assert from "node:assert/strict";
import { CHILDREN, hostPage, script } from "../browser/support/host.js";
import { visit } from "./support/visit.js";

/** @import { Answer } from "../support/server.js" */
/** @import { Visit } from "./support/visit.js" */

const FILES = "The estimate could not start here: a file that it needs did not load. Open it on a page of its own.";
const POLICY = "The estimate could not start here: the rules of this site do not allow it. Open it on a page of its own.";
const OLD = "The estimate could not start here: it needs a newer browser. Open it on a page of its own.";

const ELEMENT = `<cotton-origin>${CHILDREN}</cotton-origin>`;
const WASM = "/cotton_origin.wasm";

/** @param {Visit} visit @param {string} [more] attributes of the script */
const guest = ({ site, recorder }, more) => hostPage(ELEMENT, { head: recorder + script(site, more) });

/** The host's own paragraph, as a visitor sees it. @param {Visit} visit */
async function assertContentStays({ page }) {
  const seen = await page.evaluate(() => {
    const paragraph = /** @type {HTMLElement} */ (document.querySelector("cotton-origin > p"));
    const { width, height } = paragraph.getBoundingClientRect();
    return width > 0 && height > 0 && paragraph.innerText;
  });
  assert.match(String(seen), /^About 84 in 100 grams/);
}

/** @param {Visit} visit @param {string} sentence @param {RegExp} advice */
async function assertFallback(visit, sentence, advice) {
  const { page, site } = visit;
  // The page that is offered is asked for before it is linked to.
  await page.until("the sentence and its link", () => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".failed a"));
  assert.equal(await page.text(".failed"), sentence);
  const link = await page.evaluate(() => document.querySelector("cotton-origin")?.shadowRoot?.querySelector("a")?.href);
  assert.equal(link, `${site}/index.html`);
  await assertContentStays(visit);
  const told = (await visit.complaints()).filter((text) => text.startsWith("error: <cotton-origin>"));
  assert.equal(told.length, 1, `told once: ${told}`);
  assert.match(told[0] ?? "", advice);
}

/** @param {string} site @param {Partial<Record<string, string>>} [changed] */
function policy(site, changed = {}) {
  const directives = { "default-src": "'none'", "script-src": `${site} 'wasm-unsafe-eval'`, "connect-src": site, "style-src": "'none'", "img-src": "'none'", "require-trusted-types-for": "'script'", ...changed };
  return { "content-security-policy": Object.entries(directives).map((pair) => pair.join(" ")).join("; ") };
}

visit("the policy refuses WebAssembly", {}, async (visit) => {
  await visit.host(guest(visit), policy(visit.site, { "script-src": visit.site }));
  await assertFallback(visit, POLICY, /Add 'wasm-unsafe-eval' to script-src/);
});

visit("the policy refuses the connection", {}, async (visit) => {
  await visit.host(guest(visit), policy(visit.site, { "connect-src": "'self'" }));
  await assertFallback(visit, POLICY, new RegExp(`Add ${visit.site} to connect-src`));
});

/** @type {[string, Answer, RegExp][]} */
const SERVERS = [
  ["has no wasm", { status: 404, body: "<!doctype html>Not found" }, /The server has no such file/],
  ["has the wasm of another version", { body: "\0asm\x01\0\0\0" }, /not the one this script was built with/],
  ["sends a page instead", { body: "<!doctype html><title>Welcome</title>", headers: { "content-type": "text/html", "access-control-allow-origin": "*" } }, /not the one this script was built with/],
  ["lets no other origin read it", { headers: { "content-type": "application/wasm" } }, /must send Access-Control-Allow-Origin/],
];
for (const [name, answer, advice] of SERVERS) {
  visit(`the server ${name}`, { instead: { [WASM]: answer } }, async (visit) => {
    await visit.host(guest(visit), policy(visit.site));
    await assertFallback(visit, FILES, advice);
  });
}

visit("a wasm of the wrong type is taken all the same", { instead: { [WASM]: { headers: { "content-type": "text/plain", "access-control-allow-origin": "*" } } } }, async (visit) => {
  await visit.host(guest(visit), policy(visit.site));
  await visit.page.until("the answer", () => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".headline")?.textContent?.startsWith("About 20 in 100"));
});

const JS = "/cotton-origin.js";
const CORS = { "access-control-allow-origin": "*" };
const WRONG = 'integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" crossorigin';
/** @type {[string, Record<string, Answer>, string][]} */
const SCRIPTS = [
  ["is not there", { [JS]: { status: 404 } }, ""],
  ["has the wrong type", { [JS]: { headers: { "content-type": "text/plain", ...CORS } } }, ""],
  ["may not be read by other origins", { [JS]: { headers: { "content-type": "text/javascript" } } }, ""],
  ["is not the one of the snippet", {}, WRONG],
];
for (const [name, instead, more] of SCRIPTS) {
  visit(`the script ${name}: what the host wrote is all there is`, { instead }, async (visit) => {
    await visit.host(guest(visit, more), policy(visit.site));
    assert.ok((await visit.complaints()).some((text) => text === `not loaded: ${visit.site}${JS}`), "the browser tells the owner");
    assert.equal(await visit.page.evaluate(() => customElements.get("cotton-origin") === undefined), true);
    await assertContentStays(visit);
  });
}

visit("no script may run: what the host wrote is all there is", {}, async (visit) => {
  await visit.host(guest(visit), { "content-security-policy": "script-src 'none'" });
  await assertContentStays(visit);
});

/** Features that older browsers lack. */
const LACKING = { WebAssembly: "delete globalThis.WebAssembly;", "style sheets made by scripts": "delete CSSStyleSheet.prototype.replaceSync;" };
for (const [name, body] of Object.entries(LACKING)) {
  visit(`a browser without ${name}`, { instead: { "/older.js": { body, headers: { "content-type": "text/javascript", ...CORS } } } }, async (visit) => {
    const { site, recorder, host } = visit;
    await host(hostPage(ELEMENT, { head: `${recorder}<script src="${site}/older.js"></script>${script(site)}` }));
    await assertFallback(visit, OLD, /This browser is older than Chrome/);
  });
}

const MORE = "/cotton-origin-more.js";
const CHANGED = { [MORE]: { body: "export const createMore = () => { document.title = 'changed' };", headers: { "content-type": "text/javascript", ...CORS } } };
visit("a changed late module never runs, and the answer stands", { instead: CHANGED }, async (visit) => {
  const { page, host, site, complaints } = visit;
  await host(hostPage(ELEMENT + ELEMENT, { head: visit.recorder + script(site) }), policy(site));
  await page.until("the owner to be told", () => /** @type {any} */ (globalThis).complaints.some((/** @type {string} */ text) => text.startsWith("warn: <cotton-origin>")));
  // Another element tries again, and is refused again.
  await page.evaluate(() => document.body.append(document.createElement("cotton-origin")));
  await page.until("the third answer", () => document.querySelectorAll("cotton-origin")[2]?.shadowRoot?.querySelector(".headline")?.textContent);
  assert.match((await complaints()).find((text) => text.startsWith("warn:")) ?? "", /not the one this script was built with/);
  assert.equal(await page.evaluate(() => document.title), "A host");
  assert.match((await page.text(".headline")) ?? "", /^About 20 in 100/);
});

visit("a policy that names its Trusted Types is told of ours", {}, async (visit) => {
  const { page, host, site } = visit;
  await host(guest(visit), policy(site, { "trusted-types": "host" }));
  await page.until("the owner to be told", () => /** @type {any} */ (globalThis).complaints.some((/** @type {string} */ text) => /Add cotton-origin to trusted-types/.test(text)));
  assert.match((await page.text(".headline")) ?? "", /^About 20 in 100/, "the answer stands");
  await host(guest(visit), policy(site, { "trusted-types": "host cotton-origin" }));
  await page.until("what is below", () => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".why"));
});
