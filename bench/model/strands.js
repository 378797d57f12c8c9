/** The table of strands: by what is known of a garment's path, how its cotton came to it. */
import { kept } from "./columns.js";

/** @import { Columns } from "./columns.js" */
/** @import { Data, Fabric, LotName, Strand, Way } from "./data.d.ts" */

export const CHINA = "CN";
export const REGION = "CN-XJ";

/** @typedef {ReturnType<typeof createStrands>} Strands */

/**
 * @param {Data} data
 * @param {Columns} columns
 */
export function createStrands({ figures }, { best, figure, length, count, ranksOf, product, way }) {
  const tilted = new Map(figures.filter(({ id }) => id.startsWith("china-processed[")).map(({ id, tilted }) => [id, tilted ?? true]));
  const all = way(1, () => new Float64Array(length).fill(1));
  const foreignYarn = way(best("foreign-lint"), () => figure("foreign-lint"));

  /** Chinese cloth and yarn in what is sewn in a place. */
  const inSewn = kept((/** @type {string} */ id) => {
    if (!tilted.get(id)) return way(best(id), () => figure(id));
    return way(best("cotton-tilt") * best(id), () => product(figure("cotton-tilt"), figure(id)));
  });
  /** Chinese yarn in cloth made in a place. */
  const inWoven = kept((/** @type {string} */ id) => {
    const sewn = inSewn(id);
    return way(best("yarn-of-fabric") * sewn.central, () => product(figure("yarn-of-fabric"), sewn.column));
  });

  /** The row of `china-processed` for a place. @param {string} place @param {Fabric} fabric */
  function row(place, fabric) {
    const ids = [`china-processed[${place}.${fabric}]`, `china-processed[${place}.any]`];
    return ids.find((id) => tilted.has(id)) ?? "china-processed[*.any]";
  }

  /** @param {Way} way @param {LotName} lot @returns {Strand} */
  const strand = (way, lot) => ({ way, lot });

  /** One table for each fabric. @param {(fabric: Fabric) => (place: string) => Strand} table */
  const byFabric = (table) => ({ knit: kept(table("knit")), woven: kept(table("woven")), any: kept(table("any")) });

  const sewn = byFabric((fabric) => (place) => {
    if (place === CHINA) return strand(all, "cloth");
    return place === REGION ? strand(all, "regionSewn") : strand(inSewn(row(place, fabric)), "cloth");
  });
  const woven = byFabric((fabric) => (place) => {
    if (place === CHINA) return strand(all, "cloth");
    return place === REGION ? strand(all, "regionWoven") : strand(inWoven(row(place, fabric)), "yarn");
  });
  const spun = kept((/** @type {string} */ place) => {
    if (place === CHINA) return strand(all, "yarn");
    return place === REGION ? strand(all, "regionSpun") : strand(foreignYarn, "field");
  });

  /** Where garments come from: places in the order of their codes, with their weights. */
  const places = figures
    .filter(({ id }) => id.startsWith("sewn-in["))
    .map(({ id, best }) => ({ place: id.slice("sewn-in[".length, -1), weight: best }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));

  /** A place drawn at each point, in the order of what they give. @param {Fabric} fabric */
  function anyPlace(fabric) {
    const ways = places.map(({ place, weight }) => ({ weight, way: sewn[fabric](place).way }));
    ways.sort((a, b) => a.way.central - b.way.central);
    const total = ways.reduce((sum, { weight }) => sum + weight, 0);
    const place = (/** @type {number} */ u) => {
      let left = u * total;
      const at = ways.findIndex(({ weight }) => (left -= weight) < 0);
      return ways[at < 0 ? ways.length - 1 : at].way.column;
    };
    const column = new Float64Array(length).fill(NaN);
    ranksOf("any-place").forEach((rank, point) => (column[point + 1] = place((rank + 0.5) / count)[point + 1]));
    return column;
  }
  const unknown = (/** @type {Fabric} */ fabric) => strand(way(NaN, () => anyPlace(fabric), true), "cloth");

  return {
    sewn,
    woven,
    spun,
    places,
    /** Nothing is known, but perhaps whether it is knit or woven. */
    unknown: { knit: unknown("knit"), woven: unknown("woven"), any: unknown("any") },
    grownInChina: strand(all, "field"),
    grownInRegion: strand(all, "region"),
  };
}
