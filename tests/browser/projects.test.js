/** The package as it would be published, used in projects with different bundlers: each builds and gives an estimate in a browser. */
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import test, { before } from "node:test";
import { visit } from "./support/browser.js";
import { ROOT, assertServedAnswers, copyAsTheDocsSay, install, pack, run } from "./support/bundled.js";
import { serve } from "../support/server.js";
import { widget } from "./support/widget.js";

/** Inside the workspace, so that the projects find its bundlers; the package itself is installed in each. */
const PROJECTS = join(ROOT, "target/projects");
/** The tarball. */
let tarball = "";

before(async () => {
  await rm(PROJECTS, { recursive: true, force: true });
  await mkdir(PROJECTS, { recursive: true });
  tarball = await pack(PROJECTS);
});

/** Makes a project with these files and the package installed. @param {string} name @param {Record<string, string>} files */
async function project(name, files) {
  const folder = join(PROJECTS, name);
  const all = { "package.json": '{ "type": "module", "private": true }', ...files };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await install(tarball, folder);
  return folder;
}

const PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><script type="module" src="./main.js"></script></head><body><cotton-origin></cotton-origin></body></html>';
const MAIN = 'import "cotton-origin/element"; import { load } from "cotton-origin"; load().then((co) => (document.title = String(co.assess({}).cottonShare.central)));';

visit("plain HTML, with an import map", {}, async (visit) => {
  const map = '<script type="importmap">{ "imports": { "cotton-origin": "./node_modules/cotton-origin/index.js", "cotton-origin/element": "./node_modules/cotton-origin/cotton-origin.js" } }</script>';
  await assertServedAnswers(visit.page, await project("plain", { "index.html": PAGE.replace("<head>", `<head>${map}`), "main.js": MAIN }));
});

visit("Vite", {}, async (visit) => {
  const folder = await project("vite", { "index.html": PAGE, "main.js": MAIN });
  const { build } = await import("vite");
  await build({ root: folder, logLevel: "error", base: "./", build: { target: "es2022" } });
  await assertServedAnswers(visit.page, join(folder, "dist"));
});

visit("esbuild, with the files copied beside the bundle as the docs say", {}, async (visit) => {
  const folder = await project("esbuild", { "main.js": MAIN, "dist/index.html": PAGE });
  const { build } = await import("esbuild");
  await build({ absWorkingDir: folder, entryPoints: ["main.js"], bundle: true, splitting: true, format: "esm", outdir: "dist", logLevel: "error" });
  await copyAsTheDocsSay(folder);
  await assertServedAnswers(visit.page, join(folder, "dist"));
});

/** @param {import("./support/browser.js").Visit} visit @param {string} files */
async function leaveBehind({ host }, files) {
  const folder = await project("esbuild-files", { "main.js": 'import "cotton-origin/element";' });
  const { build } = await import("esbuild");
  await build({ absWorkingDir: folder, entryPoints: ["main.js"], bundle: true, splitting: true, format: "esm", outdir: "dist", logLevel: "error" });
  const { origin, close } = await serve({ folder: join(folder, "dist") });
  await host(`<!doctype html><html lang="de"><meta charset="utf-8"><title>A host</title><cotton-origin files="${files}"></cotton-origin><script type="module" src="${origin}/main.js"></script></html>`);
  return close;
}

visit("esbuild, with the files left where an element says", {}, async (visit) => {
  const files = await serve({ folder: "target/npm" });
  const close = await leaveBehind(visit, files.origin);
  visit.t.after(() => [close(), files.close()]);
  const label = await widget(visit.page);
  await label.field("Hergestellt in (made in)").selectOption("CN");
  assert.match(await label.headline.innerText(), /58/);
  assert.ok(visit.requests.includes(`${files.origin}/cotton_origin.wasm`) && visit.requests.includes(`${files.origin}/locales/de.json`));
});

visit("what lies where an element says must be the files that the script was built with", {}, async (visit) => {
  const wasm = await readFile(join(ROOT, "target/npm/cotton_origin.wasm"));
  wasm[wasm.length - 1] = (wasm.at(-1) ?? 0) ^ 1;
  const files = await serve({ folder: "target/npm", answer: (path) => (path === "/cotton_origin.wasm" ? { body: wasm } : undefined) });
  const told = visit.page.waitForEvent("console", (message) => message.text().startsWith("<cotton-origin> could not start"));
  const close = await leaveBehind(visit, files.origin);
  visit.t.after(() => [close(), files.close()]);
  assert.match((await told).text(), /The file there is not the one this script was built with/);
  await visit.page.locator("cotton-origin").getByText("Die Schätzung konnte hier nicht starten").waitFor();
  visit.expected.push(...visit.complaints);
});

