/** A page in any of the engines: what a visitor does, and what a test asks. */
import { PATIENCE, describePage } from "../../support/seen.js";

/** @import { Driver } from "./engines.js" */

/** @param {Driver} driver */
export function createPage(driver) {
  /**
   * Calls a function in the page. Arguments and result are plain data.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} work
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async function evaluate(work, ...args) {
    // Await only real promises: on a page with scripts turned off, Firefox never settles one.
    const source = `((text) => {
      ${findControl};
      const told = (value) => JSON.stringify(value) ?? "null";
      const value = (${work})(...JSON.parse(text));
      return value instanceof Promise ? value.then(told) : told(value);
    })(${JSON.stringify(JSON.stringify(args))})`;
    return JSON.parse(String(await driver.evaluate(source)));
  }

  /**
   * Calls a function in the page until its result is truthy and it does not throw.
   * @template {unknown[]} A
   * @template R
   * @param {string} what is waited for
   * @param {(...args: A) => R} work
   * @param {A} args
   */
  async function until(what, work, ...args) {
    const end = Date.now() + PATIENCE;
    /** @type {unknown} */
    let last;
    while (Date.now() < end) {
      try {
        const answer = await evaluate(work, ...args);
        if (answer) return answer;
        last = JSON.stringify(answer);
      } catch (error) {
        if (driver.gone()) throw error;
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`in vain waited for ${what}; the last answer was ${last}`);
  }

  /** @param {string} name @param {number} [at] which element of the page */
  async function click(name, at = 0) {
    const place = await until(`a control named “${name}” that can be pressed`, showControl, name, at);
    const { x, y } = /** @type {{ x: number, y: number }} */ (place);
    await driver.click(x, y);
    const met = await until(`a click on “${name}”`, clicked);
    if (met !== true) throw new Error(`the click on “${name}” met ${met}`);
  }

  return {
    /** @param {string} address */
    open: (address) => driver.go(address),
    /** Goes back to the page before. @param {string} address of that page */
    async back(address) {
      await driver.back();
      await until("the page from before", (address) => location.href === address && document.readyState === "complete", address);
    },
    evaluate,
    until,
    /** Its address, its state and its visible text, for error messages. */
    describe: () => evaluate(describePage),
    /** Waits until an element is complete and has dispatched that it is ready. @param {number} [at] */
    complete: (at = 0) => until(`all of element ${at}`, isComplete, at),
    click,
    /** Clicks a field and types over its content. @param {string} name @param {string} text @param {number} [at] */
    async type(name, text, at = 0) {
      await click(name, at);
      await evaluate(selectFocused);
      await driver.type(text);
    },
    /** Chooses an option of a select. Its menu belongs to the browser, and drivers differ in how they reach it, so this sets the value. @param {string} name @param {string} value @param {number} [at] */
    async choose(name, value, at = 0) {
      await until(`“${name}” to offer ${value}`, chooseValue, name, at, value);
    },
    /** The text of a part of an element. @param {string} selector inside the element @param {number} [at] */
    text: (selector, at = 0) => evaluate(readText, selector, at),
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */

// The functions below run in the page; `findControl` is sent along with every call.

/** @param {string} name @param {number} at @returns {HTMLElement | undefined} */
function findControl(name, at) {
  const root = document.querySelectorAll("cotton-origin")[at]?.shadowRoot;
  const named = (/** @type {any} */ control) =>
    [control.getAttribute("aria-label"), ...[control, ...(control.labels ?? [])].map((label) => label.textContent)].some(
      (text) => text?.trim().replace(/\s+/g, " ") === name,
    );
  return [.../** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll("input, select, textarea, button, summary, a"))].find(named);
}

/**
 * Where to click a control. Browsers scroll a focused field back into view a little later, and an opening section moves what is below it, so
 * a position counts only once it was the same for three frames and the control is on top there. What the next click hits is recorded.
 * @param {string} name @param {number} at
 */
async function showControl(name, at) {
  const control = findControl(name, at);
  if (!control) return false;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  control.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y } = control.getBoundingClientRect();
  for (let same = 0; same < 3; same += 1) {
    await frame();
    const now = control.getBoundingClientRect();
    if (now.x !== x || now.y !== y || now.width === 0) return false;
  }
  const { width, height } = control.getBoundingClientRect();
  const place = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const root = /** @type {ShadowRoot} */ (control.getRootNode());
  if (!control.contains(root.elementFromPoint(place.x, place.y))) return false;
  const page = /** @type {{ met?: unknown }} */ (globalThis);
  page.met = null;
  const note = (/** @type {Event} */ { target }) => (page.met = control.contains(/** @type {Node} */ (target)) || /** @type {Element} */ (target).outerHTML);
  root.addEventListener("click", note, { once: true, capture: true });
  return place;
}

/** Whether the press met the control; else what it met, once it met anything. */
const clicked = () => /** @type {{ met?: true | string | null }} */ (globalThis).met;

function selectFocused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  /** @type {HTMLInputElement} */ (at).select();
}

/** @param {string} name @param {number} at @param {string} value */
function chooseValue(name, at, value) {
  const select = /** @type {HTMLSelectElement | undefined} */ (findControl(name, at));
  // A person points at it first: then its list is full.
  select?.dispatchEvent(new PointerEvent("pointerdown"));
  if (!select || ![...select.options].some((option) => option.value === value)) return false;
  select.value = value;
  select.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/**
 * As long as nobody enters anything: the lists are full, what is below the answer is drawn, and being ready is told in the same turn.
 * @param {number} at
 */
function isComplete(at) {
  const root = document.querySelectorAll("cotton-origin")[at]?.shadowRoot;
  return Boolean(root?.querySelector(".more-page:not([aria-busy]) .why details.sources"));
}

/** @param {string} selector @param {number} at */
function readText(selector, at) {
  const root = document.querySelectorAll("cotton-origin")[at]?.shadowRoot;
  return /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector))?.innerText.trim() ?? null;
}
