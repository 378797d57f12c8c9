/** The sentences of every language: complete, with the same placeholders, with the language's plural forms, and plain text only. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES, PUBLISHED } from "#vocabulary";
import { co } from "./support/core.js";

const LOCALES = new URL("../../www/locales/", import.meta.url);

/** The plural categories of `Intl`. */
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** A sample label and the name of a newspaper are the same in every language. */
const SAME = ["paste.sampleText", "limits.denialSource"];

/** Groups whose keys are ids, some of which are also names of plural categories. */
const OF_IDS = ["kinds", "fibres", "problems"];

/** @typedef {Record<string, string>} Forms by plural category; a sentence without plural has `other` alone */

/** @param {string} name @returns {Promise<any>} */
const read = async (name) => JSON.parse(await readFile(new URL(name, LOCALES), "utf8"));

/** Every sentence by its path. @param {any} at @param {string} path @returns {[string, Forms][]} */
function sentences(at, path = "") {
  return Object.entries(at).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    if (here === "meta") return [];
    if (typeof value === "string") return [[here, { other: value }]];
    const plural = !OF_IDS.includes(here) && Object.keys(value).every((form) => CATEGORIES.includes(form));
    return plural ? [[here, value]] : sentences(value, here);
  });
}

/** @param {string} text */
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort();

/** Sentences that only translations have: the English ones are in the figures, and names of places come from the browser. @param {string} path */
const ofFigures = (path) => /^(record|schemes)\./.test(path) || (/^places\./.test(path) && !/^places\.(EU|outside-CN|\*)$/.test(path));

for (const folder of ["", "more/", "ask/"]) {
  const english = new Map(sentences(await read(`${folder}en.json`)));

  test(`locales/${folder} has every language and no other`, async () => {
    const names = (await readdir(new URL(folder, LOCALES))).filter((name) => name.endsWith(".json"));
    assert.deepEqual(names.sort(), LANGUAGES.map((id) => `${id}.json`).sort());
  });

  for (const id of LANGUAGES) {
    const file = `${folder}${id}.json`;
    const locale = await read(file);
    const own = new Map(sentences(locale));

    test(`${file} says which language it is and whether anyone reviewed it`, () => {
      assert.equal(locale.meta.language, id);
      assert.equal(typeof locale.meta.reviewed, "boolean");
      if (folder === "") assert.ok(locale.meta.name.length > 0 && ["ltr", "rtl"].includes(locale.meta.direction));
    });

    test(`${file} has every sentence of the English, and none that nothing asks for`, () => {
      assert.deepEqual([...own.keys()].filter((path) => !ofFigures(path)).sort(), [...english.keys()].sort());
    });

    test(`${file} fills in what the English fills in`, () => {
      for (const [path, forms] of own) {
        const wanted = placeholders(english.get(path)?.other ?? "");
        for (const [form, text] of Object.entries(forms)) {
          const given = placeholders(text);
          // A form such as "One thing to check" needs no `count`.
          const allowed = form === "other" ? [wanted] : [wanted, wanted.filter((name) => name !== "count")];
          assert.ok(allowed.some((names) => names.join() === given.join()), `${path}.${form}: {${given.join("}, {")}} for {${wanted.join("}, {")}}`);
        }
      }
    });

    test(`${file} has the plural forms of its language`, () => {
      const needed = new Intl.PluralRules(id).resolvedOptions().pluralCategories;
      for (const [path, forms] of own) {
        if (Object.keys(english.get(path) ?? {}).length < 2) continue;
        assert.deepEqual(needed.filter((category) => forms[category] === undefined), [], path);
        assert.deepEqual(Object.keys(forms).filter((form) => !CATEGORIES.includes(form)), [], path);
      }
    });

    test(`${file} is text only, and none of it is empty`, () => {
      for (const [path, forms] of own) {
        for (const text of Object.values(forms)) {
          assert.doesNotMatch(text, /<[a-z/!]|&\w+;|!|^\s*$/i, path);
          assert.equal(text, text.trim(), path);
        }
      }
    });

    if (id !== "en") {
      test(`${file} leaves no sentence in English`, () => {
        // Shorter ones may be the same: "Lyocell (Tencel)".
        const left = [...own].filter(([path, { other }]) => !SAME.includes(path) && /(\S+ ){3}/.test(other ?? "") && other === english.get(path)?.other);
        assert.deepEqual(left.map(([path]) => path), []);
      });
    }

    if (id !== "en" && folder === "more/") {
      test(`${file} says what is on record and what the marks say`, () => {
        const { record, schemes } = co.catalogue();
        assert.deepEqual(Object.keys(locale.record).sort(), record.map(({ id }) => id).sort());
        const paths = schemes.flatMap(({ id }) => [`schemes.${id}.doesNotSay`, `schemes.${id}.says`]);
        assert.deepEqual([...own.keys()].filter((path) => path.startsWith("schemes.")).sort(), paths.sort());
      });

      test(`${file} keeps every year and number of the record`, () => {
        // Thousands separators vary, and some languages write thousands in words.
        const numbers = (/** @type {string} */ text) => [...text.replace(/(\d)[,.\u00a0\u202f ](?=\d{3})/g, "$1").matchAll(/\d+/g)].map(([number]) => number);
        for (const { id: entry, says } of co.catalogue().record) {
          const given = numbers(locale.record[entry]);
          for (const year of numbers(says).filter((number) => /^(19|20)\d\d$/.test(number))) assert.ok(given.includes(year), `${entry}: ${year}`);
        }
      });
    }
  }
}

