/** The language of the page that asks the question: the select, and the sentences around the element. */
import { LANGUAGES } from "#vocabulary";
import { chooseLanguage } from "./element/locale-choice.js";
import { readJson } from "./fetched.js";

/** English is in the page itself. @type {Record<string, URL>} */
const FILES = {
  es: new URL("locales/page/es.json", import.meta.url),
  "pt-BR": new URL("locales/page/pt-BR.json", import.meta.url),
  fr: new URL("locales/page/fr.json", import.meta.url),
  de: new URL("locales/page/de.json", import.meta.url),
  tr: new URL("locales/page/tr.json", import.meta.url),
  ar: new URL("locales/page/ar.json", import.meta.url),
  ug: new URL("locales/page/ug.json", import.meta.url),
  "zh-Hans": new URL("locales/page/zh-Hans.json", import.meta.url),
};

const RTL = new Set(["ar", "ug"]);

/** Elements whose text is a sentence of the page, by its name. */
const said = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"));
const english = new Map([...said].map((element) => [element, element.textContent]));
const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
let last = "en";

/** @param {string} id */
async function speak(id) {
  last = id;
  // The element fetches its own sentences meanwhile.
  document.querySelector("cotton-origin")?.setAttribute("lang", id);
  const file = FILES[id];
  /** @type {Record<string, string>} */
  const sentences = file ? await readJson(file, COTTON_ORIGIN_PAGE_LOCALES[id]) : {};
  if (id !== last) return;
  for (const element of said) element.textContent = sentences[element.dataset.say ?? ""] ?? english.get(element) ?? "";
  Object.assign(document.documentElement, { lang: id, dir: RTL.has(id) ? "rtl" : "ltr" });
}

/** The page stays as it was where its sentences cannot be had. @param {string} id */
const change = (id) => speak(id).catch((error) => console.warn(`The page's sentences in "${id}" could not be loaded.`, error));

const asked = new URLSearchParams(location.search).get("lang");
const { id } = chooseLanguage(asked ? [asked] : navigator.languages);
select.value = LANGUAGES.find((known) => known === id) ?? "en";
/** @type {HTMLElement} */ (select.closest("[hidden]")).hidden = false;
select.addEventListener("change", () => {
  const address = new URL(location.href);
  address.searchParams.set("lang", select.value);
  // So that the page can be passed on, or loaded again, as it is read.
  history.replaceState(history.state, "", address);
  void change(select.value);
});
if (id !== "en") void change(id);
