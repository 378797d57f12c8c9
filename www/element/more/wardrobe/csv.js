/** The wardrobe as CSV: a row for each garment, with the versions of the figures and the method; its headings are in the reader's language. */
import { FIELDS } from "#vocabulary";
import { today } from "./file.js";
import { fieldName, fieldText } from "./describe.js";

/** @import { Whole } from "../../../core.js" */
/** @import { Answers } from "./assess.js" */
/** @import { Kept } from "./file.js" */
/** @import { Words } from "../../words.js" */

const QUANTITIES = /** @type {const} */ (["cottonShare", "garmentShare", "inPart", "grams", "fieldGrams"]);
const BOUNDS = /** @type {const} */ (["central", "low", "high"]);

/** Without a byte order mark, spreadsheets do not recognise UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Spreadsheets split a file as the reader's language does: where the decimal sign is a comma, at semicolons. There, numbers have their comma, as `0.578`
 * would be read as 578.
 * @param {Words} words @param {readonly Kept[]} items @param {Answers} answers @param {Whole} core
 */
export function toCsv(words, items, { each }, core) {
  const { schemes } = core.catalogue();
  const { figures, model } = core.version();
  const commas = words.number(0.5, { maximumFractionDigits: 1 }).includes(",");
  const number = (/** @type {number | undefined} */ value) => (commas ? rounded(value).replace(".", ",") : rounded(value));
  const column = (/** @type {string} */ name, args = {}) => words.say(`wardrobe.columns.${name}`, args);
  const named = (/** @type {string} */ what, /** @type {string} */ bound) => (bound === "central" ? what : column(bound, { what }));
  const results = QUANTITIES.flatMap((quantity) => BOUNDS.map((bound) => named(column(quantity), bound)));
  const header = [column("name"), ...FIELDS.map((field) => fieldName(words, field)), ...results, ...["figures", "method", "date"].map((name) => column(name))];
  const rows = items.map(({ name, garment }, at) => {
    const answer = each[at];
    const said = FIELDS.map((field) => (garment[field] === undefined ? "" : typeof garment[field] === "number" ? number(garment[field]) : fieldText(words, schemes, garment, field)));
    const numbers = QUANTITIES.flatMap((quantity) => BOUNDS.map((bound) => number(answer?.[quantity]?.[bound])));
    return [name, ...said, ...numbers, figures, model, today()].map(cell);
  });
  return BYTE_ORDER_MARK + [header.map(cell), ...rows].map((row) => row.join(commas ? ";" : ",")).join("\r\n") + "\r\n";
}

/** Six decimals: more would be false precision, and small numbers are not shown in scientific notation. @param {number | undefined} value */
const rounded = (value) => (value === undefined ? "" : String(Number(value.toFixed(6))));

/**
 * What spreadsheets take for the start of a formula, wherever it could become the start of a cell: a reader with another separator cuts a cell in two,
 * and quotes do not keep it from that. So anywhere but after a letter or a digit; a dash between blanks is a dash.
 */
const SIGN = /(?<![\p{L}\p{M}\p{N}])(?!(?<= )[-+] )[=+\-@\uFF0B\uFF0D\uFF1D\uFF20|]/gu;

/** Guards against CSV injection. @param {string} text */
function cell(text) {
  const safe = text.replace(SIGN, "'$&");
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
