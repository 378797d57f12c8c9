/** Tells a site's owner, in the console only, that a newer release lies beside the one that the page names. */
import { own } from "../../own.js";

/** What says which is the newest, in the folder around the releases: this and nothing else. */
const LATEST = /^\s*\{\s*"version"\s*:\s*"(\d{1,9}\.\d{1,9}\.\d{1,9})"\s*\}\s*$/;

/**
 * Asks once, while the page loads, and nothing waits for it. Only where a release lies in the folder of its version: there is nothing to ask in a package or
 * a plug-in. Whatever else comes back, or nothing, is silence.
 * @param {string} version of this release
 * @param {string} address of this module
 */
export async function tellNewer(version, address) {
  const [site, file] = address.split(`/${version}/cotton-origin-more.js`);
  if (file !== "") return;
  try {
    const latest = LATEST.exec(await (await fetch(`${site}/latest.json`, own({ credentials: "omit" }))).text())?.[1];
    // By number, not by letter: 0.10.0 is newer than 0.9.0.
    if (latest && latest.localeCompare(version, "en-u-kn") > 0) console.info(`<cotton-origin> ${latest} is out. This page has ${version}, which goes on working. New lines: ${site}/${latest}/host.html`);
  } catch {
    // No such file, no connection, refused by the page's policy: the visitor's page is none the worse.
  }
}
