/** From what is known of a garment to what is to be computed. */
import { FABRICS, PROOFS } from "../../target/vocabulary/lists.js";
import { CHINA, REGION } from "./strands.js";

/** @import { Garment } from "../../www/types.d.ts" */
/** @import { Columns } from "./columns.js" */
/** @import { Cotton, Data, Fabric, Plan } from "./data.d.ts" */
/** @import { Strands } from "./strands.js" */

/** @param {string} place */
export const inChina = (place) => place === CHINA || place === REGION;

/** Knit, woven or, where the kind does not tell, any. @param {string | undefined} kind @returns {Fabric} */
export const fabricOf = (kind = "") => FABRICS[kind] ?? "any";

/** Weakest first. @param {string} proof */
const rank = (proof) => PROOFS.findIndex((known) => known === proof);

/** @typedef {ReturnType<typeof createPlanner>} Planner */

/**
 * @param {Data} data
 * @param {Columns} columns
 * @param {Strands} strands
 */
export function createPlanner({ schemes, crops }, columns, strands) {
  const known = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  const lag = columns.best("crop-lag");

  /** @param {number | undefined} boughtIn */
  function crop(boughtIn) {
    if (boughtIn === undefined) return columns.crop("");
    const year = boughtIn - lag;
    return columns.crop(year < crops.first ? `before-${crops.first}` : String(Math.min(year, crops.last)));
  }

  /** @param {string | undefined} fabricIn @param {string | undefined} spunIn @param {Fabric} fabric */
  function stated(fabricIn, spunIn, fabric) {
    const stated = [];
    if (fabricIn !== undefined) stated.push({ place: fabricIn, strand: strands.woven[fabric](fabricIn), cloth: true });
    if (spunIn !== undefined) stated.push({ place: spunIn, strand: strands.spun(spunIn), cloth: false });
    return stated;
  }

  /** As stated, each with the best proof that agrees; where none is, those of the schemes. @param {Garment} garment */
  function origins({ cottonFrom = [], proof: said = "label", schemes = [] }) {
    const better = (/** @type {string} */ a, /** @type {string | null} */ b) => (b !== null && rank(b) > rank(a) ? b : a);
    const named = schemes.flatMap((id) => known.get(id) ?? []);
    const places = typeof cottonFrom === "string" ? [cottonFrom] : cottonFrom;
    if (places.length === 0) {
      const stating = named.filter(({ origin }) => origin !== null && origin !== "stated");
      return stating.map(({ origin, proof }) => ({ place: /** @type {string} */ (origin), proof: better(said, proof) }));
    }
    return places.map((place) => {
      const agrees = (/** @type {string | null} */ origin) => origin === "stated" || origin === place || (origin === "outside-CN" && !inChina(place));
      return { place, proof: named.filter(({ origin }) => agrees(origin)).reduce((best, { proof }) => better(best, proof), /** @type {string} */ (said)) };
    });
  }

  return {
    crop,
    stated,
    origins,
    /** @param {Garment} garment @returns {Plan} */
    plan(garment) {
      const { kind, madeIn, fabricIn, spunIn, boughtIn, fibres = [] } = garment;
      const fabric = fabricOf(kind);
      return {
        crop: crop(boughtIn),
        sewn: madeIn === undefined ? strands.unknown[fabric] : strands.sewn[fabric](madeIn),
        stated: stated(fabricIn, spunIn, fabric),
        origins: origins(garment),
        recycled: recycled(fibres),
        cotton: cotton(fibres),
      };
    },
  };
}

/** @typedef {NonNullable<Garment["fibres"]>} Fibres */

/** The benchmark's garments say all percentages or none. @param {Fibres} fibres @returns {Cotton} */
function cotton(fibres) {
  if (fibres.length === 0) return { kind: "usual" };
  const part = percents(fibres, ({ fibre }) => fibre === "cotton");
  return part > 0 ? { kind: "fraction", fraction: part / Math.max(percents(fibres, () => true), 100) } : { kind: "none" };
}

/** Of the cotton, the part that is recycled. @param {Fibres} fibres */
function recycled(fibres) {
  const all = percents(fibres, ({ fibre }) => fibre === "cotton");
  return all > 0 ? percents(fibres, ({ fibre, recycled }) => fibre === "cotton" && recycled === true) / all : 0;
}

/** @param {Fibres} fibres @param {(fibre: Fibres[number]) => boolean} wanted */
const percents = (fibres, wanted) => fibres.reduce((sum, fibre) => (wanted(fibre) ? sum + (fibre.percent ?? 0) : sum), 0);
