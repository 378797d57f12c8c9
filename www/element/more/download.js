/** Downloads a file that was made on this page. */
import { h } from "../dom.js";

/** @param {string} name @param {Blob} content */
export function download(name, content) {
  const href = URL.createObjectURL(content);
  h("a", { href, download: name }).click();
  // Not at once: browsers read the blob asynchronously.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
