/** The page inside a frame: takes its settings from the address, and tells the host named there how tall it is. */
import "./cotton-origin.js";

/** What a host may set in the address: the element's own attributes. */
const SETTINGS = ["lang", "dir", "region", "market", "theme", "questions", "sections", "compact"];

const asked = new URL(location.href).searchParams;
const element = /** @type {HTMLElement} */ (document.querySelector("cotton-origin"));
for (const name of SETTINGS) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}
if (element.lang) document.documentElement.lang = element.lang;

const host = origin(asked.get("host"));
if (host && parent !== window) tellHeight(host);

/** An origin and nothing else: "*" is nobody's name. @param {string | null} named */
function origin(named) {
  try {
    const { origin } = new URL(named ?? "");
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

/**
 * The height of what is inside, never of the frame: so a taller frame is no reason to ask for a taller one.
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
