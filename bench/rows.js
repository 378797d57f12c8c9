/** Turns measurements into the rows of the table, beside their targets. */
import { ROUND_TRIP } from "./parts/loading.js";
import { SLOWED } from "./support/browser.js";
import { median } from "./support/statistics.js";

/** @typedef {{ part: string, what: string, value: string, target: string | null, verdict: string | null, readme: string | null }} Row */
/**
 * Options of a row; `readme` is its name in the README, if it is shown there.
 * @typedef {{ most?: number, least?: number, readme?: string }} Aim
 */

/** Names in the table. */
const OTHERS = {
  altcha: "ALTCHA",
  "pagefind component ui": "Pagefind’s component UI",
  "lite-youtube-embed": "lite-youtube-embed",
  "open food facts": "Open Food Facts’ web components",
};

/** The catalogue that the target is about: that of a shop. */
const SHOP = 100_000;

/** A sixtieth of a second, in milliseconds. */
const FRAME = 1000 / 60;

/** @param {Record<string, any>} measured by part @returns {Row[]} */
export function rowsOf(measured) {
  return Object.entries(ROWS).flatMap(([part, rows]) => (measured[part] ? rows(measured[part]) : []));
}

const ROWS = /** @type {Record<string, (measured: any) => Row[]>} */ ({ sizes, start, calls, catalogue, loading, typing, lighthouse });

/** @type {(part: string) => (what: string, value: number, unit: string, aim?: Aim) => Row} */
const table = (part) => (what, value, unit, { most, least, readme } = {}) => {
  const shown = (/** @type {number} */ number) => [digits(number), unit].filter(Boolean).join(" ");
  const target = most !== undefined ? `<= ${shown(most)}` : least !== undefined ? `>= ${shown(least)}` : null;
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  return { part, what, value: shown(value), target, verdict: target && (met ? "met" : missed(value, most, least)), readme: readme ?? null };
};

/** By how much. @param {number} value @param {number | undefined} most @param {number | undefined} least */
function missed(value, most, least) {
  if (least !== undefined) return `missed: ${digits((100 * value) / least)} % of it`;
  return most ? `missed: ${digits(value / most)} x as much` : "missed";
}

/** Three digits, and no more zeros than there are. @param {number} number */
const digits = (number) => (Math.abs(number) >= 100 ? grouped(number.toFixed(0)) : String(Number(number.toPrecision(3))));

/** By thousands. @param {string} number */
const grouped = (number) => number.replace(/\B(?=(\d{3})+$)/g, " ");

/** @param {{ name: string, gzip: number, brotli: number, files: string[] }[]} all */
function sizes(all) {
  const row = table("Size");
  const of = (/** @type {string} */ name) => all.find((one) => one.name === name) ?? { gzip: NaN, brotli: NaN };
  const [first, everything] = [of("first estimate"), of("everything")];
  return [
    row("first estimate, gzip", first.gzip / 1000, "kB", { most: 40, readme: "first estimate, gzip" }),
    row("first estimate, brotli", first.brotli / 1000, "kB"),
    row("everything in one language, gzip", everything.gzip / 1000, "kB", { most: 60, readme: "everything in one language, gzip" }),
    row("everything in one language, brotli", everything.brotli / 1000, "kB"),
    row("the estimate’s wasm, gzip", of("its wasm").gzip / 1000, "kB"),
    row("the label reader’s wasm, gzip", of("label reader").gzip / 1000, "kB"),
    ...Object.entries(OTHERS).flatMap(([name, other]) => {
      const { gzip, brotli } = of(name);
      return [row(`${other}, gzip`, gzip / 1000, "kB", { readme: `beside it ${other}, gzip` }), row(`${other}, brotli`, brotli / 1000, "kB")];
    }),
  ];
}

/** @param {{ compile: number, instantiate: number, first: number, second: number }[]} all */
function start(all) {
  const row = table("Start of the wasm");
  const of = (/** @type {"compile" | "instantiate" | "first" | "second"} */ what) => median(all.map((one) => one[what]));
  return [
    row("compile", of("compile"), "ms"),
    row("make an instance", of("instantiate"), "ms"),
    row("first assess", of("first"), "ms"),
    row("second assess, of another garment", of("second"), "ms"),
  ];
}

