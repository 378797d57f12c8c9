/** The ground: by default the host's own, with the colours that can be read on it. Where none can, or it is a picture, the element keeps its own. */
import { luminanceOf } from "../colour.js";
import { ofDocument } from "./dom.js";
import { own } from "../own.js";

/** The luminance from which our dark text and lines have enough contrast (4.5 and 3 to 1), and to which our light ones have. */
const LIGHT = 0.78;
const DARK = 0.026;

/** What a page without a colour of its own is painted with: the browsers' white, and Chromium's dark. */
const CANVAS = own({ light: "rgb(255, 255, 255)", dark: "rgb(18, 18, 18)" });

const DEVICE = "(prefers-color-scheme: dark)";

/**
 * Shows what `node()` is on the host's ground, now and whenever that changes.
 * @param {HTMLElement} host
 * @param {() => HTMLElement | undefined} node the root of what is shown, once it is there
 * @param {AbortSignal} signal
 * @returns {() => void} shows it again, for a new node
 */
export function followGround(host, node, signal) {
  const show = () => adopt(node(), host);
  const watching = own({ signal });
  const observer = new MutationObserver(show);
  for (const each of around(host)) observer.observe(each, own({ attributes: true }));
  // Not with the signal itself, which takes such a listener away before it calls it.
  signal.addEventListener("abort", () => observer.disconnect(), own({ once: true }));
  matchMedia(DEVICE).addEventListener("change", show, watching);
  addEventListener("transitionend", ({ propertyName }) => propertyName === "background-color" && show(), watching);
  return show;
}

/** @param {HTMLElement | undefined} node @param {HTMLElement} host */
function adopt(node, host) {
  const ground = groundOf(host);
  const scheme = ground && schemeOn(ground, host);
  for (const each of ["light", "dark"]) node?.classList.toggle(`on-${each}`, each === scheme);
  node?.style.setProperty("--paper", scheme ? ground : null);
}

/** The element and all around it, out of shadow trees too, from the inside. @param {Element} host */
function* around(host) {
  /** @type {Element | undefined | null} */
  let each = host;
  while (each) {
    yield each;
    const root = each.getRootNode();
    each = each.assignedSlot ?? each.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
}

/** The colour behind the element; null where it cannot be known, or the host has set ours. @param {HTMLElement} host */
function groundOf(host) {
  if (styleOf(host, "--cotton-paper")) return null;
  for (const each of around(host)) {
    if (styleOf(each, "background-image") !== "none") return null;
    const colour = styleOf(each, "background-color");
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
  return CANVAS[schemeIn(ofDocument("documentElement"))];
}

/** Not read as a property: there Chromium prefers what a page has added to `Object.prototype`. @param {Element} element @param {string} property */
const styleOf = (element, property) => getComputedStyle(element).getPropertyValue(property);

/** The scheme in which an element is shown. @param {Element} element */
function schemeIn(element) {
  const colorScheme = styleOf(element, "color-scheme");
  return colorScheme.includes("dark") && (matchMedia(DEVICE).matches || !colorScheme.includes("light")) ? "dark" : "light";
}

/** The scheme to show on a ground: what the host set, else what can be read; null if that cannot. @param {string} ground @param {Element} host */
function schemeOn(ground, host) {
  const light = luminance(ground);
  // Older engines have the light colours alone.
  const readable = light >= LIGHT ? "light" : light <= DARK && CSS.supports("color", "light-dark(red, blue)") ? "dark" : null;
  return !host.hasAttribute("theme") || schemeIn(host) === readable ? readable : null;
}

/** Not a number for what is translucent, or no colour of sRGB. @param {string} colour as a browser computes it */
const luminance = (colour) => luminanceOf(/^rgb\((.*)\)$/.exec(colour)?.[1]?.split(",").map(Number) ?? []);
