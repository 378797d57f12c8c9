/** Shows the problems of the form: a message at each field, and a list of links beside the answer. */
import { h, refill } from "./dom.js";
import { ids } from "./field.js";

/** @import { Problem } from "../types.d.ts" */
/** @import { Form } from "./form.js" */
/** @import { Words } from "./words.js" */

/**
 * @param {Form} form
 * @param {HTMLElement} summary the list of links; it is beside the answer, as above the form it would move the field that is being typed in
 * @param {readonly Problem[]} problems
 * @param {Words} words
 */
export function showProblems(form, summary, problems, words) {
  for (const error of form.node.querySelectorAll(".error")) {
    error.textContent = "";
    /** @type {HTMLElement} */ (error).hidden = true;
  }
  for (const control of form.node.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");

  const links = problems.map((problem) => {
    const name = nearest(form, problem.field);
    const text = sentence(problem, words);
    const control = form.control(name);
    const error = form.node.querySelector(`#${CSS.escape(ids(name).error)}`);
    // A group cannot be `aria-invalid`: its message describes the group, and the fields in it are marked.
    const marked = control instanceof HTMLFieldSetElement ? control.querySelectorAll("input[inputmode]") : control ? [control] : [];
    for (const one of marked) one.setAttribute("aria-invalid", "true");
    if (error) {
      error.textContent = text;
      /** @type {HTMLElement} */ (error).hidden = false;
    }
    return h("li", {}, h("a", { href: `#${ids(name).control}`, "data-focus": name }, text));
  });

  summary.hidden = links.length === 0;
  const title = problems.every(({ code }) => code === "total-over-100") ? words.say("problems.proportion") : words.say("problems.title", { count: links.length });
  refill(summary, links.length > 0 && h("p", {}, title), links.length > 0 && h("ul", {}, ...links));
}

/** The control, or the group that contains it. @param {Form} form @param {string} name */
function nearest(form, name) {
  let at = name;
  while (at.includes(".") && !form.control(at)) at = at.slice(0, at.lastIndexOf("."));
  return at;
}

/** @param {Problem} problem @param {Words} words */
function sentence({ code, value, min, max }, words) {
  const id = words.has(`problems.${code}`) ? code : "other";
  const shown = value !== undefined && code === "total-over-100" && Number.isFinite(Number(value)) ? words.figure(Number(value)) : value;
  return words.say(`problems.${id}`, { value: shown, min, max });
}
