/** Chooses the language that a reader gets. */
import { LANGUAGES } from "#vocabulary";

/** @typedef {{ id: string, tag: string }} Choice a locale's file, and the tag that its text has */

/** @type {Choice} */
export const ENGLISH = { id: "en", tag: "en" };

/** Warnings already logged. @type {Set<string>} */
const told = new Set();

/** @param {string} text @param {unknown} [error] the cause, if there is one */
export function tellOnce(text, error) {
  if (told.has(text)) return;
  told.add(text);
  if (error === undefined) console.info(`<cotton-origin>: ${text}`);
  else console.warn(`<cotton-origin>: ${text}`, error);
}

/**
 * The first of the wanted tags that is available: by its exact name, else in the same language and script, else in
 * the same language. The reader's language in another script is still better than English.
 * @param {readonly string[]} wanted language tags, which may be invalid
 * @returns {Choice}
 */
export function chooseLanguage(wanted) {
  for (const text of wanted) {
    const tag = canonical(text);
    const choice = tag && match(tag);
    if (choice) return choice;
  }
  if (wanted.length > 0) tellOnce(`there are no sentences in "${wanted.join('", "')}"; they are in English.`);
  return ENGLISH;
}

/** @param {string} tag @returns {Choice | undefined} */
function match(tag) {
  // A tag with more than the file's name (fr-CH) still decides how numbers are formatted.
  const own = LANGUAGES.find((id) => tag === id || tag.startsWith(`${id}-`));
  const wanted = new Intl.Locale(tag).maximize();
  const script = (/** @type {string} */ id) => new Intl.Locale(id).maximize().script;
  if (own && script(own) === wanted.script) return { id: own, tag };
  const same = LANGUAGES.filter((id) => new Intl.Locale(id).language === wanted.language);
  const id = same.find((id) => script(id) === wanted.script) ?? same[0];
  if (id === undefined) return undefined;
  if (script(id) !== wanted.script) tellOnce(`there are no sentences in "${tag}"; they are in "${id}", which is the same language in another script.`);
  return { id, tag: id };
}

/** Content management systems write `pt_BR`. @param {string} tag */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
