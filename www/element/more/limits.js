/** The limits: what no estimate of this kind can know. */
import { h } from "../dom.js";
import { outside } from "./step.js";

/** @import { RecordEntry, Version } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** The entries of the record on machine picking and on the government's denial. */
const MACHINES = "machine-picking";
const DENIAL = "china-denies";

/** @param {Words} words @param {RecordEntry[]} record @param {Version} version @param {boolean} open */
export function createLimits(words, record, { figures, model }, open) {
  const addressOf = (/** @type {string} */ id) => record.find((entry) => entry.id === id)?.sources[0]?.address;
  const item = (/** @type {string} */ key, /** @type {string | undefined} */ address = undefined) => h("li", {}, words.say(`limits.${key}`), address && " ", address && outside(words, address, words.say(`limits.${key}Source`)));
  return h(
    "details",
    { class: "limits fold", open },
    h("summary", {}, words.say("limits.title")),
    h("ul", {}, item("average"), item("readings"), item("test"), item("picked", addressOf(MACHINES)), item("work"), item("denial", addressOf(DENIAL)), item("private")),
    h("p", { class: "quiet-text" }, words.say("limits.version", { figures, model })),
  );
}
