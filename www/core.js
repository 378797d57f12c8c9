/**
 * Loads the core: once, late, and again if it failed. The same file serves browsers and Node.
 * @import { Assessment, CottonOrigin, Figure, LoadOptions, Source, Step, Wardrobe } from "./types.d.ts"
 */
import init, * as raw from "cotton-origin-glue";

/** Why the core did not start, in one word; the element turns it into advice for the site's owner. */
export class CoreLoadError extends Error {
  /**
   * @param {"not-found" | "not-wasm" | "not-ours" | "blocked" | "unreachable"} code
   * @param {string} address
   * @param {unknown} [cause]
   */
  constructor(code, address, cause) {
    super(`${code}: ${address}`, { cause });
    this.name = "CoreLoadError";
    this.code = code;
    this.address = address;
  }
}

/** @type {Promise<CottonOrigin> | null} */
let loading = null;

/**
 * Every call shares one instance. A failed load is forgotten, so that the next call tries again.
 * @param {LoadOptions} [options]
 * @returns {Promise<CottonOrigin>}
 */
export function load(options = {}) {
  loading ??= start(options).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @param {LoadOptions} options */
async function start({ wasm }) {
  const own = new URL("cotton_origin.wasm", import.meta.url);
  // The one that was built with this script, and no other: a mixture of versions would answer wrongly.
  const module = await (wasm ? compile(wasm) : compile(own, COTTON_ORIGIN_WASM_INTEGRITY));
  await init({ module_or_path: module });
  return api();
}

/**
 * @param {NonNullable<LoadOptions["wasm"]>} wasm
 * @param {string} [integrity]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(wasm, integrity) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const named = typeof wasm === "string" || wasm instanceof URL;
  const address = named ? String(wasm) : wasm instanceof Response ? wasm.url : "the bytes given";
  const bytes = named ? await read(wasm, integrity) : wasm instanceof Response ? await body(wasm) : wasm;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A policy without 'wasm-unsafe-eval' and bytes that are not wasm both end here; the error's class tells them apart.
    throw new CoreLoadError(isWasm(bytes) ? "blocked" : "not-wasm", address, error);
  }
}

/** @param {string | URL} address @param {string} [integrity] */
async function read(address, integrity = "") {
  const url = new URL(address, import.meta.url);
  if (url.protocol === "file:" && "process" in globalThis) {
    // Asked of Node at run time: an import would send bundlers for browsers looking for a module that only Node has.
    const { getBuiltinModule } = /** @type {any} */ (globalThis).process;
    /** @type {Promise<BufferSource>} */
    const file = getBuiltinModule("node:fs/promises").readFile(url);
    return file.catch((error) => {
      throw new CoreLoadError("not-found", url.href, error);
    });
  }
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { integrity });
  } catch (error) {
    throw new CoreLoadError(await reason(url, integrity), url.href, error);
  }
  return body(response);
}

/**
 * A server without the file, a digest that does not match and no answer at all fail alike where a digest is asked for.
 * To name the cause it is asked for once more, without.
 * @param {URL} url
 * @param {string} integrity
 */
async function reason(url, integrity) {
  if (!integrity) return "unreachable";
  try {
    const { ok } = await fetch(url, { cache: "force-cache" });
    return ok ? "not-ours" : "not-found";
  } catch {
    return "unreachable";
  }
}

/** @param {Response} response */
async function body(response) {
  if (!response.ok) throw new CoreLoadError("not-found", response.url);
  return response.arrayBuffer();
}

/** @param {BufferSource} bytes */
function isWasm(bytes) {
  const all = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return String.fromCharCode(...all.subarray(0, 4)) === "\0asm";
}

/** @returns {CottonOrigin} */
function api() {
  /** @type {Map<string, Figure> | undefined} */
  let known;
  const sourcesOf = (/** @type {string | null} */ id) => {
    known ??= new Map(raw.figures().map((/** @type {Figure} */ figure) => [figure.id, figure]));
    // Copies: what someone does to one answer must reach no other.
    return ((id && known.get(id)?.sources) || /** @type {Source[]} */ ([])).map((source) => ({ ...source }));
  };
  /** @param {Step[]} steps */
  const attach = (steps) => {
    for (const step of steps) {
      step.sources = sourcesOf(step.figure);
      for (const part of step.parts ?? []) attach(part.steps);
    }
  };
  return {
    assess(garment, options) {
      const assessment = /** @type {Assessment} */ (raw.assess(garment, options));
      attach(assessment.steps);
      return assessment;
    },
    assessAll(garments, options) {
      const wardrobe = /** @type {Wardrobe} */ (raw.assessAll(garments, options));
      for (const assessment of wardrobe.garments) attach(assessment.steps);
      return wardrobe;
    },
    assessTable: raw.assessTable,
    garment: raw.garment,
    catalogue: raw.catalogue,
    figures: raw.figures,
    version: raw.version,
  };
}
