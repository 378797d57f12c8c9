/** The sentences of the form and the answer, in one language. English is in the script itself: it stands in for any other. */
import { readJson } from "../fetched.js";
import en from "../locales/en.json" with { type: "json" };
import { explainSentences } from "./fallback.js";
import { ENGLISH } from "./locale-choice.js";

/** @import { Choice } from "./locale-choice.js" */

/** @typedef {Choice & { sentences: typeof en }} Language */

/** Where each language's are. An address by itself, each: that is how bundlers find the files. @type {Record<string, URL>} */
const FILES = {
  es: new URL("locales/es.json", import.meta.url),
  "pt-BR": new URL("locales/pt-BR.json", import.meta.url),
  fr: new URL("locales/fr.json", import.meta.url),
  de: new URL("locales/de.json", import.meta.url),
  tr: new URL("locales/tr.json", import.meta.url),
  ar: new URL("locales/ar.json", import.meta.url),
  ug: new URL("locales/ug.json", import.meta.url),
  "zh-Hans": new URL("locales/zh-Hans.json", import.meta.url),
};

/** What each language's file held. @type {Map<string, Promise<typeof en>>} */
const loaded = new Map();

/** Never fails: where the file cannot be had, the language is English. @param {Choice} choice @returns {Promise<Language>} */
export async function loadLanguage(choice) {
  try {
    return { ...choice, sentences: await sentencesOf(choice.id) };
  } catch (error) {
    explainSentences(error, choice.id);
    return { ...ENGLISH, sentences: en };
  }
}

/** @param {string} id */
function sentencesOf(id) {
  const file = FILES[id];
  if (!file) return en;
  const loading = loaded.get(id) ?? readJson(file, COTTON_ORIGIN_LOCALES[id]);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}
