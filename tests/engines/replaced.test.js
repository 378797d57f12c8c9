/** Hostile replacements for figures, and hostile languages and names, in each engine: each gives an answer or an error that says why, and leaves nothing behind. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { LANGUAGES } from "#vocabulary";
import { hostPage, script } from "../browser/support/host.js";
import { PAYLOADS } from "./support/payloads.js";
import { assertQuiet, visit } from "./support/visit.js";

/** The package, served as files. */
const MODULE = { "content-type": "text/javascript", "access-control-allow-origin": "*" };
/** @type {Record<string, import("../support/server.js").Answer>} */
const instead = {};
const npm = new URL("../../target/npm/", import.meta.url);
for (const name of await readdir(npm)) {
  if (/^(index|shared-.*)\.js$/.test(name)) instead[`/${name}`] = { headers: MODULE, body: await readFile(new URL(name, npm)) };
}

visit("figures that are none: each is refused by its name, or is a share that the answer tells", { instead }, async ({ page, site, host }) => {
  await host(hostPage("<p>A page that uses the core by itself.</p>"));
  const { trouble, refused, taken } = await page.evaluate(
    async (site, payloads) => {
      const { load } = await import(`${site}/index.js`);
      const co = await load();
      const garment = { madeIn: "CN", kind: "t-shirt" };
      const ours = JSON.stringify(co.assess(garment));
      const cyclic = /** @type {any} */ ({});
      cyclic.best = cyclic;
      const throwing = (/** @type {string} */ name) => Object.defineProperty({ low: 0.1, best: 0.2, high: 0.3 }, name, { get: () => { throw new Error("mine"); }, enumerable: true });
      const numbers = [NaN, Infinity, -Infinity, -0, -1, -1e-300, 1e-320, 1.0000001, 2, 1e308, Number.MAX_SAFE_INTEGER];
      const others = [null, undefined, true, "0.5", "", [], [0.5], {}, 5n, Symbol("x"), () => 0.5, new Date(0), new Map(), new Proxy({}, { get: () => 0.5, ownKeys: () => ["best"] }), { valueOf: () => 0.5 }, cyclic, throwing("low"), throwing("best"), throwing("high")];
      const bounds = [{ low: 0.9, best: 0.5, high: 0.1 }, { low: NaN, best: 0.5, high: 1 }, { low: 0, best: Infinity, high: 1 }, { low: -1, best: 0, high: 1 }, { low: 0, best: 0.5, high: 7 }, { best: 0.5 }, { low: 0, high: 1 }, { low: "0", best: "0.5", high: "1" }, { low: 0.5, best: 0.5, high: 0.5, more: 1 }, JSON.parse('{"__proto__":{"low":0},"best":0.5,"high":1}')];
      const named = (/** @type {string} */ name, /** @type {unknown} */ value) => Object.defineProperty({}, name, { value, enumerable: true });
      const replaced = [...[...numbers, ...others, ...bounds, ...payloads].map((value) => named("china-home-grown", value)), ...payloads.map((name) => named(name, 0.5)), ...numbers, ...others, ...payloads];
      const options = [...replaced.map((replace) => ({ replace })), ...others, ...payloads];

      /** @type {string[]} */
      const trouble = [];
      let [refused, taken] = [0, 0];
      for (const [at, option] of options.entries()) {
        const say = (/** @type {string} */ what) => trouble.push(`${at} ${what}`);
        try {
          const { cottonShare, inPart, replaced } = co.assess(garment, option);
          taken += 1;
          const all = [cottonShare, inPart].flatMap(({ low, central, high, mean }) => [low, central, high, mean]);
          if (!all.every((number) => number >= 0 && number <= 1)) say(`gives ${all}`);
          if (JSON.stringify(cottonShare) !== JSON.stringify(JSON.parse(ours).cottonShare) && !replaced) say("changes the answer, and does not tell");
        } catch (error) {
          refused += 1;
          // An error thrown by the caller's own getter is passed on.
          const { name, message, code } = /** @type {any} */ (error);
          if (!(name === "CottonOriginError" && code && message) && message !== "mine") say(`throws ${name}: ${message}`);
        }
        if (JSON.stringify(co.assess(garment)) !== ours) say("stays for the next answer");
      }
      if ("pwned" in globalThis || Object.keys(Object.prototype).length > 0 || "low" in {}) trouble.push("something of it stays in the page");
      return { trouble, refused, taken };
    },
    site,
    PAYLOADS,
  );
  assert.deepEqual(trouble, []);
  assert.ok(refused > 100 && taken > 5, `${refused} refused, ${taken} taken`);
});

