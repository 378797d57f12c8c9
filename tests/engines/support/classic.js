/** WebDriver as most drivers speak it: a request over http for each command. https://www.w3.org/TR/webdriver2/ */
import { until } from "./program.js";

/** @import { Driver } from "./engines.js" */

/** A loaded machine may take this long over what a test does in one go, in milliseconds. */
const LONGEST = 120_000;

/**
 * Awaits a function of the page and hands back what it gives, or what it threw, as one text: a page that has added to
 * `Object.prototype` makes drivers stumble over any object.
 */
const ASYNC = (/** @type {string} */ source) =>
  `const text = arguments[0], done = arguments[1]; new Promise((resolve) => resolve((${source})(text))).then((value) => done("=" + value), (error) => done("!" + (error?.stack ?? error)));`;

/**
 * @param {string} server
 * @param {object} capabilities
 * @returns {Promise<Driver & { post: (path: string, body: object) => Promise<unknown> }>} with what only this driver knows
 */
export async function openClassic(server, capabilities) {
  let gone = false;
  /** @param {string} method @param {string} path @param {object} [body] */
  async function command(method, path, body) {
    const response = await fetch(server + path, { method, body: body === undefined ? null : JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    gone ||= value?.error === "invalid session id";
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  await until(() => command("GET", "/status"), `the driver at ${server}`);
  const { sessionId } = await command("POST", "/session", { capabilities: { alwaysMatch: { ...capabilities, timeouts: { script: LONGEST } } } });
  const session = `/session/${sessionId}`;
  return {
    go: (address) => command("POST", `${session}/url`, { url: address }),
    async call(source, text) {
      const answer = await command("POST", `${session}/execute/async`, { script: ASYNC(source), args: [text] });
      if (answer[0] === "!") throw new Error(answer.slice(1));
      return answer.slice(1);
    },
    perform: (actions) => command("POST", `${session}/actions`, { actions }),
    post: (path, body) => command("POST", session + path, body),
    gone: () => gone,
    close: () => command("DELETE", session),
  };
}
