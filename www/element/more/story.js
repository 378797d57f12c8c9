/** The reasons in one sentence, before the steps: by which way the cotton of the Region comes into such garments. */
import { AVERAGE } from "./arithmetic.js";
import { in100, isTiny, short } from "../amount.js";

/** @import { Step } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** The steps that say how much of the yarn and cloth is China's. */
const WAYS = ["china-processed", AVERAGE];

/**
 * "About 7 of every 100 grams come by way of Chinese yarn and cloth. Of that, about 58 in 100 grew in the Region." Empty where the steps are not that
 * plain: several ways, recycled cotton, a stated cloth or yarn.
 * @param {Words} words
 * @param {Step[]} steps to the share of the cotton
 */
export function tellStory(words, steps) {
  const figures = steps.filter(({ op }) => op !== "say");
  const ids = figures.map(({ id }) => id);
  const chain = ids.indexOf("china-home-spun");
  if (ids[0] !== "region-of-china" || chain !== 2) return "";
  const grown = words.number(in100(figures[chain]?.result ?? 0));
  const way = figures[chain + 1];
  const rest = figures.slice(chain + (way && WAYS.includes(way.id) ? 2 : 1));
  const claim = rest[0]?.id === "claim-fails" ? rest[0] : undefined;
  if (rest.length > (claim ? 1 : 0)) return "";
  const told = way && WAYS.includes(way.id) ? ofWay(words, way.value ?? 0, grown) : words.say("why.story.china", { grown });
  return claim ? `${told} ${words.say("why.story.claim", { failing: short(words, claim.value ?? 0) })}` : told;
}

/** @param {Words} words @param {number} value @param {string} grown */
function ofWay(words, value, grown) {
  return words.say(isTiny(value) ? "why.story.almostNone" : "why.story.abroad", { way: words.number(in100(value)), grown });
}
