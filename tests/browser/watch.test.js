/** `cargo xtask serve --watch`, in a copy of the project: changing a page builds no wasm and reloads the page; a build error is shown in the page until it is fixed. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { visit } from "./support/browser.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The task runner. When the test is started by hand, it is where cargo puts it. */
const { XTASK = join(ROOT, "target/debug/xtask") } = process.env;

/** What a build of the pages needs, and last the wasm that was built, so that it is newer than its source. */
const COPIED = ["www", "src", "label", "method", "vocabulary", "xtask/Cargo.toml", "Cargo.toml", "CHANGELOG.md", "Cargo.lock", "package.json", "package-lock.json", "target/bindgen"];

/** Stands in for cargo: logs its arguments and compiles nothing. The programs for this machine are already compiled. */
const CARGO = `#!/bin/sh
echo "$*" >> cargo.log
case "$*" in *wasm32*) echo "error: this is no Rust" >&2; exit 101;; esac
`;

async function project() {
  const folder = await mkdtemp(join(tmpdir(), "cotton-origin-watch-"));
  for (const name of COPIED) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "cargo"), CARGO);
  await chmod(join(folder, "cargo"), 0o755);
  return folder;
}

/** Starts the server and returns its address once it listens. @param {import("node:test").TestContext} t @param {string} folder */
async function watch(t, folder) {
  const server = spawn(XTASK, ["serve", "--watch", "--port", "0"], { cwd: folder, env: { ...process.env, CARGO: join(folder, "cargo") }, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  t.after(async () => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true });
  });
  /** @type {string[]} */
  const said = [];
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line);
    if (!line.startsWith("http://")) continue;
    server.stdout.resume();
    return line;
  }
  throw new Error(`it ended before it served:\n${said.join("\n")}`);
}

visit("a page loads itself again with every change, and says what is wrong", {}, async ({ page, t, expected, complaints }) => {
  const folder = await project();
  const edit = async (/** @type {string} */ name, /** @type {(text: string) => string} */ change) =>
    writeFile(join(folder, name), change(await readFile(join(folder, name), "utf8")));
  const cargo = async () => (await readFile(join(folder, "cargo.log"), "utf8")).trim().split("\n");
  await page.goto(await watch(t, folder));
  // From the waiting page, shown during the first build, to the site itself.
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("cotton-origin form").waitFor();
  const overlay = page.locator("#cotton-origin-watch");

  await edit("www/page.css", (css) => `${css}h1 { border-top: 7px solid }\n`);
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1") ?? document.body).borderTopWidth === "7px");
  await edit("www/index.html", (html) => html.replace("</h1>", " Really?</h1>"));
  await page.getByRole("heading", { level: 1, name: "Really?" }).waitFor();

  await edit("www/page.js", (script) => `${script}(`);
  await overlay.waitFor();
  assert.match(await overlay.innerText(), /`esbuild .*` failed[^]*Unexpected end of file[^]*page\.js:\d+:\d+/, "the page says where");
  await edit("www/page.js", (script) => script.slice(0, -1));
  await overlay.waitFor({ state: "detached" });
  await edit("www/locales/en.json", (json) => `${json}}`);
  await overlay.waitFor();
  assert.match(await overlay.innerText(), /www\/locales\/en\.json/);
  await edit("www/locales/en.json", (json) => json.slice(0, -1));
  await overlay.waitFor({ state: "detached" });
  assert.deepEqual((await cargo()).filter((words) => words.includes("wasm32")), [], "none of this compiled wasm");

  await edit("src/lib.rs", (rust) => `${rust}//\n`);
  await overlay.waitFor();
  assert.match(await overlay.innerText(), /`cargo build` failed[^]*error: this is no Rust/);
  const [build] = (await cargo()).filter((words) => words.includes("wasm32"));
  assert.match(build ?? "", /^build --profile dev --locked --lib --package cotton-origin --target wasm32-unknown-unknown/, "and none is optimised");
  // The event stream ends with each page, which some browsers log.
  expected.push(...complaints.filter((text) => text.includes("cotton-origin-watch")));
});
