/** Where a shared link leads: the page beside the script, or the one that the host names. */

/** Attributes already complained about. @type {Set<string>} */
const told = new Set();

/**
 * @param {Element} host
 * @returns {string | null} null: there is no such page, as a bundler moved the script
 */
export function shareBase(host) {
  const wanted = host.getAttribute("share-url");
  if (wanted !== null) {
    const own = web(wanted);
    if (own) return own;
    if (!told.has(wanted)) console.warn(`<cotton-origin>: share-url="${wanted}" is not an address of the web (https://…), so links lead to the script's own page.`);
    told.add(wanted);
  }
  // In two steps: bundlers take an address written in one for a file that they must find.
  const script = import.meta.url;
  return web(new URL(".", script).href);
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
