/** Hands a file to the person: made here, fetched from nowhere. */
import { h } from "../dom.js";

/** @param {string} name @param {Blob} content */
export function download(name, content) {
  const href = URL.createObjectURL(content);
  h("a", { href, download: name }).click();
  // Not at once: a browser may begin to read only after this.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
