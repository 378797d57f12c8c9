/** The wardrobe as a file for spreadsheets: its headings are in the reader's language, and each says something else. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { createWords } from "../../www/element/words.js";
import { createAssess } from "../../www/element/more/wardrobe/assess.js";
import { toCsv } from "../../www/element/more/wardrobe/csv.js";
import { co } from "./support/core.js";

/** @import { Language } from "../../www/element/locale.js" */

const LOCALES = new URL("../../www/locales/", import.meta.url);
const languages = (await readdir(LOCALES)).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));

/** The headings in a language. No name of a field has a comma or a semicolon in it, but a cell that has one is quoted. @param {string} id */
async function headings(id) {
  const read = async (/** @type {string} */ path) => JSON.parse(await readFile(new URL(`${path}${id}.json`, LOCALES), "utf8"));
  const words = createWords(/** @type {Language} */ ({ id, tag: id, sentences: await read("") }));
  words.extend(await read("more/"));
  const [header = ""] = toCsv(words, [], createAssess(co)([]), co).slice(1).split("\r\n");
  return (header.match(/"[^"]*"|[^,;]+/g) ?? []).map((cell) => cell.replace(/^"|"$/g, ""));
}

test("headings in German", async () => {
  const all = await headings("de");
  assert.equal(all[0], "Name");
  assert.ok(all.includes("Hergestellt in (made in)") && all.includes("Teile"), "fields are called as in the form");
  assert.deepEqual(all.slice(-6), ["Dort dafür gepflückt, in Gramm", "Dort dafür gepflückt, in Gramm, unterer Wert", "Dort dafür gepflückt, in Gramm, oberer Wert", "Zahlen", "Methode", "Datum"]);
});

for (const id of languages) {
  test(`${id}: as many headings as in English, no two alike, and none in English`, async () => {
    const [own, english] = [await headings(id), await headings("en")];
    assert.equal(own.length, english.length);
    assert.equal(new Set(own).size, own.length);
    // "Name" is German, too, and "Date" French.
    if (id !== "en") assert.deepEqual(own.filter((cell) => english.includes(cell) && cell.includes(" ")), []);
    for (const cell of own) assert.doesNotMatch(cell, /wardrobe|undefined|\{/);
  });
}
