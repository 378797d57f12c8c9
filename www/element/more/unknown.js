/** What the label did not say, in one line that leads to the questions. */
import { h } from "../dom.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** The question behind each step that may have no answer yet. @type {Record<string, string>} */
const QUESTIONS = { "made-in": "madeIn", "fabric-in": "fabricIn", "spun-in": "spunIn", "cotton-from": "cottonFrom", "bought-in": "boughtIn" };

/** The field that would answer a step; null where nothing is open. @param {Step} step */
export const openQuestion = ({ standing, id }) => (standing === "not-known" && QUESTIONS[id]) || null;

/** From the garment backwards, as the steps are told. @param {Words} words @param {Step[]} steps */
export function drawUnknown(words, steps) {
  const questions = [...new Set(steps.flatMap((step) => openQuestion(step) ?? []))].reverse();
  if (questions.length === 0) return null;
  const button = (/** @type {string} */ question) => h("button", { type: "button", class: "link", "data-focus": question }, words.say(`next.questions.${question}`));
  return h("p", { class: "unknown" }, words.say("why.unknown"), " ", ...questions.flatMap((question, at) => [at > 0 ? " · " : "", button(question)]));
}
