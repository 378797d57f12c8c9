/** The file of corrections: what a native reader saves and sends, and what `cargo xtask corrections` reads. */

/**
 * @typedef {object} Correction
 * @property {string} file the messages that it is in: `more/de.json`
 * @property {string} id
 * @property {string} [form] the plural form
 * @property {string} was
 * @property {string} is as it was where only a reason is given
 * @property {string} why
 * @property {string} english
 */

/** @param {{ version: string, language: string, corrections: Correction[] }} content */
export const fileOf = (content) => `${JSON.stringify(content, null, 2)}\n`;

/**
 * The corrections in the text of a file; null if it is none for this language.
 * @param {string} text
 * @param {string} language
 * @returns {Correction[] | null}
 */
export function keptIn(text, language) {
  try {
    const content = JSON.parse(text);
    if (content.language !== language) return null;
    return content.corrections.map((/** @type {any} */ { file, id, form, was, is, why = "", english = "" }) => {
      if ([file, id, form ?? "", was, is, why].some((each) => typeof each !== "string")) throw new TypeError("no correction");
      return { file, id, ...(form && { form }), was, is, why, english };
    });
  } catch {
    return null;
  }
}
