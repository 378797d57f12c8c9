/** The WordPress plug-in, as far as can be tested without WordPress: its names, its digests, and that all output is escaped. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { LABEL_FIELDS, MORE_FIELDS } from "#vocabulary";

const PLUGIN = new URL("../../target/wordpress/cotton-origin/", import.meta.url);
const SITE = new URL("../../target/www/", import.meta.url);
const TEXTS = "languages";
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

/** The plug-in as the site offers it, which is in the site alone: it cannot hold itself. */
const ZIP = "cotton-origin-wordpress.zip";

/** Every file of a folder, by its path. @param {URL} folder */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)));
  return new Map(await Promise.all(paths.toSorted().map(async (path) => /** @type {const} */ ([path, await readFile(new URL(path, folder))]))));
}

test("it is the plug-in and the whole site, byte by byte", async () => {
  assert.deepEqual((await readdir(PLUGIN)).toSorted(), [...OWN, TEXTS, WIDGET].toSorted());
  const [site, inside] = await Promise.all([SITE, new URL(`${WIDGET}/`, PLUGIN)].map(contents));
  // Each has the manifest of what is there.
  const [listed, listedInside] = [site, inside].map((folder) => JSON.parse(String(folder?.get("manifest.json"))));
  assert.ok(site?.delete(ZIP) && delete listed.files[ZIP], "the site lists the zip");
  assert.deepEqual(listedInside, listed);
  for (const folder of [site, inside]) folder?.delete("manifest.json");
  assert.deepEqual(inside, site);
});

