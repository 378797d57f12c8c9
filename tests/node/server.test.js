/** The server of tests and benchmark: files, responses in their place, and responses with only some headers set. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { serve, serveHosts } from "../support/server.js";

/** @import { TestContext } from "node:test" */
/** @import { Served } from "../support/server.js" */

/** Serves a page and a script, whose compressed copies have other content, to tell which one is sent. @param {TestContext} t @param {Served} [served] */
async function serving(t, served) {
  const folder = await mkdtemp(join(tmpdir(), "cotton-origin-served-"));
  for (const [name, text] of Object.entries({ "index.html": "home", "a.js": "plain", "a.js.gz": gzipSync("squeezed") })) await writeFile(join(folder, name), text);
  const { origin, close } = await serve({ folder, ...served });
  t.after(() => {
    close();
    return rm(folder, { recursive: true });
  });
  return async (/** @type {string} */ path, accepts = "identity") => {
    const response = await fetch(origin + path, { headers: { "accept-encoding": accepts } });
    const [type, open] = ["content-type", "access-control-allow-origin"].map((name) => response.headers.get(name));
    return { status: response.status, type, open, body: await response.text() };
  };
}

test("files have their type, and other origins may read them; what is not there is not found", async (t) => {
  /** @type {string[]} */
  const asked = [];
  const get = await serving(t, { asked });
  assert.deepEqual(await get("/a.js?v=2"), { status: 200, type: "text/javascript", open: "*", body: "plain" });
  assert.deepEqual(await get("/"), { status: 200, type: "text/html;charset=utf-8", open: "*", body: "home" });
  assert.equal((await get("/b.js")).status, 404);
  assert.equal((await get("/%2e%2e/package.json")).status, 404);
  assert.deepEqual(asked, ["/a.js", "/", "/b.js", "/package.json"]);
});

test("what was compressed ahead of time is sent so to whoever takes it", async (t) => {
  const get = await serving(t);
  assert.deepEqual(await get("/a.js", "gzip, br"), { status: 200, type: "text/javascript", open: "*", body: "squeezed" });
});

test("an answer stands in a file's place; what it leaves out is the file's or the server's", async (t) => {
  const answers = { "/a.js": { headers: { "content-type": "text/plain" } }, "/gone.wasm": { status: 404 }, "/other.js": { body: "other" } };
  const get = await serving(t, { answer: (path) => answers[/** @type {keyof typeof answers} */ (path)] });
  assert.deepEqual(await get("/a.js"), { status: 200, type: "text/plain", open: null, body: "plain" });
  assert.deepEqual(await get("/gone.wasm"), { status: 404, type: "application/wasm", open: "*", body: "" });
  assert.deepEqual(await get("/other.js"), { status: 200, type: "text/javascript", open: "*", body: "other" });
});

test("pages of hosts are on an origin of their own, each at an address of its own", async (t) => {
  const { origin, add, close } = await serveHosts();
  t.after(close);
  const [one, two] = [add("one"), add("two", { "content-security-policy": "default-src 'none'" })];
  assert.ok(one !== two && one.startsWith(origin));
  const response = await fetch(two);
  assert.deepEqual([await response.text(), response.headers.get("content-security-policy"), response.headers.get("access-control-allow-origin")], ["two", "default-src 'none'", null]);
  assert.equal((await fetch(`${origin}/favicon.ico`)).status, 204);
  assert.equal((await fetch(`${origin}/elsewhere`)).status, 404);
});
