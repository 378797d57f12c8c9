/** Notes on the answer. */
import { h, refill } from "../dom.js";
import { short } from "../amount.js";

/** @import { Assessment, Note, Scheme } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @param {Words} words @param {Scheme[]} all */
export function createNotes(words, all) {
  const schemes = new Map(all.map(({ id, name }) => [id, name]));
  const node = h("section", { class: "notes" });
  return {
    node,
    parts: [
      {
        of: (/** @type {Assessment} */ { notes }) => notes,
        draw(/** @type {Assessment} */ { notes }) {
          const sentences = notes.map((note) => sentence(words, schemes, note)).filter((text) => text !== null);
          node.hidden = sentences.length === 0;
          refill(node, h("h2", {}, words.say("notes.title")), h("ul", {}, ...sentences.map((text) => h("li", {}, text))));
        },
      },
    ],
  };
}

/** A note without a sentence is left out: the core may be newer than the sentences. @param {Words} words @param {Map<string, string>} schemes @param {Note} note */
function sentence(words, schemes, note) {
  const path = [`notes.${note.id}.${note.proof}`, `notes.${note.id}`].find(words.has);
  if (path === undefined) return null;
  const { place, scheme, share, mean, total, field, figure } = note;
  const named = words.place(String(place ?? "outside-CN"));
  return words.say(path, {
    place: note.id.startsWith("place-") ? words.say(`changed.what.${field}`, { value: named }) : named,
    figure,
    scheme: schemes.get(String(scheme)) ?? scheme,
    share: share === undefined ? "" : words.say("per100", { n: words.figure(Number(share) * 100) }),
    mean: mean === undefined ? "" : short(words, Number(mean)),
    total: total === undefined ? "" : words.figure(Number(total)),
  });
}
