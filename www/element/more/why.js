/** The reasons: the thread, the multiplication, and what the answer rests on. */
import { h, refill } from "../dom.js";
import { drawThread } from "./thread.js";
import { garmentSums, lotsSums, shareSums, showSums } from "./sums.js";

/** @import { Assessment } from "../../types.d.ts" */
/** @import { FindFigure } from "./step.js" */
/** @import { Words } from "../words.js" */

/** @param {Words} words @param {FindFigure} findFigure */
export function createWhy(words, findFigure) {
  const node = h("section", { class: "why" });
  /** The parts that a person opened stay open. @type {Record<string, HTMLDetailsElement>} */
  const folds = {};
  /** @param {string} key @param {import("../dom.js").Children} children */
  const fold = (key, ...children) => {
    const details = (folds[key] ??= h("details", { class: "fold" }));
    refill(details, h("summary", {}, words.say(key)), ...children);
    return details;
  };

  return {
    node,
    /** @param {Assessment} assessment */
    show({ steps, cottonShare }) {
      node.hidden = !cottonShare;
      if (!cottonShare) return;
      const share = steps.filter(({ of }) => of === "cottonShare");
      const garment = steps.filter(({ of }) => of !== "cottonShare" && of !== "inPart");
      const lots = steps.filter(({ of }) => of === "inPart");
      const sums = shareSums(words, share);
      refill(
        node,
        h("h2", {}, words.say("why.title")),
        h("p", { class: "quiet-text" }, words.say("why.lead")),
        drawThread(words, share, findFigure, { strand: true }),
        sums.length > 0 && h("h3", {}, words.say("why.multiplied")),
        ...showSums(sums),
        garment.length > 0 && fold("why.toGarment", drawThread(words, garment, findFigure, { strand: false }), ...showSums(garmentSums(words, cottonShare.central, garment))),
        lots.length > 0 && fold("why.inPart", drawThread(words, lots, findFigure, { strand: false }), ...lots.flatMap((step) => showSums(lotsSums(words, step)))),
      );
    },
  };
}
