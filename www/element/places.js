/** The select of places: the most usual on top, then all, sorted as the reader's language sorts. */
import { h } from "./dom.js";
import { select } from "./field.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Words } from "./words.js" */

const MAKERS = ["CN", "BD", "VN", "TR", "IN", "KH", "ID", "PK", "LK", "PT", "MA", "MX", "CN-XJ", "EU"];
const GROWERS = ["CN", "CN-XJ", "IN", "US", "BR", "AU", "PK", "TR", "UZ", "EG", "GR"];

/**
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @param {{ empty: string, growers?: boolean }} options
 */
export function placeSelect(words, catalogue, { empty, growers = false }) {
  const known = new Set(catalogue.places.map(({ id }) => id));
  const option = (/** @type {string} */ id) => h("option", { value: id }, words.place(id));
  const group = (/** @type {string} */ label, /** @type {string[]} */ list) => h("optgroup", { label: words.say(label) }, ...list.map(option));
  const all = [...known].map((id) => /** @type {const} */ ([id, words.place(id)])).sort((a, b) => words.compare(a[1], b[1]));
  const node = select(empty, []);
  node.append(
    group(growers ? "form.growers" : "form.common", (growers ? GROWERS : MAKERS).filter((id) => known.has(id))),
    group("form.allPlaces", all.map(([id]) => id)),
  );
  return node;
}
