/** Fetches the module with everything below the answer, and nothing else than the one that this script was built with. */

import { CoreLoadError, reason } from "../fetched.js";
import { h, ofDocument } from "./dom.js";

/** @typedef {typeof import("../cotton-origin-more.js")} More */

/** @type {Promise<More> | null} */
let loading = null;

/** Every element of a page shares one; a failed load is tried again by the next. @returns {Promise<More>} */
export function loadMore() {
  loading ??= importMore().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** In a package it is a module like any other, which a bundler may change and pin in its own way. @returns {Promise<More>} */
const importMore = () =>
  COTTON_ORIGIN_MORE_INTEGRITY
    ? importPinned(new URL("cotton-origin-more.js", import.meta.url), COTTON_ORIGIN_MORE_INTEGRITY)
    : import("../cotton-origin-more.js");

/**
 * `import()` takes no digest, and WebKit ignores that of a preload. A script element's holds in every engine, and what it ran is
 * what `import()` then gives: the browser keeps one module for each address.
 * @param {URL} url
 * @param {string} integrity
 */
async function importPinned(url, integrity) {
  const script = h("script");
  const ran = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
  try {
    Object.assign(script, { type: "module", crossOrigin: "anonymous", integrity, src: trusted(url.href) });
  } catch (error) {
    throw new CoreLoadError("untrusted", url.href, error);
  }
  ofDocument("head").append(script);
  try {
    await ran;
  } catch (error) {
    throw new CoreLoadError(await reason(url, integrity), url.href, error);
  } finally {
    script.remove();
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url.href);
}

/**
 * What a page that requires Trusted Types takes as the address of a script; where it refuses us one, the address itself.
 * @param {string} address
 */
function trusted(address) {
  try {
    return /** @type {any} */ (globalThis).trustedTypes.createPolicy("cotton-origin", { createScriptURL: () => address }).createScriptURL("");
  } catch {
    return address;
  }
}
