/** What to do next: the open questions that would change the answer most, what the label and the shop's page say first; then what only the maker knows, as a message. */
import { ASKED_FIRST, KNOWN_BY } from "#vocabulary";
import { grams, in100 } from "../amount.js";
import { h, refill } from "../dom.js";
import { createAsk } from "./ask/ask.js";
import { isTouched } from "./open-garment.js";

/** @import { Garment, Next } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */
/** @import { Context, Section } from "./more.js" */

/** More than two would look like a list of chores. */
const MOST = 2;

/** Who can answer it. @param {Next} next */
const knownBy = ({ question }) => KNOWN_BY[question];

/** @param {Context} context @returns {Section} */
export function createNext(context) {
  const { words, form } = context;
  const list = h("ul", { class: "next-list" });
  const ask = createAsk(context);
  const node = h("section", { class: "next", part: "next", hidden: true }, h("h3", {}, words.say("next.title")), list);
  return {
    node,
    show(assessment, garment) {
      const { next, cottonShare } = assessment;
      // Before the first entry the form itself is what to do next.
      const worth = cottonShare === null || !isTouched(form) ? [] : inOrder(next).filter((question) => span(words, question) !== null);
      const own = worth.filter((question) => knownBy(question) !== "maker" && form.control(question.question) !== null);
      const [toAsk] = worth.filter((question) => knownBy(question) === "maker");
      // What moves only the grams comes after what moves the headline, and only where nothing else is left to look up.
      const [first, last] = [own.filter(({ of }) => of === "cottonShare").slice(0, MOST), own.filter(({ of }) => of !== "cottonShare").slice(0, 1)];
      node.hidden = own.length === 0 && toAsk === undefined;
      const items = (/** @type {Next[]} */ questions) => questions.map((question) => h("li", {}, ...item(words, question)));
      refill(list, ...items(first), toAsk && h("li", { class: "ask" }, ...asked(words, toAsk, garment), ask.buttons, ask.node), ...(first.length === 0 ? items(last) : []));
      ask.show(toAsk === undefined ? null : garment);
    },
    act: ask.act,
  };
}

/** Those that are the easiest to ask first; among them as the core ranks them, the most worth first. @param {Next[]} questions */
const inOrder = (questions) => ASKED_FIRST.flatMap((who) => questions.filter((question) => knownBy(question) === who));

/** @param {Words} words @param {Next} next */
function item(words, next) {
  const what = words.say(`next.questions.${next.question}`);
  return [
    h("button", { type: "button", class: "next-question", "data-focus": next.question }, what),
    h("p", { class: "quiet-text" }, words.say(`next.knownBy.${knownBy(next)}`), " ", span(words, next)),
  ];
}

/** What only the maker knows, and how far it could move the answer. @param {Words} words @param {Next} next @param {Garment} garment */
function asked(words, next, { cottonFrom }) {
  const what = words.say(cottonFrom === undefined ? "next.maker" : `next.questions.${next.question}`);
  return [h("p", { class: "ask-what" }, what), h("p", { class: "quiet-text" }, words.say("next.knownBy.maker"), " ", span(words, next))];
}

/** The range of possible answers as a sentence; null where rounding would show no difference. @param {Words} words @param {Next} next */
function span(words, { of, low, high }) {
  if (low === null || high === null) return null;
  if (of === "cottonShare") return in100(low) === in100(high) ? null : words.say("next.share", { low: in100(low), high: in100(high) });
  if (of !== "grams" || Math.round(low) === Math.round(high)) return null;
  return words.say("next.grams", { low: words.number(low), high: grams(words, high) });
}
