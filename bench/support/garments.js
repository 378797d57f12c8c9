/**
 * Random garments, the same ones every time, in which each field is known about half of the time, as
 * `tests/common/garments.rs` draws them.
 * @import { Garment } from "../../www/types.d.ts"
 */
import { KINDS, PROOFS } from "../../target/vocabulary/lists.js";

/** As many as the benchmark takes. */
export const COUNT = 10_000;

const PLACES = ["CN", "CN-XJ", "BD", "VN", "TR", "IN", "PK", "KH", "ID", "IT", "PT", "UZ", "EU", "US", "PE", "HK", "DE", "HN", "MM", "EG", "CN", "CN"];
const ORIGINS = ["US", "EG", "EU", "IN", "CN", "CN-XJ", "AU"];

/** @param {number} count @returns {Garment[]} */
export function garments(count) {
  const random = bits(1);
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  /** @template T @param {T[]} among */
  const pick = (among) => /** @type {T} */ (among[below(among.length)]);
  const chance = (/** @type {number} */ of) => random() < of;

  /** @param {boolean} mayBeRecycled @returns {Garment["fibres"]} */
  function fibres(mayBeRecycled) {
    const cotton = 1 + below(100);
    const recycled = mayBeRecycled && chance(0.3) ? below(cotton + 1) : 0;
    return [
      { fibre: "cotton", percent: cotton - recycled },
      { fibre: "cotton", percent: recycled, recycled: true },
      { fibre: "polyester", percent: 100 - cotton },
    ];
  }

  function garment() {
    /** @type {Garment} */
    const garment = {};
    if (chance(0.6)) garment.kind = pick(KINDS);
    if (chance(0.6)) garment.madeIn = pick(PLACES);
    if (chance(0.25)) garment.fabricIn = pick(PLACES);
    if (chance(0.2)) garment.spunIn = pick(PLACES);
    const origin = chance(0.25);
    if (origin) {
      garment.cottonFrom = chance(0.5) ? pick(ORIGINS) : [...new Set([pick(ORIGINS), pick(ORIGINS)])];
      if (chance(0.5)) garment.proof = pick(PROOFS);
    }
    if (chance(0.5)) garment.boughtIn = 2008 + below(22);
    if (chance(0.3)) garment.massGrams = 20 + below(1480);
    if (chance(0.6)) garment.fibres = fibres(!origin);
    return garment;
  }

  return Array.from({ length: count }, garment);
}

/** Two hundred garments over and over, with another percentage and another mass each time: a person who mends a number. @param {number} count @returns {Garment[]} */
export function alike(count) {
  const some = garments(200);
  return Array.from({ length: count }, (_, turn) => {
    const cotton = 1 + (turn % 97);
    return { ...some[turn % some.length], massGrams: 20 + ((turn * 37) % 1480), fibres: [{ fibre: "cotton", percent: cotton }, { fibre: "polyester", percent: 100 - cotton }] };
  });
}

/** Numbers from 0 to 1 by a 32-bit counter, well mixed. @param {number} seed */
function bits(seed) {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
