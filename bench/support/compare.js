/** Times several ways to do the same thing. They take turns, so that other load on the machine affects all alike. */
import { median } from "./statistics.js";

/** The number of calls of one way before the next one's turn. */
const BLOCK = 250;

/**
 * The milliseconds of each call. The first round is not counted: it makes what is kept.
 * @template T
 * @param {T[]} list
 * @param {Record<string, (one: T) => unknown>} ways
 * @param {number} rounds over the whole list
 */
export function compare(list, ways, rounds) {
  for (const way of Object.values(ways)) list.forEach((one) => way(one));
  /** @type {Record<string, number[][]>} */
  const blocks = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < list.length; at += BLOCK) {
      const block = list.slice(at, at + BLOCK);
      for (const [name, way] of Object.entries(ways)) blocks[name].push(timed(block, way));
    }
  }
  return blocks;
}

/** How much longer one way takes than another: the median over the blocks. @param {number[][]} one @param {number[][]} other */
export const ratio = (one, other) => median(one.map((block, at) => median(block) / median(other[at])));

/** @template T @param {T[]} list @param {(one: T) => unknown} way */
function timed(list, way) {
  return list.map((one) => {
    const started = performance.now();
    way(one);
    return performance.now() - started;
  });
}

const CALLS = 3;

/** Milliseconds a row: the median of some calls. @param {number} count @param {() => void} call */
export function perRow(count, call) {
  const times = Array.from({ length: CALLS }, () => {
    const started = performance.now();
    call();
    return performance.now() - started;
  });
  return median(times) / count;
}
