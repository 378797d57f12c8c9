/** The care label: every question, each with "I don't know". */
import { own } from "../own.js";
import { FIELD_TYPES, LABEL_FIELDS, MARKETS, MORE_FIELDS } from "#vocabulary";
import { h, svg } from "./dom.js";
import { checkbox, field, ids, numberInput, select } from "./field.js";
import { createFibres } from "./fibres.js";
import { questionOf, shownOf } from "./fill.js";
import { MARKET, marketOf } from "./market.js";
import { createOrigins } from "./origins.js";
import { createPlaces } from "./places.js";

/** @import { Core } from "../core.js" */
/** @typedef {ReturnType<Core["catalogue"]>} Catalogue */
/** @import { LabelField, MoreField } from "#unions" */
/** @import { Garment } from "../types.d.ts" */
/** @import { Entries, State } from "./fill.js" */
/** @import { Host } from "./host.js" */
/** @import { Places } from "./places.js" */
/** @import { Words } from "./words.js" */

/**
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @param {Host} host which questions it asks
 */
export function createForm(words, catalogue, host) {
  /** Holds the box for a pasted text. */
  const paste = h("div");
  /** Shows what the garment has and this form has no fields for. */
  const held = h("div", { class: "held", hidden: true });
  const fibres = createFibres(words, catalogue);
  const places = createPlaces(words, catalogue);
  const origins = createOrigins(words, places);
  const createQuestion = createQuestions(words, catalogue, fibres.node, places, origins.node);
  const market = marketOf(host.market, catalogue);
  const purchase = createPurchase(words, host, places, market, createQuestion);
  const more = createMore(words, host, fibres.marks, createQuestion);
  const node = h(
    "form",
    { class: "label", novalidate: true },
    stitching(),
    h("h2", { class: "label-title" }, words.say("form.title")),
    host.asks("paste") && paste,
    ...LABEL_FIELDS.flatMap((name) =>
      PURCHASE.includes(name) ? [name === PURCHASE[0] && purchase.node] : [host.asks(name) && createQuestion(name), name === "fibres" && held],
    ),
    more,
  );

  /** @param {string} name @returns {HTMLElement | null} */
  const control = (name) => node.querySelector(`#${CSS.escape(ids(name).control)}`);

  /** The state is a garment; the form is a view of it. @type {Garment} */
  let garment = market === "" ? {} : { [MARKET]: market };
  /** Entries of questions that this form does not ask: the host may show them again. @type {Entries} */
  let unasked = [];
  /** The questions that a pasted text answered. @type {Set<string>} */
  let read = new Set();

  /** The element that contains a question, or the text shown in its place. @param {string} name @returns {Element | null | undefined} */
  const placeOf = (name) => held.querySelector(`[data-held="${CSS.escape(name)}"]`) ?? (control(name) instanceof HTMLFieldSetElement ? control(name) : control(name)?.closest(".field"));

  /** Whether a field of the garment can be seen and changed here. @param {string} field */
  const shows = (field) => field !== "components" && control(field) !== null;

  function refresh() {
    fibres.refresh("components" in garment);
    origins.refresh();
    purchase.refresh();
  }

  return {
    node,
    paste,
    held,
    /** What the site says of where its readers buy. */
    market,
    /** What the garment has and the form no fields for: it is told in `held`, and counts all the same. @returns {Garment} */
    unseen: () => Object.fromEntries(Object.entries(garment).filter(([field]) => !shows(field))),
    /** Takes over the garment that the core made of the entries and the unseen fields. @param {Garment} answered */
    become: (answered) => void (garment = answered),
    /** Clears what the form cannot show of a question. @param {string} question */
    drop(question) {
      garment = Object.fromEntries(Object.entries(garment).filter(([field]) => questionOf(field) !== question));
      unasked = unasked.filter(([name]) => questionOf(name) !== question);
      refresh();
      if (question === "fibres") fibres.begin();
    },
    /** Marks the questions that a pasted text answered, in the same colours as the words in the text. @param {Set<string>} names */
    markRead(names) {
      read = names;
      for (const marked of node.querySelectorAll("[data-read]")) marked.removeAttribute("data-read");
      for (const told of more.querySelectorAll(".is-told")) told.classList.remove("is-told");
      const only = !more.open || more.classList.contains("is-read");
      let inMore = false;
      for (const name of names) {
        const question = placeOf(name);
        question?.setAttribute("data-read", name);
        if (!question || !more.contains(question)) continue;
        inMore = true;
        for (const told of [question, ...question.querySelectorAll(".check:has(:checked)")]) told.classList.add("is-told");
      }
      // Of the questions behind "I know more" only those that were read are shown.
      if (only) {
        more.open = inMore;
        more.classList.toggle("is-read", inMore);
      }
    },
    /** What a pasted text leaves open is told at its question. @param {Map<string, string>} sentences by question */
    tell(sentences) {
      for (const told of node.querySelectorAll(".left-open")) told.remove();
      for (const [name, sentence] of sentences) {
        const asked = control(name);
        if (!asked) continue;
        const id = `open-${name}`;
        placeOf(name)?.append(h("p", { class: "left-open hint", id, "data-of": name }, sentence));
        const described = asked.getAttribute("aria-describedby") ?? "";
        if (!described.split(" ").includes(id)) asked.setAttribute("aria-describedby", `${described} ${id}`.trim());
      }
    },
    /** The visitor has answered it. @param {string} name */
    untell: (name) => node.querySelector(`.left-open[data-of="${CSS.escape(name)}"]`)?.remove(),
    /** @param {string} name */
    isRead: (name) => read.has(name),
    /** The visitor has answered it since: it is no longer marked as read from the text. @param {string} name */
    unmark(name) {
      read.delete(name);
      placeOf(name)?.removeAttribute("data-read");
    },
    fibres,
    origins,
    places,
    control,
    /** The entries, as the core reads them. */
    entries: () => new FormData(node),
    /** Replaces ids of schemes by their names, once those are loaded. @param {Catalogue["schemes"]} schemes */
    nameSchemes(schemes) {
      for (const { id, name } of schemes) {
        const label = node.querySelector(`[name="schemes"][value="${CSS.escape(id)}"] + span`);
        if (label && name) label.textContent = name;
      }
    },
    refresh,
    /** The whole state, to restore it in a form in another language. @returns {State} */
    keep: () => ({ entries: [...[...new FormData(node)].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)])), ...unasked], garment }),
    /** @param {State} state */
    restore(state) {
      garment = state.garment;
      const entries = shownOf(state);
      unasked = state.entries.filter(([name]) => !shows(questionOf(name)));
      offerYear(control("boughtIn"), entries);
      while (entries.some(([name]) => name === `fibres.${fibres.count}.fibre`)) fibres.add();
      while (entries.filter(([name]) => name === "cottonFrom").length > origins.count) origins.add();
      refresh();
      /** How many controls of each name are filled already. @type {Map<string, number>} */
      const filled = new Map();
      for (const [name, value] of entries) {
        const inputs = /** @type {HTMLInputElement[]} */ ([...node.querySelectorAll(`[name="${CSS.escape(name)}"]`)]);
        const at = filled.get(name) ?? 0;
        filled.set(name, at + 1);
        const box = inputs.find((input) => input.type === "checkbox" && input.value === value);
        if (box) box.checked = true;
        else if (inputs[at]) places.choose(inputs[at], value);
      }
      fibres.keepMarks();
      refresh();
    },
    /** Focuses a field, or the text in its place, after opening the section that hides it. @param {string} name */
    focus(name) {
      const target = /** @type {HTMLElement | null} */ (held.querySelector(`[data-held="${CSS.escape(name)}"] button`)) ?? control(name);
      if (!target) return;
      // Folded, where it was filled from a link.
      node.hidden = false;
      if (more.contains(target)) {
        more.open = true;
        more.classList.remove("is-read");
      }
      target.focus();
      target.scrollIntoView(own({ block: "center" }));
    },
  };
}

