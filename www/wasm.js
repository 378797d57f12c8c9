/**
 * Wasm that is fetched once, whole and unchanged.
 * @import { LoadOptions } from "./types.d.ts"
 */
import { CoreLoadError, body, read } from "./fetched.js";

/**
 * Every call shares one result. A failed one is forgotten, so that the next call tries again.
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} work
 */
export function once(work) {
  /** @type {Promise<T> | null} */
  let kept = null;
  return (/** @type {LoadOptions} */ options = {}) => {
    kept ??= work(options).catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/**
 * @param {NonNullable<LoadOptions["wasm"]>} wasm
 * @param {string} [integrity]
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(wasm, integrity) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const named = typeof wasm === "string" || wasm instanceof URL;
  const address = named ? String(wasm) : wasm instanceof Response ? wasm.url : "the bytes given";
  const bytes = named ? await read(new URL(wasm, import.meta.url), integrity) : wasm instanceof Response ? await body(wasm) : wasm;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A policy without 'wasm-unsafe-eval' and bytes that are not wasm both end here; the error's class tells them apart.
    throw new CoreLoadError(isWasm(bytes) ? "blocked" : "not-wasm", address, error);
  }
}

/** @param {BufferSource} bytes */
function isWasm(bytes) {
  const all = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return String.fromCharCode(...all.subarray(0, 4)) === "\0asm";
}
