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
export function createStrands({ figures, members, since }, { best, figure, length, count, ranksOf, product, way }) {
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
    const ids = [place, ...(members.includes(place) ? ["EU"] : [])].flatMap((place) => [`china-processed[${place}.${fabric}]`, `china-processed[${place}.any]`]);
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

  /** Where garments come from, by market ("": anywhere): places in the order of their codes, with their weights. @type {Map<string, { place: string, weight: number }[]>} */
  const tables = new Map();
  for (const { id, best } of figures) {
    if (!id.startsWith("sewn-in[")) continue;
    const [place = "", market = ""] = id.slice("sewn-in[".length, -1).split(".").reverse();
    tables.set(market, [...(tables.get(market) ?? []), { place, weight: best }]);
  }
  const places = (tables.get("") ?? []).sort((a, b) => (a.place < b.place ? -1 : 1));
  const markets = [...tables.keys()].filter((market) => market !== "");

  /** A place drawn at each point, in the order of what they give. @param {Fabric} fabric */
  function anyPlace(fabric) {
    const ways = places.map(({ place, weight }) => ({ weight, way: sewn[fabric](place).way }));
    ways.sort((a, b) => b.way.central - a.way.central);
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

  const unknownOf = (/** @type {Fabric} */ fabric) => strand(way(NaN, () => anyPlace(fabric), true), "cloth");
  /** Nothing is known, but perhaps whether it is knit or woven. */
  const unknown = { knit: unknownOf("knit"), woven: unknownOf("woven"), any: unknownOf("any") };

  /** What a market's buyers left of the strand of a place, where the year of purchase is known. @param {string} market @param {string} place @param {number | undefined} boughtIn */
  function left(market, place, boughtIn = 0) {
    if (boughtIn < since.switched || place === REGION) return 1;
    const id = `switch[${market}.${place === CHINA ? "china" : "third"}]`;
    return figures.some((figure) => figure.id === id) ? best(id) : 1;
  }

  /** A garment bought in a market, for `central` alone. @param {string} market @param {string | undefined} madeIn @param {number | undefined} boughtIn @param {Fabric} fabric @returns {Strand} */
  function soldIn(market, madeIn, boughtIn, fabric) {
    const centralOf = (/** @type {string} */ place) => sewn[fabric](place).way.central * left(market, place, boughtIn);
    if (madeIn !== undefined) return { ...sewn[fabric](madeIn), way: way(centralOf(madeIn), () => new Float64Array(length)) };
    if (boughtIn !== undefined && boughtIn < since.markets) return unknown[fabric];
    const table = tables.get(market) ?? [];
    const total = table.reduce((sum, { weight }) => sum + weight, 0);
    const average = table.reduce((sum, { place, weight }) => sum + weight * centralOf(place), 0) / total;
    return strand(way(average, () => new Float64Array(length)), "cloth");
  }

  return {
    sewn,
    woven,
    spun,
    soldIn,
    places,
    markets,
    unknown,
    grownInChina: strand(all, "field"),
    grownInRegion: strand(all, "region"),
  };
}
