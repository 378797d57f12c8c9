/**
 * A shop's catalogue, as columns and as garments. Row by row the same as `bench/native/src/catalogue.rs` makes it.
 * @import { Garment } from "../../www/types.d.ts"
 */

const NAMES = ["", "t-shirt", "shirt", "jeans", "trousers", "dress", "sweater", "socks", "underwear", "CN", "BD", "VN", "TR", "IN", "KH", "PK", "ID", "LK", "PT", "IT", "EU"];
const KINDS = 8;
const PLACES = 12;

/** Bits that follow from a row's number alone. @param {number} row */
function bits(row) {
  const bits = Math.imul(row, 0x9e3779b1);
  return Math.imul(bits ^ (bits >>> 15), 0x85ebca77) >>> 3;
}

/** @param {number} count */
export function table(count) {
  const all = Uint32Array.from({ length: count }, (_, row) => bits(row));
  return {
    names: NAMES,
    kind: Uint32Array.from(all, (bits) => 1 + (bits % KINDS)),
    madeIn: Uint32Array.from(all, (bits) => 1 + KINDS + (Math.floor(bits / 8) % PLACES)),
    boughtIn: Uint32Array.from(all, (bits) => 2024 + (Math.floor(bits / 128) % 2)),
    massGrams: Float64Array.from(all, (bits) => (bits % 5 === 0 ? NaN : 60 + (Math.floor(bits / 256) % 900))),
    cottonPercent: Float64Array.from(all, (bits) => (bits % 7 === 0 ? NaN : Math.floor(bits / 1024) % 101)),
  };
}

/** The rows as garments. @param {ReturnType<typeof table>} table @returns {Garment[]} */
export const rows = ({ kind, madeIn, boughtIn, massGrams, cottonPercent }) =>
  Array.from(kind, (name, row) => {
    const cotton = cottonPercent[row];
    return /** @type {Garment} */ ({
      kind: NAMES[name],
      madeIn: NAMES[madeIn[row]],
      boughtIn: boughtIn[row],
      ...(Number.isNaN(massGrams[row]) ? {} : { massGrams: massGrams[row] }),
      ...(Number.isNaN(cotton) ? {} : { fibres: [{ fibre: "cotton", percent: cotton }, { fibre: "polyester", percent: 100 - cotton }] }),
    });
  });
