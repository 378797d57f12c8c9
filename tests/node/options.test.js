/** Figures can be replaced for one answer: it says so and what it was before, and the next answer is not affected. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";
import { assertSame, evaluate, flat } from "./support/evaluator.js";

test("a replaced figure goes into the steps and the answer", () => {
  const before = co.assess({ madeIn: "CN" });
  const after = co.assess({ madeIn: "CN" }, { replace: { "china-home-grown": 0.5 } });
  const share = after.cottonShare?.central ?? NaN;
  assertSame(share, 0.84 * 0.5 * 0.84, "by hand");
  assertSame(evaluate(after.steps).cottonShare ?? NaN, share, "by the steps");

  const [step, ...others] = flat(after.steps).filter(({ figure }) => figure === "china-home-grown");
  assert.deepEqual([step?.value, step?.standing, others.length], [0.5, "replaced", 0]);
  assert.deepEqual(after.replaced?.figures, [
    { figure: "china-home-grown", from: { low: 0.62, best: 0.82, high: 0.9 }, to: { low: 0.5, best: 0.5, high: 0.5 } },
  ]);
  assert.equal(after.replaced?.before.cottonShare, before.cottonShare?.central);
  assert.equal(after.replaced?.before.inPart, before.inPart?.central);
});

test("bounds can be replaced with it: wider ones widen the range", () => {
  const width = (/** @type {import("../../www/types.d.ts").Bounds | number} */ bounds) => {
    const { low, high } = co.assess({ madeIn: "CN" }, { replace: { "china-home-grown": bounds } }).cottonShare ?? assert.fail();
    return high - low;
  };
  assert.ok(width({ low: 0.1, best: 0.5, high: 0.9 }) > width({ low: 0.4, best: 0.5, high: 0.6 }));
  assert.ok(width({ low: 0.4, best: 0.5, high: 0.6 }) > width(0.5));
});

test("the next answer rests on our figures again", () => {
  const ours = JSON.stringify(co.assess({ madeIn: "CN" }));
  co.assess({ madeIn: "CN" }, { replace: { "china-home-grown": 0.1 } });
  assert.equal(JSON.stringify(co.assess({ madeIn: "CN" })), ours);
  assert.ok(!("replaced" in JSON.parse(ours)));
});

test("no options are no replacement", () => {
  const ours = JSON.stringify(co.assess({ madeIn: "CN" }));
  for (const options of [undefined, null, {}, { replace: {} }, { replace: undefined }]) {
    assert.equal(JSON.stringify(co.assess({ madeIn: "CN" }, /** @type {any} */ (options))), ours);
  }
});
