/**
 * The texts of the figures, the schemes and the record, with their sources: `figures.json`.
 * @import { Assessment, Figure, LoadOptions, RecordEntry, Scheme, Source, Step } from "./types.d.ts"
 */
import { CoreLoadError, body, read } from "./fetched.js";
import { own } from "./own.js";

/**
 * The content of the file: a citation refers to a source by its id.
 * @typedef {{ source: string, locator: string }[]} Citations
 * @typedef {{
 *   version: string,
 *   sources: Record<string, Omit<Source, "locator">>,
 *   figures: (Omit<Figure, "sources"> & { sources: Citations })[],
 *   schemes: (Omit<Scheme, "sources"> & { sources: Citations })[],
 *   record: (Omit<RecordEntry, "sources"> & { sources: Citations })[],
 * }} Texts
 */

/**
 * @param {NonNullable<LoadOptions["figures"]>} figures
 * @param {string} [integrity]
 * @returns {Promise<Texts>}
 */
export async function parseTexts(figures, integrity) {
  const named = typeof figures === "string" || figures instanceof URL;
  if (!named && !(figures instanceof Response)) return /** @type {Texts} */ (figures);
  const bytes = await (named ? read(figures, integrity) : body(figures));
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new CoreLoadError("not-figures", String(named ? figures : figures.url), error);
  }
}

/**
 * Puts sources in the place of citations. They are built for each answer, so that a caller who modifies one answer does not modify others.
 * @param {Texts} texts
 */
export function citing(texts) {
  const sources = (/** @type {Citations} */ cited) => cited.map(({ source, locator }) => ({ ...texts.sources[source], locator }));
  const figures = new Map(texts.figures.map((figure) => [figure.id, figure]));
  return {
    /** A figure, a scheme or an entry of the record with its sources. @param {any} row */
    whole: (row) => ({ ...structuredClone(row), sources: sources(row.sources) }),
    /** The sources of a figure. @param {string} id */
    sourcesOf: (id) => sources(figures.get(id)?.sources ?? []),
  };
}

/** Adds the sources of its figure to each step. @param {Assessment} assessment @param {(figure: string) => object[]} sources */
export function withSources(assessment, sources) {
  /** @param {Step[]} steps */
  const attach = (steps) => {
    for (const step of steps) {
      const value = step.figure === null ? [] : sources(step.figure);
      Object.defineProperty(step, "sources", own({ value, writable: true, enumerable: true, configurable: true }));
      if (Object.hasOwn(step, "parts")) for (const part of step.parts ?? []) attach(part.steps);
    }
  };
  attach(assessment.steps);
  return assessment;
}
