/** The page for site owners: it makes the snippet to copy, and previews it. */
import "./cotton-origin.js";
import "./embed.js";
import { addressOf, siteOf } from "./address.js";
import { lookOf } from "./look.js";
import { createPreview } from "./preview.js";
import { sentencesIn } from "./say.js";
import { snippetOf } from "./snippet.js";
import { waysInto } from "./systems.js";

/** @import { Note } from "./look.js" */
/** @import { Choices, Said } from "./snippet.js" */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const form = /** @type {HTMLFormElement} */ (part("choices"));
const system = /** @type {HTMLSelectElement} */ (part("system"));
const paper = /** @type {HTMLInputElement} */ (part("paper"));
const colour = /** @type {HTMLInputElement} */ (part("colour"));
const site = new URL("./", location.href).href.replace(/\/$/, "");
const secure = Boolean(globalThis.crypto?.subtle);
const copiers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copies]"));
const preview = createPreview(part("preview"), site);
const words = /** @type {HTMLTemplateElement} */ (part("words")).content;

/** What is published beside this page: the lines need the digests. @type {Promise<{ version: string, files: Record<string, { sha384: string }> }>} */
const manifest = fetch("manifest.json").then((response) => response.json());

/** What the lines say, in each language that was chosen so far. @type {Map<string, Promise<Record<string, string>>>} */
const known = new Map();

/** What the lines say in a language: the chosen one, or that of this page. @param {string} lang @returns {Promise<Said>} */
async function saidIn(lang) {
  const id = lang || document.documentElement.lang;
  const coming = known.get(id) ?? sentencesIn(id);
  known.set(id, coming);
  coming.catch(() => known.delete(id));
  const dir = /** @type {HTMLElement | null} */ (form.querySelector(`#lang [lang="${id}"]`))?.dir ?? "";
  return { .../** @type {Said} */ (/** @type {unknown} */ (await coming)), dir };
}

/** Around what is filled in where text runs from the right: a number, a colour or a folder stays as it is. */
const [BEFORE, AFTER] = document.dir === "rtl" ? ["\u2068", "\u2069"] : ["", ""];

/** A sentence of this page, which has them for its scripts, too. @param {string} word @param {Record<string, string | number>} [filled] */
const say = (word, filled = {}) => (words.querySelector(`[data-word="${word}"]`)?.textContent ?? "").replace(/\{(\w+)\}(\/?)/g, (_, name, slash) => `${BEFORE}${filled[name]}${slash}${AFTER}`);

/** @param {Note[]} notes */
const sayAll = (notes) => notes.map(({ word, colour = "" }) => say(word, { colour })).join(" ");

/** The text in a field. @param {string} name */
const typed = (name) => String(new FormData(form).get(name) ?? "").trim();

/** @returns {Choices} */
function chosen() {
  const way = /** @type {Choices["way"]} */ (typed("way"));
  const { theme, paper: ground, accent } = look(way);
  return {
    system: typed("system"),
    way,
    lang: typed("lang"),
    region: typed("region"),
    market: typed("market"),
    theme,
    ground,
    colour: accent,
    compact: new FormData(form).has("compact"),
    questions: ticked("questions"),
    sections: ticked("sections"),
    action: typed("action"),
    link: typed("link"),
    host: typed("system") === "wix" ? "" : (siteOf(typed("host")) ?? ""),
  };
}

/** The owner's ground and colour, which a frame does not take; what became of them stands beside their fields. @param {Choices["way"]} way */
function look(way) {
  const taken = way === "element" || way === "plugin";
  const ground = taken ? typed("ground") : "";
  const accent = taken && new FormData(form).has("own");
  paper.disabled = ground !== "own";
  colour.disabled = !accent;
  const made = lookOf({ theme: typed("theme"), ground: ground === "own" ? paper.value : ground, accent: accent ? colour.value : null });
  if (secure) {
    part("paper-note").textContent = sayAll(made.groundNotes);
    part("colour-note").textContent = sayAll(made.accentNotes);
  }
  return made;
}

