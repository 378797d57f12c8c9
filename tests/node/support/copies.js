/** Fresh copies of the package: each has its own modules and so its own core. */
import { rmSync } from "node:fs";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PACKAGE } from "./core.js";

/** @type {string[]} */
const folders = [];
// Not in a hook: some folders serve several tests, and node:test runs each file in a separate process.
process.once("exit", () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** Makes a folder that is removed after the tests of this file. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), "cotton-origin-"));
  folders.push(path);
  return path;
}

/**
 * @param {(folder: string) => Promise<unknown>} [change] modifies the copy before it is imported
 * @returns {Promise<{ load: typeof import("../../../www/types.d.ts").load, path: string }>}
 */
export async function freshPackage(change) {
  const path = await folder();
  await cp(PACKAGE, path, { recursive: true });
  await change?.(path);
  return { ...(await import(pathToFileURL(join(path, "index.js")).href)), path };
}
