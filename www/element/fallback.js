/** When the core cannot run: the host's own content stays, one sentence is added, and the site's owner is told why. */

const ADVICE = {
  "not-found": "The server has no such file. Put cotton_origin.wasm beside the script.",
  "not-wasm": "The server sent something else there, perhaps a page. Serve the file itself, with the type application/wasm.",
  blocked: "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  "not-ours": "The file there is not the one this script was built with. Put the script and cotton_origin.wasm of the same version side by side.",
  unreachable: "It could not be fetched. Check connect-src in the Content-Security-Policy, and CORS if it is on another origin.",
  file: "This page was opened as a file. Serve it over http, for example with: npx serve",
  old: "This browser has no WebAssembly.",
  other: "Please report this with the error below.",
};

/** Causes already told: many elements on a page fail for one reason. @type {Set<string>} */
const told = new Set();

/** @param {unknown} error */
export function explain(error) {
  const { code, address } = /** @type {{ code?: string, address?: string }} */ (error ?? {});
  const cause =
    typeof WebAssembly === "undefined" ? "old" : location.protocol === "file:" ? "file" : code && Object.hasOwn(ADVICE, code) ? code : "other";
  if (told.has(cause)) return;
  told.add(cause);
  console.error(`<cotton-origin> could not start${address ? ` from ${address}` : ""}. ${ADVICE[/** @type {keyof typeof ADVICE} */ (cause)]}`, error);
}
