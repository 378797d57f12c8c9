/** The package, packed as for publishing and installed in an empty project, works by its name. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { folder } from "./support/copies.js";
import { PACKAGE, co } from "./support/core.js";

const run = promisify(execFile);

/** The project's folder. */
let project = "";
/** The files in the tarball. @type {string[]} */
let packed = [];

before(async () => {
  project = await folder();
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", project], { cwd: fileURLToPath(PACKAGE) });
  const [{ filename, files }] = JSON.parse(stdout);
  packed = files.map((/** @type {{ path: string }} */ { path }) => path);
  await writeFile(join(project, "package.json"), '{ "type": "module", "private": true }');
  // Offline: it has no dependencies.
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`], { cwd: project });
});

/** Runs a module in the project. @param {string} source @param {string[]} flags */
async function inProject(source, flags = []) {
  await writeFile(join(project, "main.js"), source);
  const { stdout, stderr } = await run(process.execPath, [...flags, "main.js"], { cwd: project });
  assert.equal(stderr, "");
  return stdout;
}

test("it is imported by name and answers as here", async () => {
  const stdout = await inProject(`
    import { load } from "cotton-origin";
    const co = await load();
    console.log(JSON.stringify(co.assess({ madeIn: "CN" })));
  `);
  assert.deepEqual(JSON.parse(stdout), co.assess({ madeIn: "CN" }));
});

test("its element is imported where there is no page, and does nothing", async () => {
  const stdout = await inProject('import { CottonOriginElement } from "cotton-origin/element"; console.log(typeof CottonOriginElement);');
  assert.equal(stdout.trim(), "function");
});

test("it is required where that can import modules", { skip: !process.features.require_module }, async () => {
  await writeFile(join(project, "main.cjs"), 'require("cotton-origin").load().then((co) => console.log(co.assess({}).cottonShare.central));');
  const { stdout } = await run(process.execPath, ["main.cjs"], { cwd: project });
  assert.equal(stdout.trim(), "0.2");
});

test("its wasm, its figures and its package.json can be found by name", async () => {
  const stdout = await inProject(`
    import { readFile } from "node:fs/promises";
    const read = (name) => readFile(new URL(import.meta.resolve("cotton-origin/" + name)));
    const { load } = await import("cotton-origin");
    const figures = JSON.parse(await read("figures.json"));
    const co = await load({ wasm: await read("cotton_origin.wasm"), figures });
    console.log(co.version().package === JSON.parse(await read("package.json")).version && co.figures().length === figures.figures.length);
  `);
  assert.equal(stdout.trim(), "true");
});

test("every export is packed, with its types, and nothing that is not needed", async () => {
  const { exports, dependencies } = JSON.parse(await readFile(join(project, "node_modules/cotton-origin/package.json"), "utf8"));
  assert.equal(dependencies, undefined);
  for (const file of Object.values(exports)) {
    assert.ok(packed.includes(file.slice(2)), file);
    if (file.endsWith(".js")) assert.ok(packed.includes(file.slice(2).replace(/\.js$/, ".d.ts")), `the types of ${file}`);
  }
  const strange = packed.filter((path) => !/^(README\.md|LICENSE[\w.-]*|(package|custom-elements|figures)\.json|locales\/(more\/)?[\w-]+\.json|[\w-]+\.(js|d\.ts|wasm))$/.test(path));
  assert.deepEqual(strange, []);
});
