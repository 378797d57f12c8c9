/** Compares two kept garments: the fields that differ, and their answers. */
import { FIELDS } from "#vocabulary";
import { byCountry, grams, gramsRange, range, short } from "../../amount.js";
import { h, refill } from "../../dom.js";
import { brief, fieldName, fieldText } from "./describe.js";
import { about } from "./list.js";

/** @import { Assessment, Scheme } from "../../../types.d.ts" */
/** @import { Answers } from "./assess.js" */
/** @import { Kept } from "./file.js" */
/** @import { Words } from "../../words.js" */

/** @typedef {{ item: Kept, answer: Assessment }} Side */

/** @param {Words} words @param {Scheme[]} schemes */
export function createCompare(words, schemes) {
  const selects = ["first", "second"].map((which) => h("select", { id: `compare-${which}`, autocomplete: "off" }));
  const labels = ["wardrobe.first", "wardrobe.second"].map((key, at) => h("div", { class: "field" }, h("label", { for: selects[at]?.id }, words.say(key)), selects[at]));
  const table = h("div", { class: "compare-table" });
  const node = h("details", { class: "fold compare" }, h("summary", {}, words.say("wardrobe.compare")), h("div", { class: "compare-selects" }, ...labels), table);
  /** @type {Side[]} */
  let sides = [];

  function draw() {
    const [left, right] = selects.map(({ value }) => sides.find(({ item }) => item.id === value));
    refill(table, left && right && tableOf(words, schemes, left, right));
  }
  node.addEventListener("change", draw);

  return {
    node,
    /** @param {readonly Kept[]} items @param {Answers} answers */
    show(items, { each }) {
      sides = items.flatMap((item, at) => (each[at] ? [{ item, answer: each[at] }] : []));
      node.hidden = sides.length < 2;
      selects.forEach((select, at) => {
        const chosen = select.value;
        refill(select, ...sides.map(({ item }) => h("option", { value: item.id }, brief(item.name))));
        select.value = sides.some(({ item }) => item.id === chosen) ? chosen : (sides[at]?.item.id ?? "");
      });
      draw();
    },
  };
}

/**
 * @param {Words} words
 * @param {Scheme[]} schemes
 * @param {Side} left
 * @param {Side} right
 * @param {boolean} [answersFirst]
 */
export function tableOf(words, schemes, left, right, answersFirst = false) {
  const sides = [left, right];
  const row = (/** @type {string} */ head, /** @type {(side: Side) => string} */ text) =>
    h("tr", {}, h("th", { scope: "row" }, head), ...sides.map((side) => h("td", { dir: "auto" }, text(side))));
  const ranged = (/** @type {string} */ value, /** @type {string} */ range) => words.say("wardrobe.ranged", { value, range });
  const answers = [
    row(words.say("wardrobe.share"), ({ answer: { cottonShare } }) => (cottonShare ? about(words, cottonShare) : words.say("answer.glanceNone"))),
    row(words.say("wardrobe.range"), ({ answer: { cottonShare } }) => (cottonShare ? byCountry(words, cottonShare) : "–")),
    row(words.say("wardrobe.inPart"), ({ answer: { inPart } }) => (inPart ? ranged(short(words, inPart.central), range(words, inPart)) : "–")),
    row(words.say("wardrobe.grams"), ({ answer: { grams: mass } }) => (mass ? ranged(grams(words, mass.central), gramsRange(words, mass)) : words.say("wardrobe.notKnown"))),
  ];
  const differing = FIELDS.filter((field) => JSON.stringify(left.item.garment[field]) !== JSON.stringify(right.item.garment[field]));
  const said = differing.map((field) => row(fieldName(words, field), ({ item }) => fieldText(words, schemes, item.garment, field)));
  return h(
    "table",
    {},
    h("caption", {}, words.say(differing.length === 0 ? "wardrobe.alike" : "wardrobe.differ")),
    h("thead", {}, h("tr", {}, h("td", {}), ...sides.map(({ item }) => h("th", { scope: "col", dir: "auto" }, brief(item.name))))),
    h("tbody", {}, ...(answersFirst ? [...answers, ...said] : [...said, ...answers])),
  );
}
