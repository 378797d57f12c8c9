/**
 * Measures in Chromium the parts that `cargo xtask bench` names, and writes `target/bench.json`: all measurements, and the rows of the table.
 * Measurements without a browser were made before, and are in `target/bench`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { measureCalls, measureCatalogue, measureStarts } from "./parts/pages.js";
import { measureLighthouse } from "./parts/lighthouse.js";
import { measureLoading } from "./parts/loading.js";
import { measureTyping } from "./parts/typing.js";
import { rowsOf } from "./rows.js";
import { serve } from "../tests/support/server.js";
import { launch } from "./support/browser.js";
import { SERVED, compress } from "./support/compressed.js";
import { PAGES } from "./support/pages.js";

const TARGET = new URL("../target/", import.meta.url);

/** @param {string} name */
const made = async (name) => JSON.parse(await readFile(new URL(`bench/${name}.json`, TARGET), "utf8"));

/** Browsers cache what they loaded, and have a clock of 5 microseconds only on pages that are cross-origin isolated. */
const HEADERS = { "cache-control": "public, max-age=3600", "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

await compress(PAGES);
const server = await serve({ folder: SERVED, headers: HEADERS, answer: (path) => (path === "/favicon.ico" ? { status: 204 } : undefined) });
const browser = await launch();
const site = `${server.origin}/`;
const host = `${server.origin}/shop.html`;

const PARTS = {
  sizes: () => made("sizes"),
  start: () => measureStarts(browser, server.origin),
  calls: async () => ({ ...(await measureCalls(browser, server.origin)), native: await made("native") }),
  catalogue: async () => ({ browser: await measureCatalogue(browser, server.origin), native: (await made("native")).catalogue }),
  loading: async () => ({ site: await measureLoading(browser, site), host: await measureLoading(browser, host) }),
  typing: () => measureTyping(browser, site),
  lighthouse: async () => ({ site: await measureLighthouse(site), host: await measureLighthouse(host) }),
};

/** @type {Record<string, any>} */
const measured = {};
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (process.argv.length > 2 && !process.argv.includes(name)) continue;
    console.log(`  ${name}`);
    measured[name] = await measure();
  }
} finally {
  await browser.close();
  server.close();
}
await writeFile(new URL("bench.json", TARGET), `${JSON.stringify({ rows: rowsOf(measured), measured }, null, 2)}\n`);
