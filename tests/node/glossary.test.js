/**
 * A term of the house is translated one way. `glossary/en.json` says by what a term is known in English, `glossary/TAG.json` by what
 * it is known in a language: beginnings of words or small regular expressions. A translator changes the term there, then the messages.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES, messages } from "./support/messages.js";

/**
 * @typedef {{
 *   ignored?: string, terms: Record<string, string>, instead?: Record<string, string>, never: Record<string, string>,
 *   exceptions: Record<string, Record<string, string>>
 * }} Glossary
 * `ignored`: what words are written with or without, as Arabic vowels. `instead`: a false friend of a term, wrong where the English has
 * the term and right elsewhere. `never`: what no message may have, and why. `exceptions`: by term and message, each with its reason;
 * those of `en.json` hold for every language.
 */

/** @param {string} language @returns {Promise<Glossary>} */
const glossary = async (language) => JSON.parse(await readFile(new URL(`glossary/${language}.json`, import.meta.url), "utf8"));

/** What is filled in is no word of the sentence. @param {string} text */
const words = (text) => text.replace(/\{\w+\}/g, "{}");

const english = await glossary("en");

/** Each message of a language, and the terms that its English has. @param {string} language */
async function withTerms(language) {
  const own = await glossary(language);
  const bare = (/** @type {string} */ text) => (own.ignored ? text.replace(new RegExp(own.ignored, "gu"), "") : text);
  const known = (/** @type {Record<string, string>} */ by) => Object.entries(by).map(([name, pattern]) => /** @type {const} */ ([name, new RegExp(bare(pattern), "iu")]));
  const inEnglish = Object.entries(english.terms).map(([term, pattern]) => /** @type {const} */ ([term, new RegExp(pattern, "u")]));
  const all = (await messages(language)).map((message) => {
    const terms = inEnglish.filter(([, pattern]) => message.english !== undefined && pattern.test(words(message.english))).map(([term]) => term);
    return { ...message, bare: bare(words(message.text)), terms };
  });
  return { own, known, all };
}

test("every term is in the English, and has a translation in every language", async () => {
  const all = await messages("en");
  for (const [term, pattern] of Object.entries(english.terms)) assert.ok(all.some(({ text }) => new RegExp(pattern, "u").test(words(text))), term);
  for (const language of LANGUAGES.slice(1)) assert.deepEqual(Object.keys((await glossary(language)).terms), Object.keys(english.terms), language);
});

for (const language of LANGUAGES.slice(1)) {
  test(`${language}: where the English has a term, the translation has it too`, async () => {
    const { own, known, all } = await withTerms(language);
    const pattern = new Map(known(own.terms));
    const lacking = all.flatMap(({ id, form, text, bare, terms }) =>
      terms.filter((term) => !own.exceptions[term]?.[id] && !english.exceptions[term]?.[id] && !pattern.get(term)?.test(bare)).map((term) => `${term}, in ${id} (${form}): ${text}`),
    );
    assert.deepEqual(lacking, []);
  });

  test(`${language}: no false friend of a term stands for it, and some words stand nowhere`, async () => {
    const { own, known, all } = await withTerms(language);
    const instead = known(own.instead ?? {}).flatMap(([term, pattern]) => all.filter(({ bare, terms }) => terms.includes(term) && pattern.test(bare)).map(({ id, text }) => `${term}, in ${id}: ${text}`));
    const never = Object.entries(own.never).flatMap(([pattern, why]) => all.filter(({ bare }) => new RegExp(pattern, "iu").test(bare)).map(({ id, text }) => `${why}, in ${id}: ${text}`));
    assert.deepEqual([...instead, ...never], []);
  });

  test(`${language}: every exception is needed`, async () => {
    const { own, known, all } = await withTerms(language);
    const pattern = new Map(known(own.terms));
    const needless = Object.entries(own.exceptions).flatMap(([term, ids]) =>
      Object.keys(ids).filter((id) => !all.some((message) => message.id === id && message.terms.includes(term) && !pattern.get(term)?.test(message.bare))).map((id) => `${term}: ${id}`),
    );
    assert.deepEqual(needless, []);
  });
}
