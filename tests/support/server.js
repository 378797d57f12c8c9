/** Small servers in this process, for tests and for the benchmark: they serve files of the project, or given responses. Each is a separate origin. */
import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lookup } from "mrmime";
import sirv from "sirv";

/** @import { RequestHandler } from "sirv" */

/**
 * A response instead of a file. Without `status` and `body` the file is sent, with these headers instead of the default ones.
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} Answer
 */

/**
 * @typedef {object} Served
 * @property {string} [folder] the folder to serve; relative to the root of the project, or absolute
 * @property {(path: string) => Answer | undefined} [answer] the response instead of a file
 * @property {Record<string, string>} [headers] default headers
 * @property {string[]} [asked] takes every path that is asked for
 */

/** Headers of a static host that other origins may use. */
const OPEN = { "access-control-allow-origin": "*" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One handler for each folder, shared by all servers of the process. Precompressed files are beside the originals: `.br`, `.gz`. @type {Map<string, RequestHandler>} */
const handlers = new Map();

/** @param {string} folder */
function handlerOf(folder) {
  const handler = handlers.get(folder) ?? sirv(resolve(ROOT, folder), { brotli: true, gzip: true });
  handlers.set(folder, handler);
  return handler;
}

/** @param {Served} served @returns {Promise<{ origin: string, close: () => void }>} */
export async function serve({ folder, answer = () => undefined, headers = OPEN, asked = [] }) {
  const files = folder === undefined ? null : handlerOf(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    asked.push(pathname);
    const other = answer(pathname);
    const absent = () => void response.writeHead(404).end();
    if (other?.status !== undefined || other?.body !== undefined) {
      response.writeHead(other.status ?? 200, other.headers ?? { "content-type": lookup(pathname) ?? "", ...headers }).end(other.body);
      return;
    }
    for (const [name, value] of Object.entries(other?.headers ?? headers)) response.setHeader(name, value);
    if (files) files(request, response, absent);
    else absent();
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
 * Serves the built site as a static host would.
 * @param {Record<string, Answer>} [instead] other responses, by path
 * @param {string[]} [asked] takes every path that is asked for
 */
export const serveSite = (instead = {}, asked = []) => serve({ folder: "target/www", answer: (path) => instead[path], asked });

/**
 * Serves pages of hosts, on a separate origin.
 * @param {string[]} [asked] takes every path that is asked for
 * @returns {Promise<{ origin: string, close: () => void, add: (html: string, headers?: Record<string, string>) => string }>} `add` adds a page and returns its address
 */
export async function serveHosts(asked = []) {
  /** Browsers ask for an icon by themselves. @type {Map<string, Answer>} */
  const pages = new Map([["/favicon.ico", { status: 204 }]]);
  const { origin, close } = await serve({ answer: (path) => pages.get(path), headers: {}, asked });
  const add = (/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) => {
    const path = `/page-${pages.size}`;
    pages.set(path, { headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: html });
    return origin + path;
  };
  return { origin, close, add };
}