/** The ticked boxes of a name; null if all are ticked. @param {string} name */
function ticked(name) {
  const all = form.querySelectorAll(`[name="${name}"]`).length;
  const values = new FormData(form).getAll(name).map(String);
  part(`${name}-count`).textContent = say("count", { shown: values.length, all });
  return values.length === all ? null : values;
}

/** For each field, a function that returns its error message, or false. @type {Record<string, () => string | false>} */
const PROBLEMS = {
  host: () => typed("host") !== "" && !siteOf(typed("host")) && say("host"),
  link: () =>
    typed("link") === ""
      ? typed("action") !== "" && say("noLink")
      : !addressOf(typed("link")) && say("link"),
  action: () => typed("action") === "" && typed("link") !== "" && say("noAction"),
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

/** The choices that are being shown: a language may come late. @type {Choices | undefined} */
let last;

/** Shows what is for the chosen system and way alone. @param {Choices} choices */
function showOnly(choices) {
  for (const only of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-way], [data-system]"))) {
    const { way = choices.way, system = choices.system } = only.dataset;
    only.hidden = !way.split(" ").includes(choices.way) || !system.split(" ").includes(choices.system);
  }
  part("address").textContent = { plugin: "wp-content/plugins/cotton-origin/", frame: `${site}/embed.html` }[String(choices.way)] ?? `${site}/cotton-origin.js`;
  part("ways").hidden = waysInto(choices.system).length === 1;
}

/** Each system begins with the way that is best there. */
function takeWay() {
  const [best] = waysInto(system.value);
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('[name="way"]'))) radio.checked = radio.value === best;
}

async function show() {
  const choices = chosen();
  last = choices;
  showOnly(choices);
  try {
    const said = await saidIn(choices.lang);
    if (choices !== last) return;
    preview.show(choices, said);
    const { html, css, policy } = await snippetOf(choices, site, (await manifest).files, said);
    if (choices !== last) return;
    part("snippet").textContent = html;
    part("css").textContent = css;
    part("style").hidden = css === "";
    part("policy").textContent = policy;
    part("policies").hidden = policy === "";
  } catch (error) {
    console.warn("The lines could not be made.", error);
    part("snippet").textContent = say("failed");
  }
  for (const { dataset } of copiers) part(`${dataset.copies}-copied`).textContent = "";
}

/** What depends on where this page is published, and with what beside it. */
async function showPlace() {
  const { version, files } = await manifest;
  part("lasting").textContent = new URL(site).pathname.split("/").at(-1) === version ? say("lasting") : say("changing", { version });
  // The plug-in has this page too, but not itself.
  if (!files["cotton-origin-wordpress.zip"]) part("plugin").textContent = say("plugin");
}

/** A sentence is copied with its link, for editors that show what is pasted as it will be read. @param {string} name */
async function put(name) {
  const plain = part(name).textContent ?? "";
  const rich = name === "snippet" && typed("way") === "link" ? part("preview").innerHTML : "";
  if (!rich || typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(plain);
  const as = (/** @type {string} */ type, /** @type {string} */ text) => [type, new Blob([text], { type })];
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries([as("text/plain", plain), as("text/html", rich)]))]);
}

/** @param {string} name */
async function copy(name) {
  const done = part(`${name}-copied`);
  try {
    await put(name);
    done.textContent = say("copied");
  } catch {
    // Where the clipboard API is not allowed, select the text so that the visitor can copy it.
    getSelection()?.selectAllChildren(part(name));
    done.textContent = say("selected");
  }
}

form.addEventListener("input", () => {
  judgeAgain();
  void show();
});
form.addEventListener("focusout", judge);
form.addEventListener("submit", (event) => event.preventDefault());
system.addEventListener("input", takeWay);
for (const button of copiers) button.addEventListener("click", () => void copy(button.dataset.copies ?? ""));
if (!secure) {
  // A policy admits the colours' style by its hash, and hashing is available on secure pages only.
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('[name="own"], [name="ground"]:not([value=""])'))) field.disabled = true;
  for (const name of ["paper", "colour"]) part(`${name}-note`).textContent = say("https");
}
await show();
await showPlace().catch(() => {});
