/**
 * The page for native readers: fields at the sentences that are corrected, a search, and what was written as a file, to save and to open again.
 * The page can be read without it. Nothing is requested, and nothing is stored.
 */
import { plain } from "./plain.js";
import { createExamples } from "./read-example.js";
import { fileOf, keptIn } from "./read-file.js";

/** @import { Correction } from "./read-file.js" */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} selector */
const each = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];

const { language = "", version = "" } = document.body.dataset;
const words = /** @type {HTMLTemplateElement} */ (part("words")).content;
const search = /** @type {HTMLInputElement} */ (part("find"));
const only = /** @type {HTMLInputElement} */ (part("only"));
const file = /** @type {HTMLInputElement} */ (part("open"));
const lines = each(".line");

/** The number in examples, where a plural form has no other. */
const USUAL = 4;

/** The fields of the lines that are being corrected. @type {Map<HTMLElement, { box: HTMLElement, is: HTMLTextAreaElement, why: HTMLTextAreaElement }>} */
const fields = new Map();

/** Whether something was written that no file has. */
let unsaved = false;

/** @param {string} name */
const word = (name) => words.querySelector(`[data-word="${name}"]`)?.textContent?.trim() ?? "";

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Partial<HTMLElementTagNameMap[T]>} properties @param {(string | Node)[]} children @returns {HTMLElementTagNameMap[T]} */
function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Which line it is, and what it says. @param {HTMLElement} line */
function read(line) {
  const { file = "", id = "" } = /** @type {HTMLElement} */ (line.closest(".message")).dataset;
  const { form } = line.dataset;
  const text = (/** @type {string} */ name) => line.querySelector(name)?.textContent ?? "";
  return { file, id, ...(form && { form }), was: text(".own"), english: text(".english") };
}

/** What was written at a line; none where nothing is other than it was, and no reason given. @param {HTMLElement} line @returns {Correction[]} */
function written(line) {
  const at = fields.get(line);
  if (!at) return [];
  const { english, ...which } = read(line);
  const typed = at.is.value.trim();
  const is = (which.was.includes("\n") ? typed : typed.replace(/\s*\n\s*/g, " ")) || which.was;
  const why = at.why.value.trim();
  return is === which.was && why === "" ? [] : [{ ...which, is, why, english }];
}

const corrections = () => lines.flatMap(written);

/** Puts fields below a line. @param {HTMLElement} line @param {{ is?: string, why?: string }} given */
function open(line, given = {}) {
  const before = fields.get(line);
  if (before) return before;
  const own = /** @type {HTMLElement} */ (line.querySelector(".own"));
  const is = make("textarea", { value: given.is ?? own.textContent ?? "", rows: 2, lang: own.lang, dir: own.dir });
  const why = make("textarea", { value: given.why ?? "", rows: 1, dir: "auto" });
  const keep = make("p", { className: "keep" });
  keep.setAttribute("role", "status");
  const undo = make("button", { type: "button", className: "undo" }, word("undo"));
  const box = make("div", { className: "fields" }, make("label", {}, word("better"), is), keep, make("label", {}, word("why"), why), undo);
  const check = () => void (keep.textContent = missing(own, is.value));
  is.addEventListener("input", check);
  check();
  line.append(box);
  correct(line).hidden = true;
  fields.set(line, { box, is, why });
  return { box, is, why };
}

/** The button of a line. @param {HTMLElement} line */
const correct = (line) => /** @type {HTMLElement} */ (line.querySelector(".correct"));

/** Takes the fields away, with what was written. @param {HTMLElement} line */
function close(line) {
  fields.get(line)?.box.remove();
  fields.delete(line);
  correct(line).hidden = false;
  correct(line).focus();
}

/** Says what must stay in a sentence and is not in it. @param {HTMLElement} own @param {string} text */
function missing(own, text) {
  const gone = [...own.querySelectorAll("var")].map((sign) => sign.textContent ?? "").filter((sign) => !text.includes(sign));
  return gone.length > 0 ? `${word("keep")} ${gone.join(" ")}` : "";
}

function count() {
  part("count").textContent = `${word("count")} ${corrections().length}`;
}

/** Shows the messages that have every word of the search; where wanted, only those with fields. */
function show() {
  const wanted = plain(search.value).split(/\s+/).filter(Boolean);
  for (const message of each(".message")) {
    const text = plain(message.textContent ?? "");
    message.hidden = !wanted.every((word) => text.includes(word)) || (only.checked && !message.querySelector(".fields"));
  }
  for (const section of each(".part")) section.hidden = !section.querySelector(".message:not([hidden])");
  part("shown").textContent = `${word("shown")} ${each(".message:not([hidden])").length}`;
}

