/** When the core cannot run: the host's own content stays, one sentence and a link are added, and the console tells the site's owner why. */
import { own } from "../own.js";
import { placed } from "../place.js";
import { h } from "./dom.js";

/** @import { Words } from "./words.js" */

/** @type {Record<string, (origin: string) => string>} */
const ADVICE = {
  "not-found": () => "The server has no such file. Put it beside the script.",
  "not-wasm": () => "The server sent something else there, perhaps a page. Serve the file itself, with the type application/wasm.",
  "not-figures": () => "The server sent something else there, perhaps a page. Serve the file itself.",
  "other-version": () => "Put the figures.json beside the script that came with it.",
  blocked: () => "The page's Content-Security-Policy blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  refused: (origin) => `The page's Content-Security-Policy does not let it be fetched. Add ${origin} to connect-src.`,
  untrusted: () => "The page's Content-Security-Policy names its Trusted Types. Add cotton-origin to trusted-types.",
  "not-ours": () => "The file there is not the one this script was built with. Put all files of one version side by side.",
  unreachable: () => "It could not be fetched. If it is on another origin, its server must send Access-Control-Allow-Origin: *",
  file: () => "This page was opened as a file. Serve it over http, for example with: npx serve",
  old: () => "This browser is older than Chrome 98, Firefox 101 or Safari 16.4.",
  other: () => "Please report this with the error below.",
};

/** The reasons that visitors are given. Causes that are not listed are shown as a file that did not arrive. @type {Record<string, string>} */
const FOR_VISITORS = { blocked: "policy", refused: "policy", untrusted: "policy", old: "browser", other: "other" };

/** Causes already logged: many elements on a page fail for the same reason. @type {Set<string>} */
const told = new Set();

/**
 * Shown beside the host's content: one sentence, and a link to a page where the estimate does run.
 * @param {unknown} error
 * @param {Words} words
 * @param {Element} element
 * @returns {Node[]}
 */
export function explain(error, words, element) {
  const cause = tell(error, "could not start", console.error);
  return besideContent(`failedBecause.${FOR_VISITORS[cause] ?? "files"}`, words, element, cause !== "refused" && cause !== "file");
}

/** The same while a file has not come for a while; it may still come. @param {Words} words @param {Element} element */
export const explainLate = (words, element) => besideContent("failedBecause.late", words, element, true);

/**
 * The page is asked for before it is linked to: where the script lies without its files, its page is missing, too. This is the one request after
 * a failed load. If nobody answers, the link is given.
 * @param {string} sentence
 * @param {Words} words
 * @param {Element} element
 * @param {boolean} ask whether the page's policy lets it be asked for
 * @returns {Node[]}
 */
function besideContent(sentence, words, element, ask) {
  const said = h("p", { class: "failed", lang: words.language, dir: words.direction }, words.say(words.has(sentence) ? sentence : "failed"));
  const page = pageOf(element);
  const link = () => said.append(" ", h("a", { href: page, target: "_top" }, words.say("elsewhere")));
  if (page && ask) fetch(page, own({ method: "HEAD" })).then(({ ok }) => ok && link(), link);
  else if (page) link();
  return [h("slot"), said];
}

/** Logs that the sections below the answer did not load. The answer stays. @param {unknown} error */
export function explainMore(error) {
  tell(error, "shows no reasons and no sources: they could not be loaded", console.warn);
}

/** Logs that the label reader did not load. The form still works. @param {unknown} error */
export function explainReader(error) {
  tell(error, "reads no pasted texts: what reads them could not be loaded", console.warn);
}

/** Logs that a language did not load. English is used instead. @param {unknown} error @param {string} language */
export function explainSentences(error, language) {
  tell(error, `is in English, as its sentences in "${language}" could not be loaded`, console.warn);
}

/** Logs that the core panicked. A fresh one handles the next answer. @param {unknown} error */
export function explainBroken(error) {
  console.error("<cotton-origin> stumbled over what was entered, and goes on. Please report this with the error below.", error);
}

/** @param {unknown} error @param {string} what @param {(...data: unknown[]) => void} log @returns {string} the cause */
function tell(error, what, log) {
  const { code = "", address } = /** @type {{ code?: string, address?: string }} */ (own(Object(error)));
  const cause = isOld() ? "old" : location.protocol === "file:" ? "file" : Object.hasOwn(ADVICE, code) ? code : "other";
  if (told.has(what + cause)) return cause;
  told.add(what + cause);
  const advice = ADVICE[cause]?.(/^https?:\/\/[^/]+/.exec(address ?? "")?.[0] ?? "its origin");
  log(`<cotton-origin> ${what}${address ? ` from ${address}` : ""}. ${advice}`, error);
  return cause;
}

/** A module with a function that takes a reference: the wasm needs those, and of its features they came last. */
const REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

/** Whether the browser lacks a required feature. */
function isOld() {
  return typeof structuredClone === "undefined" || typeof WebAssembly === "undefined" || !WebAssembly.validate(REFERENCES) || !("replaceSync" in CSSStyleSheet.prototype);
}

/** The estimate's own page: the one that the host names, else the one beside the script. @param {Element} element */
function pageOf(element) {
  const named = element.getAttribute("page");
  if (named === null) return COTTON_ORIGIN_PAGE && placed(COTTON_ORIGIN_PAGE, new URL(COTTON_ORIGIN_PAGE, import.meta.url)).href;
  try {
    const { protocol, href } = new URL(named, element.baseURI);
    return /^https?:$/.test(protocol) ? href : "";
  } catch {
    return "";
  }
}
