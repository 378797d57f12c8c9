/** The catalogue, the figures, the version and the answers have exactly the properties that `types.d.ts` declares. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { FABRICS, FIBRES, GROWERS, KINDS, MAKERS, MARKETS, PROOFS } from "#vocabulary";
import { PACKAGE, co } from "./support/core.js";
import { garments } from "./support/grid.js";

/** @param {object} object @param {string} names */
const assertFields = (object, names) => assert.deepEqual(Object.keys(object).sort(), names.split(" ").sort());

/** @param {string[]} ids */
const assertUnique = (ids) => assert.equal(new Set(ids).size, ids.length);

test("the catalogue names what can be entered, each once", () => {
  const catalogue = co.catalogue();
  assertFields(catalogue, "kinds fibres places proofs schemes record years crops");
  const { kinds, fibres, places, proofs, schemes, years, crops } = catalogue;
  assert.deepEqual(kinds.map(({ id }) => id), KINDS);
  assert.deepEqual(kinds.map(({ fabric }) => fabric), KINDS.map((id) => FABRICS[id] ?? null));
  assert.deepEqual(fibres.map(({ id }) => id), FIBRES);
  assert.deepEqual(fibres.filter(({ cotton }) => cotton).map(({ id }) => id), ["cotton"]);
  assert.deepEqual(proofs, PROOFS);
  for (const list of [fibres, places, schemes]) assertUnique(list.map(({ id }) => id));
  const codes = new Set(places.map(({ id }) => id));
  for (const id of [...MAKERS, ...GROWERS, ...MARKETS]) assert.ok(codes.has(id), `places.toml: ${id} is no place`);
  const withFigure = new Set(places.filter(({ figure }) => figure).map(({ id }) => id));
  for (const id of ["CN", "CN-XJ", "BD", "VN", "IN"]) assert.ok(withFigure.has(id), `there is a figure for ${id}`);
  for (const id of ["AD", "AL"]) assert.ok(places.some((place) => place.id === id) && !withFigure.has(id), `${id} has no figure`);
  assert.deepEqual(years, { first: 1990, last: 2100 });
  assert.ok(years.first < crops.first && crops.first < crops.last && crops.last < years.last);
});

test("whatever the catalogue names can be entered", () => {
  const { kinds, fibres, places, proofs, schemes } = co.catalogue();
  const taken = [
    ...kinds.map(({ id }) => ({ kind: id })),
    ...fibres.map(({ id }) => ({ fibres: [{ fibre: id }] })),
    ...places.map(({ id }) => ({ madeIn: id, fabricIn: id, spunIn: id, cottonFrom: id, soldIn: id })),
    ...proofs.map((proof) => ({ proof, cottonFrom: "US" })),
    ...schemes.map(({ id }) => ({ schemes: [id] })),
  ];
  assert.ok(taken.length > 200);
  for (const garment of taken) assert.ok(co.assess(garment).version, JSON.stringify(garment));
});

test("a scheme says what it says, what it does not, and where that stands", () => {
  for (const scheme of co.catalogue().schemes) {
    assertFields(scheme, "id name chain origin proof says doesNotSay sources");
    assert.ok(["physical", "mass-balance", "documents", "none", "test"].includes(scheme.chain), scheme.chain);
    // A proof needs an origin.
    assert.equal(scheme.origin === null, scheme.proof === null, scheme.id);
    for (const text of [scheme.name, scheme.says, scheme.doesNotSay]) assert.ok(text.trim(), scheme.id);
    assert.ok(scheme.sources.length > 0, scheme.id);
  }
});

test("an entry of the record says when and of which stages it speaks", () => {
  const { record } = co.catalogue();
  assertUnique(record.map(({ id }) => id));
  for (const entry of record) {
    assertFields(entry, `id kind stages from until applies cotton says sources${entry.kind === "law" ? " market" : ""}`);
    assert.ok(["finding", "warning", "law", "call", "denial", "convention", "context"].includes(entry.kind), entry.id);
    if (entry.kind === "law") assert.match(entry.market ?? "", /^[A-Z]{2}$/, entry.id);
    for (const date of [entry.from, entry.until, entry.applies]) assert.match(date ?? entry.from, /^\d{4}(-\d\d){0,2}$/, entry.id);
  }
  const ids = new Set(record.map(({ id }) => id));
  for (const garment of garments()) {
    const { stages } = co.assess(garment);
    assert.deepEqual(stages.map(({ stage }) => stage), ["growing", "ginning", "spinning", "weaving", "sewing", "transfer"]);
    for (const stage of stages) {
      assertFields(stage, "stage known place record");
      assert.ok(stage.record.every((id) => ids.has(id)), stage.stage);
    }
  }
});