/** @param {(string | Node)[]} said */
const tell = (...said) => part("told").replaceChildren(...said.map((one) => make("p", {}, one)));

/** Hands what was written to the browser as a file, and says where to send it. */
function save() {
  const content = new Blob([fileOf({ version, language, corrections: corrections() })], { type: "application/json" });
  const href = URL.createObjectURL(content);
  make("a", { href, download: `corrections-${language}.json` }).click();
  // Not at once: browsers read it later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  unsaved = false;
  const send = document.importNode(words, true).querySelector('[data-word="send"]');
  tell(word("saved"), make("span", {}, ...(send?.childNodes ?? [])));
}

/** @param {{ file: string, id: string, form?: string }} line */
const keyOf = ({ file, id, form = "" }) => [file, id, form].join("\n");

/** Fills in what a file has. @param {string} text */
function take(text) {
  const kept = keptIn(text, language);
  if (!kept) return tell(word("unreadable"));
  const known = new Map(lines.map((line) => [keyOf(read(line)), line]));
  const found = kept.flatMap((entry) => {
    const line = known.get(keyOf(entry));
    if (line && fields.has(line)) close(line);
    return line ? [open(line, entry)] : [];
  });
  tell(`${word("opened")} ${found.length}`, ...(found.length < kept.length ? [`${word("strange")} ${kept.length - found.length}`] : []));
  count();
  show();
}

/** Numbers that a plural form is used for; none where the browser does not know. @param {string} form */
function numbersOf(form) {
  if (Intl.PluralRules.supportedLocalesOf(language).length === 0) return [];
  const rules = new Intl.PluralRules(language);
  return [...Array(200).keys(), 1_000_000].filter((n) => rules.select(n) === form).slice(0, 4);
}

/** Tells which numbers a form is for, and what a sentence says once it is filled in. */
function tellMore() {
  const first = /** @type {HTMLElement} */ (document.querySelector(".own"));
  const texts = new Map(lines.map(read).filter(({ file }) => file === `${language}.json`).map(({ id, was }) => [id, was]));
  const example = createExamples(language, first.dir === "rtl", (id) => texts.get(id));
  const numbers = new Map(lines.map(({ dataset: { form = "" } }) => form).map((form) => [form, form ? numbersOf(form) : []]));
  for (const line of lines) {
    const own = numbers.get(line.dataset.form ?? "") ?? [];
    if (own.length > 0) line.querySelector(".form")?.append(` ${word("numbers")} ${own.join(", ")}`);
    const { id, was } = read(line);
    // No sentence says zero, if its form has another number.
    const filled = example(id, was, own.includes(USUAL) ? USUAL : (own.find((n) => n > 0) ?? own[0] ?? USUAL));
    if (filled) line.querySelector(".english")?.after(make("p", { className: "example" }, `${word("example")} `, make("q", { lang: first.lang, dir: first.dir }, filled)));
  }
}

/** English names of places: browsers have them, the page has codes. */
function namePlaces() {
  const names = new Intl.DisplayNames("en", { type: "region" });
  for (const english of each('[data-id^="places."] .english')) {
    const code = english.textContent ?? "";
    if (/^[A-Z]{2}$/.test(code)) english.textContent = names.of(code) ?? code;
  }
}

for (const line of lines) {
  const { id, form = "" } = read(line);
  const button = make("button", { type: "button", className: "correct" }, word("correct"));
  button.setAttribute("aria-label", `${word("correct")} ${id} ${form}`.trim());
  line.append(button);
}
namePlaces();
tellMore();
for (const hidden of each(".find, .bar")) hidden.hidden = false;
count();
show();

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  const line = /** @type {HTMLElement | null | undefined} */ (button?.closest(".line"));
  if (!button || !line) return;
  if (button.classList.contains("correct")) open(line).is.focus();
  else close(line);
  count();
});
document.addEventListener("input", ({ target }) => {
  if (target === search || target === only) show();
  if (!(target instanceof HTMLTextAreaElement)) return;
  unsaved = true;
  count();
});
part("save").addEventListener("click", save);
file.addEventListener("change", async () => {
  const [chosen] = file.files ?? [];
  if (chosen) take(await chosen.text());
  file.value = "";
});
addEventListener("beforeunload", (event) => {
  if (unsaved && corrections().length > 0) event.preventDefault();
});
