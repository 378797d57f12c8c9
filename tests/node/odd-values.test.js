/** Odd values that only scripts can pass. They are accepted or refused like all others, and the core keeps working. */
import assert from "node:assert/strict";
import test from "node:test";
import { co } from "./support/core.js";
import { refused } from "./support/refused.js";

const cycle = () => {
  /** @type {any} */
  const cyclic = { fibres: [] };
  cyclic.kind = cyclic;
  cyclic.fibres.push(cyclic);
  return cyclic;
};

const noPrototype = (/** @type {object} */ fields) => Object.assign(Object.create(null), fields);

const throwing = () => {
  throw new RangeError("of the caller's own");
};

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Values that are neither text nor number nor plain list nor plain object, or only look like one. @type {Record<string, unknown>} */
const ODD = {
  undefined: undefined,
  null: null,
  NaN: NaN,
  Infinity: Infinity,
  "-Infinity": -Infinity,
  "-0": -0,
  "a BigInt": 2024n,
  "a BigInt beyond 64 bits": 2n ** 80n,
  true: true,
  "an empty text": "",
  "half a surrogate pair": "\ud800",
  "a long text": "x".repeat(100_000),
  "a symbol": Symbol("odd"),
  "a function": () => "CN",
  "a class": class {},
  "an empty list": [],
  "a list in a list in a list": [[["CN"]]],
  "a list with holes": [, "CN"], // eslint-disable-line no-sparse-arrays
  "an object": { CN: 1 },
  "a date": new Date(0),
  "a boxed number": Object(60),
  "a boxed text": Object("CN"),
  "a Map": new Map([["madeIn", "CN"]]),
  "a Set": new Set(["CN"]),
  "bytes": new Uint8Array([67, 78]),
  "a promise": Promise.resolve("CN"),
  "a cyclic object": cycle(),
  "an object without prototype": noPrototype({ madeIn: "CN" }),
  "an own __proto__": JSON.parse('{ "__proto__": { "madeIn": "CN" } }'),
  "a Proxy": new Proxy({ madeIn: "CN" }, {}),
  "a Proxy that throws": new Proxy({ madeIn: "CN" }, { get: throwing, ownKeys: throwing }),
  "a revoked Proxy": revoked(),
  "a getter that throws": Object.defineProperty({}, "kind", { enumerable: true, get: throwing }),
  "an iterator that throws": { [Symbol.iterator]: throwing },
};

/** Every place for a value in a garment. @type {Record<string, (value: any) => any>} */
const PLACES = {
  "the garment": (value) => value,
  kind: (value) => ({ kind: value }),
  fibres: (value) => ({ fibres: value }),
  "a fibre": (value) => ({ fibres: [value] }),
  "a fibre's name": (value) => ({ fibres: [{ fibre: value }] }),
  percent: (value) => ({ fibres: [{ fibre: "cotton", percent: value }] }),
  recycled: (value) => ({ fibres: [{ fibre: "cotton", recycled: value }] }),
  massGrams: (value) => ({ massGrams: value }),
  madeIn: (value) => ({ madeIn: value }),
  cottonFrom: (value) => ({ cottonFrom: value }),
  "one of cottonFrom": (value) => ({ cottonFrom: [value] }),
  proof: (value) => ({ proof: value }),
  schemes: (value) => ({ schemes: value }),
  boughtIn: (value) => ({ boughtIn: value }),
  soldIn: (value) => ({ soldIn: value }),
};

/** All other functions that take a value. @type {Record<string, (value: any) => unknown>} */
const CALLS = {
  "as the options": (value) => co.assess({}, value),
  "as what is replaced": (value) => co.assess({}, { replace: value }),
  "as a figure": (value) => co.assess({}, { replace: { "region-of-world": value } }),
  "as the garments": (value) => co.assessAll(value),
  "as one of the garments": (value) => co.assessAll([{}, value]),
  "as the table": (value) => co.assessTable(value),
  "as the table's names": (value) => co.assessTable({ names: value, madeIn: new Uint8Array(1) }),
  "as a column": (value) => co.assessTable({ names: [""], madeIn: value }),
  "as the entries": (value) => co.garment(value),
  "as the entries over a garment": (value) => co.assessEntries(value),
  "as what entries are over": (value) => co.assessEntries(new URLSearchParams(), value),
};

for (const [name, value] of Object.entries(ODD)) {
  test(`${name}, anywhere, is answered or refused`, () => {
    for (const [place, garment] of Object.entries(PLACES)) {
      // `refused` fails on any other error.
      assert.doesNotThrow(() => refused(() => co.assess(garment(value))), `as ${place}`);
    }
    const odd = /** @type {any} */ (value);
    for (const [call, ask] of Object.entries(CALLS)) assert.doesNotThrow(() => refused(() => ask(odd)), call);
    assert.equal(co.assess({}).cottonShare?.central, 0.2, "the core answers as before");
  });
}

test("nothing at all, and fields without a value, are not knowing", () => {
  const nothing = JSON.stringify(co.assess({}));
  const unsaid = { kind: undefined, fibres: undefined, massGrams: undefined, madeIn: undefined, cottonFrom: undefined };
  for (const garment of [undefined, null, unsaid, { kind: null, fibres: [], cottonFrom: [], schemes: [] }, { madeIn: "" }]) {
    assert.equal(JSON.stringify(co.assess(/** @type {any} */ (garment))), nothing);
  }
});

test("a plain object counts for its fields, with or without a prototype", () => {
  const made = JSON.stringify(co.assess({ madeIn: "CN" }));
  for (const garment of [noPrototype({ madeIn: "CN" }), new Proxy({ madeIn: "CN" }, {}), Object.freeze({ madeIn: "CN" })]) {
    assert.equal(JSON.stringify(co.assess(garment)), made);
  }
});

test("objects that throw when they are read do not wear the core out", () => {
  // An exception that passes through wasm would not restore its stack pointer, and some thousands would fill the stack.
  const trap = Object.defineProperty({}, "kind", { enumerable: true, get: throwing });
  for (let count = 0; count < 3000; count += 1) {
    try {
      co.assess(trap);
    } catch {
      // Its errors are tested above.
    }
  }
  assert.equal(co.assess({}).cottonShare?.central, 0.2);
});
