/** Reads a pasted text and shows the result. The box itself is part of the first script. */
import { bare } from "../../own.js";
import { loadReader } from "../../label.js";
import { loadSentences } from "./locale.js";
import { showReading } from "./reading.js";

/** @import { Garment, Reading } from "../../types.d.ts" */
/** @import { Words } from "../words.js" */

/** @param {Words} words */
export async function createReader(words) {
  const [{ readLabel }, { sentences }] = await Promise.all([loadReader(), loadSentences(words.id)]);
  words.extend(sentences);
  return {
    /** @param {string} text @returns {Reading} */
    read: (text) => bare(readLabel(text, { languages: [words.language] })),
    /** @param {string} text @param {Reading} reading @param {Garment} chosen what was open and was chosen @param {boolean} cut whether the box holds only its beginning */
    show: (text, reading, chosen, cut) => showReading(words, text, reading, chosen, cut),
  };
}
