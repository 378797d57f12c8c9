/** What to look up next: the open questions that would change the answer most, each with a button to its field. */
import { h, refill } from "./dom.js";
import { grams, in100 } from "./amount.js";

/** @import { Assessment, Next } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** More than two would look like a list of chores. */
const MOST = 2;

/** @param {Words} words */
export function createNext(words) {
  const list = h("ul", { class: "next-list" });
  const node = h("section", { class: "next", part: "next" }, h("h3", {}, words.say("next.title")), list);
  return {
    node,
    /** @param {Assessment} assessment */
    show({ next, cottonShare }) {
      const worth = cottonShare === null ? [] : next.filter((question) => span(words, question) !== null).slice(0, MOST);
      node.hidden = worth.length === 0;
      refill(list, ...worth.map((question) => h("li", {}, ...item(words, question))));
    },
  };
}

/** @param {Words} words @param {Next} next */
function item(words, next) {
  const what = words.say(`next.questions.${next.question}`);
  return [
    h("button", { type: "button", class: "next-question", "data-focus": next.question }, what),
    h("span", { class: "quiet-text" }, span(words, next)),
  ];
}

/** The range of possible answers as a sentence; null where rounding would show no difference. @param {Words} words @param {Next} next */
function span(words, { of, low, high }) {
  if (low === null || high === null) return null;
  if (of === "cottonShare") return in100(low) === in100(high) ? null : words.say("next.share", { low: in100(low), high: in100(high) });
  if (of !== "grams" || Math.round(low) === Math.round(high)) return null;
  return words.say("next.grams", { low: words.number(low), high: grams(words, high) });
}
