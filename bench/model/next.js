/** What would narrow the answer: for each question not answered, how far its answers would move `central`. */
import { KINDS, PROOFS } from "../../target/vocabulary/lists.js";
import { fabricOf, inChina } from "./plan.js";
import { CHINA } from "./strands.js";

/** @import { Garment, Next } from "../../www/types.d.ts" */
/** @import { Columns } from "./columns.js" */
/** @import { Plan } from "./data.d.ts" */
/** @import { Usual } from "./onward.js" */
/** @import { Planner } from "./plan.js" */
/** @import { Strands } from "./strands.js" */

/** @typedef {Pick<Next, "question" | "of" | "expectedChange" | "low" | "high">} Question */
/** With what it is ranked by: the expected change as a part of the mass that it is about. @typedef {[number, Question]} Ranked */

/**
 * @param {Columns} columns
 * @param {Strands} strands
 * @param {Planner} planner
 * @param {(plan: Plan) => number} central
 * @param {Usual} usual
 */
export function createAsker({ best, quantiles, recentCrops }, strands, planner, central, usual) {
  const weights = strands.places.map(({ weight }) => weight);
  const places = strands.places.map(({ place }) => place);
  const even = new Array(KINDS.length).fill(1);
  const lag = best("crop-lag");

  /** Ten values that a figure is as likely to be under as over the next: the middles of its tenths. @param {string} id */
  function deciles(id) {
    const values = quantiles(id);
    return even.slice(0, 10).map((_, tenth) => values[Math.floor(((2 * tenth + 1) * values.length) / 20)]);
  }

  /** How far answers move a value. @param {number} here @param {number[]} there @param {number[]} weights */
  function moved(here, there, weights) {
    let [change, total, low, high] = [0, 0, Infinity, -Infinity];
    for (let i = 0; i < there.length; i += 1) {
      change += weights[i] * Math.abs(there[i] - here);
      total += weights[i];
      low = Math.min(low, there[i]);
      high = Math.max(high, there[i]);
    }
    return { change: change / total, low, high };
  }

  /** @param {Question["question"]} question @param {Question["of"]} of @param {ReturnType<typeof moved>} moved @param {number} unit @returns {Ranked} */
  const told = (question, of, { change, low, high }, unit) => [change, { question, of, expectedChange: change * unit, low: low * unit, high: high * unit }];

  /** Those that move the share of the cotton. @param {Garment} garment @param {Plan} plan */
  function aboutShare(garment, plan) {
    const { kind, madeIn, fabricIn, spunIn, proof, boughtIn, soldIn } = garment;
    const share = central(plan);
    const fabric = fabricOf(kind);
    const variant = { ...plan };
    /** @type {Ranked[]} */
    const asked = [];

    /** The share under each answer. @template T @param {Question["question"]} question @param {T[]} answers @param {number[]} weights @param {(answer: T) => void} enter */
    function ask(question, answers, weights, enter) {
      const there = answers.map((answer) => {
        enter(answer);
        return central(variant);
      });
      asked.push(told(question, "cottonShare", moved(share, there, weights), 1));
      Object.assign(variant, plan);
    }

    if (kind === undefined) {
      ask("kind", KINDS, even, (kind) => {
        const fabric = fabricOf(kind);
        variant.sewn = madeIn === undefined ? strands.unknown[fabric] : strands.sewn[fabric](madeIn);
        variant.stated = planner.stated(fabricIn, spunIn, fabric);
      });
    }
    if (madeIn === undefined) ask("madeIn", places, weights, (place) => (variant.sewn = strands.sewn[fabric](place)));
    if (fabricIn === undefined) ask("fabricIn", places, weights, (place) => (variant.stated = planner.stated(place, spunIn, fabric)));
    if (spunIn === undefined) ask("spunIn", places, weights, (place) => (variant.stated = planner.stated(fabricIn, place, fabric)));
    if (plan.origins.length === 0) {
      ask("cottonFrom", places, weights, (place) => (variant.origins = planner.origins({ ...garment, cottonFrom: place })));
    } else if (proof === undefined && plan.origins.every(({ place }) => !inChina(place))) {
      ask("proof", PROOFS, even, (proof) => (variant.origins = planner.origins(/** @type {Garment} */ ({ ...garment, proof }))));
    }
    if (soldIn === undefined) {
      ask("soldIn", strands.markets, even, (market) => {
        const sewn = strands.soldIn(market, madeIn, boughtIn, fabric);
        variant.sewn = sewn;
        // Chinese cloth of a garment sewn in China states nothing new.
        variant.stated = plan.stated.map((stated) => (stated.cloth && stated.place === CHINA && madeIn === CHINA ? { ...stated, strand: sewn } : stated));
      });
    }
    if (boughtIn === undefined) ask("boughtIn", recentCrops, even, (crop) => (variant.crop = planner.crop(crop + lag)));
    return asked;
  }

  /** Those that move the grams, or the share of the garment. @param {Garment} garment @param {Plan} plan */
  function aboutAmounts({ kind, massGrams }, plan) {
    const share = central(plan);
    const [figure, mass] = [usual.fraction(kind), usual.mass(kind)];
    const usualMass = mass === undefined ? undefined : best(mass);
    /** @type {Ranked[]} */
    const asked = [];
    if (plan.cotton.kind === "usual") {
      const grams = massGrams ?? usualMass;
      const change = moved(best(figure) * share, deciles(figure).map((fraction) => fraction * share), even);
      asked.push(told("fibres", grams === undefined ? "garmentShare" : "grams", change, grams ?? 1));
    }
    if (massGrams !== undefined) return asked;
    if (mass === undefined || usualMass === undefined) asked.push([0, { question: "massGrams", of: "grams", expectedChange: null, low: null, high: null }]);
    else {
      const part = share * (plan.cotton.kind === "fraction" ? plan.cotton.fraction : best(figure));
      asked.push(told("massGrams", "grams", moved(part, deciles(mass).map((value) => (part * value) / usualMass), even), usualMass));
    }
    return asked;
  }

  return { aboutShare, aboutAmounts };
}

/** The one that would move the answer most first. @param {Ranked[]} asked */
export const inOrder = (asked) => asked.sort(([a], [b]) => b - a).map(([, question]) => ({ ...question }));
