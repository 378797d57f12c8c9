/** One step as text: its sentence, its year, its standing and its sources. */
import { h } from "../dom.js";
import { grams, short } from "../amount.js";
import { AVERAGE } from "./arithmetic.js";

/** @import { Figure, Source, Step } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @typedef {(id: string) => Figure | undefined} FindFigure */

/**
 * @param {Words} words
 * @param {Step} step
 * @param {FindFigure} findFigure
 */
export function stepWords(words, step, findFigure) {
  // A step that only repeats the state of things, or adds up others, has no standing.
  const plain = (step.op === "say" || step.id === AVERAGE) && step.standing === "not-known";
  const badge = h("span", { class: `badge is-${step.standing}` }, h("span", { class: "unseen" }, "("), words.say(`why.standings.${standingOf(step, findFigure)}`), h("span", { class: "unseen" }, ")"));
  return [
    h("p", { class: "step-text" }, ...sentence(words, step, findFigure), " ", !plain && badge),
    step.sources.length > 0 && sourcesOf(words, step),
  ];
}

/** A figure that is worked out may rest on readings of our own, too. @param {Step} step @param {FindFigure} findFigure */
function standingOf({ standing, figure }, findFigure) {
  return standing === "derived" && figure && findFigure(figure)?.judged ? "in-part" : standing;
}

/** The year and the publishers; opened, every source with its title and the place of the figure in it. @param {Words} words @param {Step} step */
function sourcesOf(words, { year, sources }) {
  const count = sources.length - 1;
  const publisher = sources[0] && attribution(words, sources[0]);
  const text = count === 0 ? publisher : words.say("why.andMore", { publisher, count });
  return h(
    "details",
    { class: "sources" },
    h("summary", {}, year && h("bdi", {}, year), year ? " · " : "", text),
    h("ul", {}, ...sources.map((source) => h("li", {}, ...sourceOf(words, source)))),
  );
}

/** @param {Words} words @param {Step} step @param {FindFigure} findFigure */
function sentence(words, step, findFigure) {
  const { id, stage, said, standing, value, figure } = step;
  const path = [`steps.${id}.${said}`, `steps.${id}.${standing}`, `steps.${id}.${stage}`, `steps.${id}`].find(words.has);
  const strong = (/** @type {string} */ text) => h("strong", {}, text);
  const share = value === null ? "" : strong(words.say("per100", { n: short(words, value) }));
  if (path === undefined) return [share, " ", (figure && findFigure(figure)?.what) ?? id];
  return words.rich(path, {
    share,
    ratio: value === null ? "" : strong(words.figure(value)),
    grams: value === null ? "" : strong(grams(words, value)),
    place: said === null ? "" : words.place(said),
    year: said ?? "",
  });
}

/** @param {Words} words @param {Source} source */
function sourceOf(words, source) {
  const { title, year, address, locator } = source;
  const [name, about] = [attribution(words, source), [title, year, locator].filter(Boolean).join(", ")];
  if (!/^https?:\/\//.test(address)) return [`${name}: ${about}`];
  return [outside(words, address, name), `: ${about}`];
}

/** Whose figure or statement it is, and on whose page it was read. @param {Words} words @param {Source} source */
export function attribution(words, { publisher, carrier }) {
  return carrier ? words.say("why.readAt", { publisher, carrier }) : publisher;
}

/** A link to another site. @param {Words} words @param {string} address @param {string} text */
export function outside(words, address, text) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text, h("span", { class: "unseen" }, ` (${words.say("why.newTab")})`));
}
