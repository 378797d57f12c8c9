/** The label reader from JavaScript: names of countries from `Intl`, spans in UTF-16 code units, clear errors. */
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

test("an ambiguous component offers what it can be, in a garment with all components, and says why", () => {
  const { garment, fields } = co.readLabel("Shell: 45% wool. Lining: 100% cotton");
  const open = fields.find(({ certainty }) => certainty === "ambiguous");
  assert.deepEqual([open?.field, open?.reason], ["components.0", "total-under-100"]);
  assert.deepEqual(open?.alternatives?.map(({ components }) => components?.map(({ fibres }) => fibres?.[0]?.percent)), [[45, 100]]);
  assert.equal(garment.components?.[0]?.fibres?.length ?? 0, 0);
});

test("a name that no place has is returned with its field, and the language where it is clear", () => {
  const text = "👕 Hergestellt in Absurdistan. 100 % Baumwolle";
  const { unplaced } = co.readLabel(text);
  assert.deepEqual(unplaced.map(({ field, span }) => [field, text.slice(span.start, span.end)]), [["madeIn", "Absurdistan"]]);
  assert.equal(co.readLabel("綿100%のシャツです。漂白しないでください").language, "ja");
  assert.equal(co.readLabel("100% cotton").language, undefined);
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
  const { problems: [missing], status } = co.assessTable({ names: ["", "x".repeat(5_000_000)], label: new Uint8Array([3, 1, 0]) });
  assert.deepEqual(missing, { row: 0, field: "label", code: "out-of-range", value: "3" });
  assert.deepEqual([...status], [2, 2, 0], "there is no such text, and no label is as long");
});

test("a catalogue of labels answers as each label does by itself", async () => {
  const all = (await Promise.all(["corpus.jsonl", "labels.jsonl"].map(corpus))).flat();
  // Several origins, and cotton in the lining only: columns cannot express these.
  const texts = ["100% cotton grown in USA and China. Made in Vietnam", "Shell: 100% polyester. Lining: 100% cotton. Made in China", ...all.map(({ text }) => text)];
  const garments = texts.map((text) => co.readLabel(text).garment);
  assert.ok(texts.length > 150);
  const { garmentShare, cottonShare } = co.assessTable({ names: texts, label: new Uint16Array(texts.keys()) });
  for (const [row, garment] of garments.entries()) {
    const one = co.assess(garment);
    for (const [column, estimate] of /** @type {const} */ ([[garmentShare, one.garmentShare], [cottonShare, one.cottonShare]])) {
      for (const of of /** @type {const} */ (["low", "central", "high", "mean"])) near(column[of][row], estimate?.[of] ?? NaN, `${of} of ${texts[row]}`);
    }
  }
});

test("a row's own columns stand, and its problems keep their row and field", () => {
  const table = { names: ["", "US", "Atlantis", "100% cotton. Made in China"], label: new Uint8Array([3, 3, 0]), madeIn: new Uint8Array([0, 1, 2]) };
  const { cottonShare, problems } = co.assessTable(table);
  near(cottonShare.central[0], co.assess({ madeIn: "CN" }).cottonShare?.central ?? NaN, "the label's");
  near(cottonShare.central[1], co.assess({ madeIn: "US" }).cottonShare?.central ?? NaN, "the row's own");
  assert.deepEqual(problems, [{ row: 2, field: "madeIn", code: "unknown-place", value: "Atlantis" }]);
  assert.deepEqual([...table.madeIn], [0, 1, 2], "the caller's own columns are as they were");
});

test("names in a catalogue may be words", () => {
  const names = ["", "Jeans", "T-Shirt", "Bangladesch", "中国", "Baumwolle", "60 % coton, 40 % polyester", "Atlantis"];
  const { problems, cottonShare, garmentShare, status } = co.assessTable({
    names,
    kind: new Uint8Array([1, 2, 3, 0]),
    madeIn: new Uint8Array([3, 4, 0, 7]),
    fibres: new Uint8Array([5, 6, 0, 0]),
  });
  assert.deepEqual(problems.map(({ row, field, code, value }) => [row, field, code, value]), [[2, "kind", "unknown-kind", "Bangladesch"], [3, "madeIn", "unknown-place", "Atlantis"]]);
  assert.deepEqual([...status], [0, 0, 2, 2]);
  const jeans = co.assess({ kind: "jeans", madeIn: "BD", fibres: [{ fibre: "cotton" }] });
  const shirt = co.assess({ kind: "t-shirt", madeIn: "CN", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }] });
  assert.deepEqual([...cottonShare.central].slice(0, 2), [jeans.cottonShare?.central, shirt.cottonShare?.central]);
  assert.deepEqual([...garmentShare.high].slice(0, 2), [jeans.garmentShare?.high, shirt.garmentShare?.high]);
});

test("a million letters of rubbish are read in a moment", () => {
  const started = performance.now();
  co.readLabel("60% made in 40 / cotton of ( ".repeat(40_000));
  assert.ok(performance.now() - started < 5000);
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

/** @param {string} file @returns {Promise<{ id: string, text: string, expect: any }[]>} */
async function corpus(file) {
  const lines = (await readFile(new URL(`../../label/tests/label/${file}`, import.meta.url), "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** A table scales shared results, so the last bits can differ. @param {number | undefined} is @param {number} expected @param {string} of */
function near(is, expected, of) {
  const same = Number.isNaN(expected) ? Number.isNaN(is) : Math.abs((is ?? NaN) - expected) <= 1e-12;
  assert.ok(same, `${of}: ${is}, not ${expected}`);
}

test("with this runtime's names of countries the labels read as with ICU's", async () => {
  for (const file of ["corpus.jsonl", "labels.jsonl"]) {
    for (const { id, text, expect } of await corpus(file)) assert.equal(co.readLabel(text).garment.madeIn ?? null, expect.made_in, id);
  }
});
