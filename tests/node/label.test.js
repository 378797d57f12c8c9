/** The label reader as JavaScript sees it: the browser's own names of countries, spans in its own count, clear errors. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { co } from "./support/core.js";
import { problems, refused } from "./support/refused.js";

test("a label becomes a garment, with the place of each field", () => {
  const text = "👕 Müsli: 60 % Bio-Baumwolle, 40 % Polyester. Hergestellt in der Türkei";
  const { garment, fields } = co.readLabel(text);
  assert.deepEqual(garment.fibres, [{ fibre: "cotton", percent: 60, organic: true }, { fibre: "polyester", percent: 40 }]);
  assert.equal(garment.madeIn, "TR");
  const said = fields.map(({ field, span }) => [field, text.slice(span.start, span.end)]);
  assert.deepEqual(said.find(([field]) => field === "fibres.0"), ["fibres.0", "60 % Bio-Baumwolle"]);
  assert.deepEqual(said.find(([field]) => field === "madeIn"), ["madeIn", "Hergestellt in der Türkei"]);
});

test("what is ambiguous is left empty, with its alternatives", () => {
  const { garment, fields, notes } = co.readLabel("Made in China or Vietnam");
  assert.equal(garment.madeIn, undefined);
  assert.deepEqual(fields[0]?.alternatives, [{ madeIn: "CN" }, { madeIn: "VN" }]);
  assert.ok(notes.some(({ id }) => id === "several-countries"));
});

test("a garment that was read can be assessed", () => {
  assert.doesNotThrow(() => co.assess(co.readLabel("Shell: 100% cotton. Lining: 100% polyester. Made in India").garment));
});

test("rows of a catalogue may carry a label", () => {
  const label = co.assessTable({ names: ["", "100% cotton. Made in China"], label: new Uint8Array([1, 0]) });
  const fields = co.assessTable({
    names: ["", "CN"],
    madeIn: new Uint8Array([1, 0]),
    cottonPercent: new Float64Array([100, NaN]),
    recycledPercent: new Float64Array([0, NaN]),
  });
  assert.deepEqual(label.garmentShare, fields.garmentShare);
  assert.deepEqual(problems(() => co.assessTable({ names: [""], label: new Uint8Array([3]) })), ["label out-of-range"]);
});

/** @type {[string, () => unknown, string, string[]][]} */
const REFUSED = [
  ["no text", () => co.readLabel(/** @type {any} */ (5)), "bad-label", [" wrong-type"]],
  ["a text longer than any label", () => co.readLabel("x".repeat(5e6)), "bad-label", [" out-of-range"]],
  ["an option that is not known", () => co.readLabel("", /** @type {any} */ ({ speed: 1 })), "bad-options", ["speed unknown-field"]],
  ["languages that are none", () => co.readLabel("", /** @type {any} */ ({ languages: "de" })), "bad-options", ["languages wrong-type"]],
];

for (const [name, call, code, expected] of REFUSED) {
  test(`${name}: ${code}`, () => {
    assert.equal(refused(call)?.code, code);
    assert.deepEqual(problems(call), expected);
  });
}

test("with this runtime's names of countries the labels read as with ICU's", async () => {
  for (const file of ["corpus.jsonl", "labels.jsonl"]) {
    const lines = (await readFile(new URL(`../label/${file}`, import.meta.url), "utf8")).trim().split("\n");
    for (const { id, text, expect } of lines.map((line) => JSON.parse(line))) {
      assert.equal(co.readLabel(text).garment.madeIn ?? null, expect.made_in, id);
    }
  }
});
