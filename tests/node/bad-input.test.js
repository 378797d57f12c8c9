/** Invalid input throws one error that lists every problem with its field. */
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { co } from "./support/core.js";
import { CODES, problems, refused } from "./support/refused.js";

/** @type {[unknown, string[]][]} */
const REFUSED = [
  [{ colour: "blue" }, ["colour unknown-field"]],
  [{ fibres: [{ fibre: "cotton", share: 5 }] }, ["fibres.0.share unknown-field"]],
  [{ kind: 3 }, ["kind wrong-type"]],
  [{ madeIn: ["CN"] }, ["madeIn wrong-type"]],
  [{ fibres: "cotton" }, ["fibres wrong-type"]],
  [{ fibres: ["cotton"] }, ["fibres.0 wrong-type"]],
  [{ fibres: [{ fibre: "cotton", recycled: "perhaps" }] }, ["fibres.0.recycled wrong-type"]],
  [{ kind: "hat" }, ["kind unknown-kind"]],
  [{ fibres: [{ fibre: "cotton" }, { fibre: "asbestos" }] }, ["fibres.1.fibre unknown-fibre"]],
  [{ madeIn: "XX" }, ["madeIn unknown-place"]],
  [{ cottonFrom: ["US", "Atlantis"] }, ["cottonFrom.1 unknown-place"]],
  [{ soldIn: "Atlantis" }, ["soldIn unknown-place"]],
  [{ proof: "rumour" }, ["proof unknown-proof"]],
  [{ schemes: ["gots", "none-such"] }, ["schemes.1 unknown-scheme"]],
  [{ massGrams: "heavy" }, ["massGrams not-a-number"]],
  [{ massGrams: NaN }, ["massGrams not-a-number"]],
  [{ massGrams: "1,000" }, ["massGrams ambiguous-number"]],
  [{ massGrams: "60 %" }, ["massGrams not-a-number"]],
  [{ boughtIn: "2024 g" }, ["boughtIn not-a-number"]],
  [{ colour: null }, ["colour unknown-field"]],
  [{ fibres: [{ fibre: "cotton", colour: "" }] }, ["fibres.0.colour unknown-field"]],
  [{ boughtIn: 2024.5 }, ["boughtIn not-whole"]],
  [{ boughtIn: 1989 }, ["boughtIn out-of-range"]],
  [{ massGrams: -1 }, ["massGrams out-of-range"]],
  [{ massGrams: Infinity }, ["massGrams out-of-range"]],
  [{ fibres: [{ fibre: "cotton", percent: 100.01 }] }, ["fibres.0.percent out-of-range"]],
  [{ fibres: [{ fibre: "cotton", percent: 90 }, { fibre: "wool", percent: 40 }] }, ["fibres total-over-100"]],
  [{ fibres: [{ percent: 60 }] }, ["fibres.0.fibre missing"]],
  [{ fibres: [{ fibre: "cotton" }], components: [{ fibres: [{ fibre: "cotton" }] }] }, ["components only-one"]],
  [{ components: [{ fibres: [{ fibre: "cotton" }], share: 1.5 }] }, ["components.0.share out-of-range"]],
];

/** What is refused elsewhere than in a garment. @type {[string, () => unknown, string, string[]][]} */
const ELSEWHERE = [
  ["an option that is not known", () => co.assess({}, /** @type {any} */ ({ seed: 1 })), "bad-options", ["seed unknown-field"]],
  ["an option that is not known and holds nothing", () => co.assess({}, /** @type {any} */ ({ replaces: {} })), "bad-options", ["replaces unknown-field"]],
  ["options that are none", () => co.assess({}, /** @type {any} */ ("fast")), "bad-options", [" wrong-type"]],
  ["a figure that is not known", () => co.assess({}, { replace: { "region-of-moon": 1 } }), "bad-options", ["replace.region-of-moon unknown-figure"]],
  ["a share above 1", () => co.assess({}, { replace: { "region-of-world": 2 } }), "bad-options", ["replace.region-of-world out-of-range"]],
  ["a value that an option does not take", () => co.assessTable({}, /** @type {any} */ ({ onProblem: "ignore" })), "bad-options", ["onProblem unknown-value"]],
  ["an option of another call", () => co.assess({}, /** @type {any} */ ({ onProblem: "skip" })), "bad-options", ["onProblem unknown-field"]],
  ["a column that throws", () => co.assessTable(Object.defineProperty({}, "madeIn", { enumerable: true, get: () => assert.fail("of the caller's own") })), "bad-table", ["madeIn wrong-type"]],
  ["a name that is none", () => co.assessTable(/** @type {any} */ ({ names: ["", new Date()] })), "bad-table", ["names.1 wrong-type"]],
  ["a column that is not known and holds nothing", () => co.assessTable(/** @type {any} */ ({ colour: null })), "bad-table", ["colour unknown-field"]],
  ["the second of several garments", () => co.assessAll([{}, { madeIn: "XX" }]), "bad-garment", ["1.madeIn unknown-place"]],
  ["columns of unequal length", () => co.assessTable({ boughtIn: new Uint16Array(2), massGrams: new Float64Array(3) }), "bad-table", [" wrong-length"]],
  ["a column that is none", () => co.assessTable(/** @type {any} */ ({ madeIn: ["CN"] })), "bad-table", ["madeIn wrong-type"]],
];

