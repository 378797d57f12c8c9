/** The oldest browsers that it runs in, worked out from what the built files use and when browsers learnt that (MDN's data), and what the docs say of them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const SITE = new URL("../../target/www/", import.meta.url);
const bcd = JSON.parse(await readFile(new URL("../../node_modules/@mdn/browser-compat-data/data.json", import.meta.url), "utf8"));
const docs = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const text = (/** @type {string} */ name) => readFile(new URL(name, SITE), "utf8");
const scripts = `${await text("cotton-origin.js")}\n${await text("cotton-origin-more.js")}`;

const BROWSERS = ["chrome", "firefox", "safari"];

/** Features of the wasm, by the names that its compiler gives them. */
const OF_WASM = {
  "bulk-memory": "bulk-memory-operations",
  "bulk-memory-opt": "bulk-memory-operations",
  // A way to write an index, which came with reference types.
  "call-indirect-overlong": "reference-types",
  multivalue: "multi-value",
  // `WebAssembly.Global` came with it.
  "mutable-globals": "api.Global",
  "nontrapping-fptoint": "non-trapping-float-to-int-conversions",
  "reference-types": "reference-types",
  "sign-ext": "sign-extension-operations",
};

/** Without these it does not start, or loses what is below the answer: what the scripts write, and where MDN has it. @type {[RegExp, string][]} */
const NEEDED = [
  [/adoptedStyleSheets/, "api.ShadowRoot.adoptedStyleSheets"],
  [/\.replaceSync\(/, "api.CSSStyleSheet.replaceSync"],
  [/Object\.hasOwn\(/, "javascript.builtins.Object.hasOwn"],
  [/structuredClone\(/, "api.structuredClone"],
  [/\.at\(/, "javascript.builtins.Array.at"],
  [/\.replaceAll\(/, "javascript.builtins.String.replaceAll"],
  [/\.replaceChildren\(/, "api.Element.replaceChildren"],
  [/\(\?<[=!]/, "javascript.regular_expressions.lookbehind_assertion"],
  [/\?\?=/, "javascript.operators.nullish_coalescing_assignment"],
  [/#\w+\(/, "javascript.classes.private_class_methods"],
  [/\bstatic \w+\s*=/, "javascript.classes.static"],
  [/Error\b.*cause|cause\}/s, "javascript.builtins.Error.Error.options_cause_parameter"],
  [/Intl\.ListFormat/, "javascript.builtins.Intl.ListFormat"],
  [/Intl\.DisplayNames/, "javascript.builtins.Intl.DisplayNames"],
  [/\.findLast\(/, "javascript.builtins.Array.findLast"],
  [/\.toSorted\(/, "javascript.builtins.Array.toSorted"],
  [/\.toReversed\(/, "javascript.builtins.Array.toReversed"],
  [/\.with\(/, "javascript.builtins.Array.with"],
  [/Object\.groupBy\(/, "javascript.builtins.Object.groupBy"],
  [/Promise\.withResolvers/, "javascript.builtins.Promise.withResolvers"],
];

/** What gives way alone, and what is lost with it. @type {[RegExp, string, string][]} */
const GIVES_WAY = [
  [/@container/, "css.at-rules.container", "layout"],
  [/:has\(/, "css.selectors.has", "layout"],
  [/color-mix\(/, "css.types.color.color-mix", "colours"],
  [/light-dark\(/, "css.types.color.light-dark", "colours"],
];

/** @param {string} path @returns {(string | number)[]} the first version of each browser */
function since(path) {
  const found = path.split(".").reduce((at, key) => at?.[key], bcd);
  assert.ok(found?.__compat, `MDN has no ${path}`);
  return BROWSERS.map((browser) => {
    const [{ version_added: version }] = [found.__compat.support[browser]].flat();
    assert.equal(typeof version, "string", `${path} in ${browser}`);
    return Number(version.replace("≤", ""));
  });
}

/** The latest of each browser. @param {(string | number)[][]} all */
const latest = (all) => BROWSERS.map((_, at) => Math.max(...all.map((versions) => Number(versions[at]))));

/** The features that a wasm names. @param {Buffer} wasm */
function featuresOf(wasm) {
  const section = WebAssembly.Module.customSections(new WebAssembly.Module(new Uint8Array(wasm)), "target_features")[0];
  assert.ok(section, "the compiler names them");
  return new TextDecoder("latin1").decode(section).match(/[a-z][a-z\d-]+/g) ?? [];
}

test("the docs name the oldest browsers, as worked out from the built files", async () => {
  const wasm = (await Promise.all(["cotton_origin.wasm", "cotton_origin_label.wasm"].map((name) => readFile(new URL(name, SITE))))).flatMap(featuresOf);
  const ofWasm = wasm.map((name) => {
    const known = /** @type {Record<string, string>} */ (OF_WASM)[name];
    assert.ok(known, `a feature of the wasm that is not in the table: ${name}`);
    return since(`webassembly.${known}`);
  });
  const needed = latest([...ofWasm, ...NEEDED.filter(([written]) => written.test(scripts)).map(([, path]) => since(path))]);
  const whole = (/** @type {string} */ what) => latest([needed, ...GIVES_WAY.filter(([written, , lost]) => lost === what && written.test(scripts)).map(([, path]) => since(path))]);
  for (const [what, [chrome, firefox, safari]] of /** @type {[string, number[]][]} */ ([["it runs", needed], ["in two columns", whole("layout")], ["in both colour schemes", whole("colours")]])) {
    assert.ok(docs.includes(`| ${what} | ${chrome} | ${firefox} | ${safari} |`), `docs/embedding.md says | ${what} | ${chrome} | ${firefox} | ${safari} |`);
  }
});
