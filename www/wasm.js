/**
 * Wasm that is fetched once, whole and unchanged.
 * @import { LoadOptions } from "./types.d.ts"
 */
import { CoreLoadError, body, read } from "./fetched.js";

/** What a caller's addresses are relative to. Kept in a variable: webpack rewrites `new URL(…, import.meta.url)`. */
const HERE = import.meta.url;

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
  const bytes = named ? await read(new URL(wasm, HERE), integrity) : wasm instanceof Response ? await body(wasm) : wasm;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A policy without 'wasm-unsafe-eval' and bytes that are not wasm both end here; the error's class tells them apart.
    throw new CoreLoadError(isWasm(bytes) ? "blocked" : "not-wasm", address, error);
  }
}

/**
 * Makes the instance that the glue calls.
 * @param {(options: { module_or_path: WebAssembly.Module }) => Promise<unknown>} init
 * @param {WebAssembly.Module} module
 * @param {URL} url where it is from
 */
export async function begin(init, module, url) {
  await init({ module_or_path: module }).catch((error) => {
    // WebKit compiles whatever the policy says, and refuses here.
    throw error instanceof WebAssembly.CompileError ? new CoreLoadError("blocked", url.href, error) : error;
  });
}

/**
 * A panic ends an instance: nothing that it holds can be relied on. The call fails, and the next one finds a fresh instance.
 * @template {unknown[]} A
 * @template R
 * @param {(...args: A) => R} call
 * @param {() => void} reset puts a fresh instance in place
 */
export const survived = (call, reset) => (/** @type {A} */ ...args) => {
  try {
    return call(...args);
  } catch (error) {
    // Errors of our own are answers; all else came out of the middle of a call.
    if (/** @type {Error | undefined} */ (error)?.name !== "CottonOriginError") reset();
    throw error;
  }
};

/** @param {BufferSource} bytes */
function isWasm(bytes) {
  const all = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return String.fromCharCode(...all.subarray(0, 4)) === "\0asm";
}
