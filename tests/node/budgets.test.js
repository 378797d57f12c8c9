/**
 * Budgets that must not get worse: sizes, and ratios of times of the same run. The targets are stricter, and `cargo xtask bench` says by how
 * much they are missed. When you make something smaller or faster, lower its budget here.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { createModel } from "../../bench/model/model.js";
import { rows, table } from "../../bench/support/catalogue.js";
import { compare, perRow, ratio } from "../../bench/support/compare.js";
import { garments } from "../../bench/support/garments.js";
import { co } from "./support/core.js";

/** @import { Estimate, Garment, Next, Quantity, SpreadEstimate } from "../../www/types.d.ts" */

const made = async (/** @type {string} */ name) => JSON.parse(await readFile(new URL(`../../target/${name}`, import.meta.url), "utf8"));

const { files } = await made("www/manifest.json");
/** The task runner writes the model's data before these tests. */
const model = createModel(await made("bench/model.json"));

/** Sizes in bytes, with gzip. */
const FIRST_ESTIMATE = ["cotton-origin.js", "cotton_origin.wasm"];
const BUDGETS = /** @type {[string, string[], number][]} */ ([
  ["the first estimate", FIRST_ESTIMATE, 141_000],
  ["everything in English", [...FIRST_ESTIMATE, "cotton-origin-more.js", "locales/more/en.json", "figures.json", "cotton_origin_label.wasm"], 381_200],
  ["the label reader's wasm", ["cotton_origin_label.wasm"], 154_200],
]);

for (const [what, names, most] of BUDGETS) {
  test(`${what} is within its size`, () => {
    const gzip = names.reduce((sum, name) => sum + files[name].gzip, 0);
    assert.ok(gzip <= most, `${gzip} bytes after gzip, where ${most} are granted`);
  });
}

/** The least ratio of the JavaScript model's time to the core's. */
const BESIDE_JAVASCRIPT = 0.8;

/** More garments than either caches. */
const MANY = 4000;

test("a call is not much slower than the model in JavaScript", () => {
  const times = compare(garments(MANY), { core: co.assess, javascript: model.assess }, 1);
  const faster = ratio(times.javascript, times.core);
  assert.ok(faster >= BESIDE_JAVASCRIPT, `${faster.toFixed(2)} x as fast, where ${BESIDE_JAVASCRIPT} is granted`);
});

/** The least ratio of the time of a call to that of a row of a catalogue. */
const BESIDE_LOOP = 20;

test("a row of a catalogue costs a fraction of a call", () => {
  const alone = rows(table(500));
  const catalogue = table(100_000);
  const loop = perRow(alone.length, () => alone.forEach((garment) => co.assess(garment)));
  const faster = loop / perRow(catalogue.kind.length, () => co.assessTable(catalogue));
  assert.ok(faster >= BESIDE_LOOP, `${faster.toFixed(1)} x as fast a row, where ${BESIDE_LOOP} is granted`);
});

const QUANTITIES = /** @type {Quantity[]} */ (["cottonShare", "garmentShare", "grams", "fieldGrams", "inPart"]);
const BOUNDS = /** @type {const} */ (["low", "high"]);
const ENDS = /** @type {(keyof Estimate)[]} */ (["low", "central", "high", "mean"]);

test("the model in JavaScript gives the same numbers: it is slower or faster at the same work", () => {
  const all = garments(200);
  for (const garment of all) {
    const [theirs, ours] = [model.assess(garment), co.assess(garment)];
    for (const quantity of QUANTITIES) assertEstimate(theirs[quantity], ours[quantity], `${quantity} of ${JSON.stringify(garment)}`);
    assertNext(theirs.next, ours.next, garment);
  }
});

/** Checks that a number is within a tolerance, relative for numbers above one. @param {number} actual @param {number} expected @param {number} within @param {string} what */
function assertNear(actual, expected, within, what) {
  assert.ok(Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)), `${what}: ${actual}, not ${expected}`);
}

/** @param {SpreadEstimate | null} actual @param {SpreadEstimate | null} expected @param {string} what */
function assertEstimate(actual, expected, what) {
  if (actual === null || expected === null) return assert.equal(actual, expected, what);
  for (const end of ENDS) assertNear(actual[end], expected[end], end === "central" ? 1e-9 : 1e-6, `${end} ${what}`);
  assert.equal(actual.ofAverage === undefined, expected.ofAverage === undefined, what);
  if (actual.ofAverage && expected.ofAverage) for (const end of BOUNDS) assertNear(actual.ofAverage[end], expected.ofAverage[end], 1e-6, `${end} of the average ${what}`);
}

/** @param {Next[]} actual @param {Next[]} expected @param {Garment} garment */
function assertNext(actual, expected, garment) {
  const answered = new Map(actual.map((next) => [next.question, next]));
  assert.equal(actual.length, expected.length, JSON.stringify(garment));
  for (const { question, of, expectedChange, low, high } of expected) {
    const next = answered.get(question) ?? assert.fail(`${question} of ${JSON.stringify(garment)}`);
    assert.equal(next.of, of);
    for (const [one, other] of [[next.expectedChange, expectedChange], [next.low, low], [next.high, high]]) {
      if (one === null || other === null) assert.equal(one, other);
      else assertNear(one, other, 1e-9, `${question} of ${JSON.stringify(garment)}`);
    }
  }
}
