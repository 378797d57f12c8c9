/** The select of places: the most usual on top, then all, sorted as the reader's language sorts. */
import { h } from "./dom.js";
import { select } from "./field.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Words } from "./words.js" */

const MAKERS = ["CN", "BD", "VN", "TR", "IN", "KH", "ID", "PK", "LK", "PT", "MA", "MX", "CN-XJ", "EU"];
const GROWERS = ["CN", "CN-XJ", "IN", "US", "BR", "AU", "PK", "TR", "UZ", "EG", "GR"];

/** All places in the order of the reader's language, made once: sorting and making them for four questions held up the form. @type {WeakMap<Words, Element>} */
const everywhere = new WeakMap();

/**
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @param {{ empty: string, growers?: boolean }} options
 */
export function placeSelect(words, catalogue, { empty, growers = false }) {
  const option = (/** @type {string} */ id) => h("option", { value: id }, words.place(id));
  const group = (/** @type {string} */ label, /** @type {Iterable<Element>} */ options) => h("optgroup", { label: words.say(label) }, ...options);
  const known = new Set(catalogue.places.map(({ id }) => id));
  if (!everywhere.has(words)) {
    const all = [...known].map(option).sort((a, b) => words.compare(a.text, b.text));
    everywhere.set(words, group("form.allPlaces", all));
  }
  const usual = (growers ? GROWERS : MAKERS).filter((id) => known.has(id)).map(option);
  const node = select(empty, []);
  node.append(
    group(growers ? "form.growers" : "form.common", usual),
    /** @type {Element} */ (everywhere.get(words)).cloneNode(true),
  );
  return node;
}
