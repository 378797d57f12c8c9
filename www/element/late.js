/** Fetches the module with everything below the answer, and nothing else than the one that this script was built with. */

import { CoreLoadError, reason } from "../fetched.js";

/** @typedef {typeof import("../cotton-origin-more.js")} More */

/** @type {Promise<More> | null} */
let loading = null;

/** Every element of a page shares one; a failed load is tried again by the next. @returns {Promise<More>} */
export function loadMore() {
  loading ??= importPinned(new URL("cotton-origin-more.js", import.meta.url), COTTON_ORIGIN_MORE_INTEGRITY).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/**
 * `import()` takes no digest. A preload does, and what it fetched is what `import()` then runs: the browser keeps one module
 * for each address.
 * @param {URL} url
 * @param {string} integrity
 */
async function importPinned(url, integrity) {
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    const fetched = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
    Object.assign(link, { rel: "modulepreload", href: url.href, integrity, crossOrigin: "anonymous" });
    document.head.append(link);
    try {
      await fetched;
    } catch (error) {
      throw new CoreLoadError(await reason(url, integrity), url.href, error);
    } finally {
      link.remove();
    }
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url.href);
}
