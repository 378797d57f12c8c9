/** The care label: every question, each with "I don't know". */
import { MARKETS, MORE_FIELDS } from "#vocabulary";
import { h, svg } from "./dom.js";
import { checkbox, field, ids, numberInput, select } from "./field.js";
import { createFibres } from "./fibres.js";
import { questionOf, shownOf } from "./fill.js";
import { MARKET, marketOf } from "./market.js";
import { createOrigins } from "./origins.js";
import { createPlaces } from "./places.js";

/** @import { Core } from "../core.js" */
/** @typedef {ReturnType<Core["catalogue"]>} Catalogue */
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
  /** For the box that reads a pasted text. */
  const paste = h("div");
  /** For what the garment has and this form no fields for. */
  const held = h("div", { class: "held", hidden: true });
  const fibres = createFibres(words, catalogue);
  const places = createPlaces(words, catalogue);
  const kinds = catalogue.kinds.map(({ id }) => /** @type {const} */ ([id, words.say(`kinds.${id}`)]));
  const unknown = words.say("form.dontKnow");
  const madeIn = host.asks("madeIn") && field("madeIn", words.say("form.madeIn"), places.select(words.say("form.notOnLabel")));
  const origins = createOrigins(words, places);
  const year = host.asks("boughtIn") && field("boughtIn", words.say("form.boughtIn"), select(unknown, years(words, catalogue)));
  const market = marketOf(host.market, catalogue);
  const sold = host.asks(MARKET) && places.select(unknown, MARKETS, "form.markets");
  const siteSays = sold && market && h("p", { class: "hint site-says", id: ids(MARKET).hint }, words.say("form.siteSays", { place: words.place(market) }));
  const where = sold && field(MARKET, words.say(`form.${MARKET}`), sold);
  if (siteSays) {
    places.choose(sold, market);
    sold.setAttribute("aria-describedby", `${ids(MARKET).hint} ${ids(MARKET).error}`);
  }
  const more = createMore(words, catalogue, host, fibres.marks, places, origins.node);
  const node = h(
    "form",
    { class: "label", novalidate: true },
    stitching(),
    h("h2", { class: "label-title" }, words.say("form.title")),
    host.asks("paste") && paste,
    host.asks("kind") && field("kind", words.say("form.kind"), select(unknown, kinds)),
    host.asks("fibres") && fibres.node,
    held,
    madeIn,
    (where || year) && h("div", { class: "purchase" }, where, year, siteSays),
    more,
  );

  /** @param {string} name @returns {HTMLElement | null} */
  const control = (name) => node.querySelector(`#${CSS.escape(ids(name).control)}`);

  /** The garment: the form is a view of it. @type {Garment} */
  let garment = market === "" ? {} : { [MARKET]: market };
  /** What was typed under names that this form does not ask for: a host may ask for them again. @type {Entries} */
  let unasked = [];
  /** The questions that a pasted text answered. @type {Set<string>} */
  let read = new Set();

  /** What a question stands in, or what is told of it instead. @param {string} name @returns {Element | null | undefined} */
  const placeOf = (name) => held.querySelector(`[data-held="${CSS.escape(name)}"]`) ?? (control(name) instanceof HTMLFieldSetElement ? control(name) : control(name)?.closest(".field"));

  /** Whether a field of the garment can be seen and changed here. @param {string} field */
  const shows = (field) => field !== "components" && control(field) !== null;

  function refresh() {
    fibres.refresh("components" in garment);
    origins.refresh();
    if (siteSays) siteSays.hidden = sold.value !== market;
  }

  return {
    node,
    paste,
    held,
    /** What the site says of where its readers buy. */
    market,
    /** What the garment has and the form no fields for: it is told in `held`, and counts all the same. @returns {Garment} */
    unseen: () => Object.fromEntries(Object.entries(garment).filter(([field]) => !shows(field))),
    /** Takes in the garment that the form and what it cannot show make together. @param {Garment} answered */
    become: (answered) => void (garment = answered),
    /** Forgets what the form cannot show of a question. @param {string} question */
    drop(question) {
      garment = Object.fromEntries(Object.entries(garment).filter(([field]) => questionOf(field) !== question));
      unasked = unasked.filter(([name]) => questionOf(name) !== question);
      refresh();
      if (question === "fibres") fibres.begin();
    },
    /** Marks the questions that a pasted text answered, in the colours of what answered them. @param {Set<string>} names */
    markRead(names) {
      read = names;
      for (const marked of node.querySelectorAll("[data-read]")) marked.removeAttribute("data-read");
      for (const name of names) {
        const question = placeOf(name);
        question?.setAttribute("data-read", name);
        if (question && more.contains(question)) more.open = true;
      }
    },
    /** @param {string} name */
    isRead: (name) => read.has(name),
    /** The person's own now. @param {string} name */
    unmark(name) {
      read.delete(name);
      placeOf(name)?.removeAttribute("data-read");
    },
    fibres,
    origins,
    places,
    control,
    /** The form as the core reads it. */
    entries: () => new FormData(node),
    /** Schemes by their names, once those are there. @param {Catalogue["schemes"]} schemes */
    nameSchemes(schemes) {
      for (const { id, name } of schemes) {
        const label = node.querySelector(`[name="schemes"][value="${CSS.escape(id)}"] + span`);
        if (label && name) label.textContent = name;
      }
    },
    refresh,
    /** Everything that is here, to put into a form in another language. @returns {State} */
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
      /** How many of a name are filled already. @type {Map<string, number>} */
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
    /** Shows and focuses a field, or what stands for it, opening what hides it. @param {string} name */
    focus(name) {
      const target = /** @type {HTMLElement | null} */ (held.querySelector(`[data-held="${CSS.escape(name)}"] button`)) ?? control(name);
      if (!target) return;
      if (more.contains(target)) more.open = true;
      target.focus();
      target.scrollIntoView({ block: "center" });
    },
  };
}

