/** The box for what a label or a shop says: it fills the form, and marks in the text what it found. */
import { h, refill } from "./dom.js";
import { entriesOf, write } from "./fill.js";
import { showReading } from "./reading.js";

/** @import { CottonOriginError, Garment, LabelReading } from "../types.d.ts" */
/** @import { Core } from "../core.js" */
/** @import { Entries } from "./fill.js" */
/** @import { Form } from "./form.js" */
/** @import { Words } from "./words.js" */

/** Longer texts wait for a pause: they take more than a moment to read. */
const LONG = 20_000;
const PAUSE = 300;

/** A box of this id has a label of its own, and no name: it is no question of the form. */
export const PASTE = "paste";

/**
 * @param {Words} words
 * @param {Core} core
 * @param {Form} form
 * @param {(filled: string[]) => void} changed called when the form was filled, with the fields
 */
export function createPaste(words, core, form, changed) {
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

  /** The form before anything was read, while something is. @type {Entries | null} */
  let before = null;
  /** Fields that the person has set since: no reading takes them back. @type {Set<string>} */
  const own = new Set();
  let timer = 0;

  /** @param {Garment} garment */
  function fill(garment) {
    const said = entriesOf(shownInForm(garment)).filter(([name]) => !own.has(fieldOf(name)));
    const given = new Set(said.map(([name]) => fieldOf(name)));
    const held = (before ?? []).filter(([name]) => !own.has(fieldOf(name)) && !given.has(fieldOf(name)));
    const kept = form.keep().filter(([name]) => own.has(fieldOf(name)));
    write(form, [...held, ...kept, ...said]);
    form.markRead(given);
    changed([...given]);
  }

  function forget() {
    clearTimeout(timer);
    reading.hidden = true;
    refill(reading);
    clear.hidden = true;
    sample.hidden = false;
    if (before === null) return;
    fill({});
    before = null;
    own.clear();
  }

  function read() {
    const text = box.value;
    if (text.trim() === "") return forget();
    before ??= form.keep();
    const found = tryRead(text);
    show(found);
    fill(found?.garment ?? {});
  }

  /** @param {LabelReading | null} found */
  function show(found) {
    clear.hidden = false;
    sample.hidden = true;
    reading.hidden = false;
    refill(reading, ...(found ? showReading(words, box.value, found) : [h("p", { class: "error" }, words.say("paste.tooLong"))]));
  }

  /** @param {string} text @returns {LabelReading | null} nothing where it is too long to read */
  function tryRead(text) {
    try {
      return core.readLabel(text, { languages: [words.language] });
    } catch (error) {
      if (/** @type {CottonOriginError} */ (error).name !== "CottonOriginError") throw error;
      return null;
    }
  }

  return {
    node,
    box,
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
      if (action === "paste-choose") {
        const chosen = JSON.parse(target.dataset["garment"] ?? "{}");
        fill({ ...tryRead(box.value)?.garment, ...chosen });
        target.closest(".choices")?.remove();
        box.focus();
        return true;
      }
      if (action !== "paste-sample" && action !== "paste-clear") return false;
      box.value = action === "paste-sample" ? words.say("paste.sampleText") : "";
      read();
      box.focus();
      return true;
    },
    /** What a box in another language takes over. */
    keep: () => ({ text: box.value, before, own: [...own] }),
    /** @param {{ text: string, before: Entries | null, own: string[] }} kept */
    restore(kept) {
      box.value = kept.text;
      before = kept.before;
      kept.own.forEach((name) => own.add(name));
      if (before) show(tryRead(box.value));
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
