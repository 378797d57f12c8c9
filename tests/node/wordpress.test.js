/** The WordPress plug-in, as far as can be tested without WordPress: its names, its digests, and that all output is escaped. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { LABEL_FIELDS, MORE_FIELDS } from "#vocabulary";

const PLUGIN = new URL("../../target/wordpress/cotton-origin/", import.meta.url);
const SITE = new URL("../../target/www/", import.meta.url);
const OWN = ["LICENSE-APACHE", "LICENSE-MIT", "block.json", "cotton-origin.php", "editor.asset.php", "editor.js", "readme.txt", "style.css"];

/** @param {string} name */
const text = (name) => readFile(new URL(name, PLUGIN), "utf8");
const php = await text("cotton-origin.php");
const block = JSON.parse(await text("block.json"));
const WIDGET = /const COTTON_ORIGIN_WIDGET = '([^']*)';/.exec(php)?.[1] ?? "";
const { version } = JSON.parse(await readFile(new URL("manifest.json", SITE), "utf8"));

/** A list that a PHP array of that name holds: its keys, or its values where it has none. @param {string} name */
function listed(name) {
  const body = new RegExp(`const ${name} = array\\(([^;]*)\\);`).exec(php)?.[1] ?? "";
  return [...body.matchAll(body.includes("=>") ? /'(\w+)'\s*=>/g : /'(\w+)'/g)].map(([, word]) => word);
}

test("it is the plug-in and the whole site, byte by byte", async () => {
  assert.deepEqual((await readdir(PLUGIN)).toSorted(), [...OWN, WIDGET].toSorted());
  const names = (await readdir(SITE, { recursive: true })).toSorted();
  assert.deepEqual((await readdir(new URL(`${WIDGET}/`, PLUGIN), { recursive: true })).toSorted(), names);
  for (const name of names.filter((name) => name.includes("."))) {
    assert.ok((await readFile(new URL(`${WIDGET}/${name}`, PLUGIN))).equals(await readFile(new URL(name, SITE))), name);
  }
});

test("the digest that it prints is that of the script in it", async () => {
  const script = await readFile(new URL(`${WIDGET}/cotton-origin.js`, PLUGIN));
  const digest = `sha384-${createHash("sha384").update(script).digest("base64")}`;
  assert.equal(/const COTTON_ORIGIN_DIGEST = '([^']*)';/.exec(php)?.[1], digest);
  assert.match(WIDGET, /^widget-\w{8}$/);
  assert.equal(WIDGET.slice(7), digest.slice(7).replaceAll(/[^a-z\d]/gi, "").slice(0, 8), "another build has another address");
  assert.match(php, /plugins_url\( COTTON_ORIGIN_WIDGET \. '\/cotton-origin\.js', __FILE__ \)/, "and the script is the one beside it");
});

test("every file says the version, and none what the build was to fill in", async () => {
  assert.match(php, new RegExp(`^ \\* Version: +${version.replaceAll(".", "\\.")}$`, "m"));
  assert.equal(block.version, version);
  for (const name of OWN) assert.doesNotMatch(await text(name), /@\w+@/, name);
});

test("it names no other host", async () => {
  for (const name of OWN.filter((name) => !name.startsWith("LICENSE"))) {
    const hosts = [...(await text(name)).matchAll(/\/\/([\w-]+(?:\.[\w-]+)+)/g)].map(([, host]) => host);
    assert.deepEqual(hosts.filter((host) => !host?.endsWith(".example")), [], name);
  }
});

