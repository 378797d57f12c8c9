/** The built pages: every list of languages is complete, and every head has what all pages share. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES } from "#vocabulary";

const ROOT = new URL("../../", import.meta.url);
const LOCALES = new URL("www/locales/", ROOT);

/** @param {string} name */
const text = (name) => readFile(new URL(name, ROOT), "utf8");

/** The `meta` of each language's file. */
const names = (await readdir(LOCALES)).filter((name) => name.endsWith(".json"));
const metas = await Promise.all(names.map(async (name) => JSON.parse(await readFile(new URL(name, LOCALES), "utf8")).meta));

/** Each option of a list of languages: its value, its attributes, its text. @param {string} html */
const options = (html) => [...html.matchAll(/<option value="([\w-]+)" lang="([\w-]+)"(?: dir="(rtl)")?>([^<]*)<\/option>/g)].map(([, value, lang, dir = "ltr", name]) => ({ value, lang, dir, name }));

for (const page of ["index.html", "host.html"]) {
  test(`${page} lists every language as its file has it, in the order of their names`, async () => {
    const expected = metas.map(({ language, name, direction }) => ({ value: language, lang: language, dir: direction, name }));
    expected.sort((a, b) => (a.name < b.name ? -1 : 1));
    assert.deepEqual(options(await text(`target/www/${page}`)), expected);
    assert.deepEqual(expected.map(({ value }) => value).sort(), [...LANGUAGES].sort(), "and the element knows each");
  });
}

test("the editor of WordPress lists every language", async () => {
  const [, list = ""] = /const LANGUAGES = \{ "": say\("[^"]*"\), \.\.\.(\{.*\}) \};/.exec(await text("target/wordpress/cotton-origin/editor.js")) ?? [];
  assert.deepEqual(JSON.parse(list), Object.fromEntries(metas.map(({ language, name }) => [language, name])));
});

for (const page of ["index.html", "host.html", "method.html", "embed.html", "read.ar.html"]) {
  test(`${page} lets in its own inline scripts and no other, and nothing of another host`, async () => {
    const html = await text(`target/www/${page}`);
    const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    const sources = new Map(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]));
    assert.deepEqual(sources.get("script-src"), ["'self'", ...scripts, "'wasm-unsafe-eval'"]);
    assert.deepEqual(sources.get("frame-src"), page === "host.html" ? ["'self'"] : undefined);
    assert.deepEqual(sources.get("default-src"), ["'none'"]);
    assert.match(html, /<meta name="referrer" content="no-referrer">/);
    assert.doesNotMatch(html, /\{[{%#]|[%#}]\}/, "nothing is left to fill in");
    assert.doesNotMatch(html, /cotton-origin-watch/, "no page that is published listens for changes");
  });
}

test("a chat that is given the page's address finds its title, a sentence, and a picture that is there and small", async () => {
  const html = await text("target/www/index.html");
  const said = Object.fromEntries([...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">/g)].map(([, name, content]) => [name, content ?? ""]));
  assert.equal(said["og:title"], /<title[^>]*>([^<]*)</.exec(html)?.[1]);
  assert.equal(said["og:description"], /<meta name="description" content="([^"]*)">/.exec(html)?.[1]);
  assert.equal(said["twitter:card"], "summary_large_image");
  const png = await readFile(new URL(`target/www/${said["og:image"]}`, ROOT));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)].map(String), [said["og:image:width"], said["og:image:height"]]);
  assert.ok(png.length < 10_000, `${png.length} bytes`);
});

for (const page of ["index.html", "embed.html"]) {
  test(`on a phone ${page} ends above the keyboard, so the bar with the answer does, too`, async () => {
    assert.match(await text(`target/www/${page}`), /<meta name="viewport" content="[^"]*interactive-widget=resizes-content">/);
  });
}
