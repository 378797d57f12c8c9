/** The steps as a thread from field to garment, dyed in the proportion that remains after each knot. */
import { h, svg } from "../dom.js";
import { AVERAGE } from "./arithmetic.js";
import { createPlacesOf } from "./market-average.js";
import { stepWords } from "./step.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { FindFigure } from "./step.js" */
/** @import { Words } from "../words.js" */

/** The width of the thread, and the position of the knot on a step. */
const WIDTH = 10;
const KNOT = 12;
const MIDDLE = 12;

/**
 * @param {Words} words
 * @param {Step[]} steps
 * @param {FindFigure} findFigure
 * @param {{ strand: boolean }} options whether a thread is drawn beside the words
 * @returns {HTMLElement}
 */
export function drawThread(words, steps, findFigure, { strand }) {
  let stage = "";
  let before = 0;
  // Nothing is dyed before the first figure.
  const begun = steps.findIndex(({ op }) => op !== "say");
  const items = steps.map((step, at) => {
    const heading = words.say(`why.stages.${step.stage}`);
    const item = h(
      "li",
      { class: strand ? "step on-thread" : "step" },
      strand && drawStrand(at < begun ? { ...step, result: 0 } : step, before, at === 0, at === steps.length - 1),
      heading !== stage && strand && h("p", { class: "stage" }, heading),
      ...stepWords(words, step, findFigure),
      ...partsOf(words, step, before, findFigure),
    );
    stage = heading;
    before = at < begun ? 0 : step.result;
    return item;
  });
  return h("ol", { class: "thread", role: "list" }, ...items);
}

/** The thread above and below the knot, and the knot itself: an open loop where nothing is known. @param {Step} step @param {number} before @param {boolean} first @param {boolean} last */
function drawStrand({ op, standing, result }, before, first, last) {
  const width = (/** @type {number} */ share) => (share > 0 ? Math.max(1, share * WIDTH) : 0);
  const line = (/** @type {string | number} */ y1, /** @type {string | number} */ y2, /** @type {string} */ name, /** @type {number} */ stroke) =>
    svg("line", { x1: MIDDLE, x2: MIDDLE, y1, y2, class: name, "stroke-width": stroke });
  const open = op === "say" && standing === "not-known";
  return svg(
    "svg",
    { class: "strand", "aria-hidden": "true", width: MIDDLE * 2, height: "100%" },
    ...(first ? [] : [line(0, KNOT, "bare", WIDTH), line(0, KNOT, "dyed", width(before))]),
    ...(last ? [] : [line(KNOT, "100%", "bare", WIDTH), line(KNOT, "100%", "dyed", width(result))]),
    svg("circle", { cx: MIDDLE, cy: KNOT, r: open ? 7 : op === "say" ? 5 : 8, class: open ? "loop" : op === "say" ? "said" : "knot" }),
  );
}

/** The parts of a step that adds up several ways. @param {Words} words @param {Step} step @param {number} before @param {FindFigure} findFigure @returns {HTMLElement[]} */
function partsOf(words, step, before, findFigure) {
  if (step.id === AVERAGE) return [createPlacesOf(words, step, (steps) => drawThread(words, steps, findFigure, { strand: false }))];
  return (step.parts ?? []).flatMap(({ share, steps }) => {
    if (share === 0) return [];
    const per100 = words.say("per100", { n: words.figure(share * 100) });
    if (steps.length === 0) return [h("p", { class: "part" }, words.say("why.partSame", { share: per100, n: words.figure(before * 100) }))];
    return [h("div", { class: "part" }, h("p", {}, words.say("why.part", { share: per100 })), drawThread(words, steps, findFigure, { strand: false }))];
  });
}
