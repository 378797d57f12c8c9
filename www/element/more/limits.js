/** What no answer of this kind can know. */
import { h } from "../dom.js";
import { outside } from "./step.js";

/** @import { Version } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

const DENIAL = "https://www.scmp.com/news/china/diplomacy/article/3189273/un-rapporteur-finds-it-reasonable-conclude-forced-labour";
const MACHINES = "http://en.people.cn/n3/2024/1230/c90000-20259965.html";

/** @param {Words} words @param {Version} version @param {boolean} open */
export function createLimits(words, { figures, model }, open) {
  const item = (/** @type {string} */ key, /** @type {string} */ address = "") => h("li", {}, words.say(`limits.${key}`), address && " ", address && outside(words, address, words.say(`limits.${key}Source`)));
  return h(
    "details",
    { class: "limits fold", open },
    h("summary", {}, words.say("limits.title")),
    h("ul", {}, item("average"), item("readings"), item("test"), item("picked", MACHINES), item("work"), item("denial", DENIAL), item("private")),
    h("p", { class: "quiet-text" }, words.say("limits.version", { figures, model })),
  );
}
