/** Fills the form from a garment: the inverse of reading it. */

/** @import { Garment } from "../types.d.ts" */
/** @import { Form } from "./form.js" */

/** What a form submits: names that are paths, and what was typed. @typedef {[string, string][]} Entries */

/** The state of a form: what was typed, valid or not, and the garment, of which the form shows a part. @typedef {{ entries: Entries, garment: Garment }} State */

/** The question that a path belongs to: `fibres` for `fibres.0.percent`, and for `components`, as both say what the garment is made of. @param {string} path */
export function questionOf(path) {
  const [field = path] = path.split(".");
  return field === "components" ? "fibres" : field;
}

/**
 * A garment as the entries of a form or a link: `fibres.0.percent`, `60`. A list of plain values repeats its name.
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

/** `35.125` gets a fourth decimal, so that it cannot be read as thirty-five thousand. @param {string} text */
const written = (text) => (/^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text);

/**
 * The entries that a form shows for a state: what was typed, and the garment's answers to all other questions.
 * @param {State} state
 * @returns {Entries}
 */
export function shownOf({ entries, garment }) {
  const typed = new Set(entries.map(([name]) => questionOf(name)));
  return [...entries, ...entriesOf(garment).filter(([name]) => !typed.has(questionOf(name)))];
}

/** Replaces the content of the form with a state from `form.keep()`, or with a garment alone. @param {Form} form @param {State} state */
export function write(form, state) {
  for (const rows of [form.fibres, form.origins]) while (rows.count > 1) rows.remove(rows.count - 1);
  for (const control of controls(form)) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = false;
    else control.value = "";
  }
  form.restore(state);
  // A select that lacks the option would be blank.
  for (const control of controls(form)) if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
}

/** Controls with a name are questions. Others, such as the box for a pasted text, have none. @param {Form} form */
const controls = (form) => /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.node.querySelectorAll("[name]"));
