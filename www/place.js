/** Where the files are that the scripts fetch: beside the script, or where an element says. Their digests are the same. */

/** @type {URL | null} */
let folder = null;

/** The first element of a page that says so decides, as all share one core. @param {URL} url of a folder, or of a file in it */
export function lookIn(url) {
  folder ??= url;
}

/** @param {string} path of a file, as published @param {URL} beside its address beside the script, which bundlers may have rewritten */
export const placed = (path, beside) => (folder ? new URL(path, folder) : beside);
