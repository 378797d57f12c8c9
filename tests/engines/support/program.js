/** Programs that tests start: browsers, their drivers, a screen. Each is ended with the file of tests that started it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** Far longer than anything takes, so that a failure is not a slow machine's. */
export const PATIENCE = 60_000;

/**
 * Starts a program, and waits until it has said that it is ready.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, ready?: RegExp }} [options] what it prints when it is ready, on its third pipe too
 * @returns {Promise<{ said: RegExpExecArray | null, stop: () => Promise<void> }>}
 */
export async function start(name, args, { env = {}, ready } = {}) {
  const child = spawn(name, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, "exit");
    child.kill();
    await ended;
  };
  process.once("exit", () => child.kill());
  let text = "";
  const said = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} is not ready: ${text}`)), PATIENCE);
    const settle = (/** @type {() => void} */ act) => (clearTimeout(timer), act());
    child.once("error", (error) => settle(() => reject(error)));
    child.once("exit", (code) => settle(() => reject(new Error(`${name} ended (${code}): ${text}`))));
    if (!ready) child.once("spawn", () => settle(() => resolve(null)));
    for (const pipe of child.stdio.slice(1)) {
      pipe?.on("data", (piece) => {
        text = (text + piece).slice(-10_000);
        const found = ready?.exec(text);
        if (found) settle(() => resolve(found));
      });
    }
  });
  return { said: await said, stop };
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Asks until the answer is neither false nor an error.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {string} what is waited for
 */
export async function until(ask, what) {
  const end = Date.now() + PATIENCE;
  /** @type {unknown} */
  let trouble;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`in vain waited for ${what}`, { cause: trouble });
}
