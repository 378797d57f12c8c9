/** The language of the main page: the select, and the sentences around the element. */
import { chooseLanguage } from "./element/locale-choice.js";
import { readJson } from "./fetched.js";

/** The language of the HTML itself, which needs no file. */
const OWN = "en";

/** Elements whose text is replaced by the sentence of this name. */
const said = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"));
const english = new Map([...said].map((element) => [element, element.textContent]));
const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
let last = OWN;

/** @param {string} id */
async function speak(id) {
  last = id;
  // The element loads its own sentences in the meantime.
  document.querySelector("cotton-origin")?.setAttribute("lang", id);
  const file = new URL(`locales/page/${id}.json`, import.meta.url);
  /** @type {Record<string, string>} */
  const sentences = id === OWN ? {} : await readJson(file, COTTON_ORIGIN_PAGE_LOCALES[id]);
  if (id !== last) return;
  for (const element of said) element.textContent = sentences[element.dataset.say ?? ""] ?? english.get(element) ?? "";
  // The option of a language has its direction.
  const dir = [...select.options].find(({ value }) => value === id)?.dir || "ltr";
  Object.assign(document.documentElement, { lang: id, dir });
}

/** If the sentences cannot be loaded, the page stays as it was. @param {string} id */
const change = (id) => speak(id).catch((error) => console.warn(`The page's sentences in "${id}" could not be loaded.`, error));

const asked = new URLSearchParams(location.search).get("lang");
const { id } = chooseLanguage(asked ? [asked] : navigator.languages);
select.value = id;
/** @type {HTMLElement} */ (select.closest("[hidden]")).hidden = false;
select.addEventListener("change", () => {
  const address = new URL(location.href);
  address.searchParams.set("lang", select.value);
  // So that a shared or reloaded address shows the same language.
  history.replaceState(history.state, "", address);
  void change(select.value);
});
if (id !== OWN) void change(id);
