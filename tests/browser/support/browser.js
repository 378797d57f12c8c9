/** One Chromium for each test file, and a fresh profile for each test. */
import assert from "node:assert/strict";
import test, { after } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, CHROMIUM_FLAGS } from "../../support/programs.js";
import { PATIENCE, describePage, tellWhatIsSeen } from "../../support/seen.js";
import { serveHosts, serveSite } from "../../support/server.js";

/** @import { BrowserContextOptions, Page } from "playwright-core" */
/** @import { Answer } from "../../support/server.js" */

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let launched;
const launch = () => (launched ??= chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS }));
after(async () => (await launched)?.close());

/**
 * @typedef {object} Visit
 * @property {Page} page
 * @property {string} site the origin that serves the built site
 * @property {(html: string, headers?: Record<string, string>) => Promise<string>} host puts a page on another origin and goes there
 * @property {string[]} requests every address requested, in order
 * @property {string[]} complaints console errors and warnings, and errors that nothing caught
 * @property {string[]} expected complaints that the test has checked: move them here so that they do not fail it
 * @property {import("node:test").TestContext} t the test's own context, for cleaning up
 */

/**
 * A test with a fresh browser profile. It fails on any console error or warning that it does not expect.
 * @param {string} name
 * @param {BrowserContextOptions & { instead?: Record<string, Answer> }} options of the browser context, and responses to give instead of the site's own
 * @param {(visit: Visit) => Promise<void>} body
 */
export function visit(name, { instead = {}, ...options }, body) {
  test(name, async (t) => {
    const site = await serveSite(instead);
    const hosts = await serveHosts();
    const context = await (await launch()).newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
    t.after(async () => {
      await context.close();
      site.close();
      hosts.close();
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const [requests, complaints] = watch(page);

    const host = async (/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) => {
      const address = hosts.add(html, headers);
      await page.goto(address);
      return address;
    };
    /** @type {string[]} */
    const expected = [];
    await tellWhatIsSeen(
      () => body({ page, site: site.origin, host, requests, complaints, expected, t }),
      async () => `${await page.evaluate(describePage)}, and complained of ${JSON.stringify(complaints)}`,
    );
    assert.deepEqual(complaints.filter((text) => !expected.includes(text)), [], "the browser did not complain");
  });
}

/** @param {Page} page @returns {[string[], string[]]} requests and complaints, which grow as they come */
function watch(page) {
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return [requests, complaints];
}
