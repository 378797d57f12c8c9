/** The target of a shared link: the page beside the script, or the one that the host names. */

/** Attributes that a warning was logged for. @type {Set<string>} */
const told = new Set();

/**
 * @param {Element} host
 * @returns {string | null} null if a bundler moved the script away from the page
 */
export function shareBase(host) {
  const wanted = host.getAttribute("share-url");
  if (wanted !== null) {
    const own = web(wanted);
    if (own) return own;
    if (!told.has(wanted)) console.warn(`<cotton-origin>: share-url="${wanted}" is not an address of the web (https://…), so links lead to the script's own page.`);
    told.add(wanted);
  }
  // In two steps: bundlers would try to resolve `new URL("…", import.meta.url)`.
  const script = import.meta.url;
  return web(new URL(".", script).href);
}

/** The same as people write it: host and path; empty where there is none. @param {Element} host */
export function shownBase(host) {
  const base = shareBase(host);
  if (base === null) return "";
  const { host: name, pathname } = new URL(base);
  return (name + pathname).replace(/\/(index\.html)?$/, "");
}

/** An http or https address without its fragment. @param {string} text */
function web(text) {
  try {
    const url = new URL(text);
    url.hash = url.username = url.password = "";
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
