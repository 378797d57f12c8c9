/** The three engines: how each is started, and the one way in which tests then speak to it. */
import puppeteer from "puppeteer-core";
import { CHROMIUM, CHROMIUM_FLAGS, FIREFOX } from "../../support/programs.js";
import { LONGEST } from "../../support/seen.js";
import { startWebKit } from "./webkit.js";

/** @import { Browser, Page } from "puppeteer-core" */

/**
 * @typedef {object} Driver what all their clients offer, as far as it is used here
 * @property {(address: string) => Promise<unknown>} go opens a page, and waits until it is loaded
 * @property {() => Promise<unknown>} back sets out for the page before; whoever calls it waits until that is shown
 * @property {(source: string) => Promise<unknown>} evaluate what an expression of the page comes to: a text
 * @property {(x: number, y: number) => Promise<unknown>} click presses and lets go at a place, in CSS pixels of what is seen
 * @property {(text: string) => Promise<unknown>} type a key for each letter
 * @property {() => boolean} gone whether the browser broke down
 * @property {() => Promise<unknown>} close ends the browser, and whatever was started with it
 */

/**
 * @typedef {object} Settings
 * @property {boolean} scripts whether pages run theirs; what a test asks is answered all the same
 * @property {boolean} keeps whether a page that was left is kept as it was, as all of them do; else it is loaded anew
 */

/** @typedef {{ name: string, start: (settings: Settings) => Promise<Driver> }} Engine */

/** With the window as wide as it comes. */
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

/** Firefox asks its makers for news, updates and experiments, and its client lets pages on a disk read each other: here as no reader's does. */
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
