/** Every message of every language beside its English, read from the sources: nothing here has to be built first. */
import { readFile, readdir } from "node:fs/promises";

const ROOT = new URL("../../../", import.meta.url);
const LOCALES = new URL("www/locales/", ROOT);

/** The plural categories of `Intl`. */
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** Groups whose keys are ids, some of which are also names of plural categories. */
const OF_IDS = ["kinds", "fibres", "problems"];

/** What is the same in every language: a sample label, the names of newspapers, what a language calls itself. */
const NOT_LANGUAGE = ["paste.sampleText"];

/** @typedef {{ id: string, form: string, text: string, english: string | undefined }} Message `id` as `more/held.lead`; `english` is missing for names of places */

/** @param {string} path */
const text = (path) => readFile(new URL(path, ROOT), "utf8");

/** @param {string} path @returns {Promise<any>} */
const json = async (path) => JSON.parse(await text(path));

/** A text of a page without its tags, its code, what stays English in it, and what is filled in later. @param {string} html */
const plain = (html) => html.replace(/<!--[\s\S]*?-->/g, "{n}").replace(/<(?:code\b|span lang="en")[^>]*>.*?<\/(?:code|span)>/g, "{code}").replace(/<[^>]+>/g, "").replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&" })[/** @type {"lt"} */ (name)] ?? "");

/** Every message by its path; one without plural has `other` alone. @param {any} at @param {string} path @returns {[string, Record<string, string>][]} */
function flat(at, path = "") {
  return Object.entries(at).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    if (here === "meta" || NOT_LANGUAGE.includes(here)) return [];
    if (typeof value === "string") return [[here, { other: value }]];
    const plural = !OF_IDS.includes(here) && Object.keys(value).every((form) => CATEGORIES.includes(form));
    return plural ? [[here, value]] : flat(value, here);
  });
}

/** The strings of each `[[table]]` of a file of figures. @param {string} toml */
const tables = (toml) => toml.split(/^\[\[\w+\]\]$/m).slice(1).map((table) => Object.fromEntries([...table.matchAll(/^(\w+) = "((?:[^"\\]|\\.)*)"$/gm)].map(([, key, value]) => [key, JSON.parse(`"${value}"`)])));

/** The English that stands with the figures. */
async function ofFigures() {
  const [record, schemes] = (await Promise.all(["record", "schemes"].map((name) => text(`src/figures/${name}.toml`)))).map(tables);
  return {
    record: Object.fromEntries(record.map(({ id, says }) => [id, says])),
    schemes: Object.fromEntries(schemes.map(({ id, says, does_not_say: doesNotSay }) => [id, { says, doesNotSay }])),
  };
}

/** The English of a page, whose texts stand in its template. @param {string} page */
async function ofTemplate(page) {
  const template = await text(`www/${page}.html`);
  const said = [...template.matchAll(/\{% filter say\("([^"]+)"\) %\}([\s\S]*?)\{% endfilter %\}/g)];
  return Object.fromEntries(said.map(([, key, english]) => [key, String(english).replace(/\s+/g, " ").trim()]));
}

/** The folders of locales, each with its English. */
const FOLDERS = {
  "": () => json("www/locales/en.json"),
  "more/": async () => ({ ...(await json("www/locales/more/en.json")), ...(await ofFigures()) }),
  "ask/": () => json("www/locales/ask/en.json"),
  "page/": () => json("www/locales/page/en.json"),
  "host/": () => ofTemplate("host"),
  "method/": () => ofTemplate("method"),
  "read/": () => ofTemplate("read"),
};

/** English by id. @type {Map<string, Record<string, string>>} */
const ENGLISH = new Map();
for (const [folder, read] of Object.entries(FOLDERS)) for (const [path, forms] of flat(await read())) ENGLISH.set(folder + path, forms);

/** The languages, English first. */
export const LANGUAGES = (await readdir(LOCALES)).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", "")).sort((a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b));

/** @param {string} language @returns {Promise<Message[]>} */
export async function messages(language) {
  const own = [...ENGLISH].map(([id, forms]) => /** @type {[string, Record<string, string>]} */ ([id, forms]));
  const all = language === "en" ? own : (await Promise.all(Object.keys(FOLDERS).map(async (folder) => flat(await json(`www/locales/${folder}${language}.json`)).map(([path, forms]) => /** @type {[string, Record<string, string>]} */ ([folder + path, forms]))))).flat();
  return all.flatMap(([id, forms]) => Object.entries(forms).map(([form, said]) => ({ id, form, text: plain(said), english: plain(ENGLISH.get(id)?.[form] ?? ENGLISH.get(id)?.other ?? "") || undefined })));
}
