/** The box for the text of a label or a shop: it fills the form, and highlights what it found in the text. */
import { own as alone } from "../own.js";
import { h, refill } from "./dom.js";
import { explainReader } from "./fallback.js";
import { questionOf, write } from "./fill.js";
import { loadMore } from "./load-more.js";

/** @import { CottonOriginError, Garment, Reading } from "../types.d.ts" */
/** @import { State } from "./fill.js" */
/** @import { Form } from "./form.js" */
/** @import { More } from "./load-more.js" */
/** @import { Words } from "./words.js" */

/** @typedef {Awaited<ReturnType<More["createReader"]>>} TextReader */

/** Longer texts wait for a pause: they take more than a moment to read. No more than this of a pasted one is put into the box: to lay out a megabyte takes a page seconds. */
const LONG = 20_000;
const PAUSE = 300;

/** More letters than a keyboard puts in at a time: a camera read them. */
const AT_ONCE = 20;

/** The id of the box. It has no name, because it is no question of the form. */
export const PASTE = "paste";

/**
 * @param {Words} words
 * @param {Form} form
 * @param {(filled: string[]) => void} changed called with the fields when the form was filled
 */
export function createPaste(words, form, changed) {
  const box = h("textarea", { id: PASTE, rows: 3, dir: "auto", spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-describedby": `${PASTE}-hint` });
  const sample = h("button", { type: "button", class: "link", "data-do": "paste-sample" }, words.say("paste.sample"));
  const clear = h("button", { type: "button", class: "link", "data-do": "paste-clear", hidden: true }, words.say("paste.clear"));
  const reading = h("div", { class: "reading", hidden: true });
  const node = h(
    "div",
    { class: "paste", part: "paste" },
    h("label", { for: PASTE }, words.say("paste.label")),
    h("p", { class: "hint", id: `${PASTE}-hint` }, words.say("paste.hint")),
    box,
    h("div", { class: "scan" }),
    reading,
    h("div", { class: "paste-actions" }, sample, clear),
  );

  /** The label reader, once it is loaded. @type {TextReader | null} */
  let reader = null;
  let waiting = false;
  /** The form as it was before the text was read; null while there is no text. @type {State | null} */
  let before = null;
  /** What was read from the text. @type {Garment} */
  let said = {};
  /** What the visitor chose where the text was ambiguous. @type {Garment} */
  let chosen = {};
  /** Questions that the visitor has answered since: reading again does not overwrite them. @type {Set<string>} */
  const own = new Set();
  let timer = 0;
  /** What was pasted beyond what the box holds: it is read with it. */
  let rest = "";
  /** Whether the text came at once, so that the box folds to what was found in it. */
  let pasted = false;

  const whole = () => box.value + rest;

  /** @param {string} text */
  function put(text) {
    box.value = text.slice(0, LONG);
    rest = text.slice(LONG);
  }

  box.addEventListener("beforeinput", (event) => {
    const { data } = event;
    if (data === null || data.length <= LONG) return;
    event.preventDefault();
    put(box.value.slice(0, box.selectionStart) + data + box.value.slice(box.selectionEnd) + rest);
    // As if the browser had put it in.
    box.dispatchEvent(new InputEvent("input", alone({ bubbles: true, composed: true })));
  });

  box.addEventListener("input", (event) => {
    const { inputType, data } = /** @type {InputEvent} */ (event);
    pasted = /^insertFrom/.test(inputType) || (data ?? "").length > AT_ONCE;
  });

  /** Loads the label reader, which then reads a text that is waiting. */
  async function prepare() {
    if (reader || waiting) return;
    waiting = true;
    try {
      reader = await (await loadMore()).createReader(words);
      if (before) read();
    } catch (error) {
      explainReader(error);
      if (before) show([h("p", { class: "error" }, words.say("paste.unavailable"))]);
    }
    waiting = false;
  }

  /** Fills in the form: the text replaces what was there before, but not what the visitor has answered since. */
  function fill() {
    const isOwn = (/** @type {string} */ name) => own.has(questionOf(name));
    // Fibres and components answer the same question, so one replaces the other.
    const heard = new Map(Object.entries({ ...said, ...chosen }).map((entry) => [questionOf(entry[0]), entry]));
    for (const question of own) heard.delete(question);
    const given = new Set(heard.keys());
    const now = form.keep();
    const was = before ?? now;
    /** @template T @param {[string, T][]} old @param {[string, T][]} recent @returns {[string, T][]} */
    const merged = (old, recent) => [...old.filter(([name]) => !isOwn(name) && !given.has(questionOf(name))), ...recent.filter(([name]) => isOwn(name))];
    write(form, { entries: merged(was.entries, now.entries), garment: Object.fromEntries([...merged(Object.entries(was.garment), Object.entries(now.garment)), ...heard.values()]) });
    form.markRead(given);
    changed([...given]);
  }

  function forget() {
    clearTimeout(timer);
    rest = "";
    pasted = false;
    show([]);
    form.tell(new Map());
    clear.hidden = true;
    sample.hidden = false;
    if (before === null) return;
    said = chosen = {};
    fill();
    before = null;
    own.clear();
  }

  function read() {
    const text = whole();
    if (box.value.trim() === "") return forget();
    before ??= form.keep();
    if (!reader) {
      show([]);
      return void prepare();
    }
    const found = tryRead(reader, text);
    show(found ? reader.show(text, found, chosen, rest !== "") : [h("p", { class: "error" }, words.say("reading.tooLong"))]);
    // No garment holds fibres of more than 100 %; the form does, and says so.
    said = { ...found?.garment, ...(found?.overfull && { fibres: found.overfull.fibres }) };
    fill();
    const open = (found?.unplaced ?? []).filter(({ field }) => !own.has(questionOf(field)));
    form.tell(new Map(open.map(({ field, span }) => [field, `${words.say("reading.unplaced", { place: text.slice(span.start, span.end) })} ${words.say("reading.choosePlace")}`])));
  }

  /** Reads the box again without earlier choices, which were about another text. */
  function reread() {
    chosen = {};
    read();
  }

  /** @param {(Node | false)[]} content the messages about the text in the box */
  function show(content) {
    sample.hidden = true;
    clear.hidden = false;
    reading.hidden = content.length === 0;
    refill(reading, ...content);
    const fold = pasted && reading.querySelector("mark") !== null;
    node.classList.toggle("is-folded", fold);
    // The box had the focus.
    if (fold) clear.focus(alone({ preventScroll: true }));
  }

  /** Moves the focus from a button that goes away to the next one. @param {HTMLElement} button */
  function choose(button) {
    const choice = /** @type {Garment} */ (JSON.parse(button.getAttribute("data-garment") ?? "{}"));
    for (const field of Object.keys(choice)) own.delete(questionOf(field));
    const at = button.getAttribute("data-component");
    // Of a component only this one is chosen: the others stay as they were read or chosen.
    /** @type {NonNullable<Garment["components"]>} */
    const known = chosen.components ?? said.components ?? [];
    const components = at !== null && known.map((component, index) => (index === Number(at) ? (choice.components?.[index] ?? component) : component));
    chosen = { ...chosen, ...choice, ...(components && { components }) };
    fill();
    button.closest(".choices")?.remove();
    (reading.querySelector("button") ?? clear).focus();
  }

  /** @param {TextReader} reader @param {string} text @returns {Reading | null} null if it is too long */
  function tryRead(reader, text) {
    try {
      return reader.read(text);
    } catch (error) {
      if (/** @type {CottonOriginError} */ (error).name !== "CottonOriginError") throw error;
      return null;
    }
  }

  return {
    node,
    prepare,
    /** Reads the box again: at once or, if it is long, after a pause. */
    refresh() {
      clearTimeout(timer);
      if (box.value === "") rest = "";
      if (whole().length > LONG) timer = setTimeout(reread, PAUSE);
      else reread();
    },
    /** The visitor has answered a question. @param {string} name */
    own(name) {
      if (before === null) return;
      own.add(questionOf(name));
      form.unmark(questionOf(name));
      form.untell(questionOf(name));
    },
    /** The form was filled from a link or the wardrobe: the text stays in its box, but no longer belongs to the form. */
    leave() {
      if (before === null) return;
      clearTimeout(timer);
      before = null;
      said = chosen = {};
      own.clear();
      form.markRead(new Set());
      form.tell(new Map());
      show([]);
    },
    /** @param {string} action @param {HTMLElement} target @returns {boolean} whether the action was handled here */
    act(action, target) {
      if (action === "paste-choose") choose(target);
      else if (action === "paste-edit") {
        pasted = false;
        node.classList.remove("is-folded");
        box.focus();
      }
      else if (action === "paste-sample" || action === "paste-clear") {
        const sampled = action === "paste-sample";
        pasted = sampled;
        put(sampled ? words.say("paste.sampleText") : "");
        reread();
        (sampled ? clear : sample).focus();
      } else return false;
      return true;
    },
    /** What a box in another language takes over. */
    keep: () => ({ text: whole(), before, chosen, own: [...own] }),
    /** @param {{ text: string, before: State | null, chosen: Garment, own: string[] }} kept */
    restore(kept) {
      put(kept.text);
      ({ before, chosen } = kept);
      kept.own.forEach((name) => own.add(name));
      if (before) read();
      else if (kept.text) show([]);
    },
    stop: () => clearTimeout(timer),
  };
}