visit("webpack", {}, async (visit) => {
  const folder = await project("webpack", { "main.js": MAIN });
  const { default: webpack } = await import("webpack");
  const stats = await new Promise((resolve, reject) => {
    webpack({ mode: "production", context: folder, entry: "./main.js", output: { path: join(folder, "dist"), filename: "main.js" }, experiments: { outputModule: true } }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.deepEqual(stats.toJson().errors, []);
  await writeFile(join(folder, "dist/index.html"), PAGE);
  await assertServedAnswers(visit.page, join(folder, "dist"));
});

const REACT = `
import { createRoot } from "react-dom/client";
import { useEffect, useRef } from "react";
import type { CottonOriginElement } from "cotton-origin/element";
import "cotton-origin/element";
import { load } from "cotton-origin";
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "cotton-origin": React.DetailedHTMLProps<React.HTMLAttributes<CottonOriginElement> & { sections?: string; questions?: string; compact?: boolean; page?: string }, CottonOriginElement>;
    }
  }
}
function App() {
  const guest = useRef<CottonOriginElement>(null);
  useEffect(() => {
    const element = guest.current;
    const tell = () => void load().then((co) => (document.title = String(co.assess({}).cottonShare?.central)));
    element?.addEventListener("cotton-origin-ready", tell);
    return () => element?.removeEventListener("cotton-origin-ready", tell);
  }, []);
  return <cotton-origin ref={guest} lang="en"><p>Ask the shop.</p></cotton-origin>;
}
createRoot(document.getElementById("app") as HTMLElement).render(<App />);
`;
visit("React, in strict TypeScript", {}, async (visit) => {
  const page = PAGE.replace("./main.js", "./main.tsx").replace("<cotton-origin></cotton-origin>", '<div id="app"></div>');
  const folder = await project("react", { "index.html": page, "main.tsx": REACT, "tsconfig.json": JSON.stringify({ compilerOptions: { ...STRICT, jsx: "react-jsx", module: "esnext", moduleResolution: "bundler" }, files: ["main.tsx"] }) });
  await run(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder]);
  const { build } = await import("vite");
  await build({ root: folder, logLevel: "error", base: "./", build: { target: "es2022" } });
  await assertServedAnswers(visit.page, join(folder, "dist"));
});

const STRICT = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [] };

const TYPED = `
import { load, type Assessment, type Garment } from "cotton-origin";
import { CottonOriginElement } from "cotton-origin/element";
const garment: Garment = { kind: "jeans", madeIn: "BD", boughtIn: 2024 };
const answer: Assessment = (await load()).assess(garment);
const share: number | undefined = answer.cottonShare?.central;
const element = document.querySelector("cotton-origin");
element?.addEventListener("cotton-origin-assess", ({ detail }) => { const low: number | undefined = detail.assessment.cottonShare?.low; void low; });
document.addEventListener("cotton-origin-ready", ({ detail }) => void detail);
const made: CottonOriginElement = document.createElement("cotton-origin");
// @ts-expect-error there is no such kind of garment
const wrong: Garment = { kind: "sail" };
export { share, made, wrong };
`;
for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
  test(`strict TypeScript, resolved as by ${moduleResolution}`, async () => {
    const folder = await project(`types-${moduleResolution}`, { "main.ts": TYPED, "tsconfig.json": JSON.stringify({ compilerOptions: { ...STRICT, module, moduleResolution }, files: ["main.ts"] }) });
    await run(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder]);
  });
}

test("publint has nothing to say", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: join(ROOT, "target/npm"), strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test("its types are right however they are resolved", async () => {
  const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
  const { problems } = /** @type {{ problems: { kind: string, resolutionKind?: string }[] }} */ (/** @type {unknown} */ (await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))), { excludeEntrypoints: ["./cotton_origin.wasm", "./cotton_origin_label.wasm"] })));
  // The package has ES modules only: resolvers without "exports", and `require` in old Node, cannot use it.
  const others = problems.filter(({ kind, resolutionKind }) => !(resolutionKind === "node10" || kind === "CJSResolvesToESM"));
  assert.deepEqual(others, []);
});

test("what editors read of the element is what it observes", async () => {
  const { modules } = JSON.parse(await readFile(join(ROOT, "target/npm/custom-elements.json"), "utf8"));
  const [{ attributes, tagName }] = modules[0].declarations;
  const source = await readFile(join(ROOT, "www/element/host.js"), "utf8");
  assert.equal(tagName, "cotton-origin");
  const named = attributes.map((/** @type {{ name: string }} */ { name }) => name);
  const observed = ["lang", "dir", "region", .../HOST_ATTRIBUTES = \[([^\]]*)\]/.exec(source)?.[1]?.match(/[\w-]+/g) ?? []];
  assert.deepEqual([...observed, "page"].filter((name) => !named.includes(name)), []);
});
