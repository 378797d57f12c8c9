/** The form as text: folded for whoever opens a shared link, as the answer comes first, and on paper, which has no controls. */
import { FIELDS } from "#vocabulary";
import { h, refill } from "../../dom.js";
import { fieldName, fieldTexts } from "../wardrobe/describe.js";
import { shownBase } from "./address.js";

/** @import { Garment } from "../../../types.d.ts" */
/** @import { Context } from "../more.js" */

/** As much of a pasted text as a sheet of paper has room for beside the answer. */
const QUOTED = 800;

/** @param {Context} context */
export function createFold({ words, catalogue, form, root }) {
  const list = h("ul", { class: "entered-list" });
  const quoted = h("blockquote", { class: "on-paper", dir: "auto" });
  const node = h(
    "section",
    { class: "entered", "aria-labelledby": "entered-title" },
    h("h2", { id: "entered-title" }, words.say("form.title")),
    list,
    quoted,
    h("button", { type: "button", class: "button", "data-do": "unfold-form" }, words.say("share.change")),
    h("p", { class: "on-paper" }, shownBase(root.host)),
  );
  form.node.after(node);
  /** @param {Garment} garment @returns {boolean} whether there is anything to tell */
  function tell(garment) {
    const lines = FIELDS.map((field) => ({ field, texts: fieldTexts(words, catalogue.schemes, garment, field) })).filter(({ texts }) => texts.length > 0);
    const text = form.node.querySelector("textarea")?.value.trim() ?? "";
    quoted.hidden = text === "";
    quoted.textContent = text.length > QUOTED ? `${text.slice(0, QUOTED)} …` : text;
    refill(list, ...lines.map(({ field, texts }) => h("li", {}, `${fieldName(words, field)}: `, h("bdi", {}, words.list(texts)))));
    return lines.length > 0;
  }

  return {
    tell,
    /** @param {Garment} garment */
    fold(garment) {
      form.node.hidden = tell(garment);
      node.classList.toggle("is-shown", form.node.hidden === true);
    },
    unfold() {
      node.classList.remove("is-shown");
      form.node.hidden = false;
    },
    get isFolded() {
      return form.node.hidden === true;
    },
  };
}
