/** The sources of a statement, as links in one line. */
import { h } from "../dom.js";
import { attribution, outside } from "./step.js";

/** @import { Source } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @param {Words} words @param {Source[]} sources */
export function citations(words, sources) {
  return h("p", { class: "cited" }, ...sources.flatMap((source, at) => [at > 0 ? "; " : "", ...cited(words, source)]));
}

/** @param {Words} words @param {Source} source */
function cited(words, source) {
  const name = `${attribution(words, source)}, ${source.year}`;
  return /^https?:\/\//.test(source.address) ? [outside(words, source.address, name)] : [name];
}
