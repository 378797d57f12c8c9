/** What the garment has and the form has no field for: shown as text in the form, each with a button that removes it. */
import { h, refill } from "../dom.js";
import { questionOf } from "../fill.js";
import { MARKET } from "../market.js";
import { same } from "./update-below.js";
import { fieldName, fieldTexts } from "./wardrobe/describe.js";

/** @import { Garment } from "../../types.d.ts" */
/** @import { Context, Section } from "./more.js" */
/** @import { Field } from "#unions" */

/** @param {Context} context @returns {Section} */
export function createHeld({ words, catalogue, form, answer, entered }) {
  const node = form.held;
  /** What is shown now. Nothing is redrawn while it stays the same. @type {Garment} */
  let told = {};

  function draw() {
    const unseen = form.unseen();
    if (same(unseen, told)) return;
    told = unseen;
    const fields = /** @type {Field[]} */ (Object.keys(unseen));
    node.hidden = fields.length === 0;
    const lead = fields.some((field) => field !== "components") && h("p", { class: "hint" }, words.say("held.lead"));
    refill(node, lead, ...fields.map(shown));
  }

  /** @param {Field} field */
  function shown(field) {
    const question = questionOf(field);
    const [heading, remove] = [`held-${field}`, `drop-${field}`];
    const texts = fieldTexts(words, catalogue.schemes, told, field);
    return h(
      "section",
      { class: "held-field", "data-held": question, "data-read": form.isRead(question) && question, "aria-labelledby": heading },
      h("h3", { id: heading }, fieldName(words, field)),
      texts.length === 1 ? h("p", {}, h("bdi", {}, texts[0])) : h("ul", {}, ...texts.map((text) => h("li", {}, h("bdi", {}, text)))),
      field === "components" && h("p", { class: "hint" }, words.say("held.parts")),
      field === MARKET && told[MARKET] === form.market && h("p", { class: "hint" }, words.say("held.siteSays")),
      h("button", { type: "button", class: "link", id: remove, "data-do": "drop-held", "data-question": question, "aria-labelledby": `${remove} ${heading}` }, words.say("held.remove")),
    );
  }

  /** Moves the focus on: to the field that can be filled in now, to the next thing that can be removed, or to the answer. @param {string} question */
  function drop(question) {
    form.drop(question);
    // Without an origin a proof is meaningless.
    if (question === "cottonFrom") form.drop("proof");
    entered(question);
    const next = form.control(`${question}.0.fibre`) ?? form.control(question) ?? node.querySelector("button") ?? answer.headline;
    /** @type {HTMLElement} */ (next).focus();
  }

  return {
    node,
    formChanged: draw,
    act(action, target) {
      if (action !== "drop-held") return false;
      drop(target.getAttribute("data-question") ?? "");
      return true;
    },
  };
}
