/**
 * Evaluates steps. Written only from the comment on `Step` in `types.d.ts`: whoever reads that
 * comment must be able to get the same number.
 * @import { Quantity, Step } from "../../../www/types.d.ts"
 */
import assert from "node:assert/strict";

/** The tolerance for rounding. */
export const SAME = 1e-12;

/** @param {number} actual @param {number} expected @param {string} what */
export function assertSame(actual, expected, what) {
  // Relative for numbers above one: grams are larger than shares.
  const allowed = SAME * Math.max(1, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= allowed, `${what}: ${actual}, not ${expected}`);
}

/**
 * Evaluates the steps from a running value and checks every `result` on the way.
 * @param {Step[]} steps
 * @param {number} running
 * @returns {number}
 */
export function run(steps, running = 1) {
  for (const step of steps) {
    running = apply(step, running);
    assertSame(step.result, running, `the result of ${step.id}`);
  }
  return running;
}

/** @param {Step} step @param {number} running */
function apply({ id, op, value, parts = [], groups = [] }, running) {
  const known = () => {
    assert.equal(typeof value, "number", `${id} (${op}) has a value`);
    return /** @type {number} */ (value);
  };
  switch (op) {
    case "say":
      return running;
    case "start":
      return known();
    case "times":
      return running * known();
    case "split":
      return parts.reduce((sum, { share, steps }) => sum + share * run(steps, running), 0);
    case "any": {
      const lots = known();
      const none = groups.map((strands) => 1 - strands.reduce((sum, { w, s }) => sum + w * (1 - (1 - s) ** lots), 0));
      return 1 - none.reduce((product, chance) => product * chance, 1);
    }
    default:
      return assert.fail(`types.d.ts does not say what “${op}” does`);
  }
}

/**
 * The value of each quantity: the running value after the last step that leads to it.
 * @param {Step[]} steps
 * @returns {Partial<Record<Quantity, number>>}
 */
export function evaluate(steps) {
  run(steps);
  return Object.fromEntries(steps.map(({ of, result }) => [of, result]));
}

/** Every step, those inside parts too. @param {Step[]} steps @returns {Step[]} */
export const flat = (steps) => steps.flatMap((step) => [step, ...(step.parts ?? []).flatMap((part) => flat(part.steps))]);
