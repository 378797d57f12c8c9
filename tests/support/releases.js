/** A release as it lies on a server, and a newer one beside it: a copy under another version, with scripts and digests of its own. */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { lookup } from "mrmime";

/** @import { Answer } from "./server.js" */

const WWW = new URL("../../target/www/", import.meta.url);

/** @type {{ version: string, files: Record<string, { sha384: string }> }} */
const manifest = JSON.parse(await readFile(new URL("manifest.json", WWW), "utf8"));
export const { version } = manifest;

/** What is in the release's zip, not zipped. */
export const CONTENT = new URL(`../../target/release-content/cotton-origin-${version}/`, import.meta.url);

/** Newer by number, older by letter. */
export const NEWER = version.replace(/^\d+/, (first) => String(Number(first) + 10));

/** The digest of the script that the older release's snippet names. */
export const digest = manifest.files["cotton-origin.js"]?.sha384 ?? "";

const digestOf = (/** @type {string | Buffer} */ content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** @param {string} text @param {string} from @param {string} to */
function changed(text, from, to) {
  if (!text.includes(from)) throw new Error(`${from} is not in it`);
  return text.replaceAll(from, to);
}

const answer = (/** @type {string} */ name, /** @type {string | Buffer} */ body) => ({ headers: { "access-control-allow-origin": "*", "content-type": lookup(name) ?? "" }, body });

/** The server's files, by path: as the release has them; with `both`, as after the newer one was uploaded, which replaces what lies beside the folders. @param {boolean} both */
export async function onServer(both) {
  /** @type {Record<string, Answer>} */
  const files = {};
  const site = new URL("site/", CONTENT);
  // A folder's name may end in a number, a file's does not.
  for (const name of (await readdir(site, { recursive: true })).filter((name) => /\.[a-z]\w*$/.test(name))) {
    const body = await readFile(new URL(name, site));
    files[`/${name}`] = answer(name, body);
    if (both && name.startsWith(`${version}/`)) files[`/${NEWER}/${name.slice(version.length + 1)}`] = answer(name, body);
  }
  for (const folder of both ? [version, NEWER] : [version]) files[`/${folder}/`] = answer("index.html", files[`/${folder}/index.html`]?.body ?? "");
  if (!both) return files;
  const [more, script] = await Promise.all(["cotton-origin-more.js", "cotton-origin.js"].map((name) => readFile(new URL(name, WWW), "utf8")));
  const newerMore = changed(more ?? "", `"${version}"`, `"${NEWER}"`);
  files[`/${NEWER}/cotton-origin-more.js`] = answer("a.js", newerMore);
  files[`/${NEWER}/cotton-origin.js`] = answer("a.js", changed(script ?? "", digestOf(more ?? ""), digestOf(newerMore)));
  for (const beside of ["/index.html", "/latest.json"]) {
    // A browser is not asked to believe the digest of the older page's script.
    const text = changed(String(files[beside]?.body), version, NEWER).replace(/'sha256-[^']*'/, () => `'sha256-${createHash("sha256").update(`location.replace("${NEWER}/" + location.search + location.hash)`).digest("base64")}'`);
    files[beside] = answer(beside, text);
  }
  return files;
}
