/** The total of all kept garments. Its range is computed draw by draw, not by adding up ranges. */
import { gramsSentence } from "../../amount.js";
import { h } from "../../dom.js";
import { brief } from "./describe.js";

/** @import { Version } from "../../../types.d.ts" */
/** @import { Answers } from "./assess.js" */
/** @import { Words } from "../../words.js" */

/** The total as sentences. @param {Words} words @param {Answers} answers @returns {string[]} */
export function totalSentences(words, { each, total, most, without }) {
  if (!total) return [words.say("wardrobe.tooMany", { n: each.length, most: most ?? 0 })];
  const count = each.filter(Boolean).length;
  const weighed = each.filter((one) => one?.grams).length;
  return [
    weighed > 0 ? gramsSentence(words, "wardrobe.total", total.grams, count - without.length) : "",
    weighed > 0 && total.fieldGrams.central >= 0.5 ? gramsSentence(words, "wardrobe.field", total.fieldGrams) : "",
  ].filter(Boolean);
}

/** @param {Words} words @param {Answers} answers @param {Version} version */
export function drawTotal(words, answers, { figures, model }) {
  const [first, ...rest] = totalSentences(words, answers);
  const { total, without } = answers;
  const together = h("h3", {}, words.say("wardrobe.together"));
  if (!total) return [together, h("p", {}, first)];
  return [
    together,
    h("p", { class: "total-first" }, first),
    rest.length > 0 && h("p", {}, rest.join(" ")),
    without.length > 0 && h("p", { class: "quiet-text" }, words.say("wardrobe.without", { names: words.list(without.map(({ name }) => brief(name))), count: without.length })),
    h("p", { class: "quiet-text" }, words.say("wardrobe.drawn"), " ", words.say("limits.version", { figures, model })),
  ];
}
