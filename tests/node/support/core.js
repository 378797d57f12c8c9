/** The core as users of the package get it in Node: from `target/npm`, with its real wasm. */

/** The folder of the built package. */
export const PACKAGE = new URL("../../../target/npm/", import.meta.url);

/** @type {{ load: typeof import("../../../www/types.d.ts").load }} */
export const { load } = await import(new URL("index.js", PACKAGE).href);

export const co = await load();
