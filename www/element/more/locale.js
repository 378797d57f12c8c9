/** The sentences of what is below the answer, in one language. */

import { readJson } from "../../fetched.js";
import { tellOnce } from "../locale-choice.js";

/** Where each language's are. An address by itself, each: that is how bundlers find the files. @type {Record<string, URL>} */
const FILES = {
  en: new URL("locales/more/en.json", import.meta.url),
  es: new URL("locales/more/es.json", import.meta.url),
  "pt-BR": new URL("locales/more/pt-BR.json", import.meta.url),
  fr: new URL("locales/more/fr.json", import.meta.url),
  de: new URL("locales/more/de.json", import.meta.url),
  tr: new URL("locales/more/tr.json", import.meta.url),
  ar: new URL("locales/more/ar.json", import.meta.url),
  ug: new URL("locales/more/ug.json", import.meta.url),
  "zh-Hans": new URL("locales/more/zh-Hans.json", import.meta.url),
};

/** @type {Map<string, Promise<object>>} */
const loaded = new Map();

/**
 * English stands in where a language's own cannot be had.
 * @param {string} id the language that the element has its first sentences in
 * @returns {Promise<{ id: string, sentences: object }>}
 */
export async function loadSentences(id) {
  try {
    return { id, sentences: await read(id) };
  } catch (error) {
    if (id === "en") throw error;
    tellOnce(`what is below the answer is in English, as its sentences in "${id}" could not be loaded.`, error);
    return loadSentences("en");
  }
}

/** @param {string} id */
function read(id) {
  const loading = loaded.get(id) ?? readJson(/** @type {URL} */ (FILES[id]), COTTON_ORIGIN_MORE_LOCALES[id]);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}
