/** Registers `<cotton-origin>`: the only file that a page has to include. */
import { CottonOriginElement } from "./element/element.js";

/** The registry of custom elements; undefined on a server. @type {CustomElementRegistry | undefined} */
const registry = globalThis.customElements;

if (!registry?.get("cotton-origin")) registry?.define("cotton-origin", CottonOriginElement);
// The element is already registered, by another version or from another address. That does no harm, but the site's owner should know which one is used.
else console.info(`<cotton-origin> was defined before ${import.meta.url} ran. The first script on a page is used, and this one is not.`);

export { CottonOriginElement };
