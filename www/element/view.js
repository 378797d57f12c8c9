/** Connects the form and the answer, and keeps the answer up to date. */
import { own } from "../own.js";
import { h } from "./dom.js";
import { createAnswer, spoken } from "./answer.js";
import { createForm } from "./form.js";
import { createAnswerBar } from "./answer-bar.js";
import { explainBroken } from "./fallback.js";
import { createPaste } from "./paste.js";
import { showProblems } from "./problems.js";

/** @import { Core, Whole } from "../core.js" */
/** @import { Assessment } from "../types.d.ts" */
/** @import { Host } from "./host.js" */
/** @import { More } from "./load-more.js" */
/** @import { Below } from "./more/more.js" */
/** @import { Words } from "./words.js" */

/** The pause after the last key before the answer is announced, in milliseconds. */
const PAUSE = 1000;

/** The figure that grams are compared with. */
const SHIRT = "mass[t-shirt]";

/**
 * @param {Core} core without figures and sources until `complete`
 * @param {Words} words
 * @param {string} direction
 * @param {Host} host
 * @param {ShadowRoot} root
 * @param {(assessment: Assessment) => void} announce called with every new answer
 */
export function createView(core, words, direction, host, root, announce) {
  const form = createForm(words, core.catalogue(), host);
  const paste = createPaste(words, form, (filled) => {
    const fields = words.list(filled.map((field) => words.say(`reading.fields.${field}`)));
    refresh("paste", filled.length > 0 ? words.say("reading.read", { fields }) : "");
  });
  form.paste.replaceWith(paste.node);
  const answer = createAnswer(words);
  const glance = createAnswerBar(words);
  const status = h("p", { role: "status", class: "unseen" });
  const top = h("div", { class: "top" }, form.node, glance.node, answer.node);
  /** The host's action, shown once the visitor has entered something. */
  const action = h("slot", { name: "action", hidden: true });
  const page = h("div", { class: "page" }, top);
  answer.node.append(action);
  answer.detail.classList.toggle("room", host.shows("detail"));
  const node = h("div", { class: host.compact ? "root is-compact" : "root", part: "root", lang: words.language, dir: direction }, page, status);
  /** The sections below the answer, once they are loaded. @type {Below | null} */
  let more = null;

  /** @type {import("./more/changed.js").Answered | null} */
  let last = null;
  /** The answer before the current field was changed. @type {import("./more/changed.js").Answered | null} */
  let before = null;
  let changing = "";
  let timer = 0;
  /** Whether the element is connected. */
  let watched = false;

  /** @param {string} text */
  function speakLater(text) {
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = text), PAUSE);
  }

  /** The core's answer to the form's entries over the fields that the form cannot show. */
  const read = () => core.assessEntries(form.entries(), form.unseen());

  /** What the form says before anything was entered: cotton, and the market that a host set. */
  const untouched = JSON.stringify(read().garment);

  /**
   * Reads the form and shows the answer. After an error the last answer stays, unless the core answered all the same.
   * @param {string} [name] the field that changed
   * @param {string} [first] a sentence to announce before the answer
   */
  function refresh(name, first = "") {
    form.refresh();
    if (name !== undefined && (name !== changing || before === null)) [before, changing] = [last, name];
    const { garment, assessment, problems, total } = read();
    form.fibres.showTotal(total);
    showProblems(form, answer.summary, problems, words);
    more?.formChanged();
    if (!garment || !assessment) return outdate(words.say("status.problems", { count: problems.length }));
    form.become(garment);
    const blank = JSON.stringify(garment) === untouched;
    const change = before && !blank ? (more?.describeChange(before, { garment, assessment }) ?? null) : null;
    // The first screen shows the world's cotton: no answer that a first entry could have moved.
    last = blank ? null : { garment, assessment };
    answer.setStale(false);
    page.classList.toggle("is-blank", blank);
    if (blank) answer.showWorld(core);
    else answer.show(assessment, garment, change, direction === "rtl");
    more?.show(assessment, garment);
    glance.show(assessment, direction === "rtl");
    action.hidden = blank || (action.hidden && name === undefined);
    if (name !== undefined) speakLater([first, spoken(words, assessment), change].filter(Boolean).join(" "));
    announce(assessment);
  }

  /** Keeps the last answer and marks it as outdated. @param {string} text */
  function outdate(text) {
    answer.setStale(true);
    glance.setStale(text);
    speakLater(text);
  }

  /** Says that there is no answer to the current entries; the last one stays, as with a problem. @param {unknown} error */
  function stumble(error) {
    explainBroken(error);
    const text = words.say(words.has("status.broken") ? "status.broken" : "failed");
    showProblems(form, answer.summary, [], words);
    answer.summary.append(h("p", {}, text));
    answer.summary.hidden = false;
    outdate(text);
  }

  /** Reads a form that was filled from a text, a link or the wardrobe: no single field was changed, so no change is described. */
  function renew() {
    paste.leave();
    last = before = null;
    changing = "";
    refresh();
  }

  /** The visitor changed a field. @param {string} name */
  function entered(name) {
    paste.own(name);
    refresh(name);
  }

  return {
    node,
    form,
    paste,
    refresh,
    entered,
    /** Loads what the first answer does not need. */
    prepare: () => host.asks("paste") && void paste.prepare(),
    /** Takes over the figures with their texts, and adds the sections below the answer. @param {Whole} whole @param {More["createMore"]} createMore */
    async complete(whole, createMore) {
      core = whole;
      const catalogue = whole.catalogue();
      form.nameSchemes(catalogue.schemes);
      answer.compareWithShirt(whole.figures().find(({ id }) => id === SHIRT)?.best ?? 0);
      more = await createMore({ words, host, core: whole, catalogue, form, answer, root, mirrored: direction === "rtl", read, entered, renew, tell: speakLater, stumble });
      page.append(more.node);
      if (watched) more.start();
    },
    /** Resolves once the sections below the answer are up to date. */
    settled: () => more?.settled(),
    stumble,
    /** Starts the observers that run while connected. @returns {() => void} */
    watch() {
      const unwatch = glance.watch(answer.headline);
      watched = true;
      more?.start();
      return () => {
        watched = false;
        unwatch();
        answer.stop();
        more?.stop();
        paste.stop();
        clearTimeout(timer);
      };
    },
    /** @param {string} action @param {HTMLElement} button */
    act(action, button) {
      if (action === "to-answer") {
        answer.headline.focus(own({ preventScroll: true }));
        answer.headline.scrollIntoView(own({ block: "start" }));
      }
      if (action === "add-fibre") form.fibres.add().focus();
      if (action === "add-origin") form.origins.add().focus();
      if (action === "remove-origin") {
        form.origins.remove(Number(button.getAttribute("data-row"))).focus();
        entered("cottonFrom");
      }
      if (action === "remove-fibre") {
        form.fibres.remove(Number(button.getAttribute("data-row"))).focus();
        entered("fibres");
      }
      if (!paste.act(action, button)) more?.act(action, button);
    },
  };
}

/** @typedef {ReturnType<typeof createView>} View */
