/** The three engines: how each is started, behind one interface for tests. */
import puppeteer from "puppeteer-core";
import { CHROMIUM, CHROMIUM_FLAGS, FIREFOX } from "../../support/programs.js";
import { LONGEST } from "../../support/seen.js";
import { startWebKit } from "./webkit.js";

/** @import { Browser, Page } from "puppeteer-core" */

/**
 * @typedef {object} Driver the part of the clients' features that tests use
 * @property {(address: string) => Promise<unknown>} go opens a page and waits until it is loaded
 * @property {() => Promise<unknown>} back starts going back to the page before; the caller waits until it is shown
 * @property {(source: string) => Promise<unknown>} evaluate evaluates an expression in the page, whose value must be a text
 * @property {(x: number, y: number) => Promise<unknown>} click clicks at a position in the viewport, in CSS pixels
 * @property {(text: string) => Promise<unknown>} type presses a key for each letter
 * @property {() => boolean} gone whether the browser crashed
 * @property {() => Promise<unknown>} close ends the browser and whatever was started with it
 */

/**
 * @typedef {object} Settings
 * @property {boolean} scripts whether pages run their scripts; `evaluate` works either way
 * @property {boolean} keeps whether the back/forward cache is on, as it is by default
 */

/** @typedef {{ name: string, start: (settings: Settings) => Promise<Driver> }} Engine */

/** The window has its default size. */
const USUAL = { headless: true, defaultViewport: null, timeout: LONGEST, protocolTimeout: LONGEST };

/** @type {Engine} */
const chromium = {
  name: "Chromium",
  async start({ scripts, keeps }) {
    const args = [...CHROMIUM_FLAGS, ...(keeps ? [] : ["--disable-back-forward-cache"])];
    const browser = await puppeteer.launch({ ...USUAL, browser: "chrome", executablePath: CHROMIUM, args });
    return driverOf(browser, scripts);
  },
};

/** Turns off Firefox's requests for updates and experiments, and a setting of Puppeteer's that lets pages opened from disk read each other, which visitors' browsers do not. */
const PREFERENCES = {
  "browser.region.network.url": "",
  "messaging-system.rsexperimentloader.enabled": false,
  "remote.prefs.recommended": false,
  "security.fileuri.strict_origin_policy": true,
  "services.settings.server": "data:,",
};

/** @type {Engine} */
const firefox = {
  name: "Firefox",
  async start({ scripts, keeps }) {
    const extraPrefsFirefox = { ...PREFERENCES, "javascript.enabled": scripts, ...(!keeps && { "browser.sessionhistory.max_total_viewers": 0 }) };
    return driverOf(await puppeteer.launch({ ...USUAL, browser: "firefox", executablePath: FIREFOX, extraPrefsFirefox }), true);
  },
};

/** @param {Browser} browser @param {boolean} scripts @returns {Promise<Driver>} */
async function driverOf(browser, scripts) {
  let broken = false;
  const prepare = async (/** @type {Page} */ page) => {
    if (!scripts) await page.setJavaScriptEnabled(false);
    page.setDefaultTimeout(LONGEST);
    page.on("error", () => (broken = true));
    return page;
  };
  const [first] = await browser.pages();
  if (!first) throw new Error("the browser started without a page");
  let page = await prepare(first);
  let cameBack = false;
  return {
    async go(address) {
      // For the client, a way back to a page that Firefox kept never ends, and it then never sees another page of that tab load.
      if (cameBack) {
        const left = page;
        page = await prepare(await browser.newPage());
        await left.close();
        cameBack = false;
      }
      await page.goto(address);
    },
    // Not `goBack`: it waits for a page that was kept to load, which it never does in Firefox.
    async back() {
      cameBack = true;
      await page.evaluate(() => void setTimeout(() => history.back()));
    },
    evaluate: (source) => page.evaluate(source),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    gone: () => broken || !browser.connected,
    close: () => browser.close(),
  };
}

export const ENGINES = [chromium, firefox, { name: "WebKitGTK", start: startWebKit }];
