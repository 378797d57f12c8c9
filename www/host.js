/** The page for site owners: it makes the snippet to copy, and previews it. */
import "./cotton-origin.js";
import "./embed.js";
import { addressOf, siteOf } from "./address.js";
import { DARK_GROUND, LIGHT_GROUND, readable } from "./colour.js";
import { createPreview } from "./preview.js";
import { snippetOf } from "./snippet.js";

/** @import { Choices } from "./snippet.js" */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const form = /** @type {HTMLFormElement} */ (part("choices"));
const colour = /** @type {HTMLInputElement} */ (part("colour"));
const site = new URL("./", location.href).href.replace(/\/$/, "");
const preview = createPreview(part("preview"), site);

/** The digests of the files, which the snippet needs. @type {Promise<Record<string, { sha384: string }>>} */
const files = fetch("manifest.json").then(async (response) => (await response.json()).files);

/** The text in a field. @param {string} name */
const typed = (name) => String(new FormData(form).get(name) ?? "").trim();

/** @returns {Choices} */
function chosen() {
  return {
    way: typed("way") === "frame" ? "frame" : "element",
    lang: typed("lang"),
    region: typed("region"),
    market: typed("market"),
    theme: typed("theme"),
    colour: new FormData(form).has("own") ? ownColour(typed("theme")) : "",
    compact: new FormData(form).has("compact"),
    questions: ticked("questions"),
    sections: ticked("sections"),
    action: typed("action"),
    link: typed("link"),
    host: siteOf(typed("host")) ?? "",
  };
}

/** The ticked boxes of a name; null if all are ticked. @param {string} name */
function ticked(name) {
  const all = form.querySelectorAll(`[name="${name}"]`).length;
  const values = new FormData(form).getAll(name).map(String);
  part(`${name}-count`).textContent = values.length === all ? `all ${all}` : `${values.length} of ${all}`;
  return values.length === all ? null : values;
}

/** The owner's colour adapted for contrast in the light and the dark theme. @param {string} theme */
function ownColour(theme) {
  const light = readable(colour.value, LIGHT_GROUND);
  const dark = readable(colour.value, DARK_GROUND);
  const made = [...(theme !== "dark" && light !== colour.value ? [`darker on a light ground: ${light}`] : []), ...(theme !== "light" && dark !== colour.value ? [`lighter on a dark ground: ${dark}`] : [])];
  part("colour-note").textContent = made.length > 0 ? `So that it can be read, it is made ${made.join("; ")}.` : "";
  return { light, dark }[theme] ?? `light-dark(${light}, ${dark})`;
}

/** For each field, a function that returns its error message, or false. @type {Record<string, () => string | false>} */
const PROBLEMS = {
  host: () => typed("host") !== "" && !siteOf(typed("host")) && "This is no address of a site. Copy it from the top of your browser: https:// and a name.",
  link: () =>
    typed("link") === ""
      ? typed("action") !== "" && "The link is left out until it leads somewhere."
      : !addressOf(typed("link")) && "This is no address of a page. It begins with https://, as at the top of your browser.",
  action: () => typed("action") === "" && typed("link") !== "" && "The link is left out until it says something.",
};

/** Shows the error message of a field. @param {string} name */
function check(name) {
  const problem = PROBLEMS[name]?.() || "";
  part(`${name}-error`).textContent = problem;
  part(name).setAttribute("aria-invalid", String(problem !== ""));
}

/** A field is checked when it loses the focus; the two fields of the link when both have. @param {FocusEvent} event */
function judge({ target, relatedTarget }) {
  const group = /** @type {Element} */ (target).closest("fieldset") ?? /** @type {Element} */ (target);
  const left = relatedTarget instanceof Node && group.contains(relatedTarget) ? [/** @type {Element} */ (target)] : [group, ...group.querySelectorAll("input")];
  for (const { id } of left) if (id in PROBLEMS) check(id);
}

/** Checks fields with an error again with every key. */
function judgeAgain() {
  for (const name of Object.keys(PROBLEMS)) if (part(name).getAttribute("aria-invalid") === "true") check(name);
}

async function show() {
  const choices = chosen();
  for (const only of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-way]"))) only.hidden = only.dataset.way !== choices.way;
  colour.disabled = choices.colour === "";
  preview.show(choices);
  try {
    const { html, policy } = await snippetOf(choices, site, await files);
    part("snippet").textContent = html;
    part("policy").textContent = policy;
  } catch {
    part("snippet").textContent = "The lines could not be made: manifest.json, with the scripts’ digests, did not arrive. Load this page again.";
  }
  for (const name of ["snippet", "policy"]) part(`${name}-copied`).textContent = "";
}

/** @param {string} name */
async function copy(name) {
  const done = part(`${name}-copied`);
  try {
    await navigator.clipboard.writeText(part(name).textContent ?? "");
    done.textContent = "Copied.";
  } catch {
    // Where the clipboard API is not allowed, select the text so that the visitor can copy it.
    getSelection()?.selectAllChildren(part(name));
    done.textContent = "Selected: copy it with your keyboard.";
  }
}

form.addEventListener("input", () => {
  judgeAgain();
  void show();
});
form.addEventListener("focusout", judge);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copies]"))) {
  button.addEventListener("click", () => void copy(button.dataset.copies ?? ""));
}
if (!globalThis.crypto?.subtle) {
  // A policy admits the colour's style by its hash, and hashing is available on secure pages only.
  /** @type {HTMLInputElement} */ (form.elements.namedItem("own")).disabled = true;
  part("colour-note").textContent = "For a colour, open this page by https.";
}
await show();
