/** Loads the module with everything below the answer, and only the one that this script was built with. */

import { CoreLoadError, reason } from "../fetched.js";
import { own } from "../own.js";
import { placed } from "../place.js";
import { h, ofDocument } from "./dom.js";

/** @typedef {typeof import("../cotton-origin-more.js")} More */

/** @type {Promise<More> | null} */
let loading = null;

/** All elements of a page share one; after a failed load the next element tries again. @returns {Promise<More>} */
export function loadMore() {
  loading ??= importMore().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** In the npm package it is an ordinary module, which a bundler may rewrite and hash in its own way. @returns {Promise<More>} */
const importMore = () =>
  COTTON_ORIGIN_MORE_INTEGRITY
    ? importPinned(placed("cotton-origin-more.js", new URL("cotton-origin-more.js", import.meta.url)), COTTON_ORIGIN_MORE_INTEGRITY)
    : import("../cotton-origin-more.js");

/**
 * `import()` takes no integrity digest, and WebKit ignores that of a module preload. Every engine checks that of a script element, and `import()` then
 * returns the module that the element ran, as a browser keeps one module for each address.
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
 * The address as a `TrustedScriptURL`, for pages that require Trusted Types; the plain address where the page refuses our policy.
 * @param {string} address
 */
function trusted(address) {
  try {
    return /** @type {any} */ (globalThis).trustedTypes.createPolicy("cotton-origin", own({ createScriptURL: () => address })).createScriptURL("");
  } catch {
    return address;
  }
}
