/**
 * Loads the label reader: a wasm of its own, so that the first estimate does not wait for the words of fifty languages.
 * @import { CottonOrigin, Garment, LoadOptions } from "./types.d.ts"
 */
import init, * as glue from "cotton-origin-label-glue";
import { placed } from "./place.js";
import { begin, compile, once, survived } from "./wasm.js";

/** @typedef {{ readLabel: CottonOrigin["readLabel"], readCell(column: string, text: string): Garment | null }} Reader */

/** @type {(options?: LoadOptions) => Promise<Reader>} */
export const loadReader = once(async ({ label }) => {
  const own = placed("cotton_origin_label.wasm", new URL("cotton_origin_label.wasm", import.meta.url));
  await begin(init, await (label ? compile(label) : compile(own, COTTON_ORIGIN_LABEL_INTEGRITY)), own);
  const reset = () => glue.__wbg_reset_state();
  return { readLabel: survived(glue.readLabel, reset), readCell: survived(glue.readCell, reset) };
});
