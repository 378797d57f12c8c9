/** Two complete versions of the script on one page, each with its own digests, in each engine: the first one wins, the second logs that and does no harm. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { hostPage } from "../browser/support/host.js";
import { visit } from "./support/visit.js";

/** @import { Answer } from "../support/server.js" */
/** @import { Visit } from "./support/visit.js" */

const SITE = new URL("../../target/www/", import.meta.url);
const HEADERS = { "access-control-allow-origin": "*" };
const JS = { ...HEADERS, "content-type": "text/javascript" };

/** @param {string | Buffer} content */
const digest = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** The title of the form tells which version is running. */
const TITLE = "What the label says";
const NEWER = "What the label says (newer)";

/** @param {string} text @param {string} from @param {string} to */
function changed(text, from, to) {
  assert.equal(text.split(from).length, 2, `${from} is there once`);
  return text.replace(from, to);
}

/** A newer version of the site, in its own folder: another module for the sections below the answer, and another script with that module's digest. */
async function newer() {
  /** @type {Record<string, Answer>} */
  const files = {};
  for (const name of await readdir(SITE, { recursive: true })) {
    if (/\.(wasm|json)$/.test(name)) files[`/newer/${name}`] = { headers: HEADERS, body: await readFile(new URL(name, SITE)) };
  }
  const [more, script] = await Promise.all(["cotton-origin-more.js", "cotton-origin.js"].map((name) => readFile(new URL(name, SITE), "utf8")));
  const newerMore = `${more}\n/* newer */\n`;
  const newerScript = changed(changed(script ?? "", digest(more ?? ""), digest(newerMore)), `"${TITLE}"`, `"${NEWER}"`);
  files["/newer/cotton-origin-more.js"] = { headers: JS, body: newerMore };
  files["/newer/cotton-origin.js"] = { headers: JS, body: newerScript };
  // Console messages that are neither errors nor warnings.
  files["/listener.js"] = { headers: JS, body: "globalThis.infos = []; { const { info } = console; console.info = (...data) => { infos.push(data.join(' ')); info(...data); }; }" };
  return { files, digests: { "": digest(script ?? ""), "/newer": digest(newerScript) } };
}

const { files, digests } = await newer();

/** @param {string} site @param {keyof typeof digests} folder */
const script = (site, folder) => `<script type="module" src="${site}${folder}/cotton-origin.js" integrity="${digests[folder]}" crossorigin></script>`;

/** @param {Visit} visit @param {(keyof typeof digests)[]} order of the scripts, with an element before, between and after them */
async function assertFirstCounts({ page, site, recorder, host, complaints }, order) {
  const element = "<cotton-origin></cotton-origin>";
  await host(hostPage([element, ...order.flatMap((folder) => [script(site, folder), element])].join("\n"), { head: `${recorder}<script src="${site}/listener.js"></script>` }));
  await page.evaluate(() => void document.body.append(document.createElement("cotton-origin")));
  for (let at = 0; at < order.length + 2; at += 1) {
    await page.complete(at);
    await page.choose("Made in", "CN", at);
    assert.match((await page.text(".headline", at)) ?? "", /^About 58 in 100/, `element ${at}`);
    assert.equal(await page.text(".label-title", at), order[0] === "" ? TITLE : NEWER, `element ${at} is of the first`);
  }
  const told = await page.evaluate(() => /** @type {any} */ (globalThis).infos);
  const others = order.slice(1).map((folder) => `<cotton-origin> was defined before ${site}${folder}/cotton-origin.js ran. The first script on a page is used, and this one is not.`);
  assert.deepEqual(told, others, "the site's owner is told by the one that is not used");
  assert.deepEqual(await complaints(), [], "and nothing is thrown");
}

visit("the older script first, then the newer", { instead: files }, (visit) => assertFirstCounts(visit, ["", "/newer"]));
visit("the newer script first, then the older", { instead: files }, (visit) => assertFirstCounts(visit, ["/newer", ""]));
visit("the newer script alone: it is whole by itself", { instead: files }, (visit) => assertFirstCounts(visit, ["/newer"]));
