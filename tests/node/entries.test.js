/** The entries of a form or of a link become a garment, with the same errors as any other input. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";
import { problems } from "./support/refused.js";

/** @import { Garment } from "../../www/types.d.ts" */

/** @type {[string, Garment][]} */
const READ = [
  ["", {}],
  ["kind=jeans", { kind: "jeans" }],
  [
    "kind=t-shirt&fibres.0.fibre=cotton&fibres.0.percent=60&fibres.1.fibre=polyester&fibres.1.percent=40&madeIn=BD&boughtIn=2024",
    { kind: "t-shirt", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], madeIn: "BD", boughtIn: 2024 },
  ],
  ["kind=jeans&boughtIn=2024&soldIn=US", { kind: "jeans", boughtIn: 2024, soldIn: "US" }],
  ["soldIn=EU&fabricIn=IN&spunIn=VN", { fabricIn: "IN", spunIn: "VN", soldIn: "EU" }],
  // The order in which a form sends its fields says nothing.
  ["fibres.1.fibre=wool&fibres.0.percent=60&fibres.0.fibre=cotton", { fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "wool" }] }],
  // Empty fields are unknown; an empty row is no fibre.
  ["kind=&madeIn=&massGrams=&fibres.0.fibre=&fibres.0.percent=&fibres.1.fibre=cotton", { fibres: [{ fibre: "cotton" }] }],
  // Checkboxes, and repeated names.
  ["fibres.0.fibre=cotton&fibres.0.recycled=on&fibres.0.organic=true", { fibres: [{ fibre: "cotton", recycled: true, organic: true }] }],
  ["schemes=gots&schemes=ocs", { schemes: ["gots", "ocs"] }],
  ["cottonFrom=US&cottonFrom=EG&proof=lab-test", { cottonFrom: ["US", "EG"], proof: "lab-test" }],
  // Numbers as people write them.
  ["massGrams=170%2C5", { massGrams: 170.5 }],
  ["massGrams=170+g", { massGrams: 170 }],
  ["fibres.0.fibre=cotton&fibres.0.percent=60+%25", { fibres: [{ fibre: "cotton", percent: 60 }] }],
  ["massGrams=%D9%A1%D9%A7%D9%A0", { massGrams: 170 }],
  ["massGrams=1+200", { massGrams: 1200 }],
];

/** @type {[string, string[]][]} */
const REFUSED = [
  ["kind=hat&madeIn=XX", ["kind unknown-kind", "madeIn unknown-place"]],
  ["kind=jeans&kind=shirt", ["kind wrong-type"]],
  ["utm_source=mail", ["utm_source unknown-field"]],
  ["utm_source=", ["utm_source unknown-field"]],
  ["massGrams=1%2C200", ["massGrams ambiguous-number"]],
  ["fibres.0.percent=60", ["fibres.0.fibre missing"]],
  ["fibres.0.fibre=cotton&fibres.0.percent=sixty", ["fibres.0.percent not-a-number"]],
  ["fibres=cotton", ["fibres wrong-type"]],
  ["boughtIn=2024.5", ["boughtIn not-whole"]],
  // Paths that try to reach other properties.
  ["__proto__.polluted=1", ["__proto__ unknown-field"]],
  ["fibres.4000000000.fibre=cotton", ["fibres.4000000000.fibre unknown-field"]],
];

/** @param {string} query */
const form = (query) => {
  const data = new FormData();
  for (const [name, value] of new URLSearchParams(query)) data.append(name, value);
  return data;
};

for (const [query, garment] of READ) {
  test(`“${query}” is read`, () => {
    assert.deepEqual(co.garment(new URLSearchParams(query)), garment);
    assert.deepEqual(co.garment(form(query)), garment);
  });
}

for (const [query, expected] of REFUSED) {
  test(`“${query}” is refused: ${expected}`, () => {
    assert.deepEqual(problems(() => co.garment(new URLSearchParams(query))), expected);
    assert.deepEqual(problems(() => co.garment(form(query))), expected);
  });
}

