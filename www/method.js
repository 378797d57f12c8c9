/**
 * The method page: recomputes its numbers in the reader's browser and says whether they agree. The page is complete
 * without it.
 * @import { Whole } from "./core.js"
 * @import { Garment } from "./types.d.ts"
 */
import { loadWhole } from "./core.js";
import { find } from "./method-find.js";
import { fold } from "./method-fold.js";
import { number, word } from "./method-words.js";

/** The tolerance for rounding. */
const SAME = 1e-9;

/** A place without a row in any table: it stands for all of those. */
const ELSEWHERE = "AQ";

/** The number of lots set anew, by the name of the output. */
const LOTS = { anyOne: 1, anySix: 6 };

/**
 * @typedef {{ best: (id: string) => number, central: (garment: Garment) => number, weights: [string, number][], markets: [string, number][] }} World
 */

/** The checks of the page, computed from figures and answers. @type {Record<string, (world: World) => number>} */
const CHECKS = {
  implied: ({ best }) => best("region-of-world") / best("region-of-china"),
  mills: ({ best }) => best("check-mills[2024]") * best("china-home-grown") * best("region-of-china"),
  "mills-2024": ({ best }) => best("check-mills[2024]") * best("china-home-grown") * best("region-of-china[2024]"),
  "crop-2024": ({ best }) => best("check-crop[2024]") * best("region-of-china[2024]"),
  shops({ central, weights }) {
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return weights.reduce((sum, [madeIn, weight]) => sum + (weight / total) * central({ madeIn }), 0);
  },
};

/** What makers use, thousand tonnes, and where: from the page's own table. @returns {[number, string[]][]} */
const uses = () =>
  [...document.querySelectorAll("tr[data-use]")].flatMap((row) =>
    row instanceof HTMLElement ? [[Number(row.dataset.use), row.dataset.places?.split(" ") ?? []]] : [],
  );

/** Million tonnes of China's yarn and cloth in what all makers use. @param {World} world */
function used({ central }) {
  const china = central({ madeIn: "CN" });
  const part = (/** @type {string[]} */ places) => places.reduce((sum, madeIn) => sum + central({ madeIn }) / china, 0) / places.length;
  return uses().reduce((sum, [tonnes, places]) => sum + (tonnes * part(places)) / 1000, 0);
}

/** By how much a market's average would rise, were all of China's exports in garments. @param {string} market @param {number} exports @param {World} world */
function rise(market, exports, world) {
  const china = world.central({ madeIn: "CN" });
  const more = exports / used(world);
  const rows = world.markets.filter(([place]) => place.startsWith(`${market}.`));
  const total = rows.reduce((sum, [, weight]) => sum + weight, 0);
  return rows.reduce((sum, [id, weight]) => {
    const place = id.slice(market.length + 1);
    const share = world.central({ madeIn: place === "*" ? ELSEWHERE : place });
    return sum + (weight / total) * (place === "CN" ? 0 : Math.min(share * more, china) - share);
  }, 0);
}

/** A number of the mass balance; what China sends abroad is read from the page. @param {string} name @param {World} world */
function balance(name, world) {
  if (name === "used") return used(world);
  const exports = document.querySelector("data[data-exports=exports]");
  return rise(name.slice("rise-".length), exports instanceof HTMLDataElement ? Number(exports.value) : NaN, world);
}

/** @param {Whole} core @returns {World} */
function worldOf(core) {
  const figures = core.figures();
  const values = new Map(figures.map(({ id, best }) => [id, best]));
  /** @type {[string, number][]} */
  const places = figures.flatMap(({ id, best }) => {
    const place = /^sewn-in\[(.+)\]$/.exec(id)?.[1];
    return place ? [[place, best]] : [];
  });
  return {
    best: (id) => values.get(id) ?? NaN,
    central: (garment) => core.assess(garment).cottonShare?.central ?? NaN,
    // A market's places have its name before theirs.
    markets: places.filter(([place]) => place.includes(".")),
    weights: places.filter(([place]) => !place.includes(".")).map(([place, weight]) => [place === "*" ? ELSEWHERE : place, weight]),
  };
}

/** The value of an output of the page, computed here. @param {DOMStringMap} data @param {Whole} core @param {World} world */
function compute(data, core, world) {
  const { check, balance: name, share, hundred, inPart, any, anyLow, anyHigh, anyOne, anySix } = data;
  if (check) return CHECKS[check]?.(world) ?? NaN;
  if (name) return balance(name, world);
  const garment = JSON.parse(share ?? hundred ?? inPart ?? any ?? anyLow ?? anyHigh ?? anyOne ?? anySix ?? "{}");
  const lots = anyOne ? LOTS.anyOne : anySix ? LOTS.anySix : undefined;
  const answer = core.assess(garment, lots ? { replace: { lots } } : {});
  if (anyLow || anyHigh) return answer.inPart?.ofAverage?.[anyLow ? "low" : "high"] ?? NaN;
  return (share || hundred ? answer.cottonShare : answer.inPart)?.central ?? NaN;
}

/** @param {DOMStringMap} data @param {number} value */
function shown({ share, inPart, balance: name }, value) {
  if (share || inPart) return number(value, 4);
  return name && !name.startsWith("rise-") ? number(value, 2) : number(100 * value, 1);
}

/** Fills in every output and returns how many differ. @param {Whole} core */
function recompute(core) {
  const world = worldOf(core);
  let different = 0;
  const outputs = [...document.querySelectorAll("output[data-value]")].filter((output) => output instanceof HTMLOutputElement);
  for (const output of outputs) {
    const value = compute(output.dataset, core, world);
    if (Math.abs(value - Number(output.dataset.value)) <= SAME) continue;
    different += 1;
    output.append(` ${word("here", { n: shown(output.dataset, value) })}`);
  }
  return { all: outputs.length, different };
}

fold(find());

/** The lines that report the result. */
const lines = document.querySelectorAll("[data-computed]");

/** @param {string} text */
function say(text) {
  for (const line of lines) line.textContent = text;
}

loadWhole().then(
  (core) => {
    const { all, different } = recompute(core);
    const { model, figures } = core.version();
    say(word(different === 0 ? "same" : "differ", { different, n: all, method: model, figures }));
  },
  () => say(word("not")),
);
