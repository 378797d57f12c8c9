/** The WordPress plug-in in PHP itself, without WordPress: it is read, and run with as much of WordPress as it calls. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { snippetOf } from "../../www/snippet.js";
import { PHP, PHPCS } from "../support/programs.js";

/** @import { Choices } from "../../www/snippet.js" */

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLUGIN = at("../../target/wordpress/cotton-origin/cotton-origin.php");
const LOCALES = new URL("../../www/locales/", import.meta.url);
const FILES = [PLUGIN, at("../../target/wordpress/cotton-origin/editor.asset.php")];

/**
 * What the plug-in makes of settings, on a site in English or another language; and what the editor is given.
 * @param {Record<string, unknown>} settings
 * @param {string} [locale]
 * @returns {Record<"block" | "cotton_origin" | "style" | "description", string> & { keywords: string[], editor: any, other: any }}
 */
const made = (settings, locale = "en_GB") => JSON.parse(execFileSync(PHP, [at("wordpress.php"), PLUGIN, locale], { input: JSON.stringify(settings), encoding: "utf8" }));

/** @param {string} name */
const json = async (name) => JSON.parse(await readFile(new URL(name, LOCALES), "utf8"));

/** @type {Choices} */
const CHOICES = { system: "wordpress", way: "plugin", lang: "", region: "", market: "", theme: "", ground: "", colour: "", compact: false, questions: null, sections: null, action: "", link: "", host: "" };

/** The settings that WordPress reads from a shortcode: it takes a value up to the next quote, and the code up to the next bracket. @param {string} code */
function read(code) {
  const [, inside = ""] = /^\[cotton_origin([^[\]]*)\]$/.exec(code) ?? assert.fail(code);
  const parts = [...inside.matchAll(/([\w-]+)="([^"]*)"(?:\s|$)|(\S+)(?:\s|$)/g)];
  return Object.fromEntries(parts.map(([, name, value, word], at) => (name ? [name, value] : [String(at), word])));
}

/** The element alone. @param {string} html */
const element = (html) => /<cotton-origin[^]*<\/cotton-origin>/.exec(html)?.[0].replaceAll(/>\s+</g, "><").replaceAll(/\s+/g, " ");

test("PHP reads every file, and PHP_CodeSniffer finds nothing in them", () => {
  for (const file of FILES) execFileSync(PHP, ["-l", file]);
  execFileSync(PHPCS, ["-q", `--standard=${at("phpcs.xml")}`, ...FILES], { stdio: ["ignore", "inherit", "inherit"] });
});

test("opened by its own address, it says nothing", () => {
  for (const file of FILES) assert.equal(execFileSync(PHP, [file], { encoding: "utf8" }), "");
});

test("block and shortcode print the same element, each in its box", () => {
  const { block, cotton_origin, style } = made({ lang: "fr", compact: true });
  assert.equal(element(block), element(cotton_origin));
  assert.match(block, /^<div class="wp-block-[^>]*><script [^>]*><\/script><cotton-origin compact lang="fr"><p>[^]*<\/cotton-origin><\/div>$/);
  assert.match(cotton_origin, /^<div><script /);
  assert.equal(style, "cotton-origin-estimate-style");
});

test("nothing that authors write becomes markup, an address that runs, or a notice of PHP", () => {
  for (const bad of ['"><b>', "<script>", "' onclick='x", "&quot;&gt;"]) {
    const names = ["lang", "region", "market", "theme", "questions", "sections", "action"];
    const { block } = made({ ...Object.fromEntries(names.map((name) => [name, bad])), link: "https://www.you.example/" });
    assert.deepEqual([...block.matchAll(/<(\w[\w-]*)/g)].map(([, tag]) => tag), ["div", "script", "cotton-origin", "p", "a", "a"], bad);
    for (const [tag] of block.matchAll(/<[^>]*>/g)) assert.doesNotMatch(tag.replaceAll(/"[^"]*"/g, ""), /onclick/);
  }
  for (const link of ["javascript:alert(1)", "data:text/html,x", "mailto:a@you.example", "www.you.example"]) assert.doesNotMatch(made({ action: "Ask", link }).block, /slot=/, link);
  for (const settings of [{}, [], "", null, { 0: "compact", unknown: "x", lang: 5 }]) made(/** @type {Record<string, unknown>} */ (settings));
});

test("the line of the owners' page gives the element that its lines give", async () => {
  const english = await json("page/en.json");
  const site = "https://www.you.example/wp-content/plugins/cotton-origin/widget";
  for (const some of [{}, { lang: "fr", theme: "dark", compact: true, questions: ["kind", "fibres"] }, { action: 'Ask "us" [now] <b> & {them}', link: 'https://www.you.example/?a=[1]&b="2"' }]) {
    const choices = { ...CHOICES, ...some };
    const plain = await snippetOf({ ...choices, way: "element" }, site, {}, english);
    const { html } = await snippetOf(choices, site, {}, english);
    const printed = made(read(html)).cotton_origin.replaceAll(/widget-\w+/g, "widget");
    assert.equal(unescaped(element(printed)), unescaped(element(plain.html)), html);
  }
});

test("a German site has German: in the page, in the list of blocks and in the editor; and so has Austria's", async () => {
  const [{ fallback, wayOn }, own] = await Promise.all([json("page/de.json"), json("wordpress/de.json")]);
  for (const locale of ["de_DE", "de_AT", "de_DE_formal"]) {
    const { block, cotton_origin, description, keywords, editor, other } = made({}, locale);
    for (const printed of [block, cotton_origin]) assert.ok(printed.includes(`<p>${fallback} <a href="`) && printed.includes(`>${wayOn}</a></p>`), locale);
    const english = JSON.parse(await readFile(at("../../www/wordpress/block.json"), "utf8"));
    assert.deepEqual([description, ...keywords], [english.description, ...english.keywords].map((text) => own[text]), locale);
    assert.equal(editor.locale_data.messages["Light or dark"][0], own["Light or dark"]);
    assert.equal(editor.locale_data.messages[""].lang, "de_DE");
    assert.equal(other, "theirs.json", "another plug-in's script keeps its own");
  }
});

test("a site in a language without texts has the English, and no file that is not there", async () => {
  const { fallback } = await json("page/en.json");
  for (const locale of ["en_GB", "nl_NL", "d", "dede", ""]) {
    const { block, editor } = made({}, locale);
    assert.ok(block.includes(fallback), locale);
    assert.equal(editor, "ours.json", locale);
  }
});

/** As a browser reads it: texts are escaped in different ways, and addresses hold their brackets and quotes as they are or as percents. The order of attributes does not count. @param {string} [html] */
function unescaped(html = "") {
  const text = html.replaceAll(/&(?:#0?(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCharCode(code) : { amp: "&", lt: "<", gt: ">", quot: '"' }[/** @type {string} */ (name)] ?? name));
  return text.replaceAll("%22", '"').replace(/<cotton-origin([^>]*)>/, (_, attributes) => `<cotton-origin ${attributes.match(/[\w-]+(="[^"]*")?/g)?.toSorted().join(" ") ?? ""}>`);
}