test("what was read is taken, and read again comes out the same", () => {
  const garment = co.garment(new URLSearchParams("kind=jeans&fibres.0.fibre=cotton&fibres.0.percent=98&madeIn=TR&cottonFrom=US"));
  assert.equal(JSON.stringify(co.assess(garment)), JSON.stringify(co.assess({ kind: "jeans", fibres: [{ fibre: "cotton", percent: 98 }], madeIn: "TR", cottonFrom: "US" })));
});

test("a file in a form is no number", () => {
  const data = form("kind=jeans");
  data.set("massGrams", new Blob(["170"]), "170.txt");
  assert.deepEqual(problems(() => co.garment(data)), ["massGrams not-a-number"]);
});

test("only a form or a query is read", () => {
  for (const other of [undefined, null, "kind=jeans", {}, [["kind", "jeans"]], new Map([["kind", "jeans"]])]) {
    assert.deepEqual(problems(() => co.garment(/** @type {any} */ (other))), [" wrong-type"]);
  }
});

/** @type {Garment} */
const COAT = {
  kind: "coat",
  components: [{ name: "Shell", fibres: [{ fibre: "polyester", percent: 100 }] }, { name: "Lining", fibres: [{ fibre: "cotton", percent: 100 }] }],
  madeIn: "CN",
};

/** @type {[string, Garment, Garment][]} entries, over what, and what both say together */
const OVER = [
  ["", COAT, COAT],
  ["boughtIn=2024", COAT, { ...COAT, boughtIn: 2024 }],
  ["madeIn=TR", COAT, { ...COAT, madeIn: "TR" }],
  // A field that is named but empty is cleared.
  ["madeIn=&kind=", COAT, { components: COAT.components ?? [] }],
  ["fibres.0.fibre=wool", COAT, { kind: "coat", fibres: [{ fibre: "wool" }], madeIn: "CN" }],
  ["fibres.0.fibre=", COAT, { kind: "coat", madeIn: "CN" }],
  ["cottonFrom=", { cottonFrom: ["US", "EG"], proof: "label" }, { proof: "label" }],
];

for (const [query, base, garment] of OVER) {
  test(`“${query}” over ${JSON.stringify(base)}`, () => {
    const expected = { garment, assessment: co.assess(garment), problems: [], total: null };
    assert.deepEqual(co.assessEntries(new URLSearchParams(query), base), expected);
    assert.deepEqual(co.assessEntries(form(query), base), expected);
  });
}

test("the answer to a form has its sources, and takes options", () => {
  const { assessment } = co.assessEntries(new URLSearchParams("madeIn=CN"), undefined, { replace: { "china-home-grown": 0.5 } });
  assert.deepEqual(assessment, co.assess({ madeIn: "CN" }, { replace: { "china-home-grown": 0.5 } }));
  assert.ok(assessment?.steps.some(({ sources }) => sources.length > 0));
});

test("what is wrong in a form is told and not thrown; percentages over 100 count in proportion", () => {
  const over = co.assessEntries(new URLSearchParams("fibres.0.fibre=cotton&fibres.0.percent=90&fibres.1.fibre=wool&fibres.1.percent=٦٠"));
  /** @type {Garment} */
  const garment = { fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "wool", percent: 40 }] };
  assert.deepEqual(over, { garment, assessment: co.assess(garment), problems: [{ field: "fibres", code: "total-over-100", value: "150", min: 0, max: 101 }], total: 150 });
  const wrong = co.assessEntries(new URLSearchParams("kind=hat&madeIn=XX"), COAT);
  assert.deepEqual([wrong.garment, wrong.assessment, wrong.problems.map(({ field, code }) => `${field} ${code}`)], [null, null, ["kind unknown-kind", "madeIn unknown-place"]]);
});

test("what is no form, no garment and no options is thrown", () => {
  const none = new URLSearchParams();
  assert.deepEqual(problems(() => co.assessEntries(/** @type {any} */ ({}))), [" wrong-type"]);
  assert.deepEqual(problems(() => co.assessEntries(none, /** @type {any} */ ({ kind: "hat" }))), ["kind unknown-kind"]);
  assert.deepEqual(problems(() => co.assessEntries(none, {}, /** @type {any} */ ({ hat: 1 }))), ["hat unknown-field"]);
});
