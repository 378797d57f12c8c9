/**
 * A garment, its answer and the versions, encoded in the fragment of an address, which browsers do not send.
 *
 * `#cotton=1~k=t-shirt~f.0.t=cotton~f.0.p=60~m=BD~v=2026.1~w=1.0~d=2026-11-22~s=47812-21300-99123~z=1a2b3c4`
 */
import { LETTERS, PUBLISHED } from "#vocabulary";
import { entriesOf } from "../../fill.js";

/** @import { Assessment, CottonOrigin, Estimate, Garment, Version } from "../../../types.d.ts" */

/** A link holds no `ofAverage`: whoever opens it works that out anew. @typedef {{ low: number, central: number, high: number, ofAverage?: { low: number, high: number } | undefined }} Range */
/** @typedef {{ garment: Garment, figures: string, model: string, date: string, cottonShare: Range | null, grams: Range | null }} Shared */

/** Why a link cannot be read; the message is the key of a sentence. */
export class LinkError extends Error {}

const FORMAT = "1";
const START = "#cotton=";
/** In characters. Browsers accept more, messengers may not. */
const LONGEST = 8000;

/** Names in a path are shortened to letters; indexes, and names without a letter, stay. */
const LONG = Object.fromEntries(Object.entries(LETTERS).map(([long, short]) => [short, long]));

/** Keys that are not the garment's: figures, method, date, share, grams, checksum, format. */
const OWN = new Set(["v", "w", "d", "s", "x", "z", "cotton"]);

/** @param {string} path @param {Record<string, string>} names */
const renamed = (path, names) => path.split(".").map((piece) => (Object.hasOwn(names, piece) ? names[piece] : piece)).join(".");

/** Shares are written in millionths, grams in thousandths. */
const UNITS = { s: 1e6, x: 1e3 };

/** @param {"s" | "x"} key @param {Estimate | null} estimate @returns {[string, string][]} */
const written = (key, estimate) => (estimate ? [[key, [estimate.central, estimate.low, estimate.high].map((number) => Math.round(number * UNITS[key])).join("-")]] : []);

/** @param {Garment} garment @param {Assessment} assessment @param {string} date @returns {string} the fragment, with its # */
export function toFragment(garment, { cottonShare, grams, version }, date) {
  const entries = entriesOf(garment).map(([path, value]) => [renamed(path, LETTERS), value]);
  const all = [["cotton", FORMAT], ...entries, ["v", version.figures], ["w", version.model], ["d", date], ...written("s", cottonShare), ...written("x", grams)];
  const text = new URLSearchParams(all).toString().replaceAll("&", "~");
  return `#${text}~z=${checksum(text)}`;
}

/** Whether a fragment is one of ours. @param {string} fragment */
export const isOurs = (fragment) => fragment.startsWith(START);

/**
 * @param {string} fragment
 * @param {Pick<CottonOrigin, "garment" | "version">} core
 * @returns {Shared}
 * @throws {LinkError}
 */
export function fromFragment(fragment, core) {
  const [, text = "", sum] = /^#(.*)~z=([0-9a-z]+)$/s.exec(fragment) ?? [];
  const all = new URLSearchParams(text.replaceAll("~", "&"));
  if (fragment.length > LONGEST || checksum(text) !== sum) throw new LinkError("damaged");
  if (all.get("cotton") !== FORMAT) throw new LinkError("tooNew");
  const said = new URLSearchParams([...all].flatMap(([key, value]) => (OWN.has(key) ? [] : [[renamed(key, LONG), value]])));
  const one = (/** @type {string} */ key, /** @type {RegExp} */ shape) => {
    const value = all.get(key) ?? "";
    if (!shape.test(value) || all.getAll(key).length > 1) throw new LinkError("damaged");
    return value;
  };
  const [figures, model] = [one("v", VERSION), one("w", VERSION)];
  // A version that never was: somebody made the link by hand.
  if (age({ figures, model }, core.version()) <= 0 && !PUBLISHED.some((version) => version.figures === figures && version.model === model)) throw new LinkError("forged");
  const shared = { figures, model, date: one("d", DAY), cottonShare: range(all, "s"), grams: range(all, "x") };
  try {
    return { ...shared, garment: core.garment(said) };
  } catch (cause) {
    throw new LinkError(age(shared, core.version()) > 0 ? "tooNew" : "damaged", { cause });
  }
}

const VERSION = /^\d{1,6}(\.\d{1,6}){0,3}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {URLSearchParams} all @param {"s" | "x"} key @returns {Range | null} */
function range(all, key) {
  const text = all.get(key);
  if (text === null) return null;
  const [central = NaN, low = NaN, high = NaN] = /^\d{1,9}-\d{1,9}-\d{1,9}$/.test(text) ? text.split("-").map((part) => Number(part) / UNITS[key]) : [];
  if (!(low <= high && central >= 0 && (key !== "s" || (central <= 1 && high <= 1)))) throw new LinkError("damaged");
  return { low, central, high };
}

/** Whether an answer has the numbers that were shared, to the precision of a link. @param {Shared} shared @param {Assessment} now */
export const agrees = (shared, now) =>
  JSON.stringify([written("s", now.cottonShare), written("x", now.grams)]) === JSON.stringify([written("s", /** @type {any} */ (shared.cottonShare)), written("x", /** @type {any} */ (shared.grams))]);

/** Negative if the link is older than this version, positive if it is newer. @param {Pick<Shared, "figures" | "model">} shared @param {Version} here */
export const age = (shared, here) => compare(shared.figures, here.figures) || compare(shared.model, here.model);

/** @param {string} a @param {string} b */
function compare(a, b) {
  const [one, two] = [a, b].map((version) => version.split(".").map(Number));
  for (let at = 0; at < 4; at += 1) {
    const difference = (one?.[at] ?? 0) - (two?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Detects links that mail programs or messengers damaged; it is no protection against forgery. FNV-1a over UTF-16 code units. @param {string} text */
function checksum(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
