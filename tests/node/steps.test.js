/** Evaluating the steps of an answer by hand gives its numbers, and each figure among them has its sources. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";
import { SAME, assertSame, evaluate, flat } from "./support/evaluator.js";
import { garments } from "./support/grid.js";

/** @import { Assessment, Estimate, Garment, Quantity, Source } from "../../www/types.d.ts" */

const QUANTITIES = /** @type {Quantity[]} */ (["cottonShare", "garmentShare", "grams", "fieldGrams", "inPart"]);

/** Each garment of the grid with its answer. @type {[Garment, Assessment][]} */
const ANSWERED = [...garments()].map((garment) => [garment, co.assess(garment)]);

test("the grid is as large as it says", () => assert.equal(ANSWERED.length, 2 * 8 * 4 * 4 * 6));

/** Tells which garment it is about where a check fails. @param {(assessment: Assessment) => void} check */
function everyAnswer(check) {
  for (const [garment, assessment] of ANSWERED) {
    try {
      check(assessment);
    } catch (error) {
      throw new Error(`${JSON.stringify(garment)}: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
}

test("the steps evaluate to central, whatever is known", () => {
  everyAnswer((assessment) => {
    const found = evaluate(assessment.steps);
    // Without cotton there is one step, to zero, and no others.
    if (!assessment.cottonShare) return assertNothing(assessment, found.garmentShare);
    for (const quantity of QUANTITIES) {
      const estimate = assessment[quantity];
      if (estimate) assertSame(found[quantity] ?? NaN, estimate.central, quantity);
      else assert.ok(!(quantity in found), `no step leads to ${quantity}, which is not known`);
    }
  });
});

/** @param {Assessment} assessment @param {number | undefined} share */
function assertNothing({ garmentShare, grams, fieldGrams, inPart, reasons }, share) {
  assert.equal(reasons.cottonShare, "no-cotton");
  assert.deepEqual([share, ...[garmentShare, grams, fieldGrams, inPart].map((estimate) => estimate?.high)], [0, 0, 0, 0, 0]);
}

test("low, central, mean and high are in order and within what they can be", () => {
  everyAnswer((assessment) => {
    for (const quantity of QUANTITIES) {
      const estimate = assessment[quantity];
      const most = /grams/i.test(quantity) ? Number.MAX_VALUE : 1;
      if (estimate) assertOrdered(estimate, most, quantity);
      else assert.ok(assessment.reasons[quantity], `it says why ${quantity} is null`);
    }
  });
});

/** @param {Estimate} estimate @param {number} most @param {string} what */
function assertOrdered({ low, central, high, mean }, most, what) {
  const all = [0, low, central, high, most];
  assert.deepEqual(all, [...all].sort((a, b) => a - b), what);
  // The mean of equal numbers can differ from them by rounding.
  assert.ok(low - mean <= SAME && mean - high <= SAME * Math.max(1, high), `the mean of ${what}: ${mean}`);
}

test("the strands behind the chance of any add up to the share, and the chance is not below it", () => {
  everyAnswer(({ cottonShare, inPart, steps }) => {
    const [strands, ...others] = steps.find(({ op }) => op === "any")?.groups ?? [];
    // Recycled cotton is a separate group, weighted by its share, as tested above.
    if (!cottonShare || !strands || others.length > 0) return;
    assertSame(strands.reduce((sum, { w, s }) => sum + w * s, 0), cottonShare.central, "the sum of w s");
    assert.ok((inPart?.central ?? 0) >= cottonShare.central - SAME, `inPart ${inPart?.central}`);
  });
});

test("each figure that a step names is that figure, with its sources", () => {
  const figures = new Map(co.figures().map((figure) => [figure.id, figure]));
  const met = new Set();
  everyAnswer(({ steps }) => {
    for (const { id, figure, value, year, sources } of flat(steps)) {
      if (figure === null) {
        assert.deepEqual(sources, [], `${id} names no figure`);
        continue;
      }
      met.add(figure);
      // A market's place is said; what part of the market it is, is the part's share.
      if (id !== "market-place") assert.equal(value, figures.get(figure)?.best, figure);
      assert.equal(year, figures.get(figure)?.year, figure);
      assert.ok(sources.length > 0, `${figure} has a source`);
      sources.forEach((source) => assertSource(source, figure));
    }
  });
  // The grid must cover most figures to be a useful test.
  assert.ok(met.size > 25, `${met.size} figures`);
});

/** @param {Source} source @param {string} figure */
function assertSource(source, figure) {
  for (const name of /** @type {const} */ (["publisher", "title", "address", "locator"])) {
    assert.ok(source[name]?.trim(), `${figure}: a source has its ${name}`);
  }
  assert.ok(Number.isInteger(source.year) && source.year > 1900, `${figure}: ${source.year} is a year`);
  assert.match(source.address, /^https?:\/\/[^\s/]+/, figure);
}
