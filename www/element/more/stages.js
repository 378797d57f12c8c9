/** The work behind the garment: what is known of each stage, and what is on record. The number does not depend on it. */
import { h } from "../dom.js";
import { citations } from "./cited.js";
import { replaceable } from "./replaceable.js";

/** @import { Assessment, RecordEntry, StageRecord } from "../../types.d.ts" */
/** @import { Context, Section } from "./more.js" */
/** @import { Words } from "../words.js" */

/** Entries about more stages than this are shown once, below the stages. */
const OWN = 2;

/** @param {Context} context @returns {Section} */
export function createStages({ words, catalogue }) {
  const record = new Map(catalogue.record.map((entry) => [entry.id, entry]));
  const lead = h("p", { class: "quiet-text" }, words.say("stages.lead"));
  const content = h("div", { class: "stages-content" }, lead);
  const putPath = replaceable((...nodes) => lead.after(...nodes));
  const putSeveral = replaceable((...nodes) => content.append(...nodes));
  const of = (/** @type {Assessment} */ { stages }) => stages;
  const node = h("details", { class: "fold stages", part: "stages" }, h("summary", {}, words.say("stages.title")), content);
  return {
    node,
    parts: [
      { of, draw: ({ stages }) => putPath(pathOf(words, stages, record)) },
      { of, draw: ({ stages }) => putSeveral(...severalOf(words, stages, record)) },
    ],
  };
}

/** @param {Words} words @param {StageRecord[]} stages @param {Map<string, RecordEntry>} record */
function pathOf(words, stages, record) {
  /** @type {Set<string>} */
  const said = new Set();
  const own = (/** @type {StageRecord} */ { record: ids }) => ids.flatMap((id) => {
    const entry = record.get(id);
    if (!entry || entry.stages.length > OWN || said.has(id)) return [];
    said.add(id);
    return [entry];
  });
  return h("ol", { class: "path", role: "list" }, ...stages.map((stage) => h("li", { class: `is-${stage.known}` }, h("h3", {}, words.say(`stages.names.${stage.stage}`)), h("p", {}, known(words, stage)), ...own(stage).map((entry) => statement(words, entry)))));
}

/** @param {Words} words @param {StageRecord} stage */
function known(words, { stage, known, place }) {
  if (stage === "transfer") return words.say(`stages.knownTransfer.${known}`);
  return words.say(known === "elsewhere" && place === null ? "stages.known.elsewhereSomewhere" : `stages.known.${known}`, { place: place === null ? "" : words.place(place) });
}

/** Entries about several stages, in chronological order, with the denial last. @param {Words} words @param {StageRecord[]} stages @param {Map<string, RecordEntry>} record */
function severalOf(words, stages, record) {
  const listed = new Set(stages.flatMap(({ record: ids }) => ids));
  const entries = [...record.values()].filter(({ id, stages: all }) => all.length > OWN && listed.has(id));
  if (entries.length === 0) return [h("p", {}, words.say("stages.none"))];
  const order = (/** @type {RecordEntry} */ { kind, from }) => (kind === "denial" ? `9${from}` : from);
  const inTime = entries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return [h("div", { class: "several" }, h("h3", {}, words.say("stages.several")), h("ul", { class: "record", role: "list" }, ...inTime.map((entry) => h("li", {}, statement(words, entry)))))];
}

/** @param {Words} words @param {RecordEntry} entry */
function statement(words, { id, kind, from, says, sources }) {
  const badge = h("span", { class: "badge" }, words.say(`stages.kinds.${kind}`), h("span", { class: "unseen" }, ":"));
  const since = kind === "law" ? ` ${words.say("stages.since", { date: words.date(from) })}` : "";
  return h("div", { class: "statement" }, h("p", {}, badge, " ", words.has(`record.${id}`) ? words.say(`record.${id}`) : says, since), citations(words, sources));
}
