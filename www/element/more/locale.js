/** The sentences of what is below the answer, in one language. */

import { read as readFile } from "../../fetched.js";

/** Where each language's are. An address by itself, each: that is how bundlers find the files. @type {Record<string, URL>} */
const FILES = {
  en: new URL("locales/more/en.json", import.meta.url),
};

/** @type {Map<string, Promise<object>>} */
const loaded = new Map();

/** @param {string} language a tag; its language is one that the element has sentences for @returns {Promise<object>} */
export function loadSentences(language) {
  const id = Object.keys(FILES).find((id) => language === id || language.startsWith(`${id}-`)) ?? "en";
  const loading = loaded.get(id) ?? read(id);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}

/** @param {string} id */
async function read(id) {
  const bytes = await readFile(/** @type {URL} */ (FILES[id]), COTTON_ORIGIN_MORE_LOCALES[id]);
  return JSON.parse(new TextDecoder().decode(bytes));
}
