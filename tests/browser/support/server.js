/** Serves files and pages to the browser: small servers in this process, each an origin of its own. */
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

/** @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} Answer */

const SITE = new URL("../../../target/www/", import.meta.url);

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
});

/**
 * @param {(path: string) => Answer | undefined} answer
 * @param {string[]} [asked] takes every path that is asked for
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(answer, asked = []) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    asked.push(pathname);
    const { status = 200, headers = {}, body = "" } = answer(pathname) ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

/**
 * The built site, as any host of static files would serve it to other sites.
 * @param {Record<string, Answer>} [instead] other answers, by path
 * @param {string[]} [asked] takes every path that is asked for
 */
export async function serveSite(instead = {}, asked = []) {
  /** @type {Map<string, Answer>} */
  const files = new Map();
  for (const name of await readdir(SITE, { recursive: true })) {
    if (!extname(name)) continue;
    const headers = { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "access-control-allow-origin": "*" };
    files.set(`/${name}`, { headers, body: await readFile(new URL(name, SITE)) });
  }
  return serve((path) => {
    const file = files.get(path === "/" ? "/index.html" : path);
    const other = instead[path];
    // What is only said in part stays as it was: a 404 still allows other origins to read that it is one.
    return other ? { ...file, ...other } : file;
  }, asked);
}
