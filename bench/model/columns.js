/** Columns: `central` first, then a number for each point. Each is computed on first use and cached. */
import { createCumulative } from "./cumulative.js";
import { quantileFunction, ranks } from "./points.js";

/** @import { Crop, Data, FigureData, Lot, Way } from "./data.d.ts" */

/** @typedef {ReturnType<typeof createColumns>} Columns */

/** @param {Data} data */
export function createColumns(data) {
  const count = 1 << data.points.bits;
  const length = count + 1;
  const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
  const valuesOf = quantileFunction(data);
  const ranksOf = kept((/** @type {string} */ name) => ranks(data.points, data.dimensions.indexOf(name)));
  const quantiles = kept((/** @type {string} */ id) => valuesOf(find(id)));
  const cumulative = kept((/** @type {string} */ id) => createCumulative(find(id), quantiles(id)));
  const best = (/** @type {string} */ id) => find(id).best;
  /** Without a year the crop is one of these, evenly. */
  const recentCrops = Array.from({ length: data.crops.last - data.crops.recent + 1 }, (_, at) => data.crops.recent + at);

  /** @param {string} id @returns {FigureData} */
  function find(id) {
    const figure = figures.get(id);
    if (!figure) throw new Error(`there is no figure ${id}`);
    return figure;
  }

  const figure = kept((/** @type {string} */ id) => {
    const { best, low, high, dimension } = find(id);
    const column = new Float64Array(length).fill(best);
    if (dimension === null || low >= high) return column;
    const [values, ranks] = [quantiles(id), ranksOf(dimension)];
    ranks.forEach((rank, point) => (column[point + 1] = values[rank]));
    return column;
  });

  /** @param {Float64Array} a @param {Float64Array} b */
  const product = (a, b) => a.map((value, i) => value * b[i]);

  /** The chance that so many lots of a share hold any. @param {number} share @param {number} lots */
  const anyOf = (share, lots) => (share >= 1 ? 1 : -Math.expm1(lots * Math.log1p(-share)));

  /** @param {number} central @param {() => Float64Array} make @returns {Lot} */
  function lot(central, make) {
    const share = lazy(make);
    const any = lazy(() => share().map((value, i) => anyOf(value, /** @type {number} */ (figure("lots")[i]))));
    return { central, get share() { return share(); }, get any() { return any(); } };
  }

  /** @param {number} central @param {() => Float64Array} make @param {boolean} [drawn] @returns {Way} */
  function way(central, make, drawn = false) {
    const column = lazy(make);
    return { central, get column() { return column(); }, drawn };
  }

  /** Of the recent crops one a point. */
  function anyCrop() {
    const column = new Float64Array(length).fill(best("region-of-china"));
    const crops = recentCrops.map((year) => figure(`region-of-china[${year}]`));
    ranksOf("any-crop").forEach((rank, point) => {
      column[point + 1] = crops[Math.floor((rank * crops.length) / count)][point + 1];
    });
    return column;
  }

  /** By a key of the tables of crops; by no key, where the year is not known. */
  const crop = kept((/** @type {string} */ key) => {
    const row = key && `[${key}]`;
    const [a, h, v] = [best(`region-of-china${row}`), best("china-home-grown"), best("china-home-spun")];
    const field = lot(a, () => (key ? figure(`region-of-china${row}`) : anyCrop()));
    const yarn = lot(a * h, () => product(field.share, figure("china-home-grown")));
    const cloth = lot(a * h * v, () => product(yarn.share, figure("china-home-spun")));
    return /** @type {Crop} */ ({ world: best(`region-of-world${row}`), get worlds() { return figure(`region-of-world${row}`); }, lots: { field, yarn, cloth, ...regionLots } });
  });
  const single = (/** @type {string} */ id) => lot(best(id), () => figure(id));
  const regionLots = {
    regionSewn: single("region-sewn"),
    regionWoven: single("region-woven"),
    regionSpun: single("region-spun"),
    region: lot(1, () => new Float64Array(length).fill(1)),
  };

  return { count, length, best, anyOf, recentCrops, figure, quantiles, cumulative, ranksOf, product, crop, way };
}

/** What is made once for each key. @template K, V @param {(key: K) => V} make @returns {(key: K) => V} */
export function kept(make) {
  /** @type {Map<K, V>} */
  const made = new Map();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}

/** @template T @param {() => T} make */
function lazy(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
