/** Everything below the answer: why, what to make of it, and what can be done with it. */
import { h } from "../dom.js";
import { nextTask } from "../scheduling.js";
import { createClaims } from "./claims.js";
import { createActions } from "./actions.js";
import { createDetail } from "./detail.js";
import { createHeld } from "./held.js";
import { createLimits } from "./limits.js";
import { loadSentences } from "./locale.js";
import { createNotes } from "./notes.js";
import { createSettling } from "./update-below.js";
import { createStages } from "./stages.js";
import { adoptMore } from "./styles.js";
import { createWhy } from "./why.js";

/** @import { Whole } from "../../core.js" */
/** @import { Assessment, Catalogue, FormAnswer, Garment } from "../../types.d.ts" */
/** @import { Answer } from "../answer.js" */
/** @import { Form } from "../form.js" */
/** @import { Host } from "../host.js" */
/** @import { Words } from "../words.js" */

/**
 * What a section has to work with.
 * @typedef {object} Context
 * @property {Words} words
 * @property {Host} host
 * @property {Whole} core
 * @property {Catalogue} catalogue
 * @property {Form} form
 * @property {Answer} answer
 * @property {ShadowRoot} root
 * @property {boolean} mirrored whether the page runs from right to left
 * @property {() => FormAnswer} read the answer to the form as it is now
 * @property {(name: string) => void} entered reads the form anew and answers: the person changed this field
 * @property {() => void} renew the same, for a form that was filled from elsewhere
 * @property {(text: string) => void} tell says a sentence to assistive technology, after a pause
 * @property {(error: unknown) => void} stumble says that something broke, where nobody waits for it
 */

/**
 * A part of the page below the answer. What it does not need it leaves out.
 * @typedef {object} Section
 * @property {Element} node
 * @property {() => void} [formChanged] takes in what is in the form now, whether or not there is an answer to it
 * @property {(assessment: Assessment, garment: Garment) => void} [show] takes in a new answer at once
 * @property {Part[]} [parts] what it shows of an answer
 * @property {(action: string, target: HTMLElement) => boolean} [act] carries out what a button asks for with `data-do`, if it is this section's
 * @property {() => void} [start] begins to watch what is outside of it, once it is on a page
 * @property {() => void} [stop] leaves nothing running
 */

/**
 * What is drawn in one piece, after the answer itself is painted.
 * @typedef {object} Part
 * @property {(assessment: Assessment, garment: Garment) => unknown} of all that it rests on: while that is the same, nothing is touched
 * @property {(assessment: Assessment, garment: Garment) => void} draw
 */

/** @typedef {Awaited<ReturnType<typeof createMore>>} Below */

/** From this width, in ems of the host's text, the reasons stand in two columns, as in the style sheet. */
const WIDE = 53.75;

/** @param {Context} context */
export async function createMore(context) {
  const { words, host, answer, root } = context;
  const { id, sentences } = await loadSentences(words.id);
  words.extend(sentences);
  adoptMore(root);
  const all = createSections(context);
  await nextTask();
  const deeds = createActions(context);
  const sections = [...Object.keys(all).filter(host.shows).flatMap((name) => all[name] ?? []), ...deeds.sections, createHeld(context)];
  const nodes = (/** @type {string[]} */ ...names) => names.filter(host.shows).flatMap((name) => all[name]?.node ?? []);
  answer.deeds.append(deeds.node);
  // English that stands in is said to be English.
  const page = h("div", { class: "more-page", ...(id !== words.id && { lang: id, dir: "ltr" }) });
  const blocks = [
    h("div", { class: "below" }, ...nodes("why"), h("div", { class: "aside" }, ...nodes("notes", "limits"))),
    h("div", { class: "folds" }, ...nodes("stages", "claims")),
    ...deeds.wardrobe,
    ...(words.reviewed() ? [] : [h("p", { class: "quiet-text unreviewed" }, words.say("unreviewed"))]),
  ];
  const parts = sections.flatMap(({ parts }) => parts ?? []);
  const settling = createSettling(page, blocks, parts, context.stumble);
  return {
    node: host.compact ? h("details", { class: "fold" }, h("summary", {}, words.say("why.compact")), page) : page,
    formChanged: () => sections.forEach(({ formChanged }) => formChanged?.()),
    show(/** @type {Assessment} */ assessment, /** @type {Garment} */ garment) {
      sections.forEach(({ show }) => show?.(assessment, garment));
      settling.begin(assessment, garment);
    },
    settled: settling.settled,
    act: (/** @type {string} */ action, /** @type {HTMLElement} */ target) => sections.some(({ act }) => act?.(action, target)),
    start: () => sections.forEach(({ start }) => start?.()),
    stop: () => sections.forEach(({ stop }) => stop?.()),
  };
}

/** The sections that explain the answer, each by the name that a host gives it. @param {Context} context @returns {Record<string, Section>} */
function createSections(context) {
  const { words, core, root } = context;
  const figures = new Map(core.figures().map((figure) => [figure.id, figure]));
  // Beside the reasons there is room to say at once what this cannot know.
  const wide = root.host.clientWidth >= WIDE * Number.parseFloat(getComputedStyle(root.host).fontSize);
  return {
    detail: createDetail(context),
    why: createWhy(words, (id) => figures.get(id)),
    notes: createNotes(context),
    limits: { node: createLimits(words, core.version(), wide) },
    stages: createStages(context),
    claims: createClaims(context),
  };
}
