/**
 * Checks that an error is of our kind, with a code, and has every problem with its field.
 * @import { CottonOriginError, Problem } from "../../../www/types.d.ts"
 */
import assert from "node:assert/strict";

/** Every code that `types.d.ts` lists. @type {Problem["code"][]} */
export const CODES = [
  "unknown-field", "wrong-type", "unknown-kind", "unknown-fibre", "unknown-place", "unknown-proof", "unknown-scheme", "unknown-figure", "unknown-value",
  "not-a-number", "ambiguous-number", "not-whole", "out-of-range", "total-over-100", "missing", "only-one", "wrong-length",
];

/**
 * The error of a call; null if it succeeds. Any other exception fails the test.
 * @param {() => unknown} call
 * @returns {CottonOriginError | null}
 */
export function refused(call) {
  try {
    call();
    return null;
  } catch (thrown) {
    assert.ok(thrown instanceof Error, `an Error, not ${String(thrown)}`);
    assert.equal(thrown.name, "CottonOriginError", `${thrown.name}: ${thrown.message}`);
    const error = /** @type {CottonOriginError} */ (thrown);
    assert.ok(["bad-garment", "bad-options", "bad-table", "bad-label"].includes(error.code), error.code);
    assert.ok(Array.isArray(error.fields) && error.fields.length > 0, "it lists its problems");
    error.fields.forEach(assertProblem);
    return error;
  }
}

/** @param {Problem} problem */
function assertProblem({ field, code, value, min, max, ...more }) {
  assert.equal(typeof field, "string");
  assert.ok(CODES.includes(code), code);
  assert.ok(value === undefined || typeof value === "string", "the value is text");
  for (const bound of [min, max]) assert.ok(bound === undefined || Number.isFinite(bound), "a bound is a number");
  assert.deepEqual(more, {}, "nothing that types.d.ts does not name");
}

/** "fibres.0.percent out-of-range" for each problem, in order. @param {() => unknown} call */
export function problems(call) {
  const error = refused(call) ?? assert.fail("it was taken");
  return error.fields.map(({ field, code }) => `${field} ${code}`);
}
