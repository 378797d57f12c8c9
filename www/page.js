/** The language of the page that asks the question: the select, and the sentences around the element. */
import { chooseLanguage } from "./element/locale-choice.js";
import { readJson } from "./fetched.js";

/** The language of the page itself: its sentences are in no file. */
const OWN = "en";

/** Elements whose text is a sentence of the page, by its name. */
const said = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"));
const english = new Map([...said].map((element) => [element, element.textContent]));
const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
let last = OWN;

/** @param {string} id */
async function speak(id) {
  last = id;
  // The element fetches its own sentences meanwhile.
  document.querySelector("cotton-origin")?.setAttribute("lang", id);
  const file = new URL(`locales/page/${id}.json`, import.meta.url);
  /** @type {Record<string, string>} */
  const sentences = id === OWN ? {} : await readJson(file, COTTON_ORIGIN_PAGE_LOCALES[id]);
  if (id !== last) return;
  for (const element of said) element.textContent = sentences[element.dataset.say ?? ""] ?? english.get(element) ?? "";
  // Its own option says which way a language runs.
  const dir = [...select.options].find(({ value }) => value === id)?.dir || "ltr";
  Object.assign(document.documentElement, { lang: id, dir });
}

/** The page stays as it was where its sentences cannot be had. @param {string} id */
const change = (id) => speak(id).catch((error) => console.warn(`The page's sentences in "${id}" could not be loaded.`, error));

const asked = new URLSearchParams(location.search).get("lang");
const { id } = chooseLanguage(asked ? [asked] : navigator.languages);
select.value = id;
/** @type {HTMLElement} */ (select.closest("[hidden]")).hidden = false;
select.addEventListener("change", () => {
  const address = new URL(location.href);
  address.searchParams.set("lang", select.value);
  // So that the page can be passed on, or loaded again, as it is read.
  history.replaceState(history.state, "", address);
  void change(select.value);
});
if (id !== OWN) void change(id);
