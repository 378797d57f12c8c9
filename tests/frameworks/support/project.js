/** Projects of this folder, in `target/frameworks`, where the task runner has installed their packages; what each builds stays there. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT, install, pack, run } from "../../browser/support/bundled.js";

const ALL = join(ROOT, "target/frameworks");

/** The Node of the lock file, where npm has one for this machine. */
const OWN_NODE = join(ALL, "node_modules/.bin/node");
const NODE = existsSync(OWN_NODE) ? OWN_NODE : process.execPath;

/** Neither framework reports what it does here, nor takes these for a developer's own runs. */
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, CI: "1" };

/** A copy of the project without what was built before, with the package installed. @param {string} name @returns {Promise<string>} its folder */
export async function project(name) {
  assert.ok(existsSync(join(ALL, "node_modules")), "`cargo xtask test frameworks` installs what this needs");
  const folder = join(ALL, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(ROOT, "tests/frameworks", name), folder, { recursive: true });
  await install(await pack(folder), folder);
  return folder;
}

/** The script of a program, and its arguments, for Node. @param {string} program a package @param {string[]} words */
async function command(program, words) {
  const folder = join(ALL, "node_modules", program);
  const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return [join(folder, typeof bin === "string" ? bin : bin[program]), ...words];
}

/** Runs a package's program to its end. @param {string} folder @param {string} program @param {...string} words */
export async function build(folder, program, ...words) {
  return run(NODE, await command(program, words), { cwd: folder, env: ENVIRONMENT });
}

/**
 * Starts a package's program that serves, and waits for the address that it prints.
 * @param {import("node:test").TestContext} t which ends it
 * @param {string} folder
 * @param {string} program
 * @param {...string} words
 * @returns {Promise<string>} the origin
 */
export async function start(t, folder, program, ...words) {
  // A group of its own, as it may start others.
  const server = spawn(NODE, await command(program, words), { cwd: folder, env: ENVIRONMENT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  t.after(() => {
    if (server.pid && server.exitCode === null) process.kill(-server.pid, "SIGKILL");
    return ended;
  });
  /** @type {string[]} */
  const said = [];
  server.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line);
    const [origin] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(line) ?? [];
    if (origin) {
      // What it says later is read and dropped, so that it never waits for a reader.
      server.stdout.resume();
      return origin;
    }
  }
  throw new Error(`${program} ${words.join(" ")} ended without an address: ${said.join("\n")}`);
}
