/** The list of kept garments, each with its answer. */
import { between, gramsSentence, in100, isTiny } from "../../amount.js";
import { h, svg } from "../../dom.js";

/** @import { Assessment, Estimate } from "../../../types.d.ts" */
/** @import { Words } from "../../words.js" */
/** @import { Kept } from "./file.js" */

/**
 * @param {Words} words
 * @param {Kept} item
 * @param {Assessment | null} answer
 * @param {{ at: number, mirrored: boolean, editing: boolean, renaming: Node | null }} options
 */
export function drawItem(words, { id, name }, answer, { at, mirrored, editing, renaming }) {
  const heading = `kept-${at}`;
  /** Rows have the same buttons, so their accessible names include the garment. @param {string} action @param {string} key */
  const button = (action, key) => {
    const own = `${action}-${at}`;
    return h("button", { type: "button", class: "link", id: own, "aria-labelledby": `${own} ${heading}`, "data-do": action, "data-id": id }, words.say(key));
  };
  return h(
    "li",
    { class: editing ? "kept is-open" : "kept" },
    h("h3", { id: heading, dir: "auto", tabindex: -1 }, name),
    renaming,
    ...(answer ? answered(words, answer, mirrored) : [h("p", {}, words.say("wardrobe.unreadable"))]),
    h("p", { class: "row-buttons" }, answer && button("open-kept", "wardrobe.open"), !renaming && button("rename-kept", "wardrobe.rename"), button("remove-kept", "wardrobe.remove")),
  );
}

/** @param {Words} words @param {Assessment} answer @param {boolean} mirrored */
function answered(words, answer, mirrored) {
  const { cottonShare, grams } = answer;
  if (!cottonShare) return [h("p", {}, words.say("status.noCotton"))];
  return [
    drawThread(cottonShare, mirrored),
    h("p", {}, h("strong", {}, about(words, cottonShare)), " ", between(words, cottonShare)),
    h("p", { class: "quiet-text" }, grams ? gramsSentence(words, "mass", grams) : words.say("wardrobe.gramsNotKnown")),
  ];
}

/** "About 5 in 100." @param {Words} words @param {Estimate} estimate */
export const about = (words, { central }) => words.say(isTiny(central) ? "wardrobe.under1" : "status.answer", { n: isTiny(central) ? 1 : in100(central) });

/** The range as a thread on a ruler from 0 to 100. @param {Estimate} estimate @param {boolean} mirrored */
function drawThread({ low, central, high }, mirrored) {
  const at = (/** @type {number} */ share) => `${(mirrored ? 1 - share : share) * 100}%`;
  const line = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ name) => svg("line", { x1: at(from), x2: at(to), y1: 8, y2: 8, class: name });
  return svg("svg", { class: "kept-thread", "aria-hidden": "true", height: 16, width: "100%" }, line(0, 1, "bare"), line(low, high, "dyed"), svg("circle", { cx: at(central), cy: 8, r: 5, class: "pin" }));
}

/**
 * A field for renaming a garment, in its place in the list.
 * @param {Words} words
 * @param {Kept} item
 * @param {(name: string | null) => void} done called with null to keep the name
 */
export function drawRename(words, { name }, done) {
  const input = h("input", { type: "text", id: "new-name", autocomplete: "off", value: name, dir: "auto" });
  const form = h(
    "form",
    { class: "rename", novalidate: true },
    h("label", { for: "new-name" }, words.say("wardrobe.newName")),
    input,
    h("span", { class: "buttons" }, h("button", { class: "button" }, words.say("wardrobe.save")), h("button", { type: "button", class: "link", "data-do": "rename-cancel" }, words.say("wardrobe.cancel"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(input.value.trim() || null);
  });
  form.addEventListener("keydown", ({ key }) => key === "Escape" && done(null));
  return { node: form, input };
}
