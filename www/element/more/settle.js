/** Brings what is below the answer up to date with it: after the answer is painted, a part at a time, so that no key waits for it. */
import { moment, painted } from "../moment.js";

/** @import { Assessment, Garment } from "../../types.d.ts" */
/** @import { Part } from "./more.js" */

/**
 * @param {HTMLElement} page
 * @param {Element[]} blocks what is put onto the page once it is drawn, from the top down: nothing moves what is being read
 * @param {Part[]} parts
 * @param {(error: unknown) => void} stumble
 */
export function createSettling(page, blocks, parts, stumble) {
  /** What the parts drawn so far rest on. @type {Map<Part, string>} */
  const drawn = new Map();
  /** The newest answer: what is not yet begun of an older one is left. @type {[Assessment, Garment] | null} */
  let newest = null;
  /** @type {Promise<void> | null} */
  let running = null;

  /** @param {Part} part @param {[Assessment, Garment]} answer @returns {boolean} whether there was something to do */
  function update(part, answer) {
    const of = JSON.stringify([part.of(...answer)]);
    if (drawn.get(part) === of) return false;
    // Half drawn, it is not what it was.
    drawn.delete(part);
    part.draw(...answer);
    drawn.set(part, of);
    return true;
  }

  /** Without any answer, as with a problem from the start, what needs none is shown. @param {[Assessment, Garment] | null} answer */
  async function settle(answer) {
    await painted();
    for (const part of parts) {
      if (answer !== newest) return;
      if (answer && update(part, answer)) await moment();
    }
    for (const block of blocks.splice(0)) {
      page.append(block);
      await moment();
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
