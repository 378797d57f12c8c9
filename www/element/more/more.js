/** The sections below the answer: the reasons, what to make of them, and what can be done with the answer. */
import { own } from "../../own.js";
import { h } from "../dom.js";
import { nextTask } from "../scheduling.js";
import { createClaims } from "./claims.js";
import { createActions } from "./actions.js";
import { describeChange } from "./changed.js";
import { createDetail } from "./detail.js";
import { createEnter } from "./enter.js";
import { createHeld } from "./held.js";
import { createLimits } from "./limits.js";
import { loadSentences } from "./locale.js";
import { createNext } from "./next.js";
import { createNotes } from "./notes.js";
import { createSettling } from "./update-below.js";
import { createStages } from "./stages.js";
import { adoptMore } from "./styles.js";
import { createUnreviewed } from "./unreviewed.js";
import { createWhy } from "./why.js";

/** @import { Whole } from "../../core.js" */
/** @import { Assessment, Catalogue, FormAnswer, Garment } from "../../types.d.ts" */
/** @import { Answer } from "../answer.js" */
/** @import { Form } from "../form.js" */
/** @import { Host } from "../host.js" */
/** @import { Words } from "../words.js" */

/**
 * What the element passes to its sections.
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
 * @property {(name: string) => void} entered reads the form again and answers, after the visitor changed this field
 * @property {() => void} renew the same, after the form was filled from elsewhere
 * @property {(text: string) => void} tell announces a sentence to assistive technology, after a pause
 * @property {(error: unknown) => void} stumble reports an error in background work
 */

/**
 * A section below the answer.
 * @typedef {object} Section
 * @property {Element} node
 * @property {() => void} [formChanged] called when the form changed, whether or not there is an answer
 * @property {(assessment: Assessment, garment: Garment) => void} [show] called at once with a new answer
 * @property {Drawing[]} [parts] the pieces that it draws
 * @property {(action: string, target: HTMLElement) => boolean} [act] handles the `data-do` of a button; returns whether it was this section's
 * @property {() => void} [start] starts its observers, when the element is connected
 * @property {() => void} [stop] stops them
 */

/**
 * A piece that is drawn in one go, after the answer itself is painted.
 * @typedef {object} Drawing
 * @property {(assessment: Assessment, garment: Garment) => unknown} of its inputs: it is redrawn only when they change
 * @property {(assessment: Assessment, garment: Garment) => void} draw
 */

/** @typedef {Awaited<ReturnType<typeof createMore>>} Below */

/** The width, in ems of the host's text, from which the style sheet uses two columns. */
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
  const next = createNext(context);
  const sections = [...Object.keys(all).filter(host.shows).flatMap((name) => all[name] ?? []), ...deeds.sections, next, createHeld(context), createEnter(context)].map(own);
  const nodes = (/** @type {string[]} */ ...names) => names.filter(host.shows).flatMap((name) => all[name]?.node ?? []);
  answer.next.append(next.node);
  answer.deeds.append(deeds.node);
  // Where English is the fallback, declare it, so that it is pronounced as English.
  const page = h("div", { class: "more-page", ...(id !== words.id && { lang: id, dir: "ltr" }) });
  const blocks = [
    h("div", { class: "below" }, ...nodes("why"), h("div", { class: "aside" }, ...nodes("notes", "limits"))),
    h("div", { class: "folds" }, ...nodes("stages", "claims")),
    ...deeds.wardrobe,
    ...(words.reviewed() ? [] : [createUnreviewed(words)]),
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
    /** @param {import("./changed.js").Answered} before @param {import("./changed.js").Answered} after */
    describeChange: (before, after) => describeChange(words, before, after),
    act: (/** @type {string} */ action, /** @type {HTMLElement} */ target) => sections.some(({ act }) => act?.(action, target)),
    start: () => sections.forEach(({ start }) => start?.()),
    stop: () => sections.forEach(({ stop }) => stop?.()),
  };
}

/** The sections that explain the answer, by the names in the `sections` attribute. @param {Context} context @returns {Record<string, Section>} */
function createSections(context) {
  const { words, core, catalogue, root } = context;
  const figures = new Map(core.figures().map((figure) => [figure.id, figure]));
  // In two columns there is room to show the limits opened.
  const wide = root.host.clientWidth >= WIDE * Number.parseFloat(getComputedStyle(root.host).getPropertyValue("font-size"));
  return {
    detail: createDetail(context),
    why: createWhy(words, (id) => figures.get(id)),
    notes: createNotes(context),
    limits: { node: createLimits(words, catalogue.record, core.version(), wide) },
    stages: createStages(context),
    claims: createClaims(context),
  };
}
