/** Fills the form from a garment: the inverse of reading it. */

/** @import { Garment } from "../types.d.ts" */
/** @import { Form } from "./form.js" */

/** What a form sends: names that are paths, and what was typed. @typedef {[string, string][]} Entries */
/** @typedef {(entries: FormData | URLSearchParams) => Garment} Read */

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
 * Puts a garment into the form.
 * @param {Form} form
 * @param {Garment} garment
 * @param {Read} read the core's reader
 * @returns {string[]} the fields of which the form could not show all
 */
export function fill(form, garment, read) {
  const entries = entriesOf(garment);
  write(form, entries);
  const [asked, shown] = /** @type {Record<string, unknown>[]} */ ([read(new URLSearchParams(entries)), read(form.entries())]);
  return Object.keys(asked ?? {}).filter((field) => JSON.stringify(asked?.[field]) !== JSON.stringify(shown?.[field]));
}

/** Makes the form hold these entries and nothing else: whatever `form.keep()` gave, too. @param {Form} form @param {Entries} entries */
export function write(form, entries) {
  for (const rows of [form.fibres, form.origins]) while (rows.count > 1) rows.remove(rows.count - 1);
  for (const control of controls(form)) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = false;
    else control.value = "";
  }
  offerYear(form, entries);
  form.restore(entries);
  // A select that has no such option would show nothing at all.
  for (const control of controls(form)) if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
  form.fibres.refresh();
}

/** What has a name is a question; a box for something else, such as a pasted text, has none. @param {Form} form */
const controls = (form) => /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.node.querySelectorAll("[name]"));

/** The list of years ends where the figures no longer differ: a year beyond it is still the one that was said. @param {Form} form @param {Entries} entries */
function offerYear(form, entries) {
  const year = entries.find(([name]) => name === "boughtIn")?.[1] ?? "";
  const select = form.control("boughtIn");
  if (!(select instanceof HTMLSelectElement) || !/^\d{4}$/.test(year)) return;
  if (![...select.options].some(({ value }) => value === year)) select.append(new Option(year, year));
}
