/** Where the cotton is said to have grown: one place, or several that take equal parts. */
import { GROWERS } from "#vocabulary";
import { h } from "./dom.js";
import { field } from "./field.js";

/** @import { Places } from "./places.js" */
/** @import { Words } from "./words.js" */

/** The name that all these selects share: the core reads every entry of it. */
const NAME = "cottonFrom";

/**
 * @param {Words} words
 * @param {Places} all
 */
export function createOrigins(words, all) {
  const list = h("div", { class: "rows" });
  const more = h("button", { type: "button", class: "quiet", "data-do": "add-origin" }, words.say("form.addOrigin"));
  const node = h("div", { class: "origins" }, list, more);
  /** @type {HTMLSelectElement[]} */
  let places = [];

  function add() {
    const place = all.select(words.say("form.notOnLabel"), GROWERS, "form.growers");
    places.push(place);
    draw();
    return place;
  }

  function draw() {
    list.replaceChildren(...places.map(rowOf));
    refresh();
  }

  /** @param {HTMLSelectElement} place @param {number} index */
  function rowOf(place, index) {
    const n = index + 1;
    const label = index === 0 ? words.say(`form.${NAME}`) : words.say("form.originOf", { n });
    const row = field(index === 0 ? NAME : `${NAME}.${index}`, label, place);
    place.setAttribute("name", NAME);
    if (index === 0) return row;
    return h("div", { class: "row origin" }, row, h("button", { type: "button", class: "remove", "data-do": "remove-origin", "data-row": index, "aria-label": words.say("form.removeOrigin", { n }) }, "×"));
  }

  /** Another select is offered once every one so far is answered. */
  function refresh() {
    more.hidden = places.some(({ value }) => value === "");
  }

  add();
  return {
    node,
    add,
    refresh,
    /** @param {number} index @returns {HTMLElement} where the focus goes next */
    remove(index) {
      places = places.filter((_, at) => at !== index);
      draw();
      return places[Math.min(index, places.length - 1)] ?? node;
    },
    get count() {
      return places.length;
    },
  };
}
