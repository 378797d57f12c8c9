/** The sections below the answer, and the label reader. The element loads this module after it has shown its first answer. */
export { createMore } from "./element/more/more.js";
export { createReader } from "./element/more/reader.js";
