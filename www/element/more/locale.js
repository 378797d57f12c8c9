/** The sentences of the sections below the answer, in one language. */

import { FILES } from "#more-locales";
import { readJson } from "../../fetched.js";
import { placed } from "../../place.js";
import { tellOnce } from "../locale-choice.js";

/** @type {Map<string, Promise<object>>} */
const loaded = new Map();

/**
 * Falls back to English if a language's file cannot be loaded.
 * @param {string} id the language of the element's first sentences
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
  const loading = loaded.get(id) ?? readJson(placed(`locales/more/${id}.json`, /** @type {URL} */ (FILES[id])), COTTON_ORIGIN_MORE_LOCALES[id]);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}
