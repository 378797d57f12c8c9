/** Helps to enter a label: how the phone itself reads it, what of a fibre's cotton is said in its row, and of "I know more" only what was read. */
import { h, refill, svg } from "../dom.js";

/** @import { Context, Section } from "./more.js" */
/** @import { Words } from "../words.js" */

/** @param {Context} context @returns {Section} */
export function createEnter({ words, form }) {
  const scan = form.node.querySelector(".scan");
  if (scan) refill(scan, drawing(), h("p", { class: "hint" }, words.say("enter.scan")));
  const all = h("button", { type: "button", class: "quiet read-all", "data-do": "show-all" }, words.say("enter.all"));
  const more = form.node.querySelector(".more");
  more?.querySelector(".more-fields")?.append(all);
  return {
    node: all,
    formChanged: () => form.node.querySelectorAll("select").forEach((select) => markRow(words, form.node, select)),
    act(action) {
      if (action !== "show-all") return false;
      more?.classList.remove("is-read");
      more?.querySelector("summary")?.focus();
      return true;
    },
  };
}

/** "Cotton (recycled)": in a row of fibres, as the boxes that say so are far below. @param {Words} words @param {HTMLElement} form @param {HTMLSelectElement} select */
function markRow(words, form, select) {
  const [row] = /^fibres\.\d+\./.exec(select.name) ?? [];
  if (row === undefined) return;
  const marks = ["recycled", "organic"].filter((mark) => form.querySelector(`[name="${row}${mark}"]:checked:enabled`)).map((mark) => words.say(`wardrobe.${mark}`));
  for (const option of select.options) {
    if (option.value === "") continue;
    const name = words.has(`fibres.${option.value}`) ? words.say(`fibres.${option.value}`) : option.value;
    const text = option.selected && marks.length > 0 ? words.say("wardrobe.marked", { what: name, marks: words.list(marks) }) : name;
    if (option.text !== text) option.text = text;
  }
}

/** A label within the corners of a camera's frame. */
const drawing = () =>
  svg(
    "svg",
    { viewBox: "0 0 48 48", "aria-hidden": "true" },
    svg("path", { d: "M4 14V6a2 2 0 0 1 2-2h8M34 4h8a2 2 0 0 1 2 2v8M44 34v8a2 2 0 0 1-2 2h-8M14 44H6a2 2 0 0 1-2-2v-8" }),
    svg("path", { d: "M14 10h20v28H14z", "stroke-dasharray": "3 2" }),
    svg("path", { d: "M18 17h12M18 23h12M18 29h7" }),
  );
