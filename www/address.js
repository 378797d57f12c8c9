/** Reads the addresses that people type. */

/** The text as an http or https address; null if it is none. @param {string} text */
export function addressOf(text) {
  try {
    const address = new URL(text);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** A host name without a scheme, as many people write addresses. */
const BARE = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/;

/** The origin of an address (scheme, host and port); null if the text is no address. @param {string} text */
export const siteOf = (text) => addressOf(BARE.test(text) ? `https://${text}` : text)?.origin ?? null;
