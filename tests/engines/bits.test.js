/** Estimates are bit for bit the same in each engine as natively and in Node: they have the digest in `tests/common/bits.rs`. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { hostPage } from "../browser/support/host.js";
import { stated } from "../support/bits.js";
import { visit } from "./support/visit.js";

/** @import { Answer } from "../support/server.js" */

const tests = new URL("../", import.meta.url);
const digest = stated(await readFile(new URL("common/bits.rs", tests), "utf8"));

/** Serves the package and the digest function as modules. */
const MODULE = { "content-type": "text/javascript", "access-control-allow-origin": "*" };
/** @type {Record<string, Answer>} */
const instead = { "/bits.js": { headers: MODULE, body: await readFile(new URL("support/bits.js", tests)) } };
const npm = new URL("../target/npm/", tests);
for (const name of await readdir(npm)) {
  if (/^(index|shared-.*)\.js$/.test(name)) instead[`/${name}`] = { headers: MODULE, body: await readFile(new URL(name, npm)) };
}

visit("every bit of every estimate", { instead }, async ({ page, site, host }) => {
  await host(hostPage("<p>A page that uses the core by itself.</p>"));
  const found = await page.evaluate(async (site) => {
    const [{ load }, { digestOf }] = await Promise.all([import(`${site}/index.js`), import(`${site}/bits.js`)]);
    return digestOf(await load());
  }, site);
  assert.equal(found, digest);
});
