/** The wardrobe's file for spreadsheets, opened in a real one: no cell of it is ever a formula, however it is cut into cells. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { createAssess } from "../../www/element/more/wardrobe/assess.js";
import { toCsv } from "../../www/element/more/wardrobe/csv.js";
import { createWords } from "../../www/element/words.js";
import { co } from "../node/support/core.js";
import { LONGEST } from "../support/seen.js";
import { SOFFICE } from "../support/programs.js";

/** @import { Garment } from "../../www/types.d.ts" */
/** @import { Language } from "../../www/element/locale.js" */

const run = promisify(execFile);

/** Where files are cut into cells: at what the import is told. */
const SEPARATORS = { comma: 44, semicolon: 59, tab: 9, blank: 32 };
/** Whose numbers, dates and names of functions count, by Microsoft's numbers for languages. */
const IMPORTED_AS = { en: 1033, de: 1031, tr: 1055 };

const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|"];
/** What stands before a sign, so that it may begin a cell: for the separators above, and for what readers take for a quote. */
const BEFORE = ["", ";", ",", "\t", "\n", "\r\n", " ", "x;", "x,", "x\ty\t", 'x";"', '";', 'x,"', ";'", "; ", "\u200B", ";\u200B", "x|", "x:", "x/"];
const FORMULAS = BEFORE.flatMap((before) => SIGNS.map((sign) => `${before}${sign}1+cmd|'/c calc'!A0;y`));

/** Garments whose names, and whose parts' names, try to get a formula out. @type {{ id: string, name: string, garment: Garment }[]} */
const KEPT = FORMULAS.map((text, at) => ({
  id: String(at),
  name: text,
  // The names of parts stand in the middle of a line, with other words around them.
  garment: { madeIn: "CN", components: [{ name: `x${text}`, fibres: [{ fibre: "cotton" }] }, { name: text.trim() || "x", fibres: [{ fibre: "wool" }] }] },
}));

let folder = "";
/** The languages of the page. @type {string[]} */
let languages = [];

/** @param {string} id */
async function wordsIn(id) {
  const read = async (/** @type {string} */ path) => JSON.parse(await readFile(new URL(`../../www/locales/${path}${id}.json`, import.meta.url), "utf8"));
  const words = createWords(/** @type {Language} */ ({ id, tag: id, sentences: await read("") }));
  words.extend(await read("more/"));
  return words;
}

/** @param {string} id @param {typeof KEPT} items */
async function fileIn(id, items) {
  return toCsv(await wordsIn(id), items, createAssess(co)(items), co);
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "cotton-csv-"));
  const all = await readdir(new URL("../../www/locales/", import.meta.url));
  languages = all.filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));
  await Promise.all(languages.map(async (id) => writeFile(join(folder, `${id}.csv`), await fileIn(id, KEPT))));
  // What the test would see of a formula.
  await writeFile(join(folder, "control.csv"), "a,b;c\td e\n=1+1,=1+1;=1+1\t=1+1 =1+1\n");
});
after(() => rm(folder, { recursive: true, force: true }));

/** Opens every file of the folder as it is told, and returns what became of it, by name. @param {number} separator @param {number} language */
async function opened(separator, language) {
  const into = join(folder, `${separator}-${language}`);
  await mkdir(into);
  const files = [...languages, "control"].map((name) => join(folder, `${name}.csv`));
  // Separator, quote, UTF-8, from line 1, columns as they come, language, quoted cells are no texts, numbers and dates are recognised.
  const filter = `CSV:${separator},34,76,1,,${language},false,true`;
  const own = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  await run(SOFFICE, [own, "--headless", "--norestore", `--infilter=${filter}`, "--convert-to", "fods", "--outdir", into, ...files], { timeout: LONGEST });
  return new Map(await Promise.all([...languages, "control"].map(async (name) => /** @type {const} */ ([name, await readFile(join(into, `${name}.fods`), "utf8")]))));
}

const formulas = (/** @type {string} */ sheet) => sheet.match(/<table:table-cell[^>]*table:formula="[^"]*"/g) ?? [];

for (const [name, separator] of Object.entries(SEPARATORS)) {
  for (const [language, number] of Object.entries(IMPORTED_AS)) {
    test(`cut at each ${name}, as in ${language}: no cell is a formula`, async () => {
      const sheets = await opened(separator, number);
      assert.ok(formulas(sheets.get("control") ?? "").length > 0, "a formula would be seen");
      for (const id of languages) {
        const sheet = sheets.get(id) ?? "";
        assert.ok(sheet.includes("calc"), `${id} was read`);
        assert.deepEqual(formulas(sheet), [], id);
      }
    });
  }
}

/** @type {typeof KEPT} */
const PLAIN = [{ id: "a", name: "Jeans - blue", garment: { kind: "jeans", fibres: [{ fibre: "cotton", percent: 98.5 }, { fibre: "elastane", percent: 1.5 }], madeIn: "CN", massGrams: 512.5 } }];

for (const [id, separator, language] of /** @type {const} */ ([["en", 44, 1033], ["de", 59, 1031], ["fr", 59, 1036], ["es", 59, 3082], ["pt-BR", 59, 1046], ["tr", 59, 1055]])) {
  test(`opened as in ${id}, the file of that language has a cell for each value, and its numbers are numbers`, async () => {
    const file = join(folder, `plain-${id}.csv`);
    await writeFile(file, await fileIn(id, PLAIN));
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run(SOFFICE, [own, "--headless", "--norestore", `--infilter=CSV:${separator},34,76,1,,${language},false,true`, "--convert-to", "fods", "--outdir", folder, file], { timeout: LONGEST });
    const sheet = await readFile(join(folder, `plain-${id}.fods`), "utf8");
    const answer = co.assess(PLAIN[0]?.garment ?? {});
    const numbers = [...sheet.matchAll(/office:value="([\d.]+)"/g)].map(([, value]) => Number(value));
    for (const quantity of /** @type {const} */ (["cottonShare", "grams"])) {
      const { central = NaN, low = NaN, high = NaN } = answer[quantity] ?? {};
      for (const value of [central, low, high]) assert.ok(numbers.includes(Number(value.toFixed(6))), `${quantity} ${value} is among ${numbers}`);
    }
    assert.ok(numbers.includes(512.5));
    assert.match(sheet, /<text:p>Jeans - blue<\/text:p>/, "a dash is a dash");
  });
}