for (const [garment, expected] of REFUSED) {
  test(`${JSON.stringify(garment)}: ${expected}`, () => {
    assert.deepEqual(problems(() => co.assess(/** @type {any} */ (garment))), expected);
  });
}

for (const [name, call, code, expected] of ELSEWHERE) {
  test(`${name}: ${code}, ${expected}`, () => {
    assert.equal(refused(call)?.code, code);
    assert.deepEqual(problems(call), expected);
  });
}

test("each code that the types list is met above", () => {
  const all = [...REFUSED.flatMap(([, expected]) => expected), ...ELSEWHERE.flatMap(([, , , expected]) => expected)];
  const met = new Set(all.map((problem) => problem.split(" ")[1]));
  assert.deepEqual([...met].sort(), [...CODES].sort());
});

test("every problem is told at once, in the order of the input", () => {
  const garment = {
    kind: "hat",
    fibres: [{ fibre: "cotton", percent: 90 }, { fibre: "fog", percent: "x" }, { percent: 40 }],
    madeIn: "XX",
    boughtIn: 3000,
    colour: "blue",
  };
  assert.deepEqual(problems(() => co.assess(/** @type {any} */ (garment))), [
    "kind unknown-kind",
    "fibres.1.fibre unknown-fibre",
    "fibres.1.percent not-a-number",
    "fibres.2.fibre missing",
    "madeIn unknown-place",
    "boughtIn out-of-range",
    "colour unknown-field",
  ]);
});

test("a problem carries what was entered, and its bounds", () => {
  const told = (/** @type {unknown} */ garment) => refused(() => co.assess(/** @type {any} */ (garment)))?.fields[0];
  assert.deepEqual(told({ kind: "hat" }), { field: "kind", code: "unknown-kind", value: "hat" });
  assert.deepEqual(told({ boughtIn: "1812" }), { field: "boughtIn", code: "out-of-range", value: "1812", min: 1990, max: 2100 });
  const fibres = [{ fibre: "cotton", percent: 33.4 }, { fibre: "wool", percent: 96.6 }];
  assert.equal(told({ fibres })?.value, "130");
});

test("what is no plain value is told at its own field, beside all else", () => {
  class Shirt {
    get madeIn() {
      return "CN";
    }
  }
  const throws = Object.defineProperty({}, "percent", {
    enumerable: true,
    get() {
      throw new RangeError("of the caller's own");
    },
  });
  const garment = { kind: "hat", boughtIn: 2024n, madeIn: new Date(), massGrams: Object(60), spunIn: () => "CN", proof: Symbol("label"), schemes: new Map(), fabricIn: new Shirt(), fibres: [throws] };
  const expected = ["kind unknown-kind", ...["boughtIn", "madeIn", "massGrams", "spunIn", "proof", "schemes", "fabricIn", "fibres.0.percent"].map((field) => `${field} wrong-type`), "fibres.0.fibre missing"];
  assert.deepEqual(problems(() => co.assess(/** @type {any} */ (garment))), expected);
  assert.deepEqual(problems(() => co.assess(/** @type {any} */ (new Shirt()))), [" wrong-type"]);
  assert.deepEqual(problems(() => co.assess(Object.create({ madeIn: "CN" }))), [" wrong-type"]);
  assert.equal(refused(() => co.assess(/** @type {any} */ (garment)))?.fields[2]?.value, "Date");
});

test("objects of another realm are plain, too", () => {
  const other = runInNewContext('({ madeIn: "CN", fibres: [{ fibre: "cotton", percent: 60 }], cottonFrom: ["US"] })');
  assert.equal(JSON.stringify(co.assess(other)), JSON.stringify(co.assess({ madeIn: "CN", fibres: [{ fibre: "cotton", percent: 60 }], cottonFrom: ["US"] })));
  assert.deepEqual(problems(() => co.assess(runInNewContext("({ boughtIn: new Date() })"))), ["boughtIn wrong-type"]);
});

test("lists that are longer than any are refused at once, with their field", () => {
  const started = performance.now();
  const told = refused(() => co.assess(/** @type {any} */ ({ fibres: new Array(9_000_000), madeIn: "XX" })))?.fields;
  assert.deepEqual(told, [{ field: "fibres", code: "out-of-range", value: "9000000", min: 0, max: 1000 }, { field: "madeIn", code: "unknown-place", value: "XX" }]);
  assert.deepEqual(problems(() => co.assessAll(new Array(2001).fill({}))), [" out-of-range"]);
  /** @type {Record<string, unknown>} */
  const many = {};
  for (let at = 0; at < 900; at += 1) many[`x${at}`] = many;
  assert.equal(refused(() => co.assess(many))?.fields.length, 900, "an object that holds itself many times over");
  assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
});

test("totals of 99 to 101 are rounding", () => {
  const total = (/** @type {number} */ percent) => () => co.assess({ fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "wool", percent }] });
  assert.equal(refused(total(41)), null);
  assert.deepEqual(problems(total(41.5)), ["fibres total-over-100"]);
});
