/** The sentences of the form and the answer, in one language. English is bundled in the script and replaces any other that cannot be loaded. */
import { FILES } from "#locales";
import { readJson } from "../fetched.js";
import { placed } from "../place.js";
import en from "../locales/en.json" with { type: "json" };
import { explainSentences } from "./fallback.js";
import { ENGLISH } from "./locale-choice.js";

/** @import { Choice } from "./locale-choice.js" */

/** @typedef {Choice & { sentences: typeof en }} Language */

/** @type {Language} */
export const ENGLISH_LANGUAGE = { ...ENGLISH, sentences: en };

/** The content of each language's file. @type {Map<string, Promise<typeof en>>} */
const loaded = new Map();

/** Never fails: if the file cannot be loaded, the language is English. @param {Choice} choice @returns {Promise<Language>} */
export async function loadLanguage(choice) {
  try {
    return { ...choice, sentences: await sentencesOf(choice.id) };
  } catch (error) {
    explainSentences(error, choice.id);
    return ENGLISH_LANGUAGE;
  }
}

/** @param {string} id */
function sentencesOf(id) {
  if (!Object.hasOwn(FILES, id)) return en;
  const loading = loaded.get(id) ?? readJson(placed(`locales/${id}.json`, /** @type {URL} */ (FILES[id])), COTTON_ORIGIN_LOCALES[id]);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}
