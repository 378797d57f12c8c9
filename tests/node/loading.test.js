/** The core loads once, from wherever it is told, and a failure has a code. */
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import test from "node:test";
import { PACKAGE, co, load } from "./support/core.js";
import { freshPackage } from "./support/copies.js";

const WASM = "cotton_origin.wasm";
const bytes = await readFile(new URL(WASM, PACKAGE));

test("calls share one instance", async () => {
  const [one, two] = await Promise.all([load(), load()]);
  assert.equal(one, two);
  assert.equal(one, co);
});

/** @type {[string, () => import("../../www/types.d.ts").LoadOptions["wasm"]][]} */
const WAYS = [
  ["bytes", () => bytes],
  ["an ArrayBuffer", () => new Uint8Array(bytes).buffer],
  ["a part of a larger buffer", () => Buffer.concat([Buffer.alloc(8), bytes]).subarray(8)],
  ["a compiled module", () => new WebAssembly.Module(bytes)],
  ["a Response", () => new Response(bytes, { headers: { "content-type": "application/wasm" } })],
  ["a URL", () => new URL(WASM, PACKAGE)],
  ["an address", () => new URL(WASM, PACKAGE).href],
];

for (const [name, wasm] of WAYS) {
  test(`the wasm can be given as ${name}`, async () => {
    // Its own wasm was removed, so it must be using the one that it was given.
    const { load } = await freshPackage((path) => rm(join(path, WASM)));
    const fresh = await load({ wasm: wasm() });
    assert.notEqual(fresh, co);
    assert.equal(JSON.stringify(fresh.assess({ madeIn: "CN" })), JSON.stringify(co.assess({ madeIn: "CN" })));
    assert.equal(await load(), fresh);
  });
}

const FIGURES = "figures.json";
const figures = await readFile(new URL(FIGURES, PACKAGE), "utf8");

/** @type {[string, () => import("../../www/types.d.ts").LoadOptions["figures"]][]} */
const FIGURE_WAYS = [
  ["what is in them", () => JSON.parse(figures)],
  ["a Response", () => new Response(figures)],
  ["an address", () => new URL(FIGURES, PACKAGE).href],
];

for (const [name, given] of FIGURE_WAYS) {
  test(`the figures can be given as ${name}`, async () => {
    const { load } = await freshPackage((path) => rm(join(path, FIGURES)));
    const fresh = await load({ figures: given() });
    assert.deepEqual(fresh.figures(), co.figures());
    assert.deepEqual(fresh.catalogue(), co.catalogue());
  });
}

test("without its figures it does not load whole, and another try can succeed", async () => {
  const { load } = await freshPackage((path) => rm(join(path, FIGURES)));
  await assert.rejects(load(), { name: "CoreLoadError", code: "not-found" });
  await assert.rejects(load({ figures: new Response("<!doctype html>") }), { name: "CoreLoadError", code: "not-figures" });
  const other = { ...JSON.parse(figures), version: "2001.1" };
  await assert.rejects(load({ figures: other }), { name: "CoreLoadError", code: "other-version", message: /figures 2001\.1, where the wasm has/ });
  assert.equal((await load({ figures: JSON.parse(figures) })).assess({}).steps.flatMap(({ sources }) => sources).length > 0, true);
});

test("the wasm alone answers, without sources and names", async () => {
  const { loadCore, load } = /** @type {typeof import("../../www/core.js")} */ (/** @type {unknown} */ (await freshPackage((path) => rm(join(path, FIGURES)))));
  const core = await loadCore();
  const whole = co.assess({ madeIn: "BD" });
  const answer = (/** @type {string} */ query) => core.assessEntries(new URLSearchParams(query)).assessment ?? assert.fail(query);
  const alone = answer("madeIn=BD");
  assert.deepEqual(alone.cottonShare, whole.cottonShare);
  assert.ok(alone.steps.every(({ sources }) => sources.length === 0));
  assert.deepEqual(core.catalogue().schemes, co.catalogue().schemes.map(({ id }) => ({ id })));
  await assert.rejects(load(), { code: "not-found" });
  assert.deepEqual(answer("").cottonShare, co.assess({}).cottonShare);
});

test("over http, and what a server can do wrong", async (t) => {
  const server = createServer((request, response) => {
    const found = request.url === `/${WASM}`;
    response.writeHead(found || request.url === "/page" ? 200 : 404).end(found ? bytes : "<!doctype html>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const at = (/** @type {string} */ path) => ({ wasm: `http://127.0.0.1:${port}/${path}` });

  const { load } = await freshPackage();
  await assert.rejects(load(at("none")), { name: "CoreLoadError", code: "not-found", address: at("none").wasm });
  await assert.rejects(load(at("page")), { name: "CoreLoadError", code: "not-wasm", address: at("page").wasm });
  await assert.rejects(load({ wasm: "http://127.0.0.1:1/" }), { name: "CoreLoadError", code: "unreachable" });
  // A failed load can be tried again.
  assert.equal((await load(at(WASM))).assess({}).cottonShare?.central, 0.2);
});

test("what is no wasm is refused, and another try can succeed", async () => {
  const { load } = await freshPackage();
  for (const wrong of [new Uint8Array(), new TextEncoder().encode("<!doctype html>"), new ArrayBuffer(3)]) {
    await assert.rejects(load({ wasm: wrong }), { name: "CoreLoadError", code: "not-wasm" });
  }
  assert.equal((await load()).assess({}).cottonShare?.central, 0.2);
});

test("a wasm that is cut off is refused", async () => {
  const { load } = await freshPackage((path) => writeFile(join(path, WASM), bytes.subarray(0, 5000)));
  await assert.rejects(load(), { name: "CoreLoadError" });
});

test("a wasm that is missing is refused", async () => {
  const { load } = await freshPackage((path) => rm(join(path, WASM)));
  await assert.rejects(load(), { name: "CoreLoadError", code: "not-found" });
});

const LABEL = "cotton_origin_label.wasm";
const reader = await readFile(new URL(LABEL, PACKAGE));

/** @type {[string, () => import("../../www/types.d.ts").LoadOptions["label"]][]} */
const LABEL_WAYS = [
  ["bytes", () => reader],
  ["a compiled module", () => new WebAssembly.Module(reader)],
  ["a Response", () => new Response(reader)],
  ["an address", () => new URL(LABEL, PACKAGE).href],
];

for (const [name, label] of LABEL_WAYS) {
  test(`the wasm that reads labels can be given as ${name}`, async () => {
    const { load } = await freshPackage((path) => rm(join(path, LABEL)));
    const fresh = await load({ label: label() });
    assert.deepEqual(fresh.readLabel("60 % coton, fabriqué au Portugal"), co.readLabel("60 % coton, fabriqué au Portugal"));
  });
}

test("without the reader of labels it does not load, and another try can succeed", async () => {
  const { load } = await freshPackage((path) => rm(join(path, LABEL)));
  await assert.rejects(load(), { name: "CoreLoadError", code: "not-found" });
  await assert.rejects(load({ label: new TextEncoder().encode("<!doctype html>") }), { name: "CoreLoadError", code: "not-wasm" });
  assert.equal((await load({ label: reader })).readLabel("100% cotton").garment.fibres?.[0]?.percent, 100);
});
