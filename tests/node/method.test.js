/** The method page and the files of figures: complete, the same numbers as in the core, no unfilled place, and no formula that a spreadsheet would run. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { co } from "./support/core.js";

/** @param {string} name */
const built = (name) => readFile(new URL(`../../target/www/${name}`, import.meta.url), "utf8");
const [page, csv, json] = await Promise.all(["method.html", "figures.csv", "figures.json"].map(built));
const document = JSON.parse(/** @type {string} */ (json));
const html = /** @type {string} */ (page);
const figures = co.figures();

const ENTITIES = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: "\u00a0" });
/** Text of a piece of HTML. @param {string} piece */
const text = (piece) => piece.replace(/<[^>]*>/g, "").replace(/&([#\w]+);/g, (whole, name) => ENTITIES[name] ?? whole);
/** @param {string} piece @param {string} name */
const attribute = (piece, name) => text(new RegExp(` ${name}="([^"]*)"`).exec(piece)?.[1] ?? "");

/** RFC 4180, read without leniency. @param {string} source */
function records(source) {
  assert.ok(source.endsWith("\r\n"));
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  const rows = [/** @type {string[]} */ ([])];
  let end = 0;
  for (const [whole, cell = "", stop] of source.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (stop === "\r\n") rows.push([]);
    end += whole.length;
  }
  assert.equal(end, source.length, "all of it was read");
  return rows.slice(0, -1);
}

test("every figure has its row on the page, with the numbers of the set", () => {
  const rows = new Map([...html.matchAll(/<tr role="row" id="[^"]*" data-figure="[^]*?<\/tr>/g)].map(([row]) => [attribute(row, "data-figure"), row]));
  assert.deepEqual([...rows.keys()].sort(), figures.map(({ id }) => id).sort());
  for (const { id, what, best, low, high, year, standing, basis, judged = "", sources } of figures) {
    const row = rows.get(id) ?? "";
    assert.deepEqual(["data-low", "value", "data-high"].map((name) => Number(attribute(row, name))), [low, best, high], id);
    const all = text(row);
    for (const part of [what, year, judged ? `${standing}, in part judged` : standing, basis, judged, ...sources.flatMap(({ publisher, carrier = "", title, locator }) => [publisher, carrier, title, locator])]) {
      assert.ok(all.includes(part), `${id}: ${part}`);
    }
    const [, value = ""] = /<data [^>]*>(.*?)<\/data>/.exec(row) ?? [];
    assert.equal(parseFloat(text(value)), best, `${id}: as shown`);
    if (low < high) assert.ok(all.includes(`${low} to ${high}`), `${id}: bounds as shown`);
    for (const { address } of sources) assert.ok(text(row.replaceAll(/<a href="([^"]*)"/g, "$1<a")).includes(address), `${id}: ${address}`);
  }
});

test("a derived figure says what of it is judged: inputs, prices, and a last step that is more than rounding", () => {
  const judged = (/** @type {string} */ id) => figures.find((figure) => figure.id === id)?.judged;
  assert.match(judged("china-processed[PK.any]") ?? "", /The sum times 0\.832: Part of it goes into home textiles\./);
  assert.match(judged("china-processed[VN.any]") ?? "", /Knitted cotton cloth from China read as 90 .* Value of Chinese cotton yarn and woven cloth sent abroad: /);
  assert.equal(judged("region-of-world"), undefined);
});

test("every scheme is there, and every link within the page arrives", () => {
  for (const { id, says, doesNotSay } of co.catalogue().schemes) {
    const row = new RegExp(`<tr role="row" id="scheme-${id}"[^]*?</tr>`).exec(html)?.[0] ?? "";
    for (const part of [says, doesNotSay]) assert.ok(text(row).includes(part), id);
  }
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, "no id stands twice");
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
});

test("nothing is left unfilled", () => {
  assert.doesNotMatch(html, /<!-- fill|NaN|undefined|\bnull\b/);
  for (const match of html.matchAll(/<(output|dd|td|li|p)[^>]*><\/\1>/g)) assert.fail(match[0]);
});

test("the policy holds: no script, style or handler stands in the page", () => {
  assert.match(html, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
  assert.doesNotMatch(html, /<style|<script(?! type="module" src=")| style=| on\w+="|javascript:/i);
});

test("the answers in the prose are the core's", () => {
  const outputs = [...html.matchAll(/<output[^>]*>[^<]*<\/output>/g)].map(([output]) => output);
  const garments = outputs.filter((output) => !/ data-(check|balance)=/.test(output));
  assert.ok(garments.length > 20);
  for (const output of garments) {
    const [, how = "", of = ""] = / data-(share|hundred|in-part|any(?:-low|-high|-one|-six)?)="([^"]*)"/.exec(output) ?? [];
    const lots = { "any-one": 1, "any-six": 6 }[how];
    const answer = co.assess(JSON.parse(text(of)), lots ? { replace: { lots } } : {});
    const whole = how === "share" || how === "in-part";
    const end = how.endsWith("low") ? "low" : "high";
    const value = (/-(low|high)$/.test(how) ? answer.inPart?.ofAverage?.[end] : (how === "share" || how === "hundred" ? answer.cottonShare : answer.inPart)?.central) ?? NaN;
    assert.ok(Math.abs(value - Number(attribute(output, "data-value"))) < 1e-12, output);
    assert.equal(text(output), whole ? value.toFixed(4) : (100 * value).toFixed(1));
  }
});

test("the checks are the sums that they say", () => {
  const best = (/** @type {string} */ id) => figures.find((figure) => figure.id === id)?.best ?? NaN;
  let [sum, total] = [0, 0];
  for (const { id, best: weight } of figures) {
    const place = /^sewn-in\[([^.]+)\]$/.exec(id)?.[1];
    if (!place) continue;
    total += weight;
    // Antarctica has no row in any table and stands for all countries without one.
    sum += weight * (co.assess({ madeIn: place === "*" ? "AQ" : place }).cottonShare?.central ?? NaN);
  }
  const expected = {
    implied: 0.2 / 0.84,
    mills: best("check-mills[2024]") * best("china-home-grown") * 0.84,
    "mills-2024": best("check-mills[2024]") * best("china-home-grown") * best("region-of-china[2024]"),
    "crop-2024": best("check-crop[2024]") * best("region-of-china[2024]"),
    shops: sum / total,
  };
  for (const [name, value] of Object.entries(expected)) {
    const output = new RegExp(`<output data-check="${name}"[^]*?</output>`).exec(html)?.[0] ?? "";
    assert.ok(Math.abs(value - Number(attribute(output, "data-value"))) < 1e-12, name);
    assert.equal(text(output), (100 * value).toFixed(1));
  }
});

test("laboratories stand beside the chance of any, with their intervals, misses included", () => {
  // As the literature has them: counts, and Wilson's interval of 95 %.
  const expected = {
    "cbp-all": [13, 86, "9.1 to 24.2"],
    "cbp-may": [10, 37, "15.4 to 43.0"],
    "cbp-first": [3, 49, "2.1 to 16.5"],
    adnas: [156, 822, "16.4 to 21.8"],
  };
  const rows = new Map([...html.matchAll(/<tr role="row" id="tests-[^"]*" data-series="([^"]*)"[^]*?<\/tr>/g)].map(([row, id = ""]) => [id, row]));
  assert.deepEqual([...rows.keys()], [...Object.keys(expected), "shein"]);
  for (const [id, [positives, tests, interval]] of Object.entries(expected)) {
    const row = rows.get(id) ?? "";
    assert.equal(Number(attribute(row, "data-rate")), Number(positives) / Number(tests), id);
    assert.ok(text(row).includes(`(${positives} of ${tests}; ${interval})`), id);
  }
  assert.match(text(rows.get("shein") ?? ""), /told, not counted/);
  for (const [id, row] of rows) {
    const rate = Number(attribute(row, "data-rate"));
    const interval = / (\d+\.\d) to (\d+\.\d)\)/.exec(text(row))?.slice(1).map(Number) ?? [100 * rate, 100 * rate];
    const sides = [...row.matchAll(/ data-any="([^"]*)"/g)].map(([, garment = ""]) => co.assess(JSON.parse(text(garment))).inPart);
    const told = [...row.matchAll(/[+−]\d+\.\d, (the two ranges meet|a miss)/g)].map(([, verdict]) => verdict);
    const counted = row.includes("told, not counted") ? [100 * rate, 100 * rate] : interval;
    const meet = sides.map((ours) => 100 * (ours?.ofAverage?.low ?? NaN) <= (counted[1] ?? NaN) && (counted[0] ?? NaN) <= 100 * (ours?.ofAverage?.high ?? NaN));
    assert.deepEqual(told, meet.map((met) => (met ? "the two ranges meet" : "a miss")), id);
  }
  const pictures = [...html.matchAll(/<svg [^>]*role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
  assert.equal(pictures.length, [...html.matchAll(/ data-any-low=/g)].length, "a picture for each market of each series");
  for (const label of pictures) assert.match(label ?? "", /(found|told): \d.*; ours: \d/);
});

test("the mass balance adds up what makers use", () => {
  const central = (/** @type {string} */ madeIn) => co.assess({ madeIn }).cottonShare?.central ?? NaN;
  const number = (/** @type {string} */ name) => Number(attribute(new RegExp(`<output data-balance="${name}"[^>]*>`).exec(html)?.[0] ?? "", "data-value"));
  const rows = [...html.matchAll(/<tr role="row" data-use="([\d.]+)" data-places="([A-Z ]+)"/g)];
  assert.ok(rows.length > 15);
  let sum = 0;
  for (const [, use, codes = ""] of rows) {
    const places = codes.split(" ");
    sum += (Number(use) * places.reduce((all, place) => all + central(place), 0)) / places.length / central("CN") / 1000;
  }
  assert.ok(Math.abs(sum - number("used")) < 1e-12, `${sum}`);
  const exports = ["exports-low", "exports", "exports-high"].map((name) => Number(new RegExp(`<data data-exports="${name}" value="([^"]*)"`).exec(html)?.[1]));
  assert.deepEqual(exports.map((value) => value.toFixed(1)), ["1.8", "2.4", "3.1"]);
  assert.ok(sum < (exports[1] ?? 0), "the rows do not use more than there is");
  for (const market of ["US", "EU"]) {
    const places = figures.flatMap(({ id, best }) => (id.startsWith(`sewn-in[${market}.`) ? [/** @type {const} */ ([id.slice(11, -1), best])] : []));
    const total = places.reduce((all, [, weight]) => all + weight, 0);
    const risen = places.reduce((all, [place, weight]) => {
      const share = central(place === "*" ? "AQ" : place);
      return all + (weight * (place === "CN" ? 0 : Math.min((share * (exports[1] ?? NaN)) / sum, central("CN")) - share)) / total;
    }, 0);
    assert.ok(Math.abs(risen - number(`rise-${market}`)) < 1e-12, market);
  }
});

test("what changed: every country, largest change first, its old answer as it was published", async () => {
  const rows = [...html.matchAll(/<tr role="row" data-changed="([^"]*)"[^]*?<\/tr>/g)].map(([row, place = ""]) => ({ row, place, old: Number(attribute(row, "data-old")), now: Number(attribute(row, "data-value")) }));
  const places = new Set(rows.map(({ place }) => place));
  for (const { id } of figures) {
    const place = /^china-processed\[(.+)\.any\]$/.exec(id)?.[1];
    if (place) assert.ok(places.has(place), place);
    const cloth = /^china-processed\[(.+\.(?:woven|knit))\]$/.exec(id)?.[1];
    if (cloth) assert.ok(places.has(cloth), cloth);
  }
  const moves = rows.map(({ old, now }) => Math.abs(now - old));
  assert.deepEqual(moves, [...moves].sort((a, b) => b - a));
  const chain = 0.84 * 0.82 * 0.84;
  const published = /** @type {Record<string, number>} */ ({ CN: chain, KH: 0.6 * 0.8 * chain, MM: 0.6 * 0.6 * chain, UZ: 0.02 * chain, EG: 0.6 * 0.3 * chain, ES: 0.6 * 0.361 * chain, "VN.woven": 0.6 * 0.5 * chain, "BD.woven": 0.6 * 0.47 * chain });
  for (const [place, share] of Object.entries(published)) {
    const found = rows.find((row) => row.place === place);
    assert.ok(Math.abs((found?.old ?? NaN) - share) < 1e-12, place);
  }
  for (const { row, place } of rows) {
    const why = text(/<td role="cell" class="basis">([^]*?)<\/td>/.exec(row)?.[1] ?? "");
    assert.ok(why.length > 20, `${place}: ${why}`);
  }
});

test("the figures have an address under the name of their version, and the page says how to cite it", async () => {
  const name = `figures-${co.version().figures}.csv`;
  assert.equal(await built(name), csv);
  assert.ok(html.includes(`href="${name}"`));
});

test("each version that was ever published keeps its file, with as many figures as the changelog says", async () => {
  const changelog = await readFile(new URL("../../CHANGELOG.md", import.meta.url), "utf8");
  const versions = [...changelog.matchAll(/^### Figures (\S+)$[^]*?^(\d+) figures, digest/gm)].map(([, version = "", count]) => ({ version, count: Number(count) }));
  assert.ok(versions.length > 1);
  for (const { version, count } of versions) {
    const [, ...rows] = records(await built(`figures-${version}.csv`));
    assert.equal(rows.length, count, version);
    assert.deepEqual(new Set(rows.map((row) => row.at(-1))), new Set([version]));
    assert.ok(html.includes(`href="figures-${version}.csv"`), version);
  }
});

test("every chapter folds, but the first; the first tells the method", () => {
  const sections = [...html.matchAll(/<section aria-labelledby="(\w+)(?:-name)?"[^>]*>\s*(<details class="chapter">\s*<summary><h2)?/g)].map(([, id, folds]) => [id, folds !== undefined]);
  assert.deepEqual(sections.filter(([, folds]) => !folds).map(([id]) => id), ["brief"]);
  const contents = [...(/<nav aria-label="Contents">[^]*?<\/nav>/.exec(html)?.[0] ?? "").matchAll(/href="#(\w+)"/g)].map(([, id]) => id);
  assert.deepEqual(contents, sections.map(([id]) => id), "the contents are in order, and whole");
});

test("the tornado's rows are what replacing gives, and hold every figure that the answer uses", () => {
  const table = /<caption>T-shirt sewn in Bangladesh, bought in 2024: [^]*?<\/table>/.exec(html)?.[0] ?? "";
  const garment = { kind: /** @type {const} */ ("t-shirt"), madeIn: "BD", boughtIn: 2024 };
  const central = (/** @type {string} */ id, /** @type {number} */ value) => co.assess(garment, { replace: { [id]: value } }).cottonShare?.central ?? NaN;
  const rows = [...table.matchAll(/<tr role="row"><th scope="row"[^]*?<\/tr>/g)].map(([row]) => row);
  const used = co.assess(garment).steps.flatMap(({ of, figure }) => (of === "cottonShare" && figure ? [figure] : []));
  const moving = figures.filter(({ id, low, high }) => used.includes(id) && low < high);
  assert.equal(rows.length, moving.length);
  for (const { id, what, low, high } of moving) {
    const row = rows.find((row) => text(row).startsWith(what)) ?? "";
    for (const value of [low, high]) assert.ok(text(row.replaceAll("<td", " <td")).includes((100 * central(id, value)).toFixed(1)), id);
  }
  const spans = rows.map((row) => /number" data-label="low">([\d.]+).*?number" data-label="high">([\d.]+)/.exec(row) ?? []).map(([, low, high]) => Number(high) - Number(low));
  assert.deepEqual(spans, [...spans].sort((a, b) => b - a), "widest first");
  // The page's text says that this answer depends on no judged figure that varies.
  assert.doesNotMatch(table, /standing judged/);
});

test("the CSV reads back as the set", () => {
  const [header, ...rows] = records(/** @type {string} */ (csv));
  assert.deepEqual(header, ["id", "what", "unit", "best", "low", "high", "year", "standing", "basis", "sources", "figures_version"]);
  assert.equal(rows.length, figures.length);
  for (const [at, figure] of figures.entries()) {
    const [id, what, unit, best, low, high, year, standing, basis, sources, version] = rows[at] ?? [];
    const whole = figure.judged ? `${figure.basis} In part judged. ${figure.judged}` : figure.basis;
    assert.deepEqual([id, what, unit, year, standing, basis], [figure.id, figure.what, figure.unit, figure.year, figure.standing, whole]);
    assert.deepEqual([best, low, high].map(Number), [figure.best, figure.low, figure.high], id);
    const cited = figure.sources.map((source) => `${source.publisher}${source.carrier ? `, read at ${source.carrier}` : ""} (${source.year}), ${source.title}, ${source.address} [${source.trust}]: ${source.locator}`);
    assert.equal(sources, cited.join(" | "), id);
    assert.equal(version, co.version().figures);
  }
});

test("no cell of the CSV is a formula", () => {
  for (const cell of records(/** @type {string} */ (csv)).flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
});

test("the JSON that the page offers holds the same set", () => {
  assert.equal(document.version, co.version().figures);
  const ids = (/** @type {{ id: string }[]} */ list) => list.map(({ id }) => id);
  assert.deepEqual(ids(document.figures), ids(figures));
  assert.deepEqual(document.figures.map((/** @type {any} */ { best, low, high }) => [low, best, high]), figures.map(({ best, low, high }) => [low, best, high]));
});
