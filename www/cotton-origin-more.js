/** Everything below the answer, and what reads a pasted text. The element fetches this once its first answer is on the page. */
export { createMore } from "./element/more/more.js";
export { createReader } from "./element/more/reader.js";