/** Language tags that browsers accept, partly accept and refuse, and names of properties that every object has. */
const TAGS = ["x", "en_US", "EN-gb", "i-klingon", "x-private", "en-u-nu-arab", "ar-u-nu-latn", "fr-u-nu-xxxx", "tr-t-en", "zh-Hant-TW-x-a", "de-1996-1996", "ug-Cyrl", `en-${"a".repeat(5000)}`, `${"a-".repeat(2000)}a`, "__proto__", "constructor", "toString", "hasOwnProperty", "*", "null", "undefined", "NaN", "0", "\u0000", "en\nfr", "١"];

visit("languages and names that are none: it answers in a language that it has", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  await host(hostPage("<cotton-origin></cotton-origin>", { head: recorder + script(site) }));
  await page.complete();
  await page.choose("Made in", "CN");
  const { trouble, tried } = await page.evaluate(async (tags, payloads, languages) => {
    const element = /** @type {HTMLElement} */ (document.querySelector("cotton-origin"));
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const known = new RegExp(`^(${languages.join("|")})(-|$)`);
    /** @type {string[]} */
    const trouble = [];
    let tried = 0;
    // Markup in `lang` and `dir` is tested in isolation.test.js.
    for (const [on, name, values] of /** @type {const} */ ([[element, "lang", tags], [document.documentElement, "lang", tags], [element, "region", payloads], [element, "theme", payloads]])) {
      for (const [at, value] of values.entries()) {
        const before = root.firstElementChild;
        on.setAttribute(name, value);
        // The page's language is read when the element starts again.
        if (on !== element) element.toggleAttribute("compact");
        // The content is rebuilt, except when only the theme changes, which only affects styles.
        while (name !== "theme" && (root.firstElementChild === before || !root.querySelector(".headline")?.textContent)) await new Promise((resolve) => setTimeout(resolve));
        tried += 1;
        const { lang, dir } = /** @type {HTMLElement} */ (root.firstElementChild);
        if (!known.test(lang) || !/^(ltr|rtl)$/.test(dir)) trouble.push(`${name} ${at}: lang ${lang}, dir ${dir}`);
        const text = root.querySelector(".headline")?.textContent ?? "";
        if (!/58|٥٨|۵۸/.test(text) || /undefined|NaN|\{|\[object|function/.test(text)) trouble.push(`${name} ${at}: ${text}`);
        if ("pwned" in globalThis) trouble.push(`${name} ${at} runs`);
      }
      on.removeAttribute(name);
    }
    return { trouble, tried };
  }, TAGS, PAYLOADS, LANGUAGES);
  assert.deepEqual(trouble, []);
  assert.equal(tried, 2 * (TAGS.length + PAYLOADS.length));
  await page.until("English again", () => /^About 58 in 100/.test(document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".headline")?.textContent ?? ""));
  const owner = (await visit.complaints()).filter((text) => !text.startsWith("warn: <cotton-origin>"));
  assert.deepEqual(owner, [], "nothing is thrown");
});

visit("languages that are none on many elements at once leave the page quiet", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  const elements = TAGS.filter((tag) => /^[\w*-]+$/.test(tag)).map((tag) => `<cotton-origin lang="${tag}" region="${tag}"></cotton-origin>`);
  await host(hostPage(elements.join(""), { head: recorder + script(site), html: 'lang="not a language"' }));
  await page.until("all to answer", () => [...document.querySelectorAll("cotton-origin")].every(({ shadowRoot }) => shadowRoot?.querySelector(".why")));
  await assertQuiet(visit);
});
