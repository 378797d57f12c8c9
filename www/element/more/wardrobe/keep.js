/** The buttons beside the answer that keep the garment in the form, and the line that says which kept one is open. */
import { h, refill } from "../../dom.js";
import { MARKET } from "../../market.js";
import { brief, nameOf, newName } from "./describe.js";
import { newId } from "./file.js";
import { store } from "./store.js";
import { createVersus } from "./versus.js";

/** @import { Assessment, Garment } from "../../../types.d.ts" */
/** @import { OpenGarment } from "../open-garment.js" */
/** @import { Context } from "../more.js" */
/** @import { Trouble } from "./store.js" */

/**
 * @param {Context} context
 * @param {OpenGarment} openGarment
 * @param {Element | null} share the share button
 * @param {(trouble: Trouble | null) => string} kept shows a change that was made here; returns the error message, if there is one
 */
export function createKeep(context, openGarment, share, kept) {
  const { words, catalogue, form, answer, read, renew, tell } = context;
  const versus = createVersus(context);
  /** Whether there is no cotton in what is in the form. */
  let isWithout = false;
  const node = h("div", { class: "keep" });
  const opened = () => store.items.find(({ id }) => id === openGarment.editing);
  const button = (/** @type {string} */ action, /** @type {string} */ key) => h("button", { type: "button", class: "button", "data-do": action }, words.say(key));
  const link = (/** @type {string} */ action, /** @type {string} */ text) => h("button", { type: "button", class: "link", "data-do": action }, text);

  function draw() {
    const item = opened();
    refill(
      node,
      item && h("p", { class: "open-now" }, ...words.rich("wardrobe.openNow", { name: h("bdi", {}, brief(item.name)) })),
      h(
        "div",
        { class: "buttons" },
        isWithout && button("another-label", "wardrobe.another"),
        item && button("update", "wardrobe.update"),
        button("keep", item ? "wardrobe.keepNew" : "wardrobe.keep"),
        share,
        store.items.length > 0 && button("compare-other", "wardrobe.compareOther"),
        openGarment.canPutBack && link("put-back", words.say("wardrobe.putBack")),
        store.items.length > 0 && link("to-wardrobe", words.say("wardrobe.see", { count: store.items.length })),
      ),
    );
  }

  /** The garment in the form; null, with the focus on the first problem, if there is one. @returns {Garment | null} */
  function garment() {
    const { garment, problems } = read();
    if (garment) return garment;
    tell(words.say("wardrobe.check"));
    form.focus(problems[0]?.field ?? "fibres");
    return null;
  }

  function keep() {
    const now = garment();
    if (!now) return;
    const item = { id: newId(), name: newName(words, now, store.items, catalogue.schemes), garment: now };
    openGarment.close(true);
    const wrong = kept(store.change((items) => [...items, item]));
    tell([words.say("wardrobe.kept", { name: brief(item.name), count: store.items.length }), wrong].join(" "));
  }

  function update() {
    const now = garment();
    const item = opened();
    if (!now || !item) return;
    // A name that the visitor chose stays; a default name follows the garment.
    const own = !item.name.startsWith(nameOf(words, item.garment));
    const others = store.items.filter((other) => other !== item);
    const next = { ...item, garment: now, name: own ? item.name : newName(words, now, others, catalogue.schemes) };
    openGarment.close(true);
    const wrong = kept(store.change((items) => (items.some(({ id }) => id === next.id) ? items.map((one) => (one.id === next.id ? next : one)) : [...items, next])));
    tell([words.say("wardrobe.updated", { name: brief(next.name) }), wrong].join(" "));
    node.querySelector("button")?.focus();
  }

  /** An empty form, for another label. */
  function clear() {
    openGarment.put(form.market === "" ? {} : { [MARKET]: form.market });
    form.fibres.begin();
    renew();
    const box = /** @type {HTMLTextAreaElement | null} */ (form.node.querySelector("#paste"));
    if (!box) return form.focus("kind");
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    box.focus();
    form.node.scrollIntoView({ block: "start" });
  }

  openGarment.watch(draw);
  draw();
  return {
    node,
    draw,
    /** @param {Assessment} assessment @param {Garment} garment */
    show(assessment, garment) {
      versus.show(assessment, garment);
      const was = isWithout;
      isWithout = assessment.cottonShare === null;
      if (isWithout !== was) draw();
    },
    /** @param {string} action */
    act(action) {
      if (action === "keep") keep();
      else if (action === "update") update();
      else if (action === "another-label") clear();
      else if (action === "compare-other") {
        versus.compareWith(opened() ?? store.items.at(-1) ?? null);
        clear();
        tell(words.say("wardrobe.enterOther"));
      } else if (action === "compare-stop") {
        versus.compareWith(null);
        answer.headline.focus();
      }
      else if (action === "put-back") {
        openGarment.putBack();
        tell(words.say("wardrobe.isBack"));
        form.focus("kind");
      } else return false;
      return true;
    },
  };
}
