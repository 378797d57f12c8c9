/** The sections below the answer, and the label reader. The element loads this module after it has shown its first answer. */
import { tellNewer } from "./element/more/newer.js";

export { createMore } from "./element/more/more.js";
export { createReader } from "./element/more/reader.js";

if (COTTON_ORIGIN_VERSION) void tellNewer(COTTON_ORIGIN_VERSION, import.meta.url);
