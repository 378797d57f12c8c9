/** Evaluates a plan: at every point, into columns that are allocated once, or for `central` only. */
import { inChina } from "./plan.js";
import { CHINA, REGION } from "./strands.js";

/** @import { Columns } from "./columns.js" */
/** @import { Crop, Outcome, Plan, Stated, Strand } from "./data.d.ts" */
/** @import { Strands } from "./strands.js" */

/** `part` of the first and the rest of the second. @param {number} first @param {number} second @param {number} part */
const mixed = (first, second, part) => (part >= 1 ? first : second + part * (first - second));

/** How much of what stood is kept where a place is stated. @param {Stated} stated @param {boolean} more whether it gives more @param {number} fails */
function keep({ place, cloth }, more, fails) {
  if (more) return cloth || inChina(place) ? 0 : 1;
  return place === CHINA ? 1 : fails;
}

/** @param {Plan} plan */
const allOutside = ({ origins }) => origins.length > 0 && origins.every(({ place }) => !inChina(place));

/**
 * @param {Columns} columns
 * @param {Strands} strands
 */
export function createEvaluator({ length, figure, best, anyOf, crop: cropOf }, strands) {
  const outcome = () => ({ share: new Float64Array(length), any: new Float64Array(length) });
  const [answer, before, part, sum] = [outcome(), outcome(), outcome(), outcome()];
  const lots = figure("lots");
  const anyCrop = cropOf("");
  /** Whether a place that is not known is averaged over all places, not drawn. */
  let averaged = false;

  /** @param {Strand} strand @param {Crop} crop @param {Outcome} into */
  function fill({ way, lot }, crop, into) {
    if (way.drawn && averaged) return fillWorld(crop, into);
    const { central, share, any } = crop.lots[lot];
    const column = way.column;
    for (let i = 0; i < length; i += 1) {
      into.share[i] = column[i] * share[i];
      into.any[i] = column[i] * any[i];
    }
    if (way.drawn) {
      // Central stands on the base figure itself, as one strand of Chinese cloth.
      into.share[0] = crop.world;
      into.any[0] = (crop.world / central) * anyOf(central, lots[0]);
    }
  }

  /** The average over all places: the share of the world's cotton, as one strand of Chinese cloth. @param {Crop} crop @param {Outcome} into */
  function fillWorld({ worlds, lots: { cloth } }, into) {
    const { share, any } = cloth;
    for (let i = 0; i < length; i += 1) {
      const world = worlds[i];
      into.share[i] = world;
      into.any[i] = world > share[i] ? anyOf(world, lots[i]) : (world / share[i]) * any[i];
    }
  }

  /** @param {Stated} stated @param {Plan} plan */
  function takeIn(stated, plan) {
    fill(stated.strand, plan.crop, part);
    const fails = figure("place-fails");
    for (let i = 0; i < length; i += 1) {
      const kept = keep(stated, part.share[i] > answer.share[i], fails[i]);
      answer.share[i] = mixed(answer.share[i], part.share[i], kept);
      answer.any[i] = mixed(answer.any[i], part.any[i], kept);
    }
  }

  /** @param {Outcome} outcome @param {number} recycled */
  function addRecycled({ share, any }, recycled) {
    fill(strands.unknown.any, anyCrop, part);
    for (let i = 0; i < length; i += 1) {
      share[i] = mixed(part.share[i], share[i], recycled);
      // It is torn from many garments: one strand.
      const holds = anyOf(part.share[i], lots[i]);
      any[i] = recycled < 1 ? 1 - (1 - any[i]) * (1 - holds) : holds;
    }
  }

  /** @param {Plan} plan */
  function takeOrigins({ origins, crop }) {
    sum.share.fill(0);
    sum.any.fill(0);
    for (const { place, proof } of origins) {
      if (place === REGION) fill(strands.grownInRegion, crop, part);
      else if (place === CHINA) {
        fill(strands.grownInChina, crop, part);
        takeWhere(part, answer, (there, here) => there > here);
      } else {
        const fails = figure(`claim-fails[${proof}]`);
        for (let i = 0; i < length; i += 1) {
          part.share[i] = answer.share[i] * fails[i];
          part.any[i] = answer.any[i] * fails[i];
        }
      }
      for (let i = 0; i < length; i += 1) {
        sum.share[i] += part.share[i];
        sum.any[i] += part.any[i];
      }
    }
    for (let i = 0; i < length; i += 1) {
      answer.share[i] = sum.share[i] / origins.length;
      answer.any[i] = sum.any[i] / origins.length;
    }
  }

  /** @param {Outcome} outcome @param {Outcome} other @param {(there: number, here: number) => boolean} wanted */
  function takeWhere(outcome, other, wanted) {
    for (let i = 0; i < length; i += 1) {
      if (wanted(other.share[i], outcome.share[i])) {
        outcome.share[i] = other.share[i];
        outcome.any[i] = other.any[i];
      }
    }
  }

  /** At every point. The columns hold until the next call. @param {Plan} plan @param {boolean} [average] over the places, where none is known @returns {Outcome} */
  function evaluate(plan, average = false) {
    averaged = average;
    fill(plan.sewn, plan.crop, answer);
    for (const stated of plan.stated) takeIn(stated, plan);
    const recycled = plan.recycled > 0;
    if (plan.origins.length === 0) {
      if (recycled) addRecycled(answer, plan.recycled);
      return answer;
    }
    if (recycled) {
      before.share.set(answer.share);
      before.any.set(answer.any);
      addRecycled(before, plan.recycled);
    }
    takeOrigins(plan);
    if (recycled && allOutside(plan)) takeWhere(answer, before, (there, here) => there < here);
    return answer;
  }

  /** @param {Strand} strand @param {Crop} crop */
  const centralOf = ({ way, lot }, crop) => (way.drawn ? crop.world : way.central * crop.lots[lot].central);

  /** The share for `central` alone. @param {Plan} plan */
  function central(plan) {
    const { crop, origins } = plan;
    let share = centralOf(plan.sewn, crop);
    for (const stated of plan.stated) {
      const gives = centralOf(stated.strand, crop);
      share = mixed(share, gives, keep(stated, gives > share, best("place-fails")));
    }
    const withRecycled = plan.recycled > 0 ? mixed(centralOf(strands.unknown.any, anyCrop), share, plan.recycled) : share;
    if (origins.length === 0) return withRecycled;
    let sum = 0;
    for (const { place, proof } of origins) {
      if (place === REGION) sum += 1;
      else if (place === CHINA) sum += Math.max(share, centralOf(strands.grownInChina, crop));
      else sum += share * best(`claim-fails[${proof}]`);
    }
    const stated = sum / origins.length;
    return plan.recycled > 0 && allOutside(plan) ? Math.min(stated, withRecycled) : stated;
  }

  return { evaluate, central };
}
