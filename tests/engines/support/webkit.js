/** WebKitGTK, as Debian has it: a driver that brings its browser, and a screen that nobody sees, as it has no mode without one. */
import { launch } from "@puppeteer/browsers";
import { Capabilities, WebDriver, error } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { WEBKIT_DRIVER, XVFB } from "../../support/programs.js";
import { LONGEST, within } from "../../support/seen.js";

/** @import { Driver, Settings } from "./engines.js" */

/** What puts layers together without a graphics card breaks down now and then, and takes the browser with it: there are none. */
const ENVIRONMENT = { GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };

/** Hands back what an expression comes to, or what it threw: as one text, as a page may have added to every object. @param {string} source */
const awaited = (source) =>
  `const done = arguments[0]; new Promise((resolve) => resolve(${source})).then((value) => done("=" + value), (error) => done("!" + (error?.stack ?? error)));`;

/** @param {Settings} settings @returns {Promise<Driver>} */
export async function startWebKit({ scripts, keeps }) {
  const screen = launch({ executablePath: XVFB, args: ["-displayfd", "2", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"] });
  const display = await screen.waitForLineOutput(/^(\d+)$/, LONGEST);
  const environment = { .../** @type {Record<string, string>} */ (process.env), ...ENVIRONMENT, DISPLAY: `:${display}` };
  const service = new DriverService.Builder(WEBKIT_DRIVER).setLoopback(true).setEnvironment(environment).build();
  const server = await service.start(LONGEST);
  const args = ["--automation", ...(scripts ? [] : ["--enable-javascript=false"]), ...(keeps ? [] : ["--enable-page-cache=false"])];
  const capabilities = new Capabilities({ timeouts: { script: LONGEST }, "webkitgtk:browserOptions": { args } });
  const driver = WebDriver.createSession(new Executor(Promise.resolve(new HttpClient(server))), capabilities);
  return driverOf(driver, async () => {
    await service.kill();
    await screen.close();
  });
}

/** @param {WebDriver} driver @param {() => Promise<void>} stop @returns {Driver} */
function driverOf(driver, stop) {
  let broken = false;
  /** @template T @param {string} what @param {Promise<T>} answer */
  const told = async (what, answer) => {
    try {
      return await within(LONGEST, answer, `WebKitGTK’s driver was told to ${what} and said nothing`);
    } catch (trouble) {
      broken ||= trouble instanceof error.NoSuchSessionError;
      throw trouble;
    }
  };
  return {
    go: (address) => told("open a page", driver.get(address)),
    // Not by a script of the page, which the driver asks while it is being put away: then it never says anything again.
    back: () => told("go back", driver.navigate().back()),
    async evaluate(source) {
      const answer = String(await told("ask the page", driver.executeAsyncScript(awaited(source))));
      if (answer[0] === "!") throw new Error(answer.slice(1));
      return answer.slice(1);
    },
    click: (x, y) => told("click", driver.actions().move({ x, y, duration: 0 }).click().perform()),
    type: (text) => told("type", driver.actions().sendKeys(text).perform()),
    gone: () => broken,
    close: () => told("end", driver.quit()).finally(stop),
  };
}
