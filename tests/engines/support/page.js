/** A page in any of the engines, as a person and a test see it. */
import { until } from "./program.js";

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
    // Awaited only where there is something to await: Firefox goes on with no promise on a page whose scripts are off.
    const source = `(text) => {
      ${findControl};
      const told = (value) => JSON.stringify(value) ?? "null";
      const value = (${work})(...JSON.parse(text));
      return value instanceof Promise ? value.then(told) : told(value);
    }`;
    return JSON.parse(await driver.call(source, JSON.stringify(args)));
  }

  /** Brings a control of an element into view, and tells where its middle is. @param {string} name @param {number} at which element of the page */
  const middle = async (name, at) => {
    const shown = await until(() => evaluate(showControl, name, at), `a control named “${name}”`);
    return /** @type {{ x: number, y: number }} */ (shown);
  };

  /** @param {string} name @param {number} [at] */
  async function click(name, at = 0) {
    await driver.perform(pointerClick(await middle(name, at)));
  }

  return {
    /** @param {string} address */
    open: (address) => driver.go(address),
    evaluate,
    /** @template {unknown[]} A @template R @param {string} what @param {(...args: A) => R} work @param {A} args */
    until: (what, work, ...args) => until(() => evaluate(work, ...args), what),
    /** Until all of an element is there, and it has told its page that it is ready. @param {number} [at] */
    complete: (at = 0) => until(() => evaluate(isComplete, at), `all of element ${at}`),
    click,
    /** Puts the keyboard into a field, as a person does, and types over what is there. @param {string} name @param {string} text @param {number} [at] */
    async type(name, text, at = 0) {
      await click(name, at);
      await evaluate(selectFocused);
      await driver.perform(keys(text));
    },
    /** Chooses in a list. Its menu is the browser's own: no driver reaches it alike in all. @param {string} name @param {string} value @param {number} [at] */
    async choose(name, value, at = 0) {
      await middle(name, at);
      await evaluate(chooseValue, name, at, value);
    },
    /** What a part of an element says. @param {string} selector inside the element @param {number} [at] */
    text: (selector, at = 0) => evaluate(readText, selector, at),
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */

/** @param {{ x: number, y: number }} at */
function pointerClick({ x, y }) {
  const actions = [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

/** @param {string} text */
function keys(text) {
  const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
  return [{ type: "key", id: "keyboard", actions }];
}

// What follows runs in the page, where `findControl` goes along with every call.

/** @param {string} name @param {number} at @returns {HTMLElement | undefined} */
function findControl(name, at) {
  const root = document.querySelectorAll("cotton-origin")[at]?.shadowRoot;
  const named = (/** @type {any} */ control) =>
    [control.getAttribute("aria-label"), ...[control, ...(control.labels ?? [])].map((label) => label.textContent)].some(
      (text) => text?.trim().replace(/\s+/g, " ") === name,
    );
  return [.../** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll("input, select, textarea, button, summary, a"))].find(named);
}

/** @param {string} name @param {number} at */
function showControl(name, at) {
  const control = findControl(name, at);
  control?.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
  return width > 0 && { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

function selectFocused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  /** @type {HTMLInputElement} */ (at).select();
}

/** @param {string} name @param {number} at @param {string} value */
function chooseValue(name, at, value) {
  const select = /** @type {HTMLSelectElement} */ (findControl(name, at));
  // A person points at it first: then its list is full.
  select.dispatchEvent(new PointerEvent("pointerdown"));
  select.value = value;
  if (select.value !== value) throw new Error(`“${name}” does not offer ${value}`);
  select.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
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
