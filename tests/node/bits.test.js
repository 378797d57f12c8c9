/** The same bits in Node as natively and in the browser: the digest that `tests/common/bits.rs` states. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { co } from "./support/core.js";

/** The garments of `tests/common/bits.rs`. */
const GARMENTS = [
  "",
  "madeIn=CN&kind=t-shirt",
  "madeIn=BD&kind=jeans&boughtIn=2024&fibres.0.fibre=cotton&fibres.0.percent=98",
  "madeIn=VN&fabricIn=KH&spunIn=IN&cottonFrom=US&proof=lab-test",
  "kind=skirt&cottonFrom=CN&cottonFrom=EG&massGrams=250",
  "kind=sweater&fibres.0.fibre=cotton&fibres.0.percent=30&fibres.0.recycled=on",
  "madeIn=CN-XJ",
];

/** FNV-1a over the bits of doubles, lowest byte first. @param {number[]} numbers */
function digest(numbers) {
  return new Uint8Array(new Float64Array(numbers).buffer).reduce(
    (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x0000_0100_0000_01b3n),
    0xcbf2_9ce4_8422_2325n,
  );
}

test("every bit of every estimate", async () => {
  const numbers = GARMENTS.flatMap((query) => {
    const { cottonShare, garmentShare, grams, fieldGrams, inPart, next } = co.assess(co.garment(new URLSearchParams(query)));
    const estimates = [cottonShare, garmentShare, grams, fieldGrams, inPart].flatMap((estimate) =>
      estimate ? [estimate.low, estimate.central, estimate.high, estimate.mean] : [],
    );
    return [...estimates, ...next.flatMap(({ expectedChange }) => expectedChange ?? [])];
  });
  const stated = /DIGEST: u64 = 0x([0-9a-f_]+);/.exec(await readFile(new URL("../common/bits.rs", import.meta.url), "utf8"));
  assert.equal(digest(numbers).toString(16).padStart(16, "0"), stated?.[1]?.replaceAll("_", ""));
});
