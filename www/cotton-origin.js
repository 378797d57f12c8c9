/** Registers `<cotton-origin>`: the one file that a page names. */
import { CottonOriginElement } from "./element/element.js";

/** What registers elements; a server that writes pages has none. @type {CustomElementRegistry | undefined} */
const registry = globalThis.customElements;

if (!registry?.get("cotton-origin")) registry?.define("cotton-origin", CottonOriginElement);
// Two versions, or one at two addresses: no harm, but whoever mends the page should know which one counts.
else console.info(`<cotton-origin> was defined before ${import.meta.url} ran. The first script on a page is used, and this one is not.`);

export { CottonOriginElement };
