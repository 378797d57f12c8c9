/**
 * The method page: recomputes its numbers in the reader's browser and says whether they agree. The page is complete
 * without it.
 * @import { Whole } from "./core.js"
 * @import { Garment } from "./types.d.ts"
 */
import { loadWhole } from "./core.js";

/** The tolerance for rounding. */
const SAME = 1e-9;

/** A place without a row in any table: it stands for all of those. */
const ELSEWHERE = "AQ";

/** @typedef {{ best: (id: string) => number, central: (garment: Garment) => number, weights: [string, number][] }} World */

/** The checks of the page, computed from figures and answers. @type {Record<string, (world: World) => number>} */
const CHECKS = {
  implied: ({ best }) => best("region-of-world") / best("region-of-china"),
  mills: ({ best }) => best("check-mills[2024]") * best("china-home-grown") * best("region-of-china"),
  "mills-2024": ({ best }) => best("check-mills[2024]") * best("china-home-grown") * best("region-of-china[2024]"),
  "crop-2024": ({ best }) => best("check-crop[2024]") * best("region-of-china[2024]"),
  shops({ central, weights }) {
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return weights.reduce((sum, [madeIn, weight]) => sum + (weight / total) * central({ madeIn }), 0);
  },
};

/** @param {Whole} core @returns {World} */
function worldOf(core) {
  const figures = core.figures();
  const values = new Map(figures.map(({ id, best }) => [id, best]));
  return {
    best: (id) => values.get(id) ?? NaN,
    central: (garment) => core.assess(garment).cottonShare?.central ?? NaN,
    weights: figures.flatMap(({ id, best }) => {
      const place = /^sewn-in\[(.+)\]$/.exec(id)?.[1];
      return place ? [[place === "*" ? ELSEWHERE : place, best]] : [];
    }),
  };
}

/** The value of an output of the page, computed here. @param {DOMStringMap} data @param {Whole} core @param {World} world */
function compute({ check, share, hundred, inPart, any }, core, world) {
  if (check) return CHECKS[check]?.(world) ?? NaN;
  const garment = JSON.parse(share ?? hundred ?? inPart ?? any ?? "{}");
  const answer = core.assess(garment);
  return (inPart || any ? answer.inPart : answer.cottonShare)?.central ?? NaN;
}

/** @param {DOMStringMap} data @param {number} value */
const shown = ({ check, hundred, any }, value) => (check || hundred || any ? (100 * value).toFixed(1) : value.toFixed(4));

/** Fills in every output and returns how many differ. @param {Whole} core */
function recompute(core) {
  const world = worldOf(core);
  let different = 0;
  const outputs = [...document.querySelectorAll("output[data-value]")].filter((output) => output instanceof HTMLOutputElement);
  for (const output of outputs) {
    const value = compute(output.dataset, core, world);
    if (Math.abs(value - Number(output.dataset.value)) <= SAME) continue;
    different += 1;
    output.append(` (here ${shown(output.dataset, value)})`);
  }
  return { all: outputs.length, different };
}

/** The lines that report the result. */
const lines = document.querySelectorAll("[data-computed]");

/** @param {string} text */
function say(text) {
  for (const line of lines) line.textContent = text;
}

loadWhole().then(
  (core) => {
    const { all, different } = recompute(core);
    const { model, figures } = core.version();
    const made = `Method ${model}, figures ${figures}, ${all} numbers`;
    say(
      different === 0
        ? `Computed again in your browser just now: the same. ${made}.`
        : `Computed again in your browser just now: ${different} differ, and both are shown. ${made}. The page and the program beside it may be of different versions.`,
    );
  },
  () => say("These numbers were computed when the page was made. Your browser did not run the program that would compute them again."),
);
