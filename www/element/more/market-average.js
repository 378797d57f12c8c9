/** The average over the places where garments on sale in a market are sewn: one step, which opens into the places. */
import { h } from "../dom.js";
import { placeSum } from "./arithmetic.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/**
 * @param {Words} words
 * @param {Step} average
 * @param {(steps: Step[]) => Element} drawSteps what each place's figures are drawn with
 */
export function createPlacesOf(words, { parts = [] }, drawSteps) {
  // What gives most stands first.
  const given = (/** @type {Step[]} */ steps) => steps.at(-1)?.result ?? 0;
  const sorted = [...parts].sort((a, b) => b.share * given(b.steps) - a.share * given(a.steps));
  const list = h("ol", { class: "market", role: "list" });
  const node = h(
    "details",
    { class: "fold market-places" },
    h("summary", {}, words.say("why.places")),
    h("p", { class: "quiet-text" }, words.say("why.placesLead")),
    list,
  );
  // Twenty places and their sources: drawn for who opens it.
  node.addEventListener("toggle", () => list.childElementCount === 0 && list.append(...sorted.map((part) => h("li", {}, placeOf(words, part, drawSteps)))));
  return node;
}

/** @param {Words} words @param {{ share: number, steps: Step[] }} part @param {(steps: Step[]) => Element} drawSteps */
function placeOf(words, part, drawSteps) {
  const place = part.steps[0]?.said ?? "*";
  // Each figure is that place's; the first step says what part of the market it is.
  const steps = part.steps.map((step, at) => ({ ...step, said: place, value: at === 0 ? 100 * part.share : step.value }));
  return h("details", { class: "place" }, h("summary", {}, h("span", { class: "place-name" }, words.place(place)), " ", h("span", { class: "place-sum", dir: "ltr", translate: "no" }, ...placeSum(words, part))), drawSteps(steps));
}
