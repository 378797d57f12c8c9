/**
 * Loads wasm once, and checks its digest.
 * @import { LoadOptions } from "./types.d.ts"
 */
import { CoreLoadError, body, read } from "./fetched.js";
import { own } from "./own.js";

/**
 * All calls share one result. A failure is forgotten, so that the next call tries again.
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} work
 */
export function once(work) {
  /** @type {Promise<T> | null} */
  let kept = null;
  return (/** @type {LoadOptions} */ options = {}) => {
    kept ??= work(own(options)).catch((error) => {
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
  const bytes = named ? await read(wasm, integrity) : wasm instanceof Response ? await body(wasm) : wasm;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // Either the policy lacks 'wasm-unsafe-eval' or the bytes are not wasm; the class of the error tells which.
    throw new CoreLoadError(isWasm(bytes) ? "blocked" : "not-wasm", address, error);
  }
}

/**
 * Creates the instance that the generated glue calls.
 * @param {(options: { module_or_path: WebAssembly.Module }) => Promise<unknown>} init
 * @param {WebAssembly.Module} module
 * @param {URL} url its address
 */
export async function begin(init, module, url) {
  await init({ module_or_path: module }).catch((error) => {
    // WebKit ignores the policy when it compiles, and refuses here.
    throw error instanceof WebAssembly.CompileError ? new CoreLoadError("blocked", url.href, error) : error;
  });
}

/**
 * After a panic, the state of an instance cannot be relied on. The call fails, and the next one uses a fresh instance.
 * @template {unknown[]} A
 * @template R
 * @param {(...args: A) => R} call
 * @param {() => void} reset replaces the instance
 */
export const survived = (call, reset) => (/** @type {A} */ ...args) => {
  try {
    return call(...args);
  } catch (error) {
    // Our own errors are proper results; anything else interrupted the call.
    if (/** @type {Error | undefined} */ (error)?.name !== "CottonOriginError") reset();
    throw error;
  }
};

/** @param {BufferSource} bytes */
function isWasm(bytes) {
  const all = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return String.fromCharCode(...all.subarray(0, 4)) === "\0asm";
}
