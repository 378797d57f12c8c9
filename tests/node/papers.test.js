/** What the papers of a release say is there: the tests that the page of threats names, the version in the docs' addresses, the groups that the forge runs. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { version } from "../support/releases.js";

const ROOT = new URL("../../", import.meta.url);
const text = (/** @type {string} */ path) => readFile(new URL(path, ROOT), "utf8");

test("each threat names a test that is there", async () => {
  const rows = (await text("docs/threats.md")).split("\n").filter((line) => /^\| (?!---|it tries)/.test(line));
  assert.ok(rows.length > 20, `${rows.length}`);
  for (const row of rows) {
    const held = row.split("|").at(-2) ?? "";
    const named = [...held.matchAll(/\[([\w-]+)\]\(\.\.\/(tests\/\w+\/([\w-]+)\.test\.js)\)/g)];
    // What no test can hold says so, and what a group of tests does names it.
    assert.ok(named.length > 0 || /^ (none: |`cargo xtask test \w+` $)/.test(held), row);
    for (const [, name, path, file] of named) {
      assert.equal(name, file, row);
      assert.match(await text(path ?? ""), /^\/\*\* /, path);
    }
  }
});

test("addresses in the docs lie in the folder of this version", async () => {
  for (const path of ["README.md", "docs/embedding.md"]) {
    const named = [...(await text(path)).matchAll(/your-site\.example\/cotton-origin\/([\d.]+)\//g)].map(([, folder]) => folder);
    assert.ok(named.length >= 2, path);
    assert.deepEqual([...new Set(named)], [version], path);
  }
});

test("the forge runs what `.ci/run` runs, and drafts what `cargo xtask release` makes", async () => {
  const [tests, release] = await Promise.all(["test", "release"].map((name) => text(`.github/workflows/${name}.yml`)));
  assert.match(tests ?? "", /^ +- run: \.ci\/run$/m);
  assert.match(release ?? "", /uses: \.\/\.github\/workflows\/test\.yml[\s\S]*run: cargo xtask release\n[\s\S]*gh release create .* --draft .*target\/release-files\/\*$/m);
  // Both take the compiler from there.
  assert.match(await text("README.md"), /^Rust 1\.\d+\.\d+/m);
});
