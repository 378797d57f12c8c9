/** The wardrobe as JSON: for downloads, for the device's storage, and read back. */
import { entriesOf } from "../../fill.js";

/** @import { Whole } from "../../../core.js" */
/** @import { Garment, Total } from "../../../types.d.ts" */
/** @import { Answers } from "./assess.js" */

/** A garment that was kept. @typedef {{ id: string, name: string, garment: Garment }} Kept */

const FORMAT = "cotton-origin-wardrobe";
const FORMAT_VERSION = 1;

/** In characters: more than thousands of garments need. */
const LONGEST = 2_000_000;

/** Why a file cannot be read; the message is the key of a sentence. */
export class FileError extends Error {}

/** Random, so that two tabs never choose the same id. */
export const newId = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");

/** For the device's storage: the garments, without answers, which can be recomputed. @param {readonly Kept[]} items */
export const toStored = (items) => JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, garments: items });

/** For downloads: the garments with their answers and versions. @param {readonly Kept[]} items @param {Answers} answers @param {Whole} core */
export function toJson(items, { each, total }, core) {
  const garments = items.map(({ name, garment }, at) => {
    const { cottonShare, garmentShare, grams, fieldGrams, inPart, reasons } = each[at] ?? {};
    return { name, garment, answer: { cottonShare, garmentShare, grams, fieldGrams, inPart, reasons } };
  });
  return JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, made: today(), version: core.version(), garments, total: totalOf(total) }, null, 2);
}

/** Which garments the total leaves out can be seen from their own answers. @param {Total | null} total */
const totalOf = (total) => total && { grams: total.grams, fieldGrams: total.fieldGrams, garmentsWithAny: total.garmentsWithAny };

export const today = () => new Date().toISOString().slice(0, 10);

/**
 * The entries that have the shape of a kept garment; the core has not checked them yet.
 * @param {string} text
 * @returns {Kept[]}
 * @throws {FileError}
 */
export function parse(text) {
  if (text.length > LONGEST) throw new FileError("tooLong");
  /** @type {any} */
  let all;
  try {
    all = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new FileError("notJson", { cause });
  }
  if (all?.format !== FORMAT || !Array.isArray(all.garments)) throw new FileError("foreign");
  if (all.formatVersion !== FORMAT_VERSION) throw new FileError("newer");
  return all.garments.filter(isKept).map((/** @type {Kept} */ { id, name, garment }) => ({ id: typeof id === "string" ? id : newId(), name, garment }));
}

/** @param {any} one */
const isKept = (one) => typeof one?.name === "string" && typeof one.garment === "object" && one.garment !== null && !Array.isArray(one.garment);

/**
 * The garments of a file, normalised by the core, and how many it could not read.
 * @param {string} text
 * @param {Whole} core
 * @returns {{ items: Kept[], left: number }}
 * @throws {FileError}
 */
export function fromJson(text, core) {
  const found = parse(text);
  const count = JSON.parse(text.replace(/^\uFEFF/, "")).garments.length;
  const items = found.flatMap(({ name, garment }) => {
    try {
      // A new id: the garment that it was saved from may still be in the wardrobe.
      return [{ id: newId(), name, garment: core.garment(new URLSearchParams(entriesOf(garment))) }];
    } catch {
      return [];
    }
  });
  if (items.length === 0) throw new FileError(count === 0 ? "nothing" : "noneRead");
  return { items, left: count - items.length };
}
