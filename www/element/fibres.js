/** The rows of fibres, and for each row of cotton whether it is recycled or organic. */
import { h } from "./dom.js";
import { checkbox, field, ids, numberInput, select } from "./field.js";

/** @import { Catalogue } from "./form.js" */
/** @import { Words } from "./words.js" */

/**
 * `marked`: a fibre other than cotton that is marked as recycled or organic, which the form asks of cotton only.
 * @typedef {{ fibre: HTMLSelectElement, percent: HTMLInputElement, row: HTMLElement, marks: HTMLFieldSetElement, marked: string }} FibreRow
 */

/**
 * @param {Words} words
 * @param {Catalogue} catalogue
 */
export function createFibres(words, catalogue) {
  /** @type {Set<string>} */
  const cotton = new Set(catalogue.fibres.filter((fibre) => fibre.cotton).map(({ id }) => id));
  const options = catalogue.fibres.map(({ id }) => /** @type {const} */ ([id, words.has(`fibres.${id}`) ? words.say(`fibres.${id}`) : id]));
  const list = h("div", { class: "rows" });
  const marks = h("div", { class: "marks" });
  const total = h("p", { class: "total", hidden: true });
  const node = h(
    "fieldset",
    { class: "fibres", id: ids("fibres").control, tabindex: -1, "aria-describedby": ids("fibres").error },
    h("legend", {}, words.say("form.fibres")),
    list,
    total,
    h("p", { class: "error", id: ids("fibres").error, hidden: true }),
    h("button", { type: "button", class: "quiet", "data-do": "add-fibre" }, words.say("form.addFibre")),
  );

  /** @type {FibreRow[]} */
  let rows = [];

  /** @param {string} [chosen] */
  function add(chosen = "") {
    const fibre = select(words.say("form.chooseFibre"), options);
    fibre.value = chosen;
    rows.push({ fibre, percent: numberInput(), row: h("div", { class: "row" }), marks: h("fieldset", { class: "mark" }), marked: "" });
    draw();
    return fibre;
  }

  /** Renumbers names, labels and ids in the order of the rows: the core takes indexes without gaps. */
  function draw() {
    rows.forEach((row, index) => {
      const n = index + 1;
      const was = { fibre: row.fibre.value, checked: [...row.marks.querySelectorAll("input")].map((input) => input.checked) };
      const fibre = field(`fibres.${index}.fibre`, words.say("form.fibreOf", { n }), row.fibre);
      const percent = field(`fibres.${index}.percent`, words.say("form.percentOf", { n }), row.percent, { suffix: "%" });
      const remove = h("button", { type: "button", class: "remove", "data-do": "remove-fibre", "data-row": index, "aria-label": words.say("form.removeFibre", { n }) }, "×");
      // The error message stands below the row: beside so narrow a field it would wrap to many lines.
      const errors = [fibre, percent].flatMap((one) => one.querySelector(".error") ?? []);
      row.row.replaceChildren(fibre, percent, ...(rows.length > 1 ? [remove] : []), ...errors);
      row.marks.replaceChildren(
        h("legend"),
        checkbox(`fibres.${index}.recycled`, words.say("form.recycled"), "true"),
        checkbox(`fibres.${index}.organic`, words.say("form.organic"), "true"),
      );
      row.marks.querySelectorAll("input").forEach((input, at) => (input.checked = was.checked[at] ?? false));
      row.fibre.value = was.fibre;
    });
    list.replaceChildren(...rows.map(({ row }) => row));
    marks.replaceChildren(...rows.map((row) => row.marks));
    refresh();
  }

  /** Shows the marks of rows of cotton. @param {boolean} [parted] whether the garment has components, which these rows cannot show */
  function refresh(parted = node.disabled) {
    node.hidden = node.disabled = parted;
    rows.forEach(({ fibre: { value }, marks, marked }, index) => {
      const n = index + 1;
      const ofCotton = rows.length > 1 ? words.say("form.marksOf", { n }) : words.say("form.marks");
      marks.querySelector("legend")?.replaceChildren(cotton.has(value) ? ofCotton : words.say("form.fibreOf", { n }));
      marks.hidden = marks.disabled = parted || !(cotton.has(value) || (value !== "" && value === marked));
    });
  }

  add("cotton");
  return {
    node,
    marks,
    add,
    refresh,
    /** Shows the sum of the percentages; null where it is not known. @param {number | null} sum */
    showTotal(sum) {
      total.hidden = sum === null;
      total.textContent = words.say("form.total", { total: words.figure(sum ?? 0) });
    },
    /** Marks of a fibre other than cotton are kept and stay visible. */
    keepMarks() {
      for (const row of rows) row.marked = row.marks.querySelector(":checked") ? row.fibre.value : "";
    },
    /** Sets empty rows to cotton, as in a new form. */
    begin() {
      const [first] = rows;
      if (rows.length === 1 && first?.fibre.value === "") first.fibre.value = "cotton";
      refresh();
    },
    /** @param {number} index @returns {HTMLElement} where the focus goes next */
    remove(index) {
      rows = rows.filter((_, at) => at !== index);
      draw();
      return rows[Math.min(index, rows.length - 1)]?.fibre ?? node;
    },
    get count() {
      return rows.length;
    },
  };
}