/** @typedef {ReturnType<typeof createForm>} Form */

/**
 * What few people know, behind one line.
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @param {Host} host
 * @param {HTMLElement} marks what is known of each fibre's cotton
 * @param {Places} places
 * @param {HTMLElement} origins
 */
function createMore(words, catalogue, host, marks, places, origins) {
  const unknown = words.say("form.notOnLabel");
  const place = (/** @type {string} */ name) => field(name, words.say(`form.${name}`), places.select(unknown));
  const proofs = catalogue.proofs.map((id) => /** @type {const} */ ([id, words.say(`form.proofs.${id}`)]));
  return h(
    "details",
    { class: "more", hidden: !HIDDEN_QUESTIONS.some(host.asks) },
    h("summary", {}, h("span", { class: "more-title" }, words.say("form.more")), h("span", { class: "hint" }, words.say("form.moreHint"))),
    h(
      "div",
      { class: "more-fields" },
      host.asks("fabricIn") && place("fabricIn"),
      host.asks("spunIn") && place("spunIn"),
      host.asks("cottonFrom") && origins,
      host.asks("proof") && field("proof", words.say("form.proof"), select(words.say("form.dontKnow"), proofs)),
      host.asks("massGrams") && field("massGrams", words.say("form.massGrams"), numberInput(), { hint: words.say("form.massHint"), suffix: "g" }),
      host.asks("fibres") && marks,
      host.asks("schemes") && createSchemes(words, catalogue),
    ),
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

/** What stands behind "I know more"; of the fibres, the marks of their cotton. */
const HIDDEN_QUESTIONS = [...MORE_FIELDS, "fibres"];

/** The list of years ends where the figures no longer differ: a year beyond it is still the one that was said. @param {HTMLElement | null} select @param {Entries} entries */
function offerYear(select, entries) {
  const year = entries.find(([name]) => name === "boughtIn")?.[1] ?? "";
  if (!(select instanceof HTMLSelectElement) || !/^\d{4}$/.test(year)) return;
  if (![...select.options].some(({ value }) => value === year)) select.append(new Option(year, year));
}

/** From this year back. @param {Words} words @param {Catalogue} catalogue */
function years(words, { years: { first, last }, crops }) {
  // Whatever was bought in the year of the first crop, or before, rests on one figure.
  const oldest = Math.max(first, crops.first);
  /** @type {(readonly [string, string])[]} */
  const options = [];
  for (let year = Math.min(new Date().getFullYear(), last); year >= oldest; year -= 1) {
    const text = words.number(year, { useGrouping: false });
    options.push([String(year), year === oldest ? words.say("form.orEarlier", { year: text }) : text]);
  }
  return options;
}

/** The seam that holds the label. */
function stitching() {
  return svg("svg", { class: "stitching", "aria-hidden": "true" }, svg("rect", { width: "100%", height: "100%", rx: 3 }));
}
