/** Fetches files that a script needs and checks their digests; if that fails, finds out why. */

import { own } from "./own.js";

/** What a caller's addresses are relative to. Kept in a variable: webpack rewrites `new URL(…, import.meta.url)`. */
const HERE = import.meta.url;

/** Why the core did not start, as a code. The element turns it into advice for the site's owner. */
export class CoreLoadError extends Error {
  /**
   * @param {"not-found" | "not-wasm" | "not-ours" | "not-figures" | "other-version" | "blocked" | "refused" | "untrusted" | "unreachable"} code
   * @param {string} address
   * @param {unknown} [cause]
   */
  constructor(code, address, cause) {
    super(`${code}: ${address}`, own({ cause }));
    this.name = "CoreLoadError";
    this.code = code;
    this.address = address;
  }
}

/**
 * The bytes of a file, checked against the digest. A `URL` is taken as it is: Turbopack's are relative to the page, and what Turbopack gives for
 * `import.meta.url` is an address of no file (`file:///ROOT/…`).
 * @param {string | URL} place
 * @param {string} [integrity]
 * @returns {Promise<BufferSource>}
 */
export async function read(place, integrity = "") {
  const url = typeof place === "string" ? new URL(place, HERE) : place;
  if (url.protocol === "file:" && "process" in globalThis) {
    // Obtained from Node at run time: bundlers for browsers would fail to resolve an import of a Node module.
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
    response = await fetch(url, own({ integrity }));
  } catch (error) {
    throw new CoreLoadError(await reason(url, integrity), url.href, error);
  }
  return body(response);
}

/**
 * With a digest, a missing file, a mismatch, a refusal by the policy and a network error all fail with the same error.
 * To tell them apart, the file is requested once more without a digest.
 * @param {URL} url
 * @param {string} integrity
 */
export async function reason(url, integrity) {
  if (!integrity) return "unreachable";
  const refused = refusal(url);
  try {
    const { ok } = await fetch(url, own({ cache: "force-cache" }));
    return ok ? "not-ours" : "not-found";
  } catch {
    return (await refused) ? "refused" : "unreachable";
  }
}

/** How long a browser may take to report that the page's policy refused a request, in milliseconds. */
const TELLING = 200;

/** Whether the page's policy refuses the request that is about to be made. @param {URL} url @returns {Promise<boolean>} */
function refusal(url) {
  return new Promise((resolve) => {
    setTimeout(resolve, TELLING, false);
    // Some engines report the whole address, some only its origin.
    globalThis.addEventListener?.("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "connect-src" && blockedURI !== "" && url.href.startsWith(blockedURI)) resolve(true);
    });
  });
}

/** @param {Response} response */
export async function body(response) {
  if (!response.ok) throw new CoreLoadError("not-found", response.url);
  return response.arrayBuffer();
}

/** @param {URL} url @param {string} [integrity] @returns {Promise<any>} */
export async function readJson(url, integrity) {
  return JSON.parse(new TextDecoder().decode(await read(url, integrity)));
}
