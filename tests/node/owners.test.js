/** What the page for owners makes of their choices: colours that can be read, and lines for each system. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { contrast } from "../../www/colour.js";
import { OURS, lookOf } from "../../www/look.js";
import { snippetOf } from "../../www/snippet.js";
import { waysInto } from "../../www/systems.js";

/** @import { Choices, Said } from "../../www/snippet.js" */

const text = (/** @type {string} */ path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const SITE = "https://cotton.example/0.1.0";
const FILES = { "cotton-origin.js": { sha384: "sha384-script" }, "embed.js": { sha384: "sha384-embed" } };

/** @type {Choices} */
const CHOICES = { system: "html", way: "element", lang: "", region: "", market: "", theme: "", ground: "", colour: "", compact: false, questions: null, sections: null, action: "", link: "", host: "" };
/** What the lines say in a language. @param {string} id @returns {Promise<Said>} */
const said = async (id) => JSON.parse(await text(`www/locales/page/${id}.json`));
const ENGLISH = await said("en");
const lines = (/** @type {Partial<Choices>} */ some, /** @type {Said} */ words = ENGLISH) => snippetOf({ ...CHOICES, ...some }, SITE, FILES, words);

test("the colours that are taken for ours are those of the style sheets", async () => {
  const css = (await text("www/element/styles/base.css")).toLowerCase();
  for (const name of /** @type {const} */ (["ink", "muted", "undyed", "label"])) assert.ok(css.includes(`var(--cotton-${name}, light-dark(${OURS.light[name]}, ${OURS.dark[name]}))`), name);
  // The paper is that of our own pages.
  const papers = [...(await text("www/page.css")).matchAll(/--paper: (#\w+);/g)].map(([, colour]) => colour);
  assert.deepEqual(papers, [OURS.light.paper, OURS.dark.paper]);
});

/** Every corner of the colours and what lies between. */
const COLOURS = ["00", "33", "80", "b0", "ff"].flatMap((red, _, all) => all.flatMap((green) => all.map((blue) => `#${red}${green}${blue}`)));

test("on a ground of the owner's everything can be read, whatever the ground and the colour", () => {
  assert.equal(COLOURS.length, 125);
  for (const ground of COLOURS) {
    for (const accent of ["#000000", "#ffffff", "#7a3e6e", ground]) {
      const look = lookOf({ theme: "", ground, accent });
      const ours = OURS[/** @type {"light" | "dark"} */ (look.theme)];
      const on = (/** @type {string} */ colour) => Math.min(contrast(colour, look.paper), contrast(colour, ours.label));
      assert.ok(on(ours.ink) >= 4.5 && contrast(ours.muted, look.paper) >= 4.5 && contrast(ours.undyed, look.paper) >= 3, `${ground}: ${look.paper}`);
      assert.ok(on(look.accent) >= 4.5, `${accent} on ${ground}: ${look.accent} on ${look.paper}`);
      assert.deepEqual(look.groundNotes.slice(1).map(({ colour }) => colour), look.paper === ground ? [] : [look.paper], ground);
    }
  }
});

test("a ground decides the theme; what needs no change gets none; nothing chosen writes nothing", () => {
  assert.deepEqual(lookOf({ theme: "page", ground: "", accent: null }), { theme: "page", paper: "", accent: "", groundNotes: [], accentNotes: [] });
  assert.deepEqual([lookOf({ theme: "dark", ground: "#ffffff", accent: null }), lookOf({ theme: "light", ground: "#000000", accent: null })].map(({ theme, paper }) => [theme, paper]), [["light", "#ffffff"], ["dark", "#000000"]]);
  const paper = (/** @type {string} */ theme) => lookOf({ theme, ground: "paper", accent: null }).paper;
  assert.deepEqual(["", "page", "light", "dark"].map(paper), ["light-dark(#f8f5ee, #15171c)", "light-dark(#f8f5ee, #15171c)", "#f8f5ee", "#15171c"]);
  assert.equal(lookOf({ theme: "light", ground: "", accent: "#2c3e7a" }).accent, "#2c3e7a");
});

test("ground and colour are one rule, which the policy lets in; without them there is none", async () => {
  const { html, css, policy } = await lines({ ground: "#ffffff", colour: "#7a3e6e" });
  assert.match(html, /^<style>cotton-origin \{ --cotton-paper: #ffffff; --cotton-accent: #7a3e6e \}<\/style>\n<script /);
  assert.match(policy, /; style-src 'sha256-[\w+/]{43}='$/);
  assert.equal(css, "");
  assert.doesNotMatch((await lines({})).html, /style/);
});

test("in WordPress they stand in a box and ask to be left alone; with the plug-in there is one line, and colours go into the theme", async () => {
  const { html } = await lines({ system: "wordpress" });
  assert.match(html, /^<div>\n<script type="module" [^>]* crossorigin data-cfasync="false"\s+data-no-optimize="1" data-no-minify="1" data-no-defer="1"><\/script>\n<cotton-origin>[^]*<\/cotton-origin>\n<\/div>$/);
  assert.match((await lines({ system: "wordpress", way: "frame", host: "https://www.you.example" })).html, /^<div>\n<iframe [^>]*><\/iframe>\n<script [^>]*data-cfasync="false"[^>]*><\/script>\n<\/div>$/);
  const plugin = await lines({ system: "wordpress", way: "plugin", lang: "fr", compact: true, sections: ["why"], action: "Ask [us]", link: "https://www.you.example/a", colour: "#7a3e6e" });
  assert.equal(plugin.html, '[cotton_origin lang="fr" compact sections="why" action="Ask &#91;us&#93;" link="https://www.you.example/a"]');
  assert.equal(plugin.css, "cotton-origin { --cotton-accent: #7a3e6e }");
  assert.equal(plugin.policy, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
});

test("Wix is given an address alone, and where only a link can work there is a sentence with one", async () => {
  assert.deepEqual(await lines({ system: "wix", way: "frame", theme: "dark" }), { html: `${SITE}/embed.html?theme=dark`, css: "", policy: "" });
  const { html, policy } = await lines({ system: "mail", way: "link", lang: "fr" }, await said("fr"));
  assert.match(html, /^Environ 20\s?g sur 100 [^<>]*\. Estimez-le pour un vêtement à vous\. https:\/\/cotton\.example\/0\.1\.0\/index\.html\?lang=fr$/);
  assert.equal(policy, "");
});

test("the lines speak the readers' language, in its direction, and what they say becomes no markup", async () => {
  const { html } = await lines({ lang: "ar" }, { ...(await said("ar")), dir: "rtl" });
  assert.match(html, /<cotton-origin lang="ar">\n {2}<p dir="rtl">نحو 20 [^<]*\n {4}<a href="https:\/\/cotton\.example\/0\.1\.0\/index\.html">[^<a-z]*<\/a><\/p>/);
  const odd = { fallback: 'A "<b>"', wayOn: "{x} & y", frame: '"><script>' };
  assert.match((await lines({}, odd)).html, /<p>A "&lt;b>"\n {4}<a href="[^"]*">&#123;x&#125; &amp; y<\/a><\/p>/);
  assert.match((await lines({ way: "frame" }, odd)).html, /title="&quot;>&lt;script>" width/);
});

test("for React what stands in the element is JSX as well", async () => {
  const { html } = await lines({ system: "react", action: "Ask {them} <now>", link: "https://www.you.example/?a={b}" });
  const [element = ""] = /<cotton-origin[^]*/.exec(html) ?? [];
  assert.doesNotMatch(element, /[{}]/);
  assert.match(element, /&#123;them&#125; &lt;now>/);
});

test("every system of the page has its ways, and each way its steps", async () => {
  const html = await text("www/host.html");
  const systems = [...html.matchAll(/<option value="(\w+)"(?: selected)?>/g)].map(([, name = ""]) => name).slice(0, 9);
  assert.ok(systems.includes("wordpress") && systems.at(-1) === "other");
  const offered = [...html.matchAll(/<label class="tick" data-system="([^"]*)"><input type="radio" name="way" value="(\w+)"/g)].map(([, names = "", way]) => ({ names: names.split(" "), way }));
  const steps = [...html.matchAll(/<div data-system="([^"]*)"(?: data-way="([^"]*)")?>\s*<ol>((?:(?!<\/ol>)[^])*)<\/ol>/g)];
  for (const system of systems) {
    const ways = waysInto(system);
    assert.deepEqual(offered.filter(({ names }) => names.includes(system)).map(({ way }) => way).toSorted(), ways.toSorted(), system);
    for (const way of ways) {
      const found = steps.filter(([, names = "", of = way]) => names.split(" ").includes(system) && of.split(" ").includes(way));
      assert.deepEqual(found.map(([, , , list = ""]) => list.split("<li>").length - 1), [3], `${system}, ${way}`);
    }
  }
});
