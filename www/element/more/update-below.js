/** Updates the sections below the answer after the answer is painted, one piece at a time, so that typing is never blocked. */
import { afterPaint, nextTask } from "../scheduling.js";

/** @import { Assessment, Garment } from "../../types.d.ts" */
/** @import { Drawing } from "./more.js" */

/**
 * @param {HTMLElement} page
 * @param {Element[]} blocks the blocks, added to the page from the top down once they are drawn, so that no text moves while it is read
 * @param {Drawing[]} parts
 * @param {(error: unknown) => void} stumble
 */
export function createSettling(page, blocks, parts, stumble) {
  /** The inputs of the pieces drawn so far. @type {Map<Drawing, unknown>} */
  const drawn = new Map();
  /** The newest answer: pieces of an older one that were not begun are skipped. @type {[Assessment, Garment] | null} */
  let newest = null;
  /** @type {Promise<void> | null} */
  let running = null;
  // Marked as busy also before the first answer, when nothing is drawn yet.
  page.setAttribute("aria-busy", "true");

  /** @param {Drawing} part @param {[Assessment, Garment]} answer @returns {boolean} whether it was redrawn */
  function update(part, answer) {
    const of = part.of(...answer);
    if (drawn.has(part) && same(drawn.get(part), of)) return false;
    // If drawing throws, the piece must not count as up to date.
    drawn.delete(part);
    part.draw(...answer);
    drawn.set(part, of);
    return true;
  }

  /** Without an answer (a problem from the start) only pieces that need none are shown. @param {[Assessment, Garment] | null} answer */
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
    /** Resolves once every piece shows the newest answer. */
    settled: () => (running ??= run()),
  };
}

/**
 * Deep equality. Not by JSON: some libraries add `toJSON` to every array of a page.
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
}
