/** Fills the form from a garment: the inverse of reading it. */

/** @import { Garment } from "../types.d.ts" */
/** @import { Form } from "./form.js" */

/** What a form sends: names that are paths, and what was typed. @typedef {[string, string][]} Entries */

/** What there is to know of a form: what was typed, right or wrong, and the garment of which it shows a part. @typedef {{ entries: Entries, garment: Garment }} State */

/** The question that a path belongs to: `fibres.0.percent` to `fibres`, and so do parts: both say what it is made of. @param {string} path */
export function questionOf(path) {
  const [field = path] = path.split(".");
  return field === "components" ? "fibres" : field;
}

/**
 * A garment as a form or a link would send it: `fibres.0.percent`, `60`. A list of plain values repeats its name.
 * @param {unknown} value
 * @param {string} [path]
 * @returns {Entries}
 */
export function entriesOf(value, path = "") {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[path, written(String(value))]];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, one]) => entriesOf(one, isList && typeof one !== "object" ? path : path ? `${path}.${key}` : key));
}

/** With a fourth decimal a number cannot be taken for one of thousands: `35.125`. @param {string} text */
const written = (text) => (/^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text);

/**
 * What a form has to show of a state: what was typed, and of the garment whatever was not typed.
 * @param {State} state
 * @returns {Entries}
 */
export function shownOf({ entries, garment }) {
  const typed = new Set(entries.map(([name]) => questionOf(name)));
  return [...entries, ...entriesOf(garment).filter(([name]) => !typed.has(questionOf(name)))];
}

/** Makes the form hold this and nothing else: what `form.keep()` gave, or a garment alone. @param {Form} form @param {State} state */
export function write(form, state) {
  for (const rows of [form.fibres, form.origins]) while (rows.count > 1) rows.remove(rows.count - 1);
  for (const control of controls(form)) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = false;
    else control.value = "";
  }
  form.restore(state);
  // A select that has no such option would show nothing at all.
  for (const control of controls(form)) if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
}

/** What has a name is a question; a box for something else, such as a pasted text, has none. @param {Form} form */
const controls = (form) => /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.node.querySelectorAll("[name]"));
