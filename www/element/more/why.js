/** The reasons: the steps, the arithmetic, and the sources. */
import { h } from "../dom.js";
import { replaceable } from "./replaceable.js";
import { garmentSums, lotsSums, shareSums, showSums } from "./arithmetic.js";
import { drawThread } from "./steps-as-thread.js";
import { tellStory } from "./story.js";
import { drawUnknown } from "./unknown.js";

/** @import { Assessment, Step } from "../../types.d.ts" */
/** @import { Drawing, Section } from "./more.js" */
/** @import { FindFigure } from "./step.js" */
/** @import { Words } from "../words.js" */

/** @param {Words} words @param {FindFigure} findFigure @returns {Section} */
export function createWhy(words, findFigure) {
  const node = h("section", { class: "why" });
  const put = replaceable((...nodes) => node.prepend(...nodes));
  const garment = createFold(words, findFigure, {
    key: "why.toGarment",
    stepsOf: ({ steps }) => steps.filter(({ of }) => of !== "cottonShare" && of !== "inPart"),
    sums: (steps, { cottonShare }) => garmentSums(words, cottonShare?.central ?? 0, steps),
  });
  const lots = createFold(words, findFigure, {
    key: "why.inPart",
    stepsOf: ({ steps }) => steps.filter(({ of }) => of === "inPart"),
    sums: (steps) => steps.flatMap((step) => lotsSums(words, step)),
  });
  node.append(garment.node, lots.node);

  /** @type {Drawing} */
  const share = {
    of: ({ steps, cottonShare }) => cottonShare && stepsToShare(steps),
    draw({ steps, cottonShare }) {
      node.hidden = !cottonShare;
      if (!cottonShare) return;
      const told = stepsToShare(steps);
      const [sums, story, unknown] = [shareSums(words, told), tellStory(words, told), drawUnknown(words, told)];
      put(
        h("h2", {}, words.say("why.title")),
        ...(story ? [h("p", { class: "story" }, story)] : []),
        h("p", { class: "quiet-text" }, words.say("why.lead")),
        drawThread(words, told, findFigure, { strand: true }),
        ...(unknown ? [unknown] : []),
        ...(sums.length > 0 ? [h("details", { class: "fold sums" }, h("summary", {}, words.say("why.multiplied")), ...showSums(sums))] : []),
      );
    },
  };
  return { node, parts: [share, garment.part, lots.part] };
}

/** @param {Step[]} steps */
const stepsToShare = (steps) => steps.filter(({ of }) => of === "cottonShare");

/**
 * Steps behind a summary. Once opened, it stays open after each answer.
 * @param {Words} words
 * @param {FindFigure} findFigure
 * @param {object} what
 * @param {string} what.key
 * @param {(assessment: Assessment) => Step[]} what.stepsOf
 * @param {(steps: Step[], assessment: Assessment) => import("./arithmetic.js").Factors[]} what.sums
 * @returns {{ node: Element, part: Drawing }}
 */
function createFold(words, findFigure, { key, stepsOf, sums }) {
  const node = h("details", { class: "fold" }, h("summary", {}, words.say(key)));
  const put = replaceable((...nodes) => node.append(...nodes));
  return {
    node,
    part: {
      of: (assessment) => [stepsOf(assessment), assessment.cottonShare?.central],
      draw(assessment) {
        const steps = stepsOf(assessment);
        node.hidden = steps.length === 0;
        put(drawThread(words, steps, findFigure, { strand: false }), ...showSums(sums(steps, assessment)));
      },
    },
  };
}
