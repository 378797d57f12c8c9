/** The worked examples of the model, through the real wasm. Each has its arithmetic beside it, to be redone by hand. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";

/** Four digits, as the examples are written. @param {number} actual @param {number} expected */
const near = (actual, expected, within = 0.00005) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected} (within ${within})`);

/** @type {[string, import("../../www/types.d.ts").Garment, number][]} */
const EXAMPLES = [
  ["made in China: 0.84 × 0.82 × 0.84", { madeIn: "CN" }, 0.5786],
  ["made in China, bought 2025, so the crop of 2024: 0.84 × 0.82 × 0.922", { madeIn: "CN", boughtIn: 2025 }, 0.6351],
  ["T-shirt sewn in Bangladesh: 0.05 × 0.5786", { kind: "t-shirt", madeIn: "BD" }, 0.0289],
  ["jeans sewn in Bangladesh: 0.31 × 0.5786", { kind: "jeans", madeIn: "BD" }, 0.1794],
  ["cloth woven in China, sewn in Bangladesh: as made in China", { madeIn: "BD", fabricIn: "CN" }, 0.5786],
  ["made in China, yarn spun in Vietnam: 0.2 × 0.5786 + 0.8 × 0.002 × 0.84", { madeIn: "CN", spunIn: "VN" }, 0.1171],
  ["made in India, label says US cotton: 0.4 × 0.012 × 0.5786", { madeIn: "IN", cottonFrom: "US" }, 0.0028],
  ["sewn in the Region, cotton from China: the larger of 0.8 and 0.84", { madeIn: "CN-XJ", cottonFrom: "CN" }, 0.84],
  ["sewn in Cambodia, bought in the EU: 0.72 × 0.5786", { madeIn: "KH", soldIn: "EU" }, 0.4166],
  ["sewn in Viet Nam, bought in the USA in 2024: 0.95 × 0.36 × 0.84 × 0.82 × 0.91", { madeIn: "VN", soldIn: "US", boughtIn: 2024 }, 0.2144],
  ["made in China, bought in the USA in 2024: 0.85 × 0.84 × 0.82 × 0.91", { madeIn: "CN", soldIn: "US", boughtIn: 2024 }, 0.5328],
  ["sewn in India, cloth from Cambodia: 0.4 × 0.72 × 0.82 × 0.84", { madeIn: "IN", fabricIn: "KH" }, 0.1984],
  ["bought in the USA: the average of its table", { soldIn: "US" }, 0.1631],
  ["bought in the USA in 2024: the same, with what buyers left", { soldIn: "US", boughtIn: 2024 }, 0.1604],
  ["bought in the EU: the average of its table", { soldIn: "EU" }, 0.1496],
];

for (const [name, garment, share] of EXAMPLES) {
  test(name, () => near(co.assess(garment).cottonShare?.central ?? NaN, share));
}

test("nothing known gives the base figure, exactly", () => {
  assert.equal(co.assess({}).cottonShare?.central, 0.2);
  assert.equal(co.assess({ fibres: [{ fibre: "cotton", percent: 100 }] }).cottonShare?.central, 0.2);
});

test("cotton grown in China gives the base figure, exactly", () => {
  assert.equal(co.assess({ cottonFrom: "CN" }).cottonShare?.central, 0.84);
});

test("made in China has its range", () => {
  const { low, high } = co.assess({ madeIn: "CN" }).cottonShare ?? assert.fail();
  near(low, 0.499, 0.003);
  near(high, 0.677, 0.003);
});

test("grams: 0.5786 × 0.6 × 170 g", () => {
  const fibres = [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }];
  const { grams, garmentShare } = co.assess({ kind: "t-shirt", madeIn: "CN", massGrams: 170, fibres });
  near(grams?.central ?? NaN, 59.0, 0.05);
  near(garmentShare?.central ?? NaN, 0.5786 * 0.6);
  // 170 g is what such a T-shirt usually weighs.
  near(co.assess({ kind: "t-shirt", madeIn: "CN", fibres }).grams?.central ?? NaN, 59.0, 0.05);
});

test("in part, made in China: 1 − (1 − 0.5786)^2.25", () => {
  near(co.assess({ madeIn: "CN" }).inPart?.central ?? NaN, 0.857, 0.0005);
});

test("a garment without cotton has no share to estimate", () => {
  const { cottonShare, reasons } = co.assess({ fibres: [{ fibre: "polyester", percent: 100 }] });
  assert.equal(cottonShare, null);
  assert.equal(reasons.cottonShare, "no-cotton");
});