/** @typedef {ReturnType<typeof createForm>} Form */

/**
 * Creates the question for a field, with a control for its type in `vocabulary/fields.toml`. The form does not ask for components.
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @param {HTMLElement} fibres
 * @param {Places} places
 * @param {HTMLElement} origins
 */
function createQuestions(words, catalogue, fibres, places, origins) {
  const unknown = words.say("form.dontKnow");
  const controls = {
    kind: () => select(unknown, catalogue.kinds.map(({ id }) => [id, words.say(`kinds.${id}`)])),
    place: (/** @type {string} */ name) => (name === MARKET ? places.select(unknown, MARKETS, "form.markets") : places.select(words.say("form.notOnLabel"))),
    year: () => select(unknown, years(words, catalogue)),
    proof: () => select(unknown, catalogue.proofs.map((id) => [id, words.say(`form.proofs.${id}`)])),
    grams: numberInput,
  };
  return (/** @type {LabelField | MoreField} */ name) => {
    const type = FIELD_TYPES[name];
    if (type === "fibres") return fibres;
    if (type === "places") return origins;
    if (type === "schemes") return createSchemes(words, catalogue);
    return field(name, words.say(`form.${name}`), controls[type](name), type === "grams" ? { hint: words.say("form.massHint"), suffix: "g" } : {});
  };
}