test("the site offers it as a zip, in one folder, under its digest", async () => {
  const zip = await readFile(new URL(ZIP, SITE));
  const { files } = JSON.parse(await readFile(new URL("manifest.json", SITE), "utf8"));
  assert.equal(files[ZIP].sha384, `sha384-${createHash("sha384").update(zip).digest("base64")}`);
  assert.equal(files[ZIP].bytes, zip.length);
  const expected = new Map([...(await contents(PLUGIN))].map(([path, content]) => [`cotton-origin/${path}`, content]));
  assert.deepEqual(new Map(Object.entries(unzipSync(zip)).map(([path, content]) => [path, Buffer.from(content)])), expected);
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
const SAFE = [/^esc_(attr|url|html)\( /, /^esc_html__\( '/, /^get_block_wrapper_attributes\(\)$/, /^cotton_origin_(script|element|content)\(/, /^\$(attributes|content|name)$/, /^(\$texts|COTTON_ORIGIN_(EDITOR|LOCALES\[ \$locale \]))$/];

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

/** The headers of a text, in the order in which they stand. @param {string} from @param {RegExp} line */
const headers = (from, line) => Object.fromEntries([...from.matchAll(line)].map(([, name = "", value = ""]) => [name, value]));
const readme = await text("readme.txt");
const [head = "", ...sections] = readme.split(/^== (?=.* ==$)/m);
const said = headers(head, /^([A-Z][\w ]*): (.*)$/gm);
const told = headers(/^<\?php\n\/\*\*\n([^]*?)\*\//.exec(php)?.[1] ?? "", /^ \* ([A-Z][\w ]*): +(.*)$/gm);

// What follows is what WordPress's own "Plugin Check" looks at and what can be read without WordPress.
test("readme.txt has the headers that the plug-in directory asks for, as it asks for them", () => {
  assert.equal(/^=== (.*) ===\n/.exec(readme)?.[1], told["Plugin Name"]);
  assert.deepEqual(Object.keys(said), ["Contributors", "Tags", "Requires at least", "Tested up to", "Requires PHP", "Stable tag", "License"]);
  assert.match(said["Contributors"] ?? "", /^[a-z0-9_.\-@ ]+(, ?[a-z0-9_.\-@ ]+)*$/i);
  assert.ok((said["Tags"] ?? "").split(", ").length <= 5, "it takes five tags");
  for (const name of ["Requires at least", "Tested up to", "Requires PHP"]) assert.match(said[name] ?? "", /^\d+\.\d+$/, name);
  assert.ok((said["Tested up to"] ?? "").localeCompare(said["Requires at least"] ?? "", "en", { numeric: true }) >= 0);
  assert.equal(said["Stable tag"], version);
  // The first paragraph below the headers, without markup.
  const short = /\n\n(.+)\n/.exec(head)?.[1] ?? "";
  assert.ok(short.length > 20 && short.length <= 150, `it cuts the description at 150 letters: ${short.length}`);
  assert.deepEqual(sections.map((section) => section.split(" ==")[0]), ["Description", "Installation"]);
});

test("the headers of the plug-in agree with those of readme.txt", () => {
  for (const name of ["Requires at least", "Requires PHP", "License"]) assert.equal(told[name], said[name], name);
  assert.equal(told["Version"], said["Stable tag"]);
  assert.ok((told["Description"] ?? "").length > 20);
  // An identifier, or several joined by "or", of a licence that goes with the GPL.
  assert.match(told["License"] ?? "", /^MIT OR Apache-2\.0$/);
});

test("every text to be translated is constant and of the plug-in's own domain, which is its folder's name", async () => {
  assert.equal(told["Text Domain"], "cotton-origin");
  assert.equal(block.textdomain, told["Text Domain"]);
  const calls = [...php.matchAll(/\b(?:esc_(?:html|attr))?_[_enx]\( ([^]*?) \)/g)].map(([, words = ""]) => words);
  assert.ok(calls.length > 1);
  for (const words of calls) assert.match(words, /^'[^']+', 'cotton-origin'$/);
  const editor = await text("editor.js");
  assert.match(editor, /const say = .*\(\w+, "cotton-origin"\)/);
  assert.equal(editor.match(/\bsay\(/g)?.length, inEditor(editor).length, "each stands in a call of its own, where WordPress's tools find it");
});

/** What the editor's script says. @param {string} editor */
const inEditor = (editor) => [...editor.matchAll(/\bsay\("([^"\\]+)"\)/g)].map(([, text = ""]) => text);

/** The entries of a `.mo` file, as the manual of gettext lays it out. @param {Buffer} mo */
function entries(mo) {
  const at = (/** @type {number} */ place) => mo.readUInt32LE(place);
  const text = (/** @type {number} */ table, /** @type {number} */ index) => String(mo.subarray(at(table + 8 * index + 4), at(table + 8 * index + 4) + at(table + 8 * index)));
  assert.equal(at(0), 0x950412de);
  return new Map(Array.from({ length: at(8) }, (_, index) => [text(at(12), index), text(at(16), index)]));
}

test("every text of it is in the catalogue of each language, and nothing else is", async () => {
  const editor = [...new Set(inEditor(await text("editor.js")))].toSorted();
  const inPhp = [...php.matchAll(/\b(?:esc_(?:html|attr))?_[_enx]\( '([^']*)'/g)].map(([, text = ""]) => text);
  const expected = ["", ...inPhp, told["Description"] ?? "", `block description\u0004${block.description}`, ...block.keywords.map((/** @type {string} */ word) => `block keyword\u0004${word}`)].toSorted();
  const sources = (await readdir(new URL("../../www/locales/wordpress/", import.meta.url))).length;
  const files = await contents(new URL(`${TEXTS}/`, PLUGIN));
  const locales = [...php.matchAll(/^\t'\w+' +=> '(\w+)',$/gm)].map(([, locale = ""]) => locale);
  assert.equal(new Set(locales).size, sources);
  assert.equal(files.size, 2 * sources);
  for (const locale of locales) {
    const translated = entries(files.get(`cotton-origin-${locale}.mo`) ?? assert.fail(locale));
    assert.deepEqual([...translated.keys()].toSorted(), expected, locale);
    assert.match(translated.get("") ?? "", /charset=UTF-8/);
    const { messages } = JSON.parse(String(files.get(`cotton-origin-${locale}-cotton-origin-estimate-editor-script.json`))).locale_data;
    assert.deepEqual(Object.keys(messages).filter(Boolean).toSorted(), editor, locale);
    for (const own of [...translated.values(), ...Object.values(messages).slice(1).flat()]) assert.ok(own.trim().length > 0);
  }
});

test("no file does anything when it is opened by its own address", async () => {
  const [first] = php.split("*/\n")[1]?.trim().split("\n") ?? [];
  assert.equal(first, "defined( 'ABSPATH' ) || exit;", "before anything else");
  // It returns a list, and does nothing.
  assert.match(await text("editor.asset.php"), /^<\?php\n(\/\/.*\n)*return array\([^]*\);\n$/);
  assert.deepEqual([...(await contents(PLUGIN)).keys()].filter((path) => path.endsWith(".php")), ["cotton-origin.php", "editor.asset.php"]);
});

test("it names everything of its own by its own name, and uses nothing that a reviewer would ask about", () => {
  for (const [, name] of php.matchAll(/^(?:function|const) (\w+)/gm)) assert.match(name ?? "", /^cotton_origin_|^COTTON_ORIGIN_/);
  assert.doesNotMatch(php, /\$_(GET|POST|REQUEST|COOKIE|SERVER|FILES)|\$wpdb|\b(eval|base64_decode|create_function|exec|system|passthru|curl_\w+|file_get_contents|fopen|wp_remote_\w+|update_option|add_option|setcookie|error_log|var_dump|print_r)\(|<script[^>]*src="http/);
});

test("both licences are in it, whole", async () => {
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) assert.equal(await text(name), await readFile(new URL(`../../${name}`, import.meta.url), "utf8"));
});

test("it has no file that the directory refuses", async () => {
  const refused = [...(await contents(PLUGIN)).keys()].filter((path) => /(^|\/)\.|\.(zip|gz|tar|rar|7z|phar|exe|sh|bat|map)$|[^\w./-]/.test(path));
  assert.deepEqual(refused, []);
});
