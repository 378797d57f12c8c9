/** Hands a text over to the visitor: to the clipboard, or to the system's share sheet. */
import { h, refill } from "../dom.js";

/** @import { Words } from "../words.js" */

/**
 * @param {Words} words
 * @param {(text: string) => void} tell
 * @param {string} id of the field that a text is copied from by hand
 */
export function createHandOver(words, tell, id) {
  /** Copies a text; if the browser refuses, shows it selected, to be copied by hand. @param {string} content @param {string} key @param {Element} place */
  async function copy(content, key, place) {
    try {
      await navigator.clipboard.writeText(content);
      refill(place, h("p", {}, words.say(key)));
      tell(words.say(key));
    } catch {
      const field = h("textarea", { id, readonly: true, rows: 4, dir: "auto" }, content);
      refill(place, h("label", { for: id }, words.say("share.byHand")), field);
      field.focus();
      field.select();
    }
  }

  /** @param {ShareData} data @param {Element} place */
  async function system(data, place) {
    try {
      await navigator.share(data);
    } catch (error) {
      // The visitor closed the share sheet.
      if (!(error instanceof DOMException && error.name === "AbortError")) await copy([data.text, data.url].filter(Boolean).join("\n"), "share.copied", place);
    }
  }

  return { copy, system };
}
