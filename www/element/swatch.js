/** A piece of plain weave with a hundred crossings, one for each gram in 100: as many are dyed as the headline says. */
import { h, refill, svg } from "./dom.js";
import { afterPaint } from "./scheduling.js";

/** @import { Words } from "./words.js" */

const SIDE = 10;
const CELL = 20;

/** @param {Words} words */
export function createSwatch(words) {
  const picture = svg("svg", { class: "swatch", role: "img", viewBox: `0 0 ${SIDE * CELL} ${SIDE * CELL}` }, ...shadows());
  /** @type {SVGGElement[]} */
  let crossings = [];
  const table = h("table");
  let shown = 0;
  let frame = 0;

  /** Changes the colour of a few crossings at a time until the target is reached. @param {number} target */
  function step(target) {
    shown += Math.sign(target - shown) * Math.min(2, Math.abs(target - shown));
    paint();
    frame = shown === target ? 0 : requestAnimationFrame(() => step(target));
  }

  function paint() {
    crossings.forEach((node, at) => node.classList.toggle("dyed", at < shown));
  }

  // The two hundred shapes are added after the first frame: on a phone they are below the fold.
  void afterPaint().then(() => {
    crossings = Array.from({ length: SIDE * SIDE }, (_, at) => crossing(at % SIDE, Math.floor(at / SIDE)));
    picture.append(...crossings);
    paint();
  });

  return {
    picture,
    /** The same as a table, for screen readers. A table cannot shrink to nothing, so its box hides it. */
    words: h("div", { class: "unseen" }, table),
    /** @param {number} count of 100 @param {string} of the messages that say what it is a picture of */
    show(count, of) {
      picture.setAttribute("aria-label", words.say(`${of}.picture`, { n: count }));
      refill(table, ...rows(words, count, of));
      cancelAnimationFrame(frame);
      if (matchMedia("(prefers-reduced-motion: reduce)").matches || !picture.isConnected) {
        shown = count;
        paint();
      } else step(count);
    },
    /** Cancels pending work. */
    stop() {
      cancelAnimationFrame(frame);
    },
  };
}

/** The threads that pass under others. */
function shadows() {
  const all = SIDE * CELL;
  return Array.from({ length: SIDE }, (_, at) => [
    svg("rect", { class: "under", x: 0, y: at * CELL + 3, width: all, height: 14 }),
    svg("rect", { class: "under", x: at * CELL + 3, y: 0, width: 14, height: all }),
  ]).flat();
}

/** One crossing: the thread on top, and a stitch that marks it when it is dyed. @param {number} column @param {number} row */
function crossing(column, row) {
  const [x, y] = [column * CELL, row * CELL];
  const upright = (column + row) % 2 === 0;
  const [width, height] = upright ? [15, 20] : [20, 15];
  return svg(
    "g",
    {},
    svg("rect", { x: x + (CELL - width) / 2, y: y + (CELL - height) / 2, width, height, rx: 4 }),
    svg("path", { d: upright ? `M${x + 7} ${y + 13}l6-6` : `M${x + 7} ${y + 7}l6 6` }),
  );
}

/** @param {Words} words @param {number} count @param {string} of */
function rows(words, count, of) {
  const row = (/** @type {string} */ key, /** @type {number} */ n) => h("tr", {}, h("th", { scope: "row" }, words.say(key)), h("td", {}, words.number(n)));
  return [h("caption", {}, words.say(`${of}.of100`)), h("tbody", {}, row("inPart.with", count), row("inPart.without", 100 - count))];
}
