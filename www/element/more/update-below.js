/** Brings what is below the answer up to date with it: after the answer is painted, a part at a time, so that no key waits for it. */
import { afterPaint, nextTask } from "../scheduling.js";

/** @import { Assessment, Garment } from "../../types.d.ts" */
/** @import { Part } from "./more.js" */

/**
 * @param {HTMLElement} page
 * @param {Element[]} blocks what is put onto the page once it is drawn, from the top down: nothing moves what is being read
 * @param {Part[]} parts
 * @param {(error: unknown) => void} stumble
 */
export function createSettling(page, blocks, parts, stumble) {
  /** What the parts drawn so far rest on. @type {Map<Part, unknown>} */
  const drawn = new Map();
  /** The newest answer: what is not yet begun of an older one is left. @type {[Assessment, Garment] | null} */
  let newest = null;
  /** @type {Promise<void> | null} */
  let running = null;
  // Not only while something is drawn: before the first answer nothing of it is there.
  page.setAttribute("aria-busy", "true");

  /** @param {Part} part @param {[Assessment, Garment]} answer @returns {boolean} whether there was something to do */
  function update(part, answer) {
    const of = part.of(...answer);
    if (drawn.has(part) && same(drawn.get(part), of)) return false;
    // Half drawn, it is not what it was.
    drawn.delete(part);
    part.draw(...answer);
    drawn.set(part, of);
    return true;
  }

  /** Without any answer, as with a problem from the start, what needs none is shown. @param {[Assessment, Garment] | null} answer */
  async function settle(answer) {
    await afterPaint();
    for (const part of parts) {
      if (answer !== newest) return;
      if (answer && update(part, answer)) await nextTask();
    }
    for (const block of blocks.splice(0)) {
      page.append(block);
      await nextTask();
    }
  }

  async function run() {
    page.setAttribute("aria-busy", "true");
    let answer;
    do {
      answer = newest;
      await settle(answer).catch(stumble);
    } while (answer !== newest);
    page.removeAttribute("aria-busy");
    running = null;
  }

  return {
    /** @param {Assessment} assessment @param {Garment} garment */
    begin(assessment, garment) {
      newest = [assessment, garment];
      running ??= run();
    },
    /** Once the newest answer is shown throughout. */
    settled: () => (running ??= run()),
  };
}

/**
 * Whether two answers say the same. Not by their JSON: there are libraries that change it for every list of a page.
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
}
