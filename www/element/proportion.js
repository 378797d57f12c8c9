/** Percentages that add up to more than 100 do not stop the answer: until they are mended, each counts in proportion. */

/** @import { Core } from "../core.js" */
/** @import { Problem } from "../types.d.ts" */

/**
 * The same entries with percentages that add up to 100; null where something else is wrong, too.
 * @param {Core} core
 * @param {FormData} entries
 * @param {Problem[]} problems
 * @returns {FormData | null}
 */
export function inProportion(core, entries, problems) {
  const [only, ...others] = problems;
  if (only?.code !== "total-over-100" || only.field !== "fibres" || others.length > 0) return null;
  const total = Number(only.value);
  const scaled = new FormData();
  for (const [name, value] of entries) {
    const percent = name.endsWith(".percent") && value !== "" ? percentOf(core, entries, name) : undefined;
    scaled.append(name, percent === undefined ? value : String((percent * 100) / total));
  }
  return scaled;
}

/** The core reads digits of any script: it alone knows what number this is. @param {Core} core @param {FormData} entries @param {string} name */
function percentOf(core, entries, name) {
  const row = name.replace(/\.percent$/, "");
  const alone = new URLSearchParams({ "fibres.0.fibre": String(entries.get(`${row}.fibre`)), "fibres.0.percent": String(entries.get(name)) });
  return core.garment(alone).fibres?.[0]?.percent;
}
