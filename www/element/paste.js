/** The box for what a label or a shop says: it fills the form, and marks in the text what it found. */
import { h, refill } from "./dom.js";
import { explainReader } from "./fallback.js";
import { entriesOf, write } from "./fill.js";
import { loadMore } from "./late.js";

/** @import { CottonOriginError, Garment, Reading } from "../types.d.ts" */
/** @import { Entries } from "./fill.js" */
/** @import { Form } from "./form.js" */
/** @import { More } from "./late.js" */
/** @import { Words } from "./words.js" */

/** @typedef {Awaited<ReturnType<More["createReader"]>>} Reader */

/** Longer texts wait for a pause: they take more than a moment to read. */
const LONG = 20_000;
const PAUSE = 300;

/** A box of this id has a label of its own, and no name: it is no question of the form. */
export const PASTE = "paste";

/**
 * @param {Words} words
 * @param {Form} form
 * @param {(filled: string[]) => void} changed called when the form was filled, with the fields
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
    h("div", { class: "paste-actions" }, sample, clear),
    reading,
  );

  /** What reads, once it is there. @type {Reader | null} */
  let reader = null;
  let waiting = false;
  /** The form before anything was read, while something is. @type {Entries | null} */
  let before = null;
  /** What was read, and what the person chose where it was open. @type {Garment} */
  let said = {};
  /** Fields that the person has set since: no reading takes them back. @type {Set<string>} */
  const own = new Set();
  let timer = 0;

  /** Fetches what reads; a text that waits is read then. */
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

  /** Puts what was said into the form. */
  function fill() {
    const entries = entriesOf(shownInForm(said)).filter(([name]) => !own.has(fieldOf(name)));
    const given = new Set(entries.map(([name]) => fieldOf(name)));
    const held = (before ?? []).filter(([name]) => !own.has(fieldOf(name)) && !given.has(fieldOf(name)));
    const kept = form.keep().filter(([name]) => own.has(fieldOf(name)));
    write(form, [...held, ...kept, ...entries]);
    form.markRead(given);
    changed([...given]);
  }

  function forget() {
    clearTimeout(timer);
    refill(reading);
    reading.hidden = clear.hidden = true;
    sample.hidden = false;
    if (before === null) return;
    said = {};
    fill();
    before = null;
    own.clear();
  }

  function read() {
    const text = box.value;
    if (text.trim() === "") return forget();
    before ??= form.keep();
    if (!reader) {
      show([]);
      return void prepare();
    }
    const found = tryRead(reader, text);
    show(found ? reader.show(text, found) : [h("p", { class: "error" }, words.say("reading.tooLong"))]);
    said = found?.garment ?? {};
    fill();
  }

  /** @param {(Node | false)[]} content what there is to say about the text in the box */
  function show(content) {
    sample.hidden = true;
    clear.hidden = false;
    reading.hidden = content.length === 0;
    refill(reading, ...content);
  }

  /** Leaves the keyboard on what comes next. @param {HTMLElement} button */
  function choose(button) {
    said = { ...said, ...JSON.parse(button.dataset["garment"] ?? "{}") };
    fill();
    button.closest(".choices")?.remove();
    (reading.querySelector("button") ?? clear).focus();
  }

  /** @param {Reader} reader @param {string} text @returns {Reading | null} nothing where it is too long to read */
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
    /** Reads the box anew, at once or, where that takes a while, after a pause. */
    refresh() {
      clearTimeout(timer);
      if (box.value.length > LONG) timer = setTimeout(read, PAUSE);
      else read();
    },
    /** From now on a field is the person's own. @param {string} name */
    own(name) {
      if (before === null) return;
      own.add(fieldOf(name));
      form.unmark(fieldOf(name));
    },
    /** @param {string} action @param {HTMLElement} target @returns {boolean} whether it was for this */
    act(action, target) {
      if (action === "paste-choose") choose(target);
      else if (action === "paste-sample" || action === "paste-clear") {
        const sampled = action === "paste-sample";
        box.value = sampled ? words.say("paste.sampleText") : "";
        read();
        (sampled ? clear : sample).focus();
      } else return false;
      return true;
    },
    /** What a box in another language takes over. */
    keep: () => ({ text: box.value, before, own: [...own] }),
    /** @param {{ text: string, before: Entries | null, own: string[] }} kept */
    restore(kept) {
      box.value = kept.text;
      before = kept.before;
      kept.own.forEach((name) => own.add(name));
      if (before) read();
    },
    stop: () => clearTimeout(timer),
  };
}

/** The question that a path belongs to: `fibres.0.percent` to `fibres`. @param {string} name */
const fieldOf = (name) => name.split(".")[0] ?? name;

/** The form has one composition: that of the main part, as the core counts it. @param {Garment} garment @returns {Garment} */
function shownInForm({ components, ...garment }) {
  const main = components?.find(({ name }) => /^(main|shell|outer)$/.test(name ?? "")) ?? components?.[0];
  return main ? { ...garment, fibres: main.fibres } : garment;
}
