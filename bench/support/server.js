/** Serves what is measured as a careful host would: compressed ahead of time, kept by browsers, with a precise clock. */
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { constants, brotliCompressSync, gzipSync } from "node:zlib";

/** Folders of the project, by where they are served. */
const FOLDERS = { "/": "target/www/", "/npm/": "target/npm/", "/bindgen/": "target/bindgen/", "/bench/": "bench/", "/data/": "target/bench/" };

/** Of the benchmark's own folder: what pages of it import, and no package. */
const NOT_SERVED = /^\/bench\/(?:node_modules|data|native)\//;

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
});

/** The clock counts in 5 microseconds only where no other origin can look on. */
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** @typedef {{ type: string, plain: Buffer, br: Buffer, gzip: Buffer }} File */

/** @param {Buffer} plain @param {string} type @returns {File} */
const file = (plain, type) => ({
  type,
  plain,
  br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: gzipSync(plain, { level: 9 }),
});

/** @param {Record<string, string>} pages pages that are no files, by path */
export async function serve(pages) {
  /** @type {Map<string, File>} */
  const files = new Map(Object.entries(pages).map(([path, html]) => [path, file(Buffer.from(html), TYPES[".html"])]));
  for (const [under, folder] of Object.entries(FOLDERS)) {
    const root = new URL(`../../${folder}`, import.meta.url);
    for (const name of await readdir(root, { recursive: true })) {
      const type = TYPES[extname(name)];
      if (type && !NOT_SERVED.test(under + name)) files.set(under + name, file(await readFile(new URL(name, root)), type));
    }
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const found = files.get(pathname === "/" ? "/index.html" : pathname);
    if (!found) return response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
    response.writeHead(200, {
      "content-type": found.type,
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
      vary: "accept-encoding",
      ...ALONE,
      ...(encoding && { "content-encoding": encoding }),
    });
    return response.end(found[encoding ?? "plain"]);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
