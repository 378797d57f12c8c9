/** That nobody who grew up with the language has read its sentences, and the way to the page where they can be read and corrected. */
import { placed } from "../../place.js";
import { h } from "../dom.js";
import { outside } from "./step.js";

/** @import { Words } from "../words.js" */

/** @param {Words} words */
export function createUnreviewed(words) {
  const name = `read.${words.id}.html`;
  // The pages lie beside the script, or nowhere.
  const page = COTTON_ORIGIN_PAGE && placed(name, new URL(name, import.meta.url)).href;
  return h("p", { class: "quiet-text unreviewed" }, words.say("unreviewed"), page && " ", page && outside(words, page, words.say("unreviewedRead")));
}
