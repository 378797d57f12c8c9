/**
 * Loads the core: once, late, and again if it failed. The same file serves browsers and Node.
 *
 * It comes in two parts. The wasm computes; with it alone the first estimate can be shown. The figures in words (what they
 * are, their sources, what a scheme is called) are a file beside it.
 * @import { AssessOptions, Assessment, Catalogue, CottonOrigin, Figure, Garment, LabelOptions, LabelReading, LoadOptions, RecordEntry, Scheme, Source, Step, Version, Wardrobe } from "./types.d.ts"
 */
import init, * as raw from "cotton-origin-glue";
import { CoreLoadError, body, read } from "./fetched.js";

/**
 * `figures.json`: a citation names its source, and each source is there once.
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
 * What the wasm alone can do: its steps have no sources yet, and its schemes only their ids.
 * @typedef {{
 *   assess(garment: Garment, options?: AssessOptions): Assessment,
 *   garment(entries: FormData | URLSearchParams): Garment,
 *   readLabel(text: string, options?: LabelOptions): LabelReading,
 *   catalogue(): Omit<Catalogue, "schemes" | "record"> & { schemes: (Pick<Scheme, "id"> & Partial<Scheme>)[] },
 *   version(): Version,
 * }} Core
 */

/**
 * Every call shares one result. A failed one is forgotten, so that the next call tries again.
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} work
 */
function once(work) {
  /** @type {Promise<T> | null} */
  let kept = null;
  return (/** @type {LoadOptions} */ options = {}) => {
    kept ??= work(options).catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/** The first part: for whoever shows an estimate before the rest is there. @type {(options?: LoadOptions) => Promise<Core>} */
export const loadCore = once(async ({ wasm }) => {
  const own = new URL("cotton_origin.wasm", import.meta.url);
  // The one that was built with this script, and no other: a mixture of versions would answer wrongly.
  const module = await (wasm ? compile(wasm) : compile(own, COTTON_ORIGIN_WASM_INTEGRITY));
  await init({ module_or_path: module });
  return {
    assess: (garment, options) => withSources(raw.assess(garment, options), () => []),
    garment: raw.garment,
    readLabel: raw.readLabel,
    catalogue() {
      const catalogue = raw.catalogue();
      return { ...catalogue, schemes: catalogue.schemes.map((/** @type {string} */ id) => ({ id })) };
    },
    version: raw.version,
  };
});

const loadTexts = once(async (options) => {
  const own = new URL("figures.json", import.meta.url);
  const texts = await (options.figures ? parse(options.figures) : parse(own, COTTON_ORIGIN_FIGURES_INTEGRITY));
  const { figures } = (await loadCore(options)).version();
  if (texts.version !== figures) throw new CoreLoadError("other-version", `figures ${texts.version}, where the wasm has ${figures}`);
  return texts;
});

/** Both parts. @type {(options?: LoadOptions) => Promise<CottonOrigin>} */
export const load = once(async (options) => {
  const [core, texts] = await Promise.all([loadCore(options), loadTexts(options)]);
  // Made anew for each answer: what someone does to one must reach no other.
  const sources = (/** @type {Citations} */ cited) => cited.map(({ source, locator }) => ({ ...texts.sources[source], locator }));
  const whole = (/** @type {any} */ row) => ({ ...row, sources: sources(row.sources) });
  const figures = new Map(texts.figures.map((figure) => [figure.id, figure]));
  const cited = (/** @type {Assessment} */ assessment) => withSources(assessment, (id) => sources(figures.get(id)?.sources ?? []));
  return {
    ...core,
    assess: (garment, options) => cited(raw.assess(garment, options)),
    quantiles: raw.quantiles,
    assessAll(garments, options) {
      const wardrobe = /** @type {Wardrobe} */ (raw.assessAll(garments, options));
      wardrobe.garments.forEach(cited);
      return wardrobe;
    },
    assessTable: raw.assessTable,
    catalogue: () => ({ ...raw.catalogue(), schemes: texts.schemes.map(whole), record: texts.record.map(whole) }),
    figures: () => texts.figures.map(whole),
  };
});

/** @param {Assessment} assessment @param {(figure: string) => object[]} sources */
function withSources(assessment, sources) {
  /** @param {Step[]} steps */
  const attach = (steps) => {
    for (const step of steps) {
      step.sources = /** @type {Source[]} */ (step.figure === null ? [] : sources(step.figure));
      for (const part of step.parts ?? []) attach(part.steps);
    }
  };
  attach(assessment.steps);
  return assessment;
}

/**
 * @param {NonNullable<LoadOptions["figures"]>} figures
 * @param {string} [integrity]
 * @returns {Promise<Texts>}
 */
async function parse(figures, integrity) {
  const named = typeof figures === "string" || figures instanceof URL;
  if (!named && !(figures instanceof Response)) return /** @type {Texts} */ (figures);
  const bytes = await (named ? read(new URL(figures, import.meta.url), integrity) : body(figures));
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new CoreLoadError("not-figures", String(named ? figures : figures.url), error);
  }
}

/**
 * @param {NonNullable<LoadOptions["wasm"]>} wasm
 * @param {string} [integrity]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(wasm, integrity) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const named = typeof wasm === "string" || wasm instanceof URL;
  const address = named ? String(wasm) : wasm instanceof Response ? wasm.url : "the bytes given";
  const bytes = named ? await read(new URL(wasm, import.meta.url), integrity) : wasm instanceof Response ? await body(wasm) : wasm;
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A policy without 'wasm-unsafe-eval' and bytes that are not wasm both end here; the error's class tells them apart.
    throw new CoreLoadError(isWasm(bytes) ? "blocked" : "not-wasm", address, error);
  }
}

/** @param {BufferSource} bytes */
function isWasm(bytes) {
  const all = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return String.fromCharCode(...all.subarray(0, 4)) === "\0asm";
}
