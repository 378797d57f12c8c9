/** Notes on the answer. */
import { h, refill } from "../dom.js";
import { isOfWorld, short } from "../amount.js";
import { createWorldNote } from "./world-note.js";

/** @import { Assessment, Garment, Note } from "../../types.d.ts" */
/** @import { Context } from "./more.js" */
/** @import { Words } from "../words.js" */

/** The headline says it, and where. */
const SAID = "no-cotton";

/** @param {Context} context */
export function createNotes({ words, core, catalogue }) {
  const schemes = new Map(catalogue.schemes.map(({ id, name }) => [id, name]));
  const world = createWorldNote(words, core);
  const node = h("section", { class: "notes" });
  return {
    node,
    parts: [
      {
        of: (/** @type {Assessment} */ assessment, /** @type {Garment} */ garment) => [assessment.notes, isOfWorld(assessment) && garment.boughtIn],
        draw(/** @type {Assessment} */ assessment, /** @type {Garment} */ garment) {
          const sentences = [world(assessment, garment), ...assessment.notes.filter(({ id }) => id !== SAID).map((note) => sentence(words, schemes, note))].filter((text) => text !== null);
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
  const { place, scheme, share, mean, total, field, figure, year } = note;
  const named = words.place(String(place ?? "outside-CN"));
  return words.say(path, {
    place: note.id.startsWith("place-") ? words.say(`changed.what.${field}`, { value: named }) : named,
    figure,
    year: year === undefined ? "" : words.number(Number(year), { useGrouping: false }),
    scheme: schemes.get(String(scheme)) ?? scheme,
    share: share === undefined ? "" : words.say("per100", { n: words.figure(Number(share) * 100) }),
    mean: mean === undefined ? "" : short(words, Number(mean)),
    total: total === undefined ? "" : words.figure(Number(total)),
  });
}