/** @param {any} calls */
function calls({ varied: { wasm, javascript, package: whole, ratio }, alike, native }) {
  const row = table("One call of assess, over 10 000 garments");
  const [rust, central] = [native.assess.median / 1e6, native.central.median / 1e6];
  return [
    row("through the boundary, median", wasm.median, "ms", { most: FRAME / 100, readme: "a call of `assess`, in Chromium" }),
    row("through the boundary, 99th percentile", wasm.p99, "ms"),
    row("the package’s, with sources, median", whole.median, "ms"),
    row("the model in JavaScript, median", javascript.median, "ms"),
    row("the model in JavaScript, 99th percentile", javascript.p99, "ms"),
    row("times as fast as the model in JavaScript", ratio, "x", { least: 2, readme: "how many times as fast as the same model in JavaScript" }),
    row("of a garment that differs in amounts from one before, median", alike.wasm.median, "ms"),
    row("the same in JavaScript, median", alike.javascript.median, "ms"),
    row("native Rust, median", rust, "ms"),
    row("native Rust, 99th percentile", native.assess.p99 / 1e6, "ms"),
    row("the boundary and the wasm, beside native Rust", wasm.median / rust, "x"),
    row("central alone, native Rust", central, "ms"),
    row("with ranges, beside central alone, native Rust", rust / central, "x", { most: 10 }),
  ];
}

/** @param {any} catalogues */
function catalogue({ browser, native }) {
  const row = table("A catalogue in one call");
  return browser.flatMap((/** @type {any} */ { rows, loop, table, bytes }, /** @type {number} */ at) => {
    const { time, bytes: grown } = native[at];
    const many = grouped(String(rows));
    const before = browser[at - 1];
    return [
      row(`${many} rows, rows a second`, 1000 / table, ""),
      row(`${many} rows, bytes of the wasm’s memory a row`, bytes, ""),
      row(`${many} rows, native Rust, rows a second`, (1e9 * rows) / time, ""),
      row(`${many} rows, native Rust, bytes a row`, grown / rows, ""),
      ...(before ? [row(`${many} rows, time beside a tenth of them`, (table * rows) / (before.table * before.rows), "x")] : []),
      row(`${many} rows, a row beside one call of assess`, loop / table, "x", rows === SHOP ? { least: 20, readme: "a row of a catalogue of 100 000, how many times as fast as a call" } : {}),
    ];
  });
}

/** @param {{ site: any, host: any }} loading */
function loading({ site, host }) {
  const row = table(`Loading, processor slowed ${SLOWED} x, ${ROUND_TRIP} ms to the host and back, 1.6 Mbit/s`);
  const of = (/** @type {string} */ page, /** @type {any} */ { cold, warm }, /** @type {(name: string) => string | undefined} */ inReadme) => [
    row(`${page}, requests in a row between script and form`, cold.inARow, "", { most: 1, readme: inReadme("requests in a row between the script and the form") }),
    row(`${page}, script to form, first visit`, cold.usable, "ms"),
    row(`${page}, script to first estimate painted, first visit`, cold.painted, "ms"),
    row(`${page}, script to form, second visit`, warm.usable, "ms"),
    row(`${page}, script to first estimate painted, second visit`, warm.painted, "ms"),
    row(`${page}, longest task, first visit`, cold.longest, "ms", { most: 50, readme: inReadme("longest task while loading, processor slowed 4 x") }),
    row(`${page}, longest task, second visit`, warm.longest, "ms", { most: 50 }),
    row(`${page}, layout shift`, Math.max(cold.shift, warm.shift), "", { most: 0, readme: inReadme("layout shift") }),
  ];
  return [...of("our page", site, () => undefined), ...of("a host’s page", host, (name) => `a host’s page: ${name}`)];
}

/** @param {{ plain: any, slowed: any }} typing */
function typing({ plain, slowed }) {
  const row = table("From a key to the next frame painted");
  return [
    row("median", plain.median, "ms"),
    row("99th percentile", plain.p99, "ms"),
    row("of it our handlers, median", plain.work.median, "ms"),
    row(`processor slowed ${SLOWED} x, median`, slowed.median, "ms"),
    row(`processor slowed ${SLOWED} x, 99th percentile`, slowed.p99, "ms"),
    row(`processor slowed ${SLOWED} x, of it our handlers, median`, slowed.work.median, "ms"),
  ];
}

/** @typedef {Record<"performance" | "accessibility" | "best-practices", number>} Scores */

/** @param {{ site: Scores, host: Scores }} scores */
function lighthouse({ site, host }) {
  const row = table("Lighthouse, telephone");
  const of = (/** @type {string} */ page, /** @type {Scores} */ scores, /** @type {(name: string) => string | undefined} */ inReadme) =>
    Object.entries(scores).map(([category, score]) => {
      const name = category.replace("-", " ");
      return row(`${page}, ${name}`, score, "", { least: 100, readme: inReadme(name) });
    });
  return [...of("our page", site, () => undefined), ...of("a host’s page", host, (name) => `a host’s page: Lighthouse, ${name}`)];
}
