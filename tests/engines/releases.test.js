/** Releases side by side on one server, in each engine: the older one's lines go on working, byte for byte, and its owner is told once, in the console only. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { NEWER, digest, onServer, version } from "../support/releases.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Visit } from "./support/visit.js" */

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const snippet = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

/** The README's lines: only the server's name is this test's; and the digest, where another compiler than the README's made the bytes. @param {string} site */
const pasted = (site) => snippet.replaceAll("https://your-site.example/cotton-origin", site).replace(/sha384-[^"]*/, digest);

/** Keeps console messages that are neither errors nor warnings, and when loading was over. */
const LISTENER = {
  "/listener.js": {
    headers: { "content-type": "text/javascript" },
    body: "globalThis.infos = []; console.info = (...data) => infos.push(data.join(' ')); document.addEventListener('cotton-origin-ready', () => (globalThis.ready = performance.now()));",
  },
};

/** @param {string} site */
const policy = (site) => ({
  "content-security-policy": `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; style-src 'none'; img-src 'none'; require-trusted-types-for 'script'`,
});

/** Opens an owner's page with the README's lines, and answers. @param {Visit} visit */
async function answered({ page, site, recorder, host }) {
  await host(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title>${recorder}<script src="${site}/listener.js"></script>${pasted(site)}`, policy(site));
  await page.complete();
  await page.choose("Made in", "CN");
  assert.match((await page.text(".headline")) ?? "", /^About 58 in 100/);
}

/** What the owner was told. @param {Visit} visit @returns {Promise<string[]>} */
const told = ({ page }) => page.evaluate(() => /** @type {any} */ (globalThis).infos);

/** The files that a release's page asked for outside its own folder. @param {string[]} asked */
const beside = (asked) => asked.filter((path) => !path.startsWith(`/${version}/`) && !/^\/(page-\d+|recorder\.js|listener\.js|favicon\.ico)$/.test(path));

const alone = await onServer(false);
const both = await onServer(true);

visit("the README's lines work while a newer release lies beside, and the owner is told of it", { instead: { ...LISTENER, ...both } }, async (visit) => {
  const { page } = visit;
  await answered(visit);
  await page.until("the owner to be told", () => /** @type {any} */ (globalThis).infos.length > 0);
  assert.deepEqual(await told(visit), [`<cotton-origin> ${NEWER} is out. This page has ${version}, which goes on working. New lines: ${visit.site}/${NEWER}/host.html`]);
  assert.deepEqual(beside(visit.asked), ["/latest.json"], "asked for once, and nothing of the newer one is loaded");
  const inTime = await page.evaluate((address) => performance.getEntriesByName(address).map(({ startTime }) => startTime < /** @type {any} */ (globalThis).ready), `${visit.site}/latest.json`);
  assert.deepEqual(inTime, [true], "while loading, with everything else");
  await assertQuiet(visit);
});

visit("where no newer one lies beside, nothing is told", { instead: { ...LISTENER, ...alone } }, async (visit) => {
  await answered(visit);
  assert.deepEqual(await told(visit), []);
  assert.deepEqual(beside(visit.asked), ["/latest.json"]);
  await assertQuiet(visit);
});

visit("the page beside the releases goes on to the newest with all that a shared link carries", { instead: both }, async ({ page, site }) => {
  await page.open(`${site}/index.html?lang=fr#cotton=madeIn%3DCN`);
  await page.until("the newest", () => location.pathname !== "/index.html" && document.querySelector("cotton-origin") !== null);
  await page.complete();
  assert.equal(await page.evaluate(() => location.pathname + location.search + location.hash), `/${NEWER}/?lang=fr#cotton=madeIn%3DCN`);
});
