/** Each language has its own marks, spaces and quotes: the rules are data, each with its reason, in `punctuation.json`. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES, messages } from "./support/messages.js";

/**
 * @typedef {{ not: string, why: string, wrong: string, in?: string[], except?: Record<string, string> }} Rule
 * `not`: what no message may have. `wrong`: what it must find, so that no rule is empty. `in`: the languages, or all. `except`: beginnings of “language message”, each with its reason.
 * @typedef {{ why: string, marks: Record<string, Record<string, string>>, except: Record<string, string> }} Ends
 * `marks`: by what a language closes a message that ends so in English; without an entry by the same.
 */

/** @type {{ rules: Rule[], ends: Ends }} */
const { rules, ends } = JSON.parse(await readFile(new URL("punctuation.json", import.meta.url), "utf8"));

/** The marks that close a message. */
const CLOSING = [".", "?", ":", "…"];

/** @param {Record<string, string> | undefined} except @param {string} language @param {string} id */
const excepted = (except, language, id) => Object.keys(except ?? {}).some((beginning) => `${language} ${id}`.startsWith(beginning));

for (const language of LANGUAGES) {
  test(`${language}: marks, spaces and quotes are the language's own`, async () => {
    const all = await messages(language);
    const wrong = rules
      .filter((rule) => rule.in === undefined || rule.in.includes(language))
      .flatMap(({ not, why, except }) => {
        const pattern = new RegExp(not, "u");
        return all.filter(({ id, text }) => pattern.test(text) && !excepted(except, language, id)).map(({ id, text }) => `${why}: ${id}: ${text}`);
      });
    assert.deepEqual(wrong, []);
  });

  test(`${language}: the range that is filled in is held together, from low to high`, async () => {
    const range = (await messages(language)).find(({ id }) => id === "range");
    assert.match(range?.text ?? "", ["ar", "ug"].includes(language) ? /^\u200f\{low\}\u2060–\u2060\{high\}$/ : /^\{low\}\u2060[–〜～]\u2060\{high\}$/);
  });

  test(`${language}: a message is closed where the English is`, async () => {
    const own = (/** @type {string} */ mark) => ends.marks[language]?.[mark] ?? mark;
    const wrong = (await messages(language)).filter(({ id, text, english }) => {
      if (english === undefined || excepted(ends.except, language, id)) return false;
      const wanted = CLOSING.find((mark) => english.endsWith(mark));
      return wanted ? !text.endsWith(own(wanted)) : CLOSING.some((mark) => text.endsWith(own(mark)));
    });
    assert.deepEqual(wrong.map(({ id, text, english }) => `${id}: ${text} (${english})`), []);
  });
}

test("every rule finds what is wrong", () => {
  for (const { not, why, wrong } of rules) assert.match(wrong, new RegExp(not, "u"), why);
});

test("every exception is needed", async () => {
  const all = (await Promise.all(LANGUAGES.map(async (language) => (await messages(language)).map((message) => ({ ...message, language }))))).flat();
  for (const { not, why, except } of rules) {
    const pattern = new RegExp(not, "u");
    for (const beginning of Object.keys(except ?? {})) assert.ok(all.some(({ language, id, text }) => `${language} ${id}`.startsWith(beginning) && pattern.test(text)), `${why}: ${beginning}`);
  }
});
