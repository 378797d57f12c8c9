/** Selects of places: the most common ones first, then all, sorted in the reader's language. */
import { MAKERS } from "#vocabulary";
import { own } from "../own.js";
import { h } from "./dom.js";
import { select } from "./field.js";
import { memoize } from "./memoize.js";
import { afterPaint, nextTask } from "./scheduling.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Words } from "./words.js" */

/**
 * At first a list has only the option that it shows: a thousand options would delay the first frame on an old phone. The rest is added
 * after that frame, one list at a time, or when someone is about to open the list.
 * @param {Words} words
 * @param {Catalogue} catalogue
 */
export function createPlaces(words, catalogue) {
  const known = new Set(catalogue.places.map(({ id }) => id));
  const option = (/** @type {string} */ id) => h("option", { value: id }, words.place(id));
  const group = (/** @type {string} */ label, /** @type {Iterable<Element>} */ options) => h("optgroup", { label: words.say(label) }, ...options);
  // Made and sorted once and then cloned, as doing so for each list would be slow.
  const unsorted = memoize(() => [...known].map(option));
  const all = memoize(() => group("form.allPlaces", unsorted().sort((a, b) => words.compare(a.text, b.text))));
  /** The lists that are not filled yet, in order of creation, each with the function that fills it. @type {Map<Element, () => void>} */
  const waiting = new Map();
  /** @type {Promise<void> | null} */
  let filling = null;

  /** Also fills lists that are made while it runs. */
  async function fillAll() {
    await afterPaint();
    unsorted();
    await nextTask();
    all();
    await nextTask();
    for (const fill of waiting.values()) {
      fill();
      await nextTask();
    }
    filling = null;
  }

  return {
    /** @param {string} empty the text of its first option @param {string[]} [usual] the places on top @param {string} [title] the heading of those */
    select(empty, usual = MAKERS, title = "form.common") {
      const node = select(empty, []);
      /** Keeps the current choice. */
      const fill = () => {
        if (!waiting.delete(node)) return;
        const { value } = node;
        Reflect.deleteProperty(node, "value");
        node.replaceChildren(/** @type {Node} */ (node.firstChild), group(title, usual.filter((id) => known.has(id)).map(option)), all().cloneNode(true));
        node.value = value;
      };
      waiting.set(node, fill);
      node.addEventListener("pointerdown", fill);
      node.addEventListener("focus", fill);
      fillWhenSet(node, fill);
      filling ??= fillAll();
      return node;
    },
    /** Sets the value of a control, which may be a list that is not filled yet. @param {HTMLInputElement | HTMLSelectElement} control @param {string} value */
    choose(control, value) {
      if (!waiting.has(control) || !known.has(value)) return void (control.value = value);
      const chosen = option(value);
      control.append(chosen);
      chosen.selected = true;
    },
    /** Resolves once every list is filled. */
    full: () => filling,
  };
}

/** Fills a list when a script sets its value, so that the option exists. @param {HTMLSelectElement} list @param {() => void} fill */
function fillWhenSet(list, fill) {
  const value = own({
    configurable: true,
    get: () => list.selectedOptions[0]?.value ?? "",
    set(/** @type {string} */ value) {
      if (value === "") return void (list.selectedIndex = 0);
      fill();
      list.value = value;
    },
  });
  Object.defineProperty(list, "value", value);
}

/** @typedef {ReturnType<typeof createPlaces>} Places */
