/** A bar with the number at the foot of the screen, shown while the answer itself is out of view. */
import { own } from "../own.js";
import { h, refill, svg } from "./dom.js";
import { in100, isStated, isTiny, short } from "./amount.js";

/** @import { Assessment, Estimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** @param {Words} words */
export function createAnswerBar(words) {
  const number = h("span", { class: "glance-number" });
  const range = h("span", { class: "glance-range" });
  const rule = svg("svg", { "aria-hidden": "true" });
  const button = h("button", { type: "button", class: "glance", "data-do": "to-answer" }, rule, number, range, h("span", { class: "glance-go" }, words.say("answer.toAnswer")));
  return {
    node: button,
    /** @param {Assessment} assessment @param {boolean} mirrored */
    show({ cottonShare }, mirrored) {
      refill(rule, ...(cottonShare ? thread(cottonShare, mirrored) : []));
      if (!cottonShare) {
        number.textContent = words.say("answer.glanceNone");
        refill(range);
        return;
      }
      const { low, central, high } = cottonShare;
      number.textContent = isTiny(central) ? words.say("answer.glanceUnder1") : words.say("answer.glance", { n: in100(central) });
      range.textContent = isStated(cottonShare) ? words.say("answer.statedMore") : words.say("answer.glanceRange", { low: short(words, low), high: short(words, high) });
    },
    /** An outdated answer shows this text instead of its range. @param {string} text */
    setStale(text) {
      range.textContent = text;
    },
    /**
     * Hidden while the headline is in view or above: below the headline, the bar would be a tab stop that disappears
     * when the focus reaches it.
     * @param {Element} headline
     * @returns {() => void} stops watching
     */
    watch(headline) {
      const observer = new IntersectionObserver(([entry]) => button.classList.toggle("is-away", entry?.isIntersecting === true), own({
        // Everything above the viewport counts as in view.
        rootMargin: "10000000px 0px 0px",
      }));
      observer.observe(headline);
      return () => observer.disconnect();
    },
  };
}

/** The range as a thread along the edge. @param {Estimate} estimate @param {boolean} mirrored */
function thread({ low, central, high }, mirrored) {
  const at = (/** @type {number} */ share) => `${(mirrored ? 1 - share : share) * 100}%`;
  const line = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ name) => svg("line", { x1: at(from), x2: at(to), y1: 4, y2: 4, class: name });
  return [line(0, 1, "bare"), line(low, high, "dyed"), svg("line", { x1: at(central), x2: at(central), y1: -3, y2: 11, class: "pin" })];
}
