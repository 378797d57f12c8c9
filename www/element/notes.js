/** What else is worth saying about this answer, and what no answer of this kind can know. */
import { h, refill } from "./dom.js";
import { short } from "./amount.js";
import { outside } from "./step.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Assessment, Note, Version } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

const DENIAL = "https://www.scmp.com/news/china/diplomacy/article/3189273/un-rapporteur-finds-it-reasonable-conclude-forced-labour";
const MACHINES = "http://en.people.cn/n3/2024/1230/c90000-20259965.html";

/** @param {Words} words */
export function createNotes(words) {
  /** @type {Map<string, string | undefined>} */
  let schemes = new Map();
  const node = h("section", { class: "notes" });
  return {
    node,
    /** Schemes by their names, once those are there. @param {Catalogue["schemes"]} all */
    nameSchemes(all) {
      schemes = new Map(all.map(({ id, name }) => [id, name]));
    },
    /** @param {Assessment} assessment */
    show({ notes }) {
      const sentences = notes.map((note) => sentence(words, schemes, note)).filter((text) => text !== null);
      node.hidden = sentences.length === 0;
      refill(node, h("h2", {}, words.say("notes.title")), h("ul", {}, ...sentences.map((text) => h("li", {}, text))));
    },
  };
}

/** A note this version has no sentence for is left out: the core may be newer. @param {Words} words @param {Map<string, string | undefined>} schemes @param {Note} note */
function sentence(words, schemes, note) {
  const path = [`notes.${note.id}.${note.proof}`, `notes.${note.id}`].find(words.has);
  if (path === undefined) return null;
  const { place, scheme, share, mean, total, field } = note;
  const named = words.place(String(place ?? "outside-CN"));
  return words.say(path, {
    place: note.id.startsWith("place-") ? words.say(`changed.what.${field}`, { value: named }) : named,
    scheme: schemes.get(String(scheme)) ?? scheme,
    share: share === undefined ? "" : words.say("per100", { n: words.figure(Number(share) * 100) }),
    mean: mean === undefined ? "" : short(words, Number(mean)),
    total: total === undefined ? "" : words.figure(Number(total)),
  });
}

/** @param {Words} words @param {Version} version */
export function createLimits(words, { figures, model }) {
  const item = (/** @type {string} */ key, /** @type {string} */ address = "") => h("li", {}, words.say(`limits.${key}`), address && " ", address && outside(words, address, words.say(`limits.${key}Source`)));
  return h(
    "details",
    { class: "limits fold" },
    h("summary", {}, words.say("limits.title")),
    h(
      "ul",
      {},
      item("average"),
      item("test"),
      item("picked", MACHINES),
      item("work"),
      item("denial", DENIAL),
      item("private"),
    ),
    h("p", { class: "quiet-text" }, words.say("limits.version", { figures, model })),
  );
}
