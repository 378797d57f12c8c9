/** WebDriver BiDi: commands over a socket that the browser itself listens on, with no driver between. https://www.w3.org/TR/webdriver-bidi/ */
import { once } from "node:events";
import { WebSocket } from "ws";

/** @import { Driver } from "./engines.js" */

/** @param {string} address @returns {Promise<Driver>} */
export async function openBidi(address) {
  const socket = new WebSocket(address);
  await once(socket, "open");
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let count = 0;
  socket.on("message", (text) => {
    const answer = JSON.parse(String(text));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.on("close", () => waiting.forEach((answer) => answer({ error: "gone", message: "the browser closed its socket" })));
  /** @param {string} method @param {object} params */
  async function command(method, params) {
    if (socket.readyState !== WebSocket.OPEN) throw new Error(`${method}: the browser closed its socket`);
    const id = (count += 1);
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answered;
    if (type !== "success") throw new Error(`${method}: ${error}: ${message}`);
    return result;
  }

  await command("session.new", { capabilities: {} });
  const { contexts } = await command("browsingContext.getTree", {});
  const { context } = contexts[0];
  return {
    go: (url) => command("browsingContext.navigate", { context, url, wait: "complete" }),
    async call(source, text) {
      const args = [{ type: "string", value: text }];
      const { type, result, exceptionDetails } = await command("script.callFunction", { functionDeclaration: source, awaitPromise: true, target: { context }, arguments: args });
      if (type !== "success") throw new Error(exceptionDetails.text);
      return result.value;
    },
    gone: () => socket.readyState !== WebSocket.OPEN,
    perform: (actions) => command("input.performActions", { context, actions }),
    async close() {
      await command("browser.close", {});
      socket.close();
    },
  };
}
