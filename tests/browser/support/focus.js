/**
 * Where the keyboard focus is, and whether a person can see it.
 * @import { Page } from "playwright-core"
 */
import assert from "node:assert/strict";

/** More tab stops than any state of the page has, so that a keyboard trap ends the test. */
const MOST = 300;

/**
 * @typedef {object} Stop
 * @property {string} name its accessible name
 * @property {boolean} nowhere whether the focus is lost: on the body, on no control
 * @property {boolean} visible whether it has an outline that can be seen
 * @property {boolean} covered whether something lies over it
 */

/** @param {Page} page @returns {Promise<Stop>} */
export function focused(page) {
  return page.evaluate(async () => {
    // The page reacts to scrolling within two frames.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!(at instanceof HTMLElement)) return { name: "", nowhere: true, visible: false, covered: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const [label] = /** @type {HTMLInputElement} */ (at).labels ?? [];
    const name = at.getAttribute("aria-label") ?? (label ?? at.querySelector("legend, .more-title") ?? at).innerText;
    const { x, y, width, height } = at.getBoundingClientRect();
    const over = /** @type {ShadowRoot | Document} */ (at.getRootNode()).elementFromPoint(x + width / 2, y + height / 2);
    return {
      name: name.trim().replace(/\s+/g, " "),
      nowhere: at === document.body,
      // The browser's default ring has the style "auto", and is thicker than its computed width.
      visible: outlineStyle === "auto" || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2),
      covered: !over || !(at.contains(over) || over.contains(at)),
    };
  });
}

/** Presses a key and checks that the focus is somewhere, and visible. @param {Page} page @param {string} key */
export async function press(page, key) {
  await page.keyboard.press(key);
  const stop = await focused(page);
  assert.ok(!stop.nowhere, `after ${key} the focus is lost`);
  assert.ok(stop.visible, `the focus is seen on “${stop.name}”`);
  assert.ok(!stop.covered, `“${stop.name}” can be seen`);
  return stop.name;
}

/**
 * Presses the key until something of that name has the focus.
 * @param {Page} page
 * @param {string} name
 * @param {"Tab" | "Shift+Tab"} [key]
 * @returns {Promise<string[]>} every stop on the way
 */
export async function goTo(page, name, key = "Tab") {
  /** @type {string[]} */
  const stops = [];
  while (stops.at(-1) !== name) {
    assert.ok(stops.length < MOST, `“${name}” is never reached: ${stops.slice(-5).join(", ")}`);
    stops.push(await press(page, key));
  }
  return stops;
}
