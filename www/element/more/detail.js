/** The distribution as a quantile dot plot: twenty equally likely dots above the ruler. */
import { h, refill, svg } from "../dom.js";
import { in100, short } from "../amount.js";

/** @import { Garment } from "../../types.d.ts" */
/** @import { Context, Section } from "./more.js" */
/** @import { Words } from "../words.js" */

/** The number of columns of dots. On the narrowest page a dot is as wide as a column. */
const COLUMNS = 25;

/** A dot's radius and the space that it takes. */
const RADIUS = 4.5;
const PITCH = 10;

/** The width of a row of the table, as a share. */
const BIN = 0.1;

/** @param {Context} context @returns {Section} */
export function createDetail({ words, core, host, mirrored, answer }) {
  const content = h("div", { class: "detail-content" });
  const node = h("details", { class: "fold detail" }, h("summary", {}, words.say("detail.title")), content);
  /** @type {Garment} */
  let garment = {};
  const draw = () => {
    const dots = node.open ? core.quantiles(garment) : null;
    if (dots) refill(content, ...plot(words, dots, mirrored));
  };
  node.addEventListener("toggle", draw);
  if (host.shows("detail")) answer.detail.append(node);
  return {
    node,
    parts: [
      {
        of: ({ cottonShare }, said) => [cottonShare, said],
        draw({ cottonShare }, said) {
          node.hidden = cottonShare === null;
          garment = said;
          draw();
        },
      },
    ],
  };
}

/** @param {Words} words @param {number[]} dots @param {boolean} mirrored */
function plot(words, dots, mirrored) {
  const at = (/** @type {number} */ quarter) => short(words, ((dots[quarter * 5 - 1] ?? 0) + (dots[quarter * 5] ?? 0)) / 2);
  const [from, to] = [at(1), at(3)];
  const label = words.say("detail.picture", { low: short(words, dots[0] ?? 0), high: short(words, dots.at(-1) ?? 0), from, to });
  return [
    h("p", { class: "quiet-text" }, words.say("detail.lead")),
    h("div", { class: "rule" }, drawDots(words, dots, label, mirrored)),
    h("p", {}, words.say("detail.half", { low: from, high: to })),
    tableOf(words, dots),
  ];
}

/** @param {Words} words @param {number[]} dots @param {string} label @param {boolean} mirrored */
function drawDots(words, dots, label, mirrored) {
  const columns = Array.from({ length: COLUMNS }, () => 0);
  const placed = dots.map((share) => {
    const column = Math.min(Math.floor(share * COLUMNS), COLUMNS - 1);
    const height = columns[column] ?? 0;
    columns[column] = height + 1;
    return { share: (column + 0.5) / COLUMNS, height };
  });
  const base = Math.max(...columns) * PITCH + 2;
  const x = (/** @type {number} */ share) => `${(mirrored ? 1 - share : share) * 100}%`;
  return svg(
    "svg",
    { role: "img", "aria-label": label, width: "100%", height: base + 32, direction: "ltr" },
    svg("line", { x1: "0%", x2: "100%", y1: base + 2, y2: base + 2, class: "bare" }),
    ...[0, 0.25, 0.5, 0.75, 1].map((tick) =>
      svg("g", { class: "tick" }, svg("line", { x1: x(tick), x2: x(tick), y1: base + 2, y2: base + 9 }), svg("text", { x: x(tick), y: base + 26, "text-anchor": "middle" }, words.number(in100(tick)))),
    ),
    ...placed.map(({ share, height }) => svg("circle", { class: "dot", cx: x(share), cy: base - PITCH / 2 - height * PITCH, r: RADIUS })),
  );
}

/** The same as a table, for visitors who cannot see the dots. @param {Words} words @param {number[]} dots */
function tableOf(words, dots) {
  const rows = Array.from({ length: 1 / BIN }, (_, bin) => {
    const count = dots.filter((share) => Math.min(Math.floor(share / BIN), 1 / BIN - 1) === bin).length;
    return count > 0 && h("tr", {}, h("th", { scope: "row" }, words.say("range", { low: words.number(bin * 10), high: words.number(bin * 10 + 10) })), h("td", {}, words.number(count)));
  });
  const head = h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.say("detail.grams")), h("th", { scope: "col" }, words.say("detail.dots"))));
  const body = h("tbody");
  refill(body, ...rows);
  return h("div", { class: "unseen" }, h("table", {}, h("caption", {}, words.say("detail.caption")), head, body));
}