for (const [id, letters] of /** @type {const} */ ([["ug", /^[\u0600-\u06ff\ufb50-\ufeff()\s-]+$/], ["kk", /^[\u0400-\u04ff()’.,—\s-]+$/]])) {
  test(`${id} has a name for every place, in the order of its alphabet: most browsers have none`, async () => {
    const { places } = await read(`${id}.json`);
    const named = co.catalogue().places.map(({ id }) => id).filter((id) => id !== "CN-XJ");
    assert.deepEqual(named.filter((id) => !letters.test(places[id] ?? "")), []);
    const names = Object.keys(places).filter((id) => named.includes(id)).map((id) => places[id]);
    assert.deepEqual(names, [...names].sort(new Intl.Collator(id).compare));
  });
}

test("every language calls the region by each of the three names, and never two alike", async () => {
  for (const id of LANGUAGES) {
    const { regions } = await read(`${id}.json`);
    assert.deepEqual(Object.keys(regions), ["uyghur-region", "xinjiang", "east-turkistan"]);
    for (const key of ["name", "in", "place"]) {
      const names = Object.values(regions).map((region) => region[key]);
      assert.ok(names.every(Boolean) && new Set(names).size === 3, `${id}: ${names}`);
    }
    // Searching for Xinjiang finds it whatever name the host uses.
    const { place } = regions.xinjiang;
    const common = place.match(/[\p{L}]+/gu).at(-1);
    for (const region of Object.values(regions)) assert.ok(region.place.includes(common), `${id}: ${region.place}`);
  }
});

test("the page has its sentences in every language, English among them", async () => {
  const pages = await Promise.all(["index.html", "templates/without.html"].map((name) => readFile(new URL(`../../www/${name}`, import.meta.url), "utf8")));
  const said = [...new Set(pages.flatMap((html) => [...html.matchAll(/data-say="(\w+)"/g)].map(([, name]) => name)))];
  const english = await read("page/en.json");
  assert.deepEqual(said.filter((name) => !Object.hasOwn(english, name ?? "")), []);
  const names = (await readdir(new URL("page/", LOCALES))).sort();
  assert.deepEqual(names, LANGUAGES.map((id) => `${id}.json`).sort());
  for (const name of names) assertTexts(await read(`page/${name}`), english, name);
});

for (const room of ["host", "method", "read", "wordpress"]) {
  test(`locales/${room} has every language but English, with the same texts`, async () => {
    const names = (await readdir(new URL(`${room}/`, LOCALES))).sort();
    assert.deepEqual(names, LANGUAGES.filter((id) => id !== "en").map((id) => `${id}.json`).sort());
    const [first] = await Promise.all(names.map((name) => read(`${room}/${name}`)));
    for (const name of names) assertTexts(await read(`${room}/${name}`), first, `${room}/${name}`);
  });
}

/** Checks that a list has the texts of another, filled in alike, and none that is empty, loud or not trimmed. @param {Forms} own @param {Forms} like @param {string} name */
function assertTexts(own, like, name) {
  assert.deepEqual(Object.keys(own).sort(), Object.keys(like).sort(), name);
  for (const [key, text] of Object.entries(own)) {
    assert.deepEqual(placeholders(text), placeholders(like[key] ?? ""), `${name}: ${key}`);
    assert.ok(text.length > 0 && text === text.trim() && !text.replace(/<!--.*?-->/g, "").includes("!"), `${name}: ${key}`);
  }
}

test("every language says what each version of the figures but the first changed", async () => {
  const told = PUBLISHED.slice(0, -1).map(({ figures }) => figures.replace(".", "-"));
  for (const id of LANGUAGES) assert.deepEqual(Object.keys((await read(`more/${id}.json`)).share.since), told, id);
});
