/** What people type as addresses. */

/** The address that a text is, if browsers go there by http or https; else null. @param {string} text */
export function addressOf(text) {
  try {
    const address = new URL(text);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** A site's name without its scheme, as many people write it. */
const BARE = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/;

/** The site that an address is of: its scheme, name and port, which standards call an origin; else null. @param {string} text */
export const siteOf = (text) => addressOf(BARE.test(text) ? `https://${text}` : text)?.origin ?? null;
