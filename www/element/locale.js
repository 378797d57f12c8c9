/** The sentences of the form and the answer, in one language. English is in the script itself: it stands in for any other. */
import { FILES } from "#locales";
import { readJson } from "../fetched.js";
import en from "../locales/en.json" with { type: "json" };
import { explainSentences } from "./fallback.js";
import { ENGLISH } from "./locale-choice.js";

/** @import { Choice } from "./locale-choice.js" */

/** @typedef {Choice & { sentences: typeof en }} Language */

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
