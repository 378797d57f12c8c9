/** The language of the main page: the select, and the sentences around the element. */
import { chooseLanguage } from "./element/locale-choice.js";
import { OWN, say, warn } from "./say.js";

const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));

/** @param {string} id */
async function speak(id) {
  // The element loads its own sentences in the meantime.
  document.querySelector("cotton-origin")?.setAttribute("lang", id);
  if (!(await say(id))) return;
  // The option of a language has its direction.
  const dir = [...select.options].find(({ value }) => value === id)?.dir || "ltr";
  Object.assign(document.documentElement, { lang: id, dir });
}

/** @param {string} id */
const change = (id) => speak(id).catch((error) => warn(id, error));

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