test("each figure has its bounds, standing, reason and sources", () => {
  const figures = co.figures();
  assertUnique(figures.map(({ id }) => id));
  assert.ok(figures.length > 100);
  for (const figure of figures) {
    const { judged, ...others } = figure;
    assertFields(others, "id what unit best low high year standing basis sources");
    assert.ok(judged === undefined || (judged.trim() && figure.standing === "derived"), figure.id);
    const { id, low, best, high, unit, standing, sources } = figure;
    assert.ok(low <= best && best <= high && low >= 0, id);
    assert.ok(["share", "grams", "ratio", "lots", "weight", "years"].includes(unit), id);
    if (unit === "share") assert.ok(high <= 1, id);
    assert.ok(["published", "derived", "judged"].includes(standing), id);
    for (const text of [figure.what, figure.year, figure.basis]) assert.ok(text.trim(), id);
    assert.ok(sources.length > 0, id);
  }
  const best = (/** @type {string} */ id) => figures.find((figure) => figure.id === id)?.best;
  assert.deepEqual([best("region-of-china"), best("region-of-world")], [0.84, 0.2]);
});

test("the version is the package's, and each answer carries it", async () => {
  const version = co.version();
  assertFields(version, "model figures package");
  assert.equal(version.package, JSON.parse(await readFile(new URL("package.json", PACKAGE), "utf8")).version);
  assert.match(version.figures, /^\d{4}\.\d+$/);
  assert.deepEqual(co.assess({}).version, version);
});

test("a share and a chance have a range of their average where no country of sewing is known, and nothing else has", () => {
  for (const garment of garments()) {
    const assessment = co.assess(garment);
    for (const quantity of /** @type {const} */ (["cottonShare", "garmentShare", "grams", "fieldGrams", "inPart"])) {
      const estimate = assessment[quantity];
      if (!estimate) continue;
      const averaged = (quantity === "cottonShare" || quantity === "inPart") && garment.madeIn === undefined && assessment.cottonShare !== null;
      assertFields(estimate, `low central high mean${averaged ? " ofAverage" : ""}`);
      if ("ofAverage" in estimate && estimate.ofAverage) assert.ok(0 <= estimate.ofAverage.low && estimate.ofAverage.low <= estimate.ofAverage.high && estimate.ofAverage.high <= 1, JSON.stringify(garment));
    }
  }
});

test("an answer is plain JSON, with every field there", () => {
  for (const garment of garments()) {
    const assessment = co.assess(garment);
    assert.deepEqual(JSON.parse(JSON.stringify(assessment)), assessment);
    assertFields(assessment, "cottonShare garmentShare grams fieldGrams inPart reasons steps notes stages next version");
  }
  for (const whole of [co.catalogue(), co.figures(), co.version()]) assert.deepEqual(JSON.parse(JSON.stringify(whole)), whole);
});

test("the same garment gives the same bytes, whatever was asked before", () => {
  const all = [...garments()].filter((_, at) => at % 7 === 0);
  const first = all.map((garment) => JSON.stringify(co.assess(garment)));
  const again = all.toReversed().map((garment) => JSON.stringify(co.assess(structuredClone(garment)))).toReversed();
  assert.deepEqual(again, first);
  assert.ok(new Set(first).size > all.length / 2, "and other garments give other bytes");
});

test("what is done to a catalogue or a figure reaches no other", () => {
  const before = JSON.stringify([co.catalogue(), co.figures()]);
  /** Empties every list and object, all the way down. @param {any} value */
  const spoil = (value) => {
    if (typeof value !== "object" || value === null) return;
    Object.values(value).forEach(spoil);
    if (Array.isArray(value)) value.length = 0;
    else for (const name of Object.keys(value)) value[name] = "spoilt";
  };
  spoil(co.catalogue());
  spoil(co.figures());
  assert.equal(JSON.stringify([co.catalogue(), co.figures()]), before);
});

test("what is done to an answer reaches no other", () => {
  const before = JSON.stringify(co.assess({ madeIn: "CN" }));
  const mine = co.assess({ madeIn: "CN" });
  for (const step of mine.steps) step.sources.forEach((source) => (source.title = "changed"));
  mine.steps.length = 0;
  assert.equal(JSON.stringify(co.assess({ madeIn: "CN" })), before);
});
