/** A test in each engine, with the site on one origin and the host's pages on another. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { after } from "node:test";
import { serve, serveSite } from "../../browser/support/server.js";
import { ENGINES } from "./engines.js";
import { createPage } from "./page.js";

/** @import { TestContext } from "node:test" */
/** @import { Answer } from "../../browser/support/server.js" */
/** @import { Engine, Running } from "./engines.js" */
/** @import { Page } from "./page.js" */

/** One browser of each sort for a file of tests: every test has origins of its own, so that none knows another's visitor. @type {Map<string, Promise<Running>>} */
const running = new Map();
after(async () => {
  for (const started of running.values()) {
    const { driver, stop } = await started;
    await driver.close().finally(stop);
  }
});

/** @param {Engine} engine @param {boolean} scripts */
function browserOf(engine, scripts) {
  const key = `${engine.name} ${scripts}`;
  const started = running.get(key) ?? engine.start({ scripts });
  running.set(key, started);
  return started;
}

/**
 * Does what a test does; once more in a fresh browser where the browser itself broke down. What breaks it twice is ours.
 * @param {TestContext} t
 * @param {Engine} engine
 * @param {boolean} scripts
 * @param {(page: Page) => Promise<void>} work
 */
async function inBrowser(t, engine, scripts, work) {
  const { driver, stop } = await browserOf(engine, scripts);
  try {
    await work(createPage(driver));
  } catch (error) {
    if (!driver.gone()) throw error;
    t.diagnostic(`${engine.name} broke down, and was started again: ${error}`);
    running.delete(`${engine.name} ${scripts}`);
    await stop();
    await work(createPage((await browserOf(engine, scripts)).driver));
  }
}

const RECORDER = { "/recorder.js": { headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" }, body: await readFile(new URL("recorder.js", import.meta.url)) } };

/**
 * @typedef {object} Visit
 * @property {TestContext} t for what is to be cleared away after the test
 * @property {Page} page
 * @property {string} engine
 * @property {string} site the origin that serves the built site
 * @property {string[]} asked every path that either server was asked for, in order
 * @property {string} hosts the origin of the host's pages
 * @property {string} recorder the line that keeps a page's complaints
 * @property {(html: string, headers?: Record<string, string>) => Promise<string>} host puts a page on another origin and goes there
 * @property {() => Promise<string[]>} complaints what the page complained about so far
 */

/**
 * @param {string} name
 * @param {{ instead?: Record<string, Answer>, except?: Record<string, string>, scripts?: boolean }} options other answers of the site; engines that cannot do this, each with its reason; whether pages run scripts
 * @param {(visit: Visit) => Promise<void>} body
 */
export function visit(name, { instead = {}, except = {}, scripts = true }, body) {
  for (const engine of ENGINES) {
    const skip = except[engine.name] ?? false;
    test(`${name} [${engine.name}]`, { skip }, (t) =>
      inBrowser(t, engine, scripts, async (page) => {
        /** @type {string[]} */
        const asked = [];
        const site = await serveSite({ ...RECORDER, ...instead }, asked);
        /** @type {Map<string, Answer>} */
        const pages = new Map([["/favicon.ico", { status: 204 }]]);
        const hosts = await serve((path) => pages.get(path), asked);
        t.after(() => {
          site.close();
          hosts.close();
        });
        const host = async (/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) => {
          const path = `/page-${pages.size}`;
          pages.set(path, { headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: html });
          await page.open(hosts.origin + path);
          return hosts.origin + path;
        };
        const complaints = () => page.evaluate(() => /** @type {any} */ (globalThis).complaints);
        await body({ t, page, engine: engine.name, site: site.origin, asked, hosts: hosts.origin, recorder: `<script src="${site.origin}/recorder.js"></script>`, host, complaints });
      }),
    );
  }
}

/** Nothing was complained about. @param {Visit} visit */
export async function assertQuiet({ complaints }) {
  assert.deepEqual(await complaints(), [], "the page complains about nothing");
}
