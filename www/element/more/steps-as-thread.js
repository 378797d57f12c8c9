/** The steps as a thread from the garment back to the field, dyed in the proportion that is left at each knot. */
import { short } from "../amount.js";
import { h, svg } from "../dom.js";
import { AVERAGE } from "./arithmetic.js";
import { createPlacesOf } from "./market-average.js";
import { stepWords } from "./step.js";
import { openQuestion } from "./unknown.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { FindFigure } from "./step.js" */
/** @import { Words } from "../words.js" */

/** The width of the thread, and the position of the knot on a step. */
const WIDTH = 10;
const KNOT = 12;
const MIDDLE = 12;

/**
 * @param {Words} words
 * @param {Step[]} steps from the field onwards
 * @param {FindFigure} findFigure
 * @param {{ strand: boolean }} options whether a thread is drawn beside the words: it then runs from the garment in the hand back to the field
 * @returns {HTMLElement}
 */
export function drawThread(words, steps, findFigure, { strand }) {
  const knots = knotsOf(steps);
  if (strand) knots.reverse();
  let stage = "";
  const items = knots.map((knot, at) => {
    const heading = words.say(`why.stages.${knot.step.stage}`);
    const item = h(
      "li",
      { class: strand ? "step on-thread" : "step" },
      strand && drawStrand(knot, at === 0, at === knots.length - 1),
      heading !== stage && strand && h("p", { class: "stage" }, heading),
      ...stepWords(words, knot.step, findFigure),
      ...partsOf(words, knot.step, knot.before, findFigure),
    );
    stage = heading;
    return item;
  });
  return h("ol", { class: "thread", role: "list" }, ...items);
}

/** A step, with the share that is dyed towards the field and towards the garment. @typedef {{ step: Step, before: number, after: number }} Knot */

/** Nothing is dyed before the first figure; what is not known is told elsewhere, in one line. @param {Step[]} steps @returns {Knot[]} */
function knotsOf(steps) {
  const begun = steps.findIndex(({ op }) => op !== "say");
  let before = 0;
  const knots = steps.map((step, at) => {
    const after = at < begun ? 0 : step.result;
    const knot = { step, before, after };
    before = after;
    return knot;
  });
  return knots.filter(({ step }) => openQuestion(step) === null);
}

/** The thread above the knot, which leads to the garment, and below it, which leads to the field; and the knot itself. @param {Knot} knot @param {boolean} first @param {boolean} last */
function drawStrand({ step, before, after }, first, last) {
  const width = (/** @type {number} */ share) => (share > 0 ? Math.max(1, share * WIDTH) : 0);
  const line = (/** @type {string | number} */ y1, /** @type {string | number} */ y2, /** @type {string} */ name, /** @type {number} */ stroke) =>
    svg("line", { x1: MIDDLE, x2: MIDDLE, y1, y2, class: name, "stroke-width": stroke });
  const said = step.op === "say";
  return svg(
    "svg",
    { class: "strand", "aria-hidden": "true", width: MIDDLE * 2, height: "100%" },
    ...(first ? [] : [line(0, KNOT, "bare", WIDTH), line(0, KNOT, "dyed", width(after))]),
    ...(last ? [] : [line(KNOT, "100%", "bare", WIDTH), line(KNOT, "100%", "dyed", width(before))]),
    svg("circle", { cx: MIDDLE, cy: KNOT, r: said ? 5 : 8, class: said ? "said" : "knot" }),
  );
}

/** The parts of a step that adds up several ways. @param {Words} words @param {Step} step @param {number} before @param {FindFigure} findFigure @returns {HTMLElement[]} */
function partsOf(words, step, before, findFigure) {
  if (step.id === AVERAGE) return [createPlacesOf(words, step, (steps) => drawThread(words, steps, findFigure, { strand: false }))];
  return (step.parts ?? []).flatMap(({ share, steps }) => {
    if (share === 0) return [];
    const per100 = words.say("per100", { n: short(words, share) });
    if (steps.length === 0) return [h("p", { class: "part" }, words.say("why.partSame", { share: per100, n: short(words, before) }))];
    return [h("div", { class: "part" }, h("p", {}, words.say("why.part", { share: per100 })), drawThread(words, steps, findFigure, { strand: false }))];
  });
}
