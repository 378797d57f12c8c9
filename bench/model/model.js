/**
 * The estimate in plain JavaScript, for the benchmark: the same figures, points and rules as the core's, written to be fast. Its columns are
 * typed arrays that are made once, and its loops over them make nothing.
 *
 * It gives what costs: the five quantities with their ranges, of a garment whose market is not said, and what would narrow the answer. It checks no input, explains no step, knows
 * nothing of parts (shell, lining), and takes all percentages or none.
 * @import { Estimate, Garment } from "../../www/types.d.ts"
 * @import { Data, Plan } from "./data.d.ts"
 */
import { createColumns } from "./columns.js";
import { createEvaluator } from "./evaluate.js";
import { createAsker, inOrder } from "./next.js";
import { createOnward, createUsual } from "./onward.js";
import { createPlanner } from "./plan.js";
import { createStrands } from "./strands.js";

const ZERO = { low: 0, central: 0, high: 0, mean: 0 };

/** What garments share that differ only in amounts is kept for so many; then it begins anew. */
const MOST = 2048;

/** @param {Data} data */
export function createModel(data) {
  const columns = createColumns(data);
  const strands = createStrands(data, columns);
  const planner = createPlanner(data, columns, strands);
  const { evaluate, central } = createEvaluator(columns, strands);
  const usual = createUsual(data);
  const { range, links: linksOf, amounts, scaled } = createOnward(columns, usual);
  const { aboutShare, aboutAmounts } = createAsker(columns, strands, planner, central, usual);
  const remembered = memory(shared);

  /** What does not depend on how much cotton there is, nor on what it weighs. @param {Garment} garment @param {Plan} plan */
  function shared(garment, plan) {
    const { share, any } = evaluate(plan);
    const answer = { cottonShare: range.estimate(share), inPart: range.estimate(any) };
    const made = { amounts: amounts(linksOf(garment, plan.cotton), share, answer.cottonShare), questions: aboutShare(garment, plan) };
    if (!plan.sewn.way.drawn) return { ...answer, ...made };
    const average = evaluate(plan, true);
    const of = (/** @type {Estimate} */ estimate, /** @type {Float64Array} */ column) => ({ ...estimate, ofAverage: range.interval(column) });
    return { cottonShare: of(answer.cottonShare, average.share), inPart: of(answer.inPart, average.any), ...made };
  }

  return {
    /** @param {Garment} garment */
    assess(garment) {
      const plan = planner.plan(garment);
      if (plan.cotton.kind === "none") {
        return { cottonShare: null, garmentShare: ZERO, grams: ZERO, fieldGrams: ZERO, inPart: ZERO, next: [] };
      }
      const { cottonShare, inPart, amounts, questions } = remembered(garment, plan);
      return {
        cottonShare: { ...cottonShare },
        ...scaled(linksOf(garment, plan.cotton), cottonShare.central, amounts),
        inPart: { ...inPart },
        next: inOrder([...questions, ...aboutAmounts(garment, plan)]),
      };
    },
  };
}

/** Keeps what was made for garments alike. @template T @param {(garment: Garment, plan: Plan) => T} make */
function memory(make) {
  /** @type {Map<string, T>} */
  const kept = new Map();
  return (/** @type {Garment} */ garment, /** @type {Plan} */ plan) => {
    const { kind, madeIn, fabricIn, spunIn, cottonFrom, proof, boughtIn, massGrams, schemes } = garment;
    if ((Array.isArray(cottonFrom) && cottonFrom.length > 1) || schemes) return make(garment, plan);
    const key = `${kind} ${madeIn} ${fabricIn} ${spunIn} ${cottonFrom} ${proof} ${boughtIn} ${plan.recycled} ${plan.cotton.kind} ${massGrams === undefined}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    if (kept.size === MOST) kept.clear();
    const made = make(garment, plan);
    kept.set(key, made);
    return made;
  };
}
