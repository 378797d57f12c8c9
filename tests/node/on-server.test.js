/** Server rendering: importing the element or the frame script in Node does nothing and does not throw. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import test from "node:test";
import { PACKAGE } from "./support/core.js";

const run = promisify(execFile);

/** Imports a file in a Node of its own. @param {URL} file */
async function imported(file) {
  const source = `
    const before = Object.getOwnPropertyNames(globalThis).join();
    const { CottonOriginElement } = await import(${JSON.stringify(file.href)});
    console.log(typeof CottonOriginElement, before === Object.getOwnPropertyNames(globalThis).join());
  `;
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", source], { cwd: fileURLToPath(new URL(".", import.meta.url)) });
  assert.equal(stderr, "");
  return stdout.trim();
}

test("the element", async () => {
  assert.equal(await imported(new URL("cotton-origin.js", PACKAGE)), "function true");
});

test("the site's own scripts for hosts", async () => {
  const site = new URL("../../target/www/", import.meta.url);
  assert.equal(await imported(new URL("cotton-origin.js", site)), "function true");
  assert.equal(await imported(new URL("embed.js", site)), "undefined true");
});
