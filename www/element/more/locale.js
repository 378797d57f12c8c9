/** The sentences of what is below the answer, in one language. */

import { FILES } from "#more-locales";
import { readJson } from "../../fetched.js";
import { tellOnce } from "../locale-choice.js";

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
