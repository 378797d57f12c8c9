/** The release: what is in the zip, its checksums, the list of its components; and what an owner is told of a newer one, and when. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import { tellNewer } from "../../www/element/more/newer.js";
import { CONTENT, version } from "../support/releases.js";

const RELEASE = new URL("../../target/release-files/", import.meta.url);
const NAME = `cotton-origin-${version}`;
const zip = await readFile(new URL(`${NAME}.zip`, RELEASE));
const sha256 = (/** @type {Buffer} */ content) => createHash("sha256").update(content).digest("hex");

/** The files of a zip, from the list at its end. @param {Buffer} zip */
function unzipped(zip) {
  const end = zip.lastIndexOf("PK\u0005\u0006");
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (let [at, left] = [zip.readUInt32LE(end + 16), zip.readUInt16LE(end + 10)]; left > 0; left -= 1) {
    const [packed, name, extra, comment, begin] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const from = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28);
    const content = zip.subarray(from, from + packed);
    files.set(String(zip.subarray(at + 46, at + 46 + name)), zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content);
    at += 46 + name + extra + comment;
  }
  return files;
}

const files = unzipped(zip);
const file = (/** @type {string} */ name) => files.get(`${NAME}/${name}`) ?? assert.fail(`${name} is in the zip`);

test("the checksum beside the zip is the zip's, and those in it are of every other file", async () => {
  assert.deepEqual((await readdir(RELEASE)).toSorted(), ["SHA256SUMS", `${NAME}.zip`]);
  assert.equal(await readFile(new URL("SHA256SUMS", RELEASE), "utf8"), `${sha256(zip)}  ${NAME}.zip\n`);
  const names = [...files.keys()].map((name) => name.slice(NAME.length + 1)).filter((name) => name !== "SHA256SUMS");
  const expected = names.map((name) => `${sha256(file(name))}  ${name}\n`).join("");
  assert.equal(String(file("SHA256SUMS")), expected);
});

test("it holds the site in its folder, what lies beside it, the package, the plug-in and the manifest", async () => {
  const tops = [...new Set([...files.keys()].map((name) => name.split("/")[1]))];
  assert.deepEqual(tops, ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "SHA256SUMS", "manifest.json", "npm", "sbom.cdx.json", "site", "wordpress"]);
  for (const [from, to] of [["www", `site/${version}`], ["npm", "npm"], ["wordpress", "wordpress"]]) {
    const built = new URL(`../../target/${from}/`, import.meta.url);
    const names = (await readdir(built, { recursive: true })).filter((name) => /[^/]*\.\w+$|LICENSE-\w+$/.test(name));
    assert.ok(names.length > 10);
    for (const name of names) assert.ok(file(`${to}/${name}`).equals(await readFile(new URL(name, built))), `${to}/${name}`);
  }
  assert.deepEqual(JSON.parse(String(file("site/latest.json"))), { version });
  assert.ok(file("manifest.json").equals(file(`site/${version}/manifest.json`)));
  assert.equal(await readFile(new URL("site/latest.json", CONTENT), "utf8"), String(file("site/latest.json")));
});

test("the page beside the releases leads on without a script, and lets only its own script run", () => {
  const page = String(file("site/index.html"));
  assert.ok(page.includes(`<a href="${version}/">`));
  const script = /<script>(.*)<\/script>/.exec(page)?.[1] ?? "";
  assert.ok(page.includes(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`));
  assert.doesNotMatch(page, /@\w+@/);
});

test("the list of components names what reaches a visitor, and neither tests nor tools as parts", () => {
  const { bomFormat, specVersion, serialNumber, metadata, components } = JSON.parse(String(file("sbom.cdx.json")));
  assert.deepEqual([bomFormat, specVersion, serialNumber, metadata.timestamp], ["CycloneDX", "1.5", undefined, undefined]);
  assert.equal(metadata.component.version, version);
  const names = components.map((/** @type {{ name: string }} */ { name }) => name);
  for (const name of ["libm", "wasm-bindgen", "js-sys", "serde", "rust-std", "cotton-origin-label"]) assert.ok(names.includes(name), name);
  for (const name of ["proptest", "clap", "toml", "syn", "cotton-origin-vocabulary", "cyclonedx-bom"]) assert.ok(!names.includes(name), name);
  const tools = metadata.tools.components.map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual(tools, ["rustc", "wasm-bindgen-cli-support", "binaryen", "esbuild"]);
});

/** What the console says, and what was asked for, when `latest.json` is this. @param {string} latest @param {string} [address] */
async function told(latest, address = "https://a.example/x/1.9.0/cotton-origin-more.js") {
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const asked = [];
  const { fetch } = globalThis;
  const { info } = console;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    if (latest === "") throw new TypeError("no connection");
    return new Response(latest);
  };
  console.info = (text) => said.push(text);
  try {
    await tellNewer("1.9.0", address);
  } finally {
    globalThis.fetch = fetch;
    console.info = info;
  }
  return { said, asked };
}

test("a newer release is told of, by number", async () => {
  const { said, asked } = await told('{"version":"1.10.0"}\n');
  assert.deepEqual(said, ["<cotton-origin> 1.10.0 is out. This page has 1.9.0, which goes on working. New lines: https://a.example/x/1.10.0/host.html"]);
  assert.deepEqual(asked, ["https://a.example/x/latest.json"]);
  for (const newer of ["1.9.1", "2.0.0", "10.0.0"]) assert.equal((await told(`{ "version": "${newer}" }`)).said.length, 1, newer);
});

test("anything else is silence", async () => {
  const odd = ["", 'x{"version":"2.0.0"}', "<!doctype html>", "{", "null", "{}", '{"version":1.10}', '{"version":"1.10"}', '{"version":"2.0.0-rc.1"}', '{"version":"2.0.0<img src=x>"}', '{"version":"../2.0.0"}', '{"version":"2.0.0","more":1}', `{"version":"${"9".repeat(400)}.0.0"}`, '[{"version":"2.0.0"}]'];
  for (const latest of [...odd, ...["1.9.0", "1.8.99", "0.10.0"].map((version) => JSON.stringify({ version }))]) assert.deepEqual((await told(latest)).said, [], latest);
});

test("only a release in the folder of its version asks", async () => {
  for (const address of ["https://a.example/cotton-origin-more.js", "https://a.example/1.9/cotton-origin-more.js", "https://a.example/widget-1.9.0/cotton-origin-more.js", "https://a.example/cotton-origin@1.9.0/cotton-origin-more.js", "https://a.example/1.9.0/x/cotton-origin-more.js", "https://a.example/1.9.0/cotton-origin-more.js?x"]) {
    assert.deepEqual(await told('{"version":"2.0.0"}', address), { said: [], asked: [] }, address);
  }
});
