/** The pages for native readers: each message of a language stands on its page once, beside its English, and the file that a page makes is taken. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LANGUAGES } from "#vocabulary";
import { fileOf } from "../../www/read-file.js";
import { linesOf } from "./support/read-page.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LOCALES = join(ROOT, "www/locales");
const { XTASK = join(ROOT, "target/debug/xtask") } = process.env;

const rooms = ["", ...(await readdir(LOCALES, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`)];
const translated = LANGUAGES.filter((id) => id !== "en");

/** Every text of a file by its keys. @param {any} at @param {string} path @returns {[string, string][]} */
const texts = (at, path = "") =>
  Object.entries(at).flatMap(([key, value]) => {
    if (!path && key === "meta") return [];
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [/** @type {[string, string]} */ ([here, value])] : texts(value, here);
  });

/** The files of a language. @param {string} id */
async function filesOf(id) {
  const found = await Promise.all(rooms.map(async (room) => [`${room}${id}.json`, (await readdir(join(LOCALES, room))).includes(`${id}.json`)]));
  return found.filter(([, there]) => there).map(([file]) => String(file));
}

for (const id of translated) {
  test(`read.${id}.html has each message of every room once, with its English`, async () => {
    const html = await readFile(join(ROOT, `target/www/read.${id}.html`), "utf8");
    const lines = linesOf(html);
    const files = await filesOf(id);
    const expected = await Promise.all(files.map(async (file) => texts(JSON.parse(await readFile(join(LOCALES, file), "utf8"))).map(([key, text]) => `${file} ${key}: ${text}`)));
    const shown = lines.map(({ file, id, form, own }) => `${file} ${form ? `${id}.${form}` : id}: ${own}`);
    assert.deepEqual(shown.sort(), expected.flat().sort());
    assert.deepEqual(lines.filter(({ english }) => english === "").map(({ file, id }) => `${file} ${id}`), [], "nothing is without its English");
  });
}

test("the English beside a message is what it was translated from", async () => {
  const lines = linesOf(await readFile(join(ROOT, "target/www/read.de.html"), "utf8"));
  const beside = (/** @type {string} */ file, /** @type {string} */ id, form = "") => lines.find((line) => line.file === file && line.id === id && line.form === form)?.english;
  const english = JSON.parse(await readFile(join(LOCALES, "more/en.json"), "utf8"));
  assert.equal(beside("more/de.json", "wardrobe.see", "one"), english.wardrobe.see.one);
  assert.equal(beside("more/de.json", "wardrobe.see", "other"), english.wardrobe.see.other);
  const { record, schemes } = JSON.parse(await readFile(join(ROOT, "target/www/figures.json"), "utf8"));
  for (const { id, says } of record) assert.equal(beside("more/de.json", `record.${id}`), says);
  for (const { id, says, doesNotSay } of schemes) assert.deepEqual([beside("more/de.json", `schemes.${id}.says`), beside("more/de.json", `schemes.${id}.doesNotSay`)], [says, doesNotSay]);
  const [, title] = /<h1[^>]*>([^<]+)<\/h1>/.exec(await readFile(join(ROOT, "target/www/index.html"), "utf8")) ?? [];
  assert.equal(beside("page/de.json", "title"), title);
});

test("what the page saves is taken into the messages, and only that", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "corrections-"));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "xtask"));
  await cp(join(ROOT, "xtask/Cargo.toml"), join(folder, "xtask/Cargo.toml"));
  await cp(LOCALES, join(folder, "www/locales"), { recursive: true });
  const line = linesOf(await readFile(join(ROOT, "target/www/read.ar.html"), "utf8")).find(({ id }) => id === "why.title") ?? assert.fail("it is there");
  const { file, own: was, english } = line;
  const sent = join(folder, "corrections-ar.json");
  await writeFile(sent, fileOf({ version: "0.1.0", language: "ar", corrections: [{ file, id: line.id, was, is: "لِمَ؟", why: "أوضح", english }] }));
  const before = await readFile(join(folder, "www/locales", file), "utf8");
  const { stdout } = await promisify(execFile)(XTASK, ["corrections", sent], { cwd: folder });
  assert.match(stdout, /^1 taken, 0 there already, 0 remarks, 0 stale, 0 refused$/m);
  assert.equal(await readFile(join(folder, "www/locales", file), "utf8"), before.replace(`"title": "${was}"`, '"title": "لِمَ؟"'));
});
