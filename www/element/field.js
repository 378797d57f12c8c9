/** One question: its label, its control, and its error message. */
import { own } from "../own.js";
import { h } from "./dom.js";

/**
 * The ids of a field's control, error and hint. Names are the paths that the core reads, such as `fibres.0.percent`.
 * @param {string} name
 */
export const ids = (name) => ({ control: `field-${name}`, error: `error-${name}`, hint: `hint-${name}` });

/**
 * @param {string} name
 * @param {string} label
 * @param {HTMLElement} control
 * @param {{ hint?: string | undefined, suffix?: string }} [more]
 */
export function field(name, label, control, more = {}) {
  const { hint, suffix } = own(more);
  const id = ids(name);
  control.id = id.control;
  control.setAttribute("name", name);
  control.setAttribute("aria-describedby", hint ? `${id.hint} ${id.error}` : id.error);
  return h(
    "div",
    { class: "field" },
    h("label", { for: id.control }, label),
    hint && h("p", { class: "hint", id: id.hint }, hint),
    suffix ? h("span", { class: "suffixed" }, control, h("span", { "aria-hidden": "true" }, suffix)) : control,
    h("p", { class: "error", id: id.error, hidden: true }),
  );
}

/**
 * A select whose first option stands for no answer.
 * @param {string} empty
 * @param {(readonly [string, string])[]} options
 */
export const select = (empty, options) =>
  h("select", { autocomplete: "off" }, h("option", { value: "" }, empty), ...options.map(([value, text]) => h("option", { value }, text)));

/** @param {string} name @param {string} label @param {string} value */
export const checkbox = (name, label, value) =>
  h("label", { class: "check" }, h("input", { type: "checkbox", name, value, autocomplete: "off" }), h("span", {}, label));

/** A text field for numbers, so that a decimal comma is accepted; phones show the numeric keyboard. */
export const numberInput = () => h("input", { type: "text", inputmode: "decimal", autocomplete: "off" });
