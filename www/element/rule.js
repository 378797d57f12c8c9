/** A drawing of the range: a length of thread on a ruler from 0 to 100, with a pin at the central value. */
import { h, svg } from "./dom.js";
import { averageOf, in100, inWords, short } from "./amount.js";

/** @import { SpreadEstimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** The vertical position of the thread. */
const Y = 34;

/**
 * Shares become percentages of the width, so that nothing is distorted and no inline style is needed.
 * @param {Words} words
 * @param {SpreadEstimate} estimate where its range is a spread over countries, that is lighter than the range of their average
 * @param {boolean} mirrored whether 0 is on the right
 */
export function drawRule(words, estimate, mirrored) {
  const { low, central, high, ofAverage } = estimate;
  const average = averageOf(words, estimate);
  const at = (/** @type {number} */ share) => `${(mirrored ? 1 - share : share) * 100}%`;
  const [before, after] = mirrored ? ["start", "end"] : ["end", "start"];
  const label = words.say("answer.rule", { low: inWords(words, low), high: inWords(words, high), n: inWords(words, central) });
  const whole = average ? `${label} ${words.say("answer.ofAverage", average)}` : label;
  const text = (/** @type {number} */ share, /** @type {string} */ anchor, /** @type {number} */ shift, /** @type {string} */ content) =>
    svg("text", { x: at(share), y: Y - 10, dx: mirrored ? -shift : shift, "text-anchor": anchor, class: "end" }, content);
  const line = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ name) =>
    svg("line", { x1: at(from), x2: at(to), y1: Y, y2: Y, class: name });
  return h(
    "div",
    { class: "rule" },
    svg(
      "svg",
      { role: "img", "aria-label": whole, height: 64, width: "100%", direction: "ltr" },
      line(0, 1, "bare"),
      ...[0, 0.25, 0.5, 0.75, 1].map((tick) =>
        svg("g", { class: "tick" }, svg("line", { x1: at(tick), x2: at(tick), y1: Y + 6, y2: Y + 11 }), svg("text", { x: at(tick), y: Y + 27, "text-anchor": "middle" }, words.number(in100(tick)))),
      ),
      line(low, high, average ? "dyed is-spread" : "dyed"),
      average && ofAverage && line(ofAverage.low, ofAverage.high, "dyed"),
      line(low, high, "twist"),
      text(low, before, -8, short(words, low)),
      text(high, after, 8, short(words, high)),
      svg("line", { x1: at(central), x2: at(central), y1: 14, y2: Y + 6, class: "pin" }),
      svg("circle", { cx: at(central), cy: 10, r: 6, class: "pinhead" }),
    ),
  );
}
