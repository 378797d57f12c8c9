/** A test in each engine, with the site on one origin and the host's pages on another. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { after } from "node:test";
import { tellWhatIsSeen } from "../../support/seen.js";
import { serveHosts, serveSite } from "../../support/server.js";
import { ENGINES } from "./engines.js";
import { createPage } from "./page.js";

/** @import { TestContext } from "node:test" */
/** @import { Answer } from "../../support/server.js" */
/** @import { Driver, Engine, Settings } from "./engines.js" */
/** @import { Page } from "./page.js" */

/** One browser of each sort for a file of tests: every test has origins of its own, so that none knows another's visitor. @type {Map<string, Promise<Driver>>} */
const running = new Map();
after(() => Promise.all([...running.values()].map(async (started) => (await started).close())));

/** @param {Engine} engine @param {Settings} settings */
const sortOf = (engine, settings) => JSON.stringify([engine.name, settings]);

/** @param {Engine} engine @param {Settings} settings */
function browserOf(engine, settings) {
  const sort = sortOf(engine, settings);
  const started = running.get(sort) ?? engine.start(settings);
  running.set(sort, started);
  return started;
}

/**
 * Does what a test does; once more in a fresh browser where the browser itself broke down. What breaks it twice is ours.
 * @param {TestContext} t
 * @param {Engine} engine
 * @param {Settings} settings
 * @param {(page: Page) => Promise<void>} work
 */
async function inBrowser(t, engine, settings, work) {
  const driver = await browserOf(engine, settings);
  try {
    await work(createPage(driver));
  } catch (error) {
    if (!driver.gone()) throw error;
    t.diagnostic(`${engine.name} broke down, and was started again: ${error}`);
    running.delete(sortOf(engine, settings));
    // What is left of it may not be able to end by itself.
    await driver.close().catch(() => {});
    await work(createPage(await browserOf(engine, settings)));
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
 * @param {{ instead?: Record<string, Answer>, except?: Record<string, string> } & Partial<Settings>} options other answers of the site; engines that cannot do this, each with its reason; how the browser is set
 * @param {(visit: Visit) => Promise<void>} body
 */
export function visit(name, { instead = {}, except = {}, scripts = true, keeps = true }, body) {
  for (const engine of ENGINES) {
    const skip = except[engine.name] ?? false;
    test(`${name} [${engine.name}]`, { skip }, (t) =>
      inBrowser(t, engine, { scripts, keeps }, async (page) => {
        /** @type {string[]} */
        const asked = [];
        const site = await serveSite({ ...RECORDER, ...instead }, asked);
        const hosts = await serveHosts(asked);
        t.after(() => {
          site.close();
          hosts.close();
        });
        const host = async (/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) => {
          const address = hosts.add(html, headers);
          await page.open(address);
          return address;
        };
        const complaints = () => page.evaluate(() => /** @type {any} */ (globalThis).complaints);
        const recorder = `<script src="${site.origin}/recorder.js"></script>`;
        const visit = { t, page, engine: engine.name, site: site.origin, asked, hosts: hosts.origin, recorder, host, complaints };
        await tellWhatIsSeen(
          () => body(visit),
          async () => `${await page.describe()}, and complained of ${JSON.stringify(await complaints())}`,
        );
      }),
    );
  }
}

/** Nothing was complained about. @param {Visit} visit */
export async function assertQuiet({ complaints }) {
  assert.deepEqual(await complaints(), [], "the page complains about nothing");
}
