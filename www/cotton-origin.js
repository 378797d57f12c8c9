/** Registers `<cotton-origin>`: the one file that a page names. */
import { CottonOriginElement } from "./element/element.js";

if (!customElements.get("cotton-origin")) customElements.define("cotton-origin", CottonOriginElement);

export { CottonOriginElement };
