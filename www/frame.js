/** The page inside a frame: it takes its settings from the address, and posts its height to the host that is named there. */
import "./cotton-origin.js";
import { chooseLanguage } from "./element/locale-choice.js";
import { OWN, say, warn } from "./say.js";

/** The attributes of the element that a host may set in the address. */
const SETTINGS = ["lang", "dir", "region", "market", "theme", "questions", "sections", "compact"];

const asked = new URL(location.href).searchParams;
const element = /** @type {HTMLElement} */ (document.querySelector("cotton-origin"));
for (const name of SETTINGS) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}
if (element.lang) {
  document.documentElement.lang = element.lang;
  // What stands there until the estimate is ready, and wherever it cannot run.
  const { id } = chooseLanguage([element.lang]);
  if (id !== OWN) say(id).catch((error) => warn(id, error));
}

const host = origin(asked.get("host"));
if (host && parent !== window) {
  tellHeight(host);
  warnOfOther(host);
}

/** A valid origin, or null. "*" is refused: it would post the height to any page. @param {string | null} named */
function origin(named) {
  try {
    const { origin } = new URL(named ?? "");
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

/** The height goes to the named page alone, so where another is around the frame, nothing follows it: its owner is told why. @param {string} host */
function warnOfOther(host) {
  // Firefox has no `ancestorOrigins`; a page that sends no referrer is not known there.
  const around = location.ancestorOrigins?.[0] ?? origin(document.referrer);
  if (around && around !== host) console.warn(`<cotton-origin> The frame's address names host=${host}, but the page around it is of ${around}: it is not told the height. Write host=${around}.`);
}

/**
 * The height of the content, not of the frame, so that a taller frame never leads to a request for a taller one.
 * @param {string} host
 */
function tellHeight(host) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "cotton-origin-height", height }, host);
  }).observe(document.body);
}
