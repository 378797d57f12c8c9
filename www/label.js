/**
 * Loads what reads labels: a wasm of its own, as nobody who wants an estimate should wait for the words of fifty languages.
 * @import { CottonOrigin, LoadOptions } from "./types.d.ts"
 * @import { Row } from "./rows.js"
 */
import init, * as glue from "cotton-origin-label-glue";
import { begin, compile, once, survived } from "./wasm.js";

/** @typedef {{ readLabel: CottonOrigin["readLabel"], readRow(text: string): Row }} Reader */

/** @type {(options?: LoadOptions) => Promise<Reader>} */
export const loadReader = once(async ({ label }) => {
  const own = new URL("cotton_origin_label.wasm", import.meta.url);
  await begin(init, await (label ? compile(label) : compile(own, COTTON_ORIGIN_LABEL_INTEGRITY)), own);
  const reset = () => glue.__wbg_reset_state();
  return { readLabel: survived(glue.readLabel, reset), readRow: survived(glue.readRow, reset) };
});
