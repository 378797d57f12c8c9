/** When the core cannot run: the host's own content stays, one sentence is added, and the site's owner is told why. */

const ADVICE = {
  "not-found": "The server has no such file. Put it beside the script.",
  "not-wasm": "The server sent something else there, perhaps a page. Serve the file itself, with the type application/wasm.",
  "not-figures": "The server sent something else there, perhaps a page. Serve the file itself.",
  "other-version": "Put the figures.json beside the script that came with it.",
  blocked: "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  "not-ours": "The file there is not the one this script was built with. Put all files of one version side by side.",
  unreachable: "It could not be fetched. Check connect-src in the Content-Security-Policy, and CORS if it is on another origin.",
  file: "This page was opened as a file. Serve it over http, for example with: npx serve",
  old: "This browser has no WebAssembly.",
  other: "Please report this with the error below.",
};

/** Causes already told: many elements on a page fail for one reason. @type {Set<string>} */
const told = new Set();

/** @param {unknown} error */
export function explain(error) {
  tell(error, "could not start", console.error);
}

/** The estimate stands without what is below it. @param {unknown} error */
export function explainMore(error) {
  tell(error, "shows no reasons and no sources: they could not be loaded", console.warn);
}

/** The form still works without what reads a pasted text. @param {unknown} error */
export function explainReader(error) {
  tell(error, "reads no pasted texts: what reads them could not be loaded", console.warn);
}

/** English stands in. @param {unknown} error @param {string} language */
export function explainSentences(error, language) {
  tell(error, `is in English, as its sentences in "${language}" could not be loaded`, console.warn);
}

/** @param {unknown} error @param {string} what @param {(...data: unknown[]) => void} log */
function tell(error, what, log) {
  const { code, address } = /** @type {{ code?: string, address?: string }} */ (error ?? {});
  const cause =
    typeof WebAssembly === "undefined" ? "old" : location.protocol === "file:" ? "file" : code && Object.hasOwn(ADVICE, code) ? code : "other";
  if (told.has(what + cause)) return;
  told.add(what + cause);
  log(`<cotton-origin> ${what}${address ? ` from ${address}` : ""}. ${ADVICE[/** @type {keyof typeof ADVICE} */ (cause)]}`, error);
}
