/** Small servers in this process, for tests and for the benchmark: files of the project, and answers in their place. Each is an origin of its own. */
import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lookup } from "mrmime";
import sirv from "sirv";

/** @import { RequestHandler } from "sirv" */

/**
 * What is answered instead of a file. Without `status` and `body` the file is sent, with these headers in place of the server's own.
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} Answer
 */

/**
 * @typedef {object} Served
 * @property {string} [folder] whose files are served; from the root of the project, or absolute
 * @property {(path: string) => Answer | undefined} [answer] what is answered instead of a file
 * @property {Record<string, string>} [headers] what is sent with every answer that names none of its own
 * @property {string[]} [asked] takes every path that is asked for
 */

/** As a host of static files lets other sites use them. */
const OPEN = { "access-control-allow-origin": "*" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files are listed once for all servers of a process. A host that compresses ahead of time has them beside: `.br`, `.gz`. @type {Map<string, RequestHandler>} */
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
 * The built site, as any host of static files would serve it to other sites.
 * @param {Record<string, Answer>} [instead] other answers, by path
 * @param {string[]} [asked] takes every path that is asked for
 */
export const serveSite = (instead = {}, asked = []) => serve({ folder: "target/www", answer: (path) => instead[path], asked });

/**
 * Pages of hosts, on an origin of their own.
 * @param {string[]} [asked] takes every path that is asked for
 * @returns {Promise<{ origin: string, close: () => void, add: (html: string, headers?: Record<string, string>) => string }>} `add` serves one more page, and tells its address
 */
export async function serveHosts(asked = []) {
  /** The icon of a host is the browser's own wish. @type {Map<string, Answer>} */
  const pages = new Map([["/favicon.ico", { status: 204 }]]);
  const { origin, close } = await serve({ answer: (path) => pages.get(path), headers: {}, asked });
  const add = (/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) => {
    const path = `/page-${pages.size}`;
    pages.set(path, { headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: html });
    return origin + path;
  };
  return { origin, close, add };
}