/** When and where it was bought: side by side. */
const PURCHASE = /** @type {readonly string[]} */ (["boughtIn", MARKET]);

/**
 * The two questions about the purchase, and what the site says of where its readers buy.
 * @param {Words} words
 * @param {Host} host
 * @param {Places} places
 * @param {string} market empty where the site says none
 * @param {ReturnType<typeof createQuestions>} createQuestion
 */
function createPurchase(words, host, places, market, createQuestion) {
  const [year, where] = [host.asks("boughtIn") && createQuestion("boughtIn"), host.asks(MARKET) && createQuestion(MARKET)];
  const control = where && /** @type {HTMLSelectElement | null} */ (where.querySelector(`[name="${MARKET}"]`));
  const { hint, error } = ids(MARKET);
  const siteSays = control && market && h("p", { class: "hint site-says", id: hint }, words.say("form.siteSays", { place: words.place(market) }));
  if (control && siteSays) {
    places.choose(control, market);
    control.setAttribute("aria-describedby", `${hint} ${error}`);
  }
  return {
    node: (where || year) && h("div", { class: "purchase" }, where, year, siteSays),
    /** The reader may have said another place. */
    refresh() {
      if (control && siteSays) siteSays.hidden = control.value !== market;
    },
  };
}

/**
 * The questions behind "I know more".
 * @param {Words} words
 * @param {Host} host
 * @param {HTMLElement} marks the boxes that mark cotton as recycled or organic
 * @param {ReturnType<typeof createQuestions>} createQuestion
 */
function createMore(words, host, marks, createQuestion) {
  return h(
    "details",
    { class: "more", hidden: !HIDDEN_QUESTIONS.some(host.asks) },
    h("summary", {}, h("span", { class: "more-title" }, words.say("form.more")), h("span", { class: "hint" }, words.say("form.moreHint"))),
    h("div", { class: "more-fields" }, ...MORE_FIELDS.flatMap((name) => [name === "schemes" && host.asks("fibres") && marks, host.asks(name) && createQuestion(name)])),
  );
}

/** @param {Words} words @param {Catalogue} catalogue */
function createSchemes(words, { schemes }) {
  const { control, error } = ids("schemes");
  return h(
    "fieldset",
    { id: control, tabindex: -1, "aria-describedby": error },
    h("legend", {}, words.say("form.schemes")),
    ...schemes.map(({ id, name }) => checkbox("schemes", name ?? id, id)),
    h("p", { class: "error", id: error, hidden: true }),
  );
}

/** The questions behind "I know more". `fibres` is among them for the marks of cotton. */
const HIDDEN_QUESTIONS = [...MORE_FIELDS, "fibres"];

/** The list of years ends where earlier figures no longer differ. Adds an earlier year that a text or link gave. @param {HTMLElement | null} select @param {Entries} entries */
function offerYear(select, entries) {
  const year = entries.find(([name]) => name === "boughtIn")?.[1] ?? "";
  if (!(select instanceof HTMLSelectElement) || !/^\d{4}$/.test(year)) return;
  if (![...select.options].some(({ value }) => value === year)) select.append(new Option(year, year));
}

/** The years to choose from, this year first. @param {Words} words @param {Catalogue} catalogue */
function years(words, { years: { first, last }, crops }) {
  // Garments bought in the year of the first crop, or earlier, all use the same figure.
  const oldest = Math.max(first, crops.first);
  /** @type {(readonly [string, string])[]} */
  const options = [];
  for (let year = Math.min(new Date().getFullYear(), last); year >= oldest; year -= 1) {
    const text = words.number(year, { useGrouping: false });
    options.push([String(year), year === oldest ? words.say("form.orEarlier", { year: text }) : text]);
  }
  return options;
}

/** The stitching around the label. */
function stitching() {
  return svg("svg", { class: "stitching", "aria-hidden": "true" }, svg("rect", { width: "100%", height: "100%", rx: 3 }));
}
