/** The sentences of our own pages around the element, in the language of the reader. English stands in the pages themselves, and needs no file. */
import { readJson } from "./fetched.js";

export const OWN = "en";

/** Elements whose text is replaced by the sentence of this name. */
const said = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"));
const english = new Map([...said].map((element) => [element, element.textContent ?? ""]));
let last = OWN;

/** The sentences of a language, for pages. @param {string} id @returns {Promise<Record<string, string>>} */
export const sentencesIn = (id) => readJson(new URL(`locales/page/${id}.json`, import.meta.url), COTTON_ORIGIN_PAGE_LOCALES[id]);

/** Says the page in a language. False if another was asked for meanwhile. @param {string} id */
export async function say(id) {
  last = id;
  const sentences = id === OWN ? {} : await sentencesIn(id);
  if (id !== last) return false;
  for (const element of said) element.textContent = spoken(element, id, sentences);
  return true;
}

/** A link says if it leads to a page in English, and leads to the page in this language if there is one. @param {HTMLElement} element @param {string} id @param {Record<string, string>} sentences */
function spoken(element, id, sentences) {
  const text = sentences[element.dataset.say ?? ""] ?? english.get(element) ?? "";
  const { translations } = element.dataset;
  if (!(element instanceof HTMLAnchorElement) || translations === undefined) return text;
  const own = translations.split(" ").includes(id);
  element.hreflang = own ? id : OWN;
  element.setAttribute("href", (element.getAttribute("href") ?? "").replace(/^(\w+)(\.[\w-]+)?\.html$/, own ? `$1.${id}.html` : "$1.html"));
  return own || id === OWN ? text : (sentences["inEnglish"] ?? "{link}").replace("{link}", text);
}

/** If the sentences cannot be loaded, the page stays as it was. @param {string} id @param {unknown} error */
export const warn = (id, error) => console.warn(`The page's sentences in "${id}" could not be loaded.`, error);
