/** The README's table of sizes is true, and its snippet has the digest of the built script. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LABEL_FIELDS, LANGUAGES, MORE_FIELDS } from "#vocabulary";
import { co } from "./support/core.js";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const text = (path) => readFile(new URL(path, root), "utf8");

/** The relative tolerance: other versions of the compiler give other bytes. */
const ROOM = 0.02;

test("the size table is true", async () => {
  const { firstEstimate, files } = JSON.parse(await text("target/www/manifest.json"));
  const readme = await text("README.md");
  const row = (/** @type {string} */ name) => {
    const cells = readme.split("\n").find((line) => line.startsWith(`| ${name} |`))?.split("|").slice(2, 5);
    return (cells ?? []).map((cell) => Number(cell.replaceAll(" ", "")));
  };
  const rows = { "first estimate": firstEstimate, "its wasm": files["cotton_origin.wasm"], "label reader": files["cotton_origin_label.wasm"], "figures in words": files["figures.json"] };
  for (const [name, { bytes, gzip, brotli }] of Object.entries(rows)) {
    const said = row(name);
    assert.equal(said.length, 3, `${name} is in the table`);
    for (const [at, is] of [bytes, gzip, brotli].entries()) {
      assert.ok(Math.abs(said[at] - is) <= ROOM * is, `${name}: the README says ${said[at]}, the build ${is}`);
    }
  }
});

const compiler = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ").slice(0, 2).join(" ");

test("the snippet carries the digest of this build", async (t) => {
  const readme = await text("README.md");
  const named = `rustc ${/Rust (1\.\d+\.\d+)/.exec(readme)?.[1]}`;
  // Another compiler makes other bytes, and so another digest.
  if (compiler !== named) return t.skip(`built with ${compiler}; the README is about ${named}`);
  const { files } = JSON.parse(await text("target/www/manifest.json"));
  const [digest] = /sha384-[\w+/=]*(?=" crossorigin)/.exec(readme) ?? [];
  assert.equal(digest, files["cotton-origin.js"].sha384, "`cargo xtask build` writes it there; commit README.md");
});

test("what stands in a page until the estimate is there says the figure of the world's share", async () => {
  const share = co.figures().find(({ id }) => id === "region-of-world")?.best ?? NaN;
  for (const path of ["README.md", "docs/embedding.md", "www/locales/page/en.json", "target/wordpress/cotton-origin/cotton-origin.php"]) {
    const [, said] = /About (\d+) in 100 grams of the world’s cotton/.exec(await text(path)) ?? [];
    assert.equal(Number(said), Math.round(100 * share), path);
  }
  for (const id of LANGUAGES) {
    const { fallback } = JSON.parse(await text(`www/locales/page/${id}.json`));
    assert.deepEqual([...fallback.matchAll(/\d+/g)].map(Number).toSorted((a, b) => a - b), [Math.round(100 * share), 100], id);
  }
});

test("the docs for site owners list every question", async () => {
  const names = ["paste", ...LABEL_FIELDS, ...MORE_FIELDS].join(" ");
  for (const path of ["docs/embedding.md", "target/wordpress/cotton-origin/readme.txt"]) assert.ok((await text(path)).includes(names), `${path}: ${names}`);
});
