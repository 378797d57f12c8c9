/** The selects of places: the most usual on top, then all, sorted as the reader's language sorts. */
import { MAKERS } from "#vocabulary";
import { h } from "./dom.js";
import { select } from "./field.js";
import { memoize } from "./memoize.js";
import { afterPaint, nextTask } from "./scheduling.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Words } from "./words.js" */

/**
 * A list holds at first only what it shows: a thousand places at once would keep an old phone from its first frame. The rest comes
 * after that frame, a list at a time, or as soon as someone is about to open it.
 * @param {Words} words
 * @param {Catalogue} catalogue
 */
export function createPlaces(words, catalogue) {
  const known = new Set(catalogue.places.map(({ id }) => id));
  const option = (/** @type {string} */ id) => h("option", { value: id }, words.place(id));
  const group = (/** @type {string} */ label, /** @type {Iterable<Element>} */ options) => h("optgroup", { label: words.say(label) }, ...options);
  // All places, made once: to make and to sort them for each list would take as long again.
  const unsorted = memoize(() => [...known].map(option));
  const all = memoize(() => group("form.allPlaces", unsorted().sort((a, b) => words.compare(a.text, b.text))));
  /** The lists that are not full yet, in the order in which they were made, each with what fills it. @type {Map<Element, () => void>} */
  const waiting = new Map();
  /** @type {Promise<void> | null} */
  let filling = null;

  /** A list that is made meanwhile has its turn, too. */
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
    /** @param {string} empty what its first entry says @param {string[]} [usual] what stands on top @param {string} [title] what that is called */
    select(empty, usual = MAKERS, title = "form.common") {
      const node = select(empty, []);
      /** What was chosen stays chosen. */
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
    /** Puts a value into a control, which may be a list that is not full yet. @param {HTMLInputElement | HTMLSelectElement} control @param {string} value */
    choose(control, value) {
      if (!waiting.has(control) || !known.has(value)) return void (control.value = value);
      const chosen = option(value);
      control.append(chosen);
      chosen.selected = true;
    },
    /** Once every list is full. */
    full: () => filling,
  };
}

/** Until it is full: a script that sets a value finds what it names, as a person does. @param {HTMLSelectElement} list @param {() => void} fill */
function fillWhenSet(list, fill) {
  Object.defineProperty(list, "value", {
    configurable: true,
    get: () => list.selectedOptions[0]?.value ?? "",
    set(value) {
      if (value === "") return void (list.selectedIndex = 0);
      fill();
      list.value = value;
    },
  });
}

/** @typedef {ReturnType<typeof createPlaces>} Places */
