/** Everything below the answer. The element fetches this once its first answer is on the page. */
export { createMore } from "./element/more/more.js";
