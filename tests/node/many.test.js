/** In a wardrobe and in a table, each garment has the answer that it has by itself. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";
import { assertSame } from "./support/evaluator.js";
import { garments } from "./support/grid.js";

/** @import { Estimate, Garment, Quantity } from "../../www/types.d.ts" */

const QUANTITIES = /** @type {Quantity[]} */ (["cottonShare", "garmentShare", "grams", "fieldGrams", "inPart"]);
const ENDS = /** @type {(keyof Estimate)[]} */ (["low", "central", "high", "mean"]);

/** @type {Garment[]} */
const WARDROBE = [
  { kind: "t-shirt", madeIn: "BD", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], boughtIn: 2024 },
  { kind: "jeans", madeIn: "CN", massGrams: 600 },
  { kind: "gloves", madeIn: "VN" },
  { fibres: [{ fibre: "wool", percent: 100 }] },
];

test("each garment of a wardrobe is what it is alone", () => {
  const { garments } = co.assessAll(WARDROBE);
  assert.deepEqual(garments, WARDROBE.map((garment) => co.assess(garment)));
});

test("the total adds up, and says which garments it leaves out", () => {
  const { garments, total } = co.assessAll(WARDROBE);
  assertSame(total.grams.central, garments.reduce((sum, { grams }) => sum + (grams?.central ?? 0), 0), "grams");
  assertSame(total.garmentsWithAny.central, garments.reduce((sum, { inPart }) => sum + (inPart?.central ?? 0), 0), "garments with any");
  assert.deepEqual(total.withoutGrams, [2], "gloves have no usual weight");
  // Independent variation evens out, so the range of the sum is within the sum of the ranges.
  const sum = (/** @type {"low" | "high"} */ end) => garments.reduce((all, { grams }) => all + (grams?.[end] ?? 0), 0);
  assert.ok(sum("low") < total.grams.low && total.grams.high < sum("high"));
});

test("a wardrobe of one is the garment, and one of none is nothing", () => {
  const one = co.assessAll([{ kind: "jeans", madeIn: "CN" }]);
  for (const end of ENDS) assertSame(one.total.grams[end], one.garments[0]?.grams?.[end] ?? NaN, end);
  assert.deepEqual(co.assessAll([]).total.grams, { low: 0, central: 0, high: 0, mean: 0 });
});

test("each row of a table is the garment that it names", () => {
  /** @type {Garment[]} */
  const rows = [...garments()].map(({ kind, madeIn, fabricIn, spunIn, boughtIn, soldIn, massGrams }) => ({ kind, madeIn, fabricIn, spunIn, boughtIn, soldIn, massGrams }));
  const names = ["", ...new Set(rows.flatMap(({ kind, madeIn, fabricIn, spunIn, soldIn }) => [kind, madeIn, fabricIn, spunIn, soldIn]).filter((name) => name !== undefined))];
  const column = (/** @type {"kind" | "madeIn" | "fabricIn" | "spunIn" | "soldIn"} */ field) => Uint8Array.from(rows, (row) => names.indexOf(row[field] ?? ""));
  const answer = co.assessTable({
    names,
    kind: column("kind"),
    madeIn: column("madeIn"),
    fabricIn: column("fabricIn"),
    spunIn: column("spunIn"),
    soldIn: column("soldIn"),
    boughtIn: Uint16Array.from(rows, ({ boughtIn }) => boughtIn ?? 0),
    massGrams: Float64Array.from(rows, ({ massGrams }) => massGrams ?? NaN),
  });
  assert.deepEqual(answer.problems, []);
  rows.forEach((row, at) => {
    const alone = co.assess(row);
    for (const quantity of QUANTITIES) {
      for (const end of ENDS) {
        const [inTable, expected] = [answer[quantity][end][at] ?? assert.fail(), alone[quantity]?.[end]];
        if (expected === undefined) assert.ok(Number.isNaN(inTable), `${quantity} of ${JSON.stringify(row)} cannot be told`);
        else assertSame(inTable, expected, `${quantity}.${end} of ${JSON.stringify(row)}`);
      }
    }
  });
});

test("a bad row is told and does not stop the rest", () => {
  const answer = co.assessTable({ names: ["", "CN", "XX"], madeIn: Uint8Array.of(1, 2, 0, 9), cottonPercent: Float64Array.of(100, 100, 130, 100) });
  assert.deepEqual(answer.problems.map(({ row, field, code }) => `${row} ${field} ${code}`), ["1 madeIn unknown-place", "2 cottonPercent out-of-range", "3 madeIn out-of-range"]);
  assert.deepEqual([...answer.cottonShare.central].map(Number.isNaN), [false, true, true, true]);
  assertSame(answer.cottonShare.central[0] ?? NaN, 0.84 * 0.82 * 0.84, "the good row");
});

test("a row without cotton is told apart from one that was not computed", () => {
  const table = { names: ["", "XX"], madeIn: Uint8Array.of(0, 0, 1), cottonPercent: Float64Array.of(100, 0, 100) };
  assert.deepEqual([...co.assessTable(table).status], [0, 1, 2]);
  const skipped = co.assessTable(table, { onProblem: "skip" });
  assert.deepEqual([...skipped.status], [0, 1, 0]);
  assert.deepEqual(skipped.problems.map(({ row, field }) => [row, field]), [[2, "madeIn"]]);
  assert.equal(skipped.cottonShare.central[2], skipped.cottonShare.central[0], "as if it said no country");
});

test("the share as twenty dots", () => {
  const dots = co.quantiles({ madeIn: "CN" });
  assert.equal(dots?.length, 20);
  assert.deepEqual(dots, [...(dots ?? [])].sort((a, b) => a - b));
  assert.equal(co.quantiles({ fibres: [{ fibre: "wool", percent: 100 }] }), null);
  assert.ok((co.quantiles({ madeIn: "CN" }, { replace: { "china-home-grown": 0.1 } })?.[19] ?? 1) < (dots?.[0] ?? 0));
  assert.throws(() => co.quantiles({ madeIn: "XX" }), { name: "CottonOriginError", code: "bad-garment" });
});
