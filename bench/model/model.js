/**
 * The estimate in plain JavaScript, for the benchmark: the same figures, points and rules as the core's, written to be fast. Its columns are
 * typed arrays that are made once, and its loops over them make nothing.
 *
 * It gives what costs: the five quantities with their ranges, and what would narrow the answer. It checks no input, explains no step, knows
 * nothing of parts (shell, lining), and takes all percentages or none.
 * @import { Garment } from "../../www/types.d.ts"
 * @import { Data } from "./data.d.ts"
 */
import { createColumns } from "./columns.js";
import { createEvaluator } from "./evaluate.js";
import { createAsker } from "./next.js";
import { createOnward, createUsual } from "./onward.js";
import { createPlanner } from "./plan.js";
import { createStrands } from "./strands.js";

const ZERO = { low: 0, central: 0, high: 0, mean: 0 };

/** @param {Data} data */
export function createModel(data) {
  const columns = createColumns(data);
  const strands = createStrands(data, columns);
  const planner = createPlanner(data, columns, strands);
  const { evaluate, central } = createEvaluator(columns, strands);
  const usual = createUsual(data);
  const { range, onward } = createOnward(columns, usual);
  const next = createAsker(columns, strands, planner, central, usual);

  return {
    /** @param {Garment} garment */
    assess(garment) {
      const plan = planner.plan(garment);
      if (plan.cotton.kind === "none") {
        return { cottonShare: null, garmentShare: ZERO, grams: ZERO, fieldGrams: ZERO, inPart: ZERO, next: [] };
      }
      const { share, any } = evaluate(plan);
      const cottonShare = range.estimate(share);
      const inPart = range.estimate(any);
      return { cottonShare, ...onward(garment, plan.cotton, share, cottonShare), inPart, next: next(garment, plan) };
    },
  };
}
