/** What sites are made with, and the ways in that each has: the best one first. `host.html` has the three steps of each. */

/** @typedef {import("./snippet.js").Choices["way"]} Way */

/** @type {Record<string, [Way, ...Way[]]>} */
const WAYS = {
  html: ["element", "frame"],
  wordpress: ["plugin", "element", "frame"],
  squarespace: ["element", "frame", "link"],
  wix: ["frame", "link"],
  ghost: ["element", "frame"],
  mail: ["link"],
  drupal: ["element", "frame"],
  react: ["element"],
  other: ["element", "frame", "link"],
};

/** @param {string} system */
export const waysInto = (system) => WAYS[system] ?? /** @type {[Way, ...Way[]]} */ (["element", "frame", "link"]);
