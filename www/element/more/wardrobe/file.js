/** The wardrobe as a file: what is downloaded, what a device remembers, and what is read back. */
import { entriesOf } from "../../fill.js";

/** @import { Whole } from "../../../core.js" */
/** @import { Garment, Total } from "../../../types.d.ts" */
/** @import { Answers } from "./assess.js" */

/** A garment that was kept. @typedef {{ id: string, name: string, garment: Garment }} Kept */

const FORMAT = "cotton-origin-wardrobe";
const FORMAT_VERSION = 1;

/** More than a wardrobe of thousands. */
const LONGEST = 2_000_000;

/** Why a file cannot be read: the name of a sentence. */
export class FileError extends Error {}

/** Enough bits that two pages of one device never choose the same. */
export const newId = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");

/** For the device: what was kept, and nothing that can be computed again. @param {readonly Kept[]} items */
export const toStored = (items) => JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, garments: items });

/** For people: the answers as well, and what they rest on. @param {readonly Kept[]} items @param {Answers} answers @param {Whole} core */
export function toJson(items, { each, total }, core) {
  const garments = items.map(({ name, garment }, at) => {
    const { cottonShare, garmentShare, grams, fieldGrams, inPart, reasons } = each[at] ?? {};
    return { name, garment, answer: { cottonShare, garmentShare, grams, fieldGrams, inPart, reasons } };
  });
  return JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, made: today(), version: core.version(), garments, total: totalOf(total) }, null, 2);
}

/** Which garments the total leaves out is told by their own answers. @param {Total} total */
const totalOf = ({ grams, fieldGrams, garmentsWithAny }) => ({ grams, fieldGrams, garmentsWithAny });

export const today = () => new Date().toISOString().slice(0, 10);

/**
 * What has the shape of a kept garment. Whether the core understands it is not asked here.
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
 * A file's garments, each as this version of the core says it, and how many it could not read.
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
      // Each is another garment than the one that may still be here.
      return [{ id: newId(), name, garment: core.garment(new URLSearchParams(entriesOf(garment))) }];
    } catch {
      return [];
    }
  });
  if (items.length === 0) throw new FileError(count === 0 ? "nothing" : "noneRead");
  return { items, left: count - items.length };
}
