/** What is measured, compressed ahead of time as a careful host does it. */
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ROOT = new URL("../../", import.meta.url);

/** The folder that is served, from the root of the project. */
export const SERVED = "target/bench/served/";

/** Folders of the project, by where they are served. */
const FOLDERS = {
  "": "target/www/",
  "npm/": "target/npm/",
  "bindgen/": "target/bindgen/",
  "bench/model/": "bench/model/",
  "bench/page/": "bench/page/",
  "bench/support/": "bench/support/",
};

const COMPRESSED = new Set([".html", ".css", ".js", ".json", ".wasm"]);

/** Copies every folder to where it is served, puts pages of the benchmark's own beside, and compresses each file. @param {Record<string, string>} pages by name */
export async function compress(pages) {
  const served = new URL(SERVED, ROOT);
  await rm(served, { recursive: true, force: true });
  for (const [under, folder] of Object.entries(FOLDERS)) await cp(new URL(folder, ROOT), new URL(under, served), { recursive: true });
  await cp(new URL("target/bench/model.json", ROOT), new URL("data/model.json", served));
  for (const [name, html] of Object.entries(pages)) await writeFile(new URL(name, served), html);
  for (const name of await readdir(served, { recursive: true })) {
    if (!COMPRESSED.has(extname(name))) continue;
    const plain = await readFile(new URL(name, served));
    await writeFile(new URL(`${name}.br`, served), brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(new URL(`${name}.gz`, served), gzipSync(plain, { level: 9 }));
  }
}
