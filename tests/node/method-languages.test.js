/** The method page in other languages: it leads where the English does, and has its numbers, written as its language writes them. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";

const SITE = new URL("../../target/www/", import.meta.url);
const WWW = new URL("../../www/", import.meta.url);
const FOLDER = new URL("locales/method/", WWW);

/** @param {string} name */
const built = (name) => readFile(new URL(name, SITE), "utf8");
const english = await built("method.html");
const languages = (await readdir(FOLDER)).map((file) => file.replace(/\.json$/, "")).sort();

/** What stands between the whole and its parts, as Unicode has it for a language. @param {string} language */
const markOf = (language) => new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? "";

/** @param {string} html @param {RegExp} what */
const all = (html, what) => [...html.matchAll(what)].map(([, found = ""]) => found);

test("each translation is published, says its language, and the page names all of them", async () => {
  assert.ok(languages.includes("de"));
  const named = (/** @type {string} */ html) => [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)].map(([, language, address]) => [language, address]);
  const expected = [["en", "method.html"], ...languages.map((language) => [language, `method.${language}.html`])];
  assert.deepEqual(named(english).sort(), expected.sort());
  for (const language of languages) {
    const page = await built(`method.${language}.html`);
    const { meta } = JSON.parse(await readFile(new URL(`locales/${language}.json`, WWW), "utf8"));
    assert.ok(page.includes(`<html lang="${language}" dir="${meta.direction}">`), language);
    assert.deepEqual(named(page), named(english));
  }
});

/** Numbers and months that English writes as words. */
const COUNTED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(" ");
/** @type {Record<string, string[]>} */
const WORDS = {
  ...Object.fromEntries([...COUNTED.map((word, at) => [word, [`${at}`]]), ...MONTHS.map((word, at) => [word, [`${at + 1}`]])]),
  a: ["1"],
  an: ["1"],
  gram: ["1"],
  both: ["2"],
  fifth: ["5"],
  tenths: ["10"],
  million: ["1", "100"],
};

for (const language of languages) {
  test(`${language}: the same anchors, and links to the same places`, async () => {
    const page = await built(`method.${language}.html`);
    // In the order of their names: a sentence may turn them around.
    for (const what of [/ id="([^"]*)"/g, / href="(#[^"]*)"/g, / href="(https?:[^"]*)"/g, / data-(?:figure|scheme|source|use|series)="([^"]*)"/g]) {
      // The hint beside the search is for translations only.
      assert.deepEqual(all(page, what).filter((found) => found !== "find-hint").sort(), all(english, what).sort());
    }
    assert.deepEqual(page.match(/<!-- fill|NaN|undefined|\{%|\{\{/g), null);
  });

  test(`${language}: the same numbers, with the decimal mark of the language`, async () => {
    const page = await built(`method.${language}.html`);
    const mark = markOf(language);
    assert.equal(all(page, /data-decimal="([^"]*)"/g)[0], mark);
    // The numbers of the prose: what the script computes again, and links to figures. Those of the tables stay as they are.
    const numbers = (/** @type {string} */ html, written = (/** @type {string} */ text) => text) => {
      const prose = html.replaceAll(/<table[^]*?<\/table>|<figure[^]*?<\/figure>|<ol class="sources">[^]*?<\/ol>/g, (table) => (/ id="(strands-known|worked-by-hand|standing|estimated)"/.test(table) ? table : ""));
      const outputs = [...prose.matchAll(/<(?:output|data) (data-[^>]*)>([^<]*)</g)].map(([, of, text = ""]) => `${of}: ${written(text)}`);
      const links = [...prose.matchAll(/<a href="(#figure-[^"]*)">([\d., ()\u2060–]*?)(<bdi dir="rtl">)?([\d.,\u2060–]*)(<\/bdi>)?(\)?)<\/a>/g)];
      return [...outputs, ...links.map(([, figure, before, , range, , after]) => `${figure}: ${written([before, range, after].join(""))}`)].sort();
    };
    const own = numbers(page);
    assert.ok(own.length > 80, `${own.length}`);
    assert.deepEqual(own, numbers(english, (text) => text.replaceAll(".", mark)));
  });

  test(`${language}: no text lost a number or gained one`, async () => {
    const template = await readFile(new URL("method.html", WWW), "utf8");
    const texts = JSON.parse(await readFile(new URL(`${language}.json`, FOLDER), "utf8"));
    const mark = markOf(language);
    const typed = (/** @type {string} */ text, /** @type {string} */ point) =>
      (text.replaceAll(/<!--[^]*?-->|<[^>]*>|\{\w+\}/g, " ").match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(point, "."));
    for (const [, key = "", text = ""] of template.matchAll(/\{% filter say\("([^"]+)"\) %\}([^]*?)\{% endfilter %\}/g)) {
      // Chinese and Japanese count in ten thousands: 1.4 million are 140 of them.
      const left = typed(texts[key].replace(/(\d+)\s*[万萬]/, (/** @type {string} */ _, /** @type {string} */ n) => `${Number(n) / 100}`.replace(".", mark)), mark);
      const lost = typed(text, ".").filter((number) => !left.includes(number) || left.splice(left.indexOf(number), 1).length === 0);
      // What English writes as a word, and the unit "of 100 grams", which it may leave out.
      const inWords = [...text.toLowerCase().matchAll(/[a-z]+/g)].flatMap(([word]) => WORDS[word] ?? []);
      assert.deepEqual({ lost, gained: left.filter((number) => number !== "100" && !inWords.includes(number)) }, { lost: [], gained: [] }, key);
    }
  });
}
