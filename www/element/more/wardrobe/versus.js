/** Two in front of you: a kept garment beside the one in the form, as it is entered, with both answers at once. */
import { h, refill } from "../../dom.js";
import { isTouched } from "../open-garment.js";
import { tableOf } from "./compare.js";
import { about } from "./list.js";

/** @import { Assessment, Garment } from "../../../types.d.ts" */
/** @import { Context } from "../more.js" */
/** @import { Kept } from "./file.js" */

/** Which kept garment is compared, by element: a change of language builds everything else anew. @type {WeakMap<Element, Kept | null>} */
const against = new WeakMap();

/** @param {Context} context */
export function createVersus({ words, core, catalogue, form, answer, root }) {
  const content = h("div", { class: "compare-table" });
  const node = h(
    "section",
    { class: "versus compare", "aria-labelledby": "versus-title", hidden: true },
    h("h3", { id: "versus-title" }, words.say("wardrobe.versus")),
    content,
    h("button", { type: "button", class: "link", "data-do": "compare-stop" }, words.say("wardrobe.stop")),
  );
  /** The kept one in the bar at the foot of a phone, beside the answer there. */
  const inBar = h("span", { class: "glance-other", hidden: true });
  answer.detail.before(node);
  root.querySelector(".glance-range")?.after(inBar);
  const { host } = root;
  /** @type {[Assessment, Garment] | null} */
  let now = null;

  function draw() {
    const item = against.get(host);
    node.hidden = inBar.hidden = !item;
    if (!item) return;
    const kept = core.assess(item.garment);
    inBar.textContent = words.say("wardrobe.keptOne", { answer: kept.cottonShare ? about(words, kept.cottonShare) : words.say("answer.glanceNone") });
    if (!now || !isTouched(form)) return refill(content, h("p", {}, words.say("wardrobe.enterOther")));
    const [assessment, garment] = now;
    const right = { item: { id: "", name: words.say("wardrobe.thisOne"), garment }, answer: assessment };
    refill(content, tableOf(words, catalogue.schemes, { item, answer: kept }, right, true));
  }

  return {
    node,
    /** @param {Kept | null} item null: no longer */
    compareWith(item) {
      against.set(host, item);
      draw();
    },
    /** @param {Assessment} assessment @param {Garment} garment */
    show(assessment, garment) {
      now = [assessment, garment];
      draw();
    },
  };
}
