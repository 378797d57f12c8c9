/** The garments of `tests/common/bits.rs` and the digest of their estimates, for Node and for pages. */

const GARMENTS = [
  "",
  "madeIn=CN&kind=t-shirt",
  "madeIn=BD&kind=jeans&boughtIn=2024&fibres.0.fibre=cotton&fibres.0.percent=98",
  "madeIn=VN&fabricIn=KH&spunIn=IN&cottonFrom=US&proof=lab-test",
  "kind=skirt&cottonFrom=CN&cottonFrom=EG&massGrams=250",
  "kind=sweater&fibres.0.fibre=cotton&fibres.0.percent=30&fibres.0.recycled=on",
  "madeIn=CN-XJ",
  "madeIn=VN&soldIn=US&boughtIn=2024",
  "kind=shirt&soldIn=US",
  "soldIn=FR&fabricIn=KH",
];

/** The digest as `bits.rs` states it. @param {import("../../www/types.d.ts").CottonOrigin} co */
export function digestOf(co) {
  const numbers = GARMENTS.flatMap((query) => {
    const { cottonShare, garmentShare, grams, fieldGrams, inPart, next } = co.assess(co.garment(new URLSearchParams(query)));
    const all = /** @type {(import("../../www/types.d.ts").SpreadEstimate | null)[]} */ ([cottonShare, garmentShare, grams, fieldGrams, inPart]);
    const estimates = all.flatMap((estimate) =>
      estimate ? [estimate.low, estimate.central, estimate.high, estimate.mean, ...(estimate.ofAverage ? [estimate.ofAverage.low, estimate.ofAverage.high] : [])] : [],
    );
    return [...estimates, ...next.flatMap(({ expectedChange }) => expectedChange ?? [])];
  });
  return fnv(numbers).toString(16).padStart(16, "0");
}

/** FNV-1a over the bits of doubles, lowest byte first. @param {number[]} numbers */
function fnv(numbers) {
  return new Uint8Array(new Float64Array(numbers).buffer).reduce(
    (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x0000_0100_0000_01b3n),
    0xcbf2_9ce4_8422_2325n,
  );
}

/** The expected digest. @param {string} rust the text of `tests/common/bits.rs` */
export const stated = (rust) => /DIGEST: u64 = 0x([0-9a-f_]+);/.exec(rust)?.[1]?.replaceAll("_", "");
