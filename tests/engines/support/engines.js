/** The three engines: how each is started, and the one way in which tests then speak to it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBidi } from "./bidi.js";
import { openClassic } from "./classic.js";
import { freePort, start } from "./program.js";

/**
 * @typedef {object} Driver what WebDriver of either kind offers, as far as it is used here
 * @property {(address: string) => Promise<unknown>} go opens a page, and waits until it is loaded
 * @property {(source: string, text: string) => Promise<string>} call calls a function from text to text, async or not, in the page
 * @property {(actions: object[]) => Promise<unknown>} perform keys and pointer, as WebDriver writes them
 * @property {() => boolean} gone whether the browser broke down
 * @property {() => Promise<unknown>} close
 */

/** @typedef {{ driver: Driver, stop: () => Promise<void> }} Running */
/**
 * @typedef {object} Settings
 * @property {boolean} scripts whether pages run theirs; the driver's own run all the same
 */
/** @typedef {{ name: string, start: (settings: Settings) => Promise<Running> }} Engine */

/** As the task runner names them; by hand, where Debian puts them. */
const {
  CHROMIUM = "/usr/bin/chromium",
  CHROMEDRIVER = "chromedriver",
  CHROMIUM_FLAGS = "--headless --no-sandbox --disable-gpu",
  FIREFOX = "firefox-esr",
  WEBKIT_DRIVER = "WebKitWebDriver",
  XVFB = "Xvfb",
} = process.env;

/** @type {Engine} */
const chromium = {
  name: "Chromium",
  async start({ scripts }) {
    const port = await freePort();
    const { stop } = await start(CHROMEDRIVER, [`--port=${port}`]);
    const capabilities = { browserName: "chrome", "goog:chromeOptions": { binary: CHROMIUM, args: CHROMIUM_FLAGS.split(" ") } };
    const driver = await openClassic(`http://127.0.0.1:${port}`, capabilities);
    if (!scripts) await driver.post("/goog/cdp/execute", { cmd: "Emulation.setScriptExecutionDisabled", params: { value: true } });
    return { driver, stop };
  },
};

/** Firefox asks its makers for news, updates and experiments; here it asks nobody. */
const QUIET = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  // Else it lets pages on a disk read each other, as no reader's does.
  "remote.prefs.recommended": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.server": "data:,",
};

/** @type {Engine} */
const firefox = {
  name: "Firefox",
  async start({ scripts }) {
    const profile = await mkdtemp(join(tmpdir(), "cotton-origin-firefox-"));
    const preferences = Object.entries({ ...QUIET, "javascript.enabled": scripts }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    await writeFile(join(profile, "user.js"), preferences.join(""));
    const { said, stop } = await start(FIREFOX, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile, "about:blank"], {
      ready: /WebDriver BiDi listening on (ws:\S+)/,
    });
    const driver = await openBidi(`${said?.[1]}/session`);
    return {
      driver,
      async stop() {
        await stop();
        await rm(profile, { recursive: true, force: true });
      },
    };
  },
};

/** WebKitGTK has no mode without a screen: it is given one that nobody sees. @type {Engine} */
const webkit = {
  name: "WebKitGTK",
  async start({ scripts }) {
    const screen = await start(XVFB, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { ready: /^(\d+)\n/m });
    const port = await freePort();
    const { stop } = await start(WEBKIT_DRIVER, ["--host=127.0.0.1", `--port=${port}`], {
      // What puts layers together without a graphics card breaks down now and then, and takes the browser with it: there are none.
      env: { DISPLAY: `:${screen.said?.[1]}`, GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    });
    const capabilities = scripts ? {} : { "webkitgtk:browserOptions": { args: ["--automation", "--enable-javascript=false"] } };
    const driver = await openClassic(`http://127.0.0.1:${port}`, capabilities);
    return {
      driver,
      async stop() {
        await stop();
        await screen.stop();
      },
    };
  },
};

export const ENGINES = [chromium, firefox, webkit];
