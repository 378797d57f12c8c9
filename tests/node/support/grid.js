/**
 * Garments of every kind: all combinations of places, each with one variant of the other fields,
 * in turn. The lengths of the lists have no common factor, so the grid covers all pairs.
 * @import { Fibre, Garment, Kind, Proof } from "../../../www/types.d.ts"
 */

/** A place for each rule of the model: unknown, China, the Region, with a row, with knit and woven rows, without a row, the EU. */
const MADE_IN = [undefined, "CN", "CN-XJ", "BD", "VN", "IN", "AL", "EU"];
const FABRIC_IN = [undefined, "CN", "CN-XJ", "IN"];
const SPUN_IN = [undefined, "CN", "CN-XJ", "VN"];
const COTTON_FROM = [undefined, "CN", "CN-XJ", "US", ["US", "CN"], ["IN", "EG", "CN-XJ"]];

/** @type {(Kind | undefined)[]} */
const KINDS = [undefined, "t-shirt", "jeans", "socks", "gloves"];
const YEARS = [undefined, 1995, 2013, 2019, 2024, 2025, 2090];
/** @type {(Proof | undefined)[]} */
const PROOFS = [undefined, "label", "chain-of-custody", "lab-test"];
const MASSES = [undefined, 170, 0];
/** Every table of a market, a member of one, and places without. */
const SOLD_IN = [undefined, "US", "EU", "GB", "JP", "CA", "AU", "MX", "BR", "CN", "DE", "KE", "CN-XJ"];

/** @type {(Fibre[] | undefined)[]} */
const FIBRES = [
  undefined,
  [{ fibre: "cotton" }],
  [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }],
  [{ fibre: "cotton", percent: 30, recycled: true }, { fibre: "cotton", percent: 50, organic: true }],
  [{ fibre: "cotton", percent: 100, recycled: true }],
  [{ fibre: "cotton", percent: 0.5 }, { fibre: "wool", percent: 80 }],
  [{ fibre: "polyester", percent: 100 }],
  [{ fibre: "cotton", percent: 33.3 }, { fibre: "linen", percent: 33.3 }, { fibre: "viscose", percent: 34.4 }],
  [{ fibre: "cotton" }, { fibre: "elastane" }],
  [{ fibre: "cotton", recycled: true }, { fibre: "cotton" }],
  [{ fibre: "cotton", percent: 1 }],
];

/** @returns {Generator<Garment>} */
export function* garments() {
  let turn = 0;
  const next = (/** @type {any[]} */ list) => list[turn % list.length];
  for (const madeIn of MADE_IN) {
    for (const fabricIn of FABRIC_IN) {
      for (const spunIn of SPUN_IN) {
        for (const cottonFrom of COTTON_FROM) {
          // Twice: without the other fields, and with them.
          yield { madeIn, fabricIn, spunIn, cottonFrom };
          yield { madeIn, fabricIn, spunIn, cottonFrom, kind: next(KINDS), boughtIn: next(YEARS), soldIn: next(SOLD_IN), proof: next(PROOFS), massGrams: next(MASSES), fibres: next(FIBRES) };
          turn += 1;
        }
      }
    }
  }
}