test("block.json has what WordPress asks of it, and no more", async () => {
  assert.equal(block.apiVersion, 3);
  assert.match(block.name, /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
  const known = ["apiVersion", "name", "version", "title", "category", "icon", "description", "keywords", "textdomain", "attributes", "supports", "editorScript", "style"];
  assert.deepEqual(Object.keys(block), known);
  assert.ok(["text", "media", "design", "widgets", "theme", "embed"].includes(block.category));
  for (const file of [block.editorScript, block.style]) await text(/^file:\.\/(.*)$/.exec(file)?.[1] ?? "");
  for (const [name, { type, default: value }] of Object.entries(block.attributes)) assert.equal(typeof value, type, name);
  // `editor.asset.php` lists the dependencies of the editor's script.
  const needed = [...(await text("editor.js")).matchAll(/\(\(\{([^}]*)\}\)/g)][0]?.[1]?.split(",").map((word) => `wp-${word.trim().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  assert.deepEqual([...(await text("editor.asset.php")).matchAll(/'(wp-[\w-]+)'/g)].map(([, name]) => name), needed?.toSorted());
});

test("block, shortcode, editor and element agree on what can be set", async () => {
  const settings = listed("COTTON_ORIGIN_SETTINGS");
  assert.deepEqual(settings.toSorted(), Object.keys(block.attributes).toSorted());
  const editor = await text("editor.js");
  for (const name of settings) assert.ok(editor.includes(`"${name}"`), `${name} can be set in the editor`);
  const { modules } = JSON.parse(await readFile(new URL("../../target/npm/custom-elements.json", import.meta.url), "utf8"));
  const attributes = modules[0].declarations[0].attributes.map((/** @type {{ name: string }} */ { name }) => name);
  const printed = listed("COTTON_ORIGIN_ATTRIBUTES");
  assert.ok(printed.length > 3);
  // The editor lists the names that the element accepts.
  const host = await readFile(new URL("../../www/element/host.js", import.meta.url), "utf8");
  const sections = [...(/const SECTIONS = \[(.*)\];/.exec(host)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name);
  for (const [list, known] of Object.entries({ QUESTIONS: ["paste", ...LABEL_FIELDS, ...MORE_FIELDS], SECTIONS: sections })) {
    assert.ok(known.length > 5 && editor.includes(`const ${list} = "${known.join(" ")}";`), list);
  }
  assert.deepEqual([...printed, "compact"].filter((name) => !attributes.includes(name)), []);
});

test("the shortcode stands in a box, which ends the paragraph it was typed into, and has the style of the block", () => {
  const body = /function cotton_origin_shortcode\([^{]*\{([\s\S]*?)\n\}/.exec(php)?.[1] ?? "";
  assert.match(body, /return '<div>' \. cotton_origin_element\( \$settings \) \. '<\/div>';/);
  // The handle that WordPress gives to the file in block.json.
  assert.ok(body.includes(`wp_enqueue_style( '${block.name.replace("/", "-")}-style' )`));
});

/** What may be printed besides constant text: values escaped on the spot, and variables composed only of such. */
const SAFE = [/^esc_(attr|url|html)\( /, /^esc_html__\( '/, /^get_block_wrapper_attributes\(\)$/, /^cotton_origin_(script|element|content)\(/, /^\$(attributes|content|name)$/];

test("everything that is printed is escaped where it is printed", () => {
  assert.doesNotMatch(php, /\b(echo|print|printf)\b|<\?=|\?>/, "it prints by what it returns alone");
  // Every expression that is concatenated.
  const put = [...php.matchAll(/' \. ([^;]*?)(?= \. '|;)/g)].map(([, piece]) => piece ?? "").flatMap((piece) => piece.split(" . "));
  assert.ok(put.length >= 10, `${put.length}`);
  assert.deepEqual(put.filter((piece) => !piece.startsWith("'") && !SAFE.some((safe) => safe.test(piece))), []);
  // `$name` is a constant of ours, and `$attributes` and `$content` are composed only of such pieces.
  assert.match(php, /foreach \( COTTON_ORIGIN_ATTRIBUTES as \$name \)/);
  for (const [line] of php.matchAll(/^.*\$settings\[.*$/gm)) assert.match(line, /^\s*(if \(|\$link +=)|esc_(attr|html|url)\( \$settings\[|filter_var\( \$settings\['compact'\]/, line);
});
