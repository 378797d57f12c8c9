/**
 * Loads the core on first use, once, and again after a failure. The same file serves browsers and Node.
 *
 * It has three parts. The wasm computes, and is enough for the first estimate. The texts of the figures (what they
 * are, their sources, the names of schemes) are in a JSON file, and the label reader (`label.js`) is a wasm of its own.
 * @import { AssessOptions, Assessment, Catalogue, CottonOrigin, FormAnswer, Garment, LoadOptions, Scheme, Version, Wardrobe } from "./types.d.ts"
 */
import init, * as glue from "cotton-origin-glue";
import { CoreLoadError } from "./fetched.js";
import { loadReader } from "./label.js";
import { placed } from "./place.js";
import { citing, parseTexts, withSources } from "./texts.js";
import { begin, compile, once, survived } from "./wasm.js";

/**
 * What the wasm can do by itself: steps have no sources yet, and schemes only ids.
 * @typedef {{
 *   assessEntries(entries: FormData | URLSearchParams, base?: Garment, options?: AssessOptions): FormAnswer,
 *   garment(entries: FormData | URLSearchParams): Garment,
 *   catalogue(): Omit<Catalogue, "schemes" | "record"> & { schemes: (Pick<Scheme, "id"> & Partial<Scheme>)[] },
 *   version(): Version,
 * }} Core
 */

// Listed one by one: passing `glue` itself makes bundlers emit a namespace object, which inherits what the host added to
// `Object.prototype`.
const reset = () => glue.__wbg_reset_state();

const raw = {
  assess: survived(glue.assess, reset),
  assessEntries: survived(glue.assessEntries, reset),
  quantiles: survived(glue.quantiles, reset),
  assessAll: survived(glue.assessAll, reset),
  assessTable: survived(glue.assessTable, reset),
  garment: survived(glue.garment, reset),
  catalogue: survived(glue.catalogue, reset),
  version: survived(glue.version, reset),
};

/** Loads the wasm only, to show an estimate before the rest arrives. @type {(options?: LoadOptions) => Promise<Core>} */
export const loadCore = once(async ({ wasm }) => {
  const own = placed("cotton_origin.wasm", new URL("cotton_origin.wasm", import.meta.url));
  // Only the wasm that was built with this script: a mixture of versions would give wrong answers.
  await begin(init, await (wasm ? compile(wasm) : compile(own, COTTON_ORIGIN_WASM_INTEGRITY)), own);
  return {
    assessEntries: inForm((assessment) => withSources(assessment, () => [])),
    garment: raw.garment,
    catalogue() {
      const catalogue = raw.catalogue();
      return { ...catalogue, schemes: catalogue.schemes.map((/** @type {string} */ id) => ({ id })) };
    },
    version: raw.version,
  };
});

const loadTexts = once(async (options) => {
  const own = placed("figures.json", new URL("figures.json", import.meta.url));
  const texts = await (options.figures ? parseTexts(options.figures) : parseTexts(own, COTTON_ORIGIN_FIGURES_INTEGRITY));
  const { figures } = (await loadCore(options)).version();
  if (texts.version !== figures) throw new CoreLoadError("other-version", `figures ${texts.version}, where the wasm has ${figures}`);
  return texts;
});

/** Everything except the label reader. @typedef {Omit<CottonOrigin, "readLabel">} Whole */

/** Loads the wasm and the figures: what the element needs for an answer with its reasons. @type {(options?: LoadOptions) => Promise<Whole>} */
export const loadWhole = once(async (options) => {
  const [core, texts] = await Promise.all([loadCore(options), loadTexts(options)]);
  const { whole, sourcesOf } = citing(texts);
  const cited = (/** @type {Assessment} */ assessment) => withSources(assessment, sourcesOf);
  return {
    ...core,
    assess: (garment, options) => cited(raw.assess(garment, options)),
    assessEntries: inForm(cited),
    quantiles: raw.quantiles,
    assessAll(garments, options) {
      const wardrobe = /** @type {Wardrobe} */ (raw.assessAll(garments, options));
      wardrobe.garments.forEach(cited);
      return wardrobe;
    },
    assessTable: (table, options) => raw.assessTable(table, options),
    catalogue: () => ({ ...raw.catalogue(), schemes: texts.schemes.map(whole), record: texts.record.map(whole) }),
    figures: () => texts.figures.map(whole),
  };
});

/** Loads all three parts. @type {(options?: LoadOptions) => Promise<CottonOrigin>} */
export const load = once(async (options) => {
  const [whole, { readLabel, readCell }] = await Promise.all([loadWhole(options), loadReader(options)]);
  // The core asks once for each label, and for each name that is no id.
  return { ...whole, readLabel, assessTable: (table, options) => raw.assessTable(table, options, readCell) };
});

/** @param {(assessment: Assessment) => unknown} cite @returns {Core["assessEntries"]} */
const inForm = (cite) => (entries, base, options) => {
  const answer = /** @type {FormAnswer} */ (raw.assessEntries(entries, base, options));
  if (answer.assessment) cite(answer.assessment);
  return answer;
};
