/** The answer as sentences that make sense on their own. */
import { bothRanges, byCountry, in100, isStated, isTiny, likeThis } from "../../amount.js";

/** @import { Garment } from "../../../types.d.ts" */
/** @import { Words } from "../../words.js" */
/** @import { Range } from "./link.js" */

/** "5 in 100 grams" @param {Words} words @param {Range} share */
export const numberText = (words, { central }) => words.say("answer.share", { n: isTiny(central) ? 1 : in100(central) });

/** "About 5 in 100 grams of the cotton …" @param {Words} words @param {Garment} garment @param {Range} share */
export function headlineText(words, garment, { low, central, high }) {
  if (isStated({ low })) return words.say("answer.stated");
  const args = { share: numberText(words, { low, central, high }), count: in100(central), like: likeThis(words, garment) };
  return words.say(isTiny(central) ? "answer.headlineUnder1" : "answer.headline", args);
}

/** "Between 2 and 10.", and which range that is where there are two. @param {Words} words @param {Range} share */
export const rangeText = (words, share) => (isStated(share) ? words.say("answer.statedMore") : bothRanges(words, { ...share, mean: share.central }));

/** The same where there is little room, and that it is an estimate. @param {Words} words @param {Range} share */
export const briefRange = (words, share) =>
  isStated(share) ? words.say("answer.statedMore") : `${byCountry(words, { ...share, mean: share.central })} ${words.say("share.estimate")}`;

/** The text to copy: the garment, the answer with its range, and that it is an estimate. @param {Words} words @param {string} name what it is of @param {Garment} garment @param {Range} share */
export const sentences = (words, name, garment, share) => `${name}\n${[headlineText(words, garment, share), rangeText(words, share), isStated(share) ? "" : words.say("share.estimate")].join(" ").trim()}`;
