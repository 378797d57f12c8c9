/** Runs in a page: whole catalogues in one call, and their first rows one by one. */
import { rows, table } from "../support/catalogue.js";
import { perRow } from "../support/compare.js";
import { begin } from "./model.js";

/** Rows that are also assessed one by one. */
const ALONE = 1000;

/** @param {number[]} sizes smallest first: memory is measured by how it grows */
export async function measure(sizes) {
  const { glue, memory } = await begin();
  const garments = rows(table(ALONE));
  const loop = perRow(ALONE, () => garments.forEach((garment) => glue.assess(garment)));
  return sizes.map((count) => {
    const catalogue = table(count);
    const before = memory.buffer.byteLength;
    glue.assessTable(catalogue);
    const grown = memory.buffer.byteLength - before;
    return { rows: count, loop, table: perRow(count, () => glue.assessTable(catalogue)), bytes: grown / count };
  });
}
