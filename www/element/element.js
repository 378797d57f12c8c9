/** The custom element's life cycle: it loads the core, shows the host's own content until then, and listens only while connected. */
import { loadCore, loadWhole } from "../core.js";
import { barely, own } from "../own.js";
import { explain, explainLate, explainMore } from "./fallback.js";
import { h, ofDocument } from "./dom.js";
import { keepAcrossPages } from "./keep-across-pages.js";
import { followGround } from "./ground.js";
import { HOST_ATTRIBUTES, readFiles, readHost } from "./host.js";
import { loadMore } from "./load-more.js";
import { chooseLanguage } from "./locale-choice.js";
import { ENGLISH_LANGUAGE, loadLanguage } from "./locale.js";
import { nextTask } from "./scheduling.js";
import { followMarket } from "./market.js";
import { PASTE } from "./paste.js";
import { createView } from "./view.js";
import { createWords } from "./words.js";
import { adoptFirst } from "./styles.js";

/** @import { Assessment } from "../types.d.ts" */
/** @import { State } from "./fill.js" */
/** @import { View } from "./view.js" */
/** @import { Words } from "./words.js" */

/** How long a file may take before visitors are told, in milliseconds. */
const LATE = 15_000;

/** On a server there is no `HTMLElement`. Code that renders pages there may still import this module, which then does nothing. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class CottonOriginElement extends Base {
  static observedAttributes = ["lang", "dir", "region", ...HOST_ATTRIBUTES];

  #root = this.attachShadow(own({ mode: "open" }));
  /** @type {View | null} */
  #view = null;
  /** Whether it gave up. It tries again when it is connected again. */
  #failed = false;
  /** Counts starts, so that a language that arrives late does not replace one that was requested after it. */
  #turn = 0;
  /** Whether everything that this needs is loaded. */
  #ready = false;
  /** The last answer. @type {Assessment | null} */
  #last = null;
  /** @type {AbortController | null} */
  #listening = null;
  /** Shows a new view on the host's ground. */
  #ground = () => {};

  constructor() {
    super();
    // First, so that the host's own content is shown whatever fails from here on.
    this.#root.append(h("slot"));
  }

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    const listening = own({ signal });
    this.#root.addEventListener("input", this.#onInput, listening);
    this.#root.addEventListener("click", this.#onClick, listening);
    this.#root.addEventListener("submit", this.#onSubmit, listening);
    addEventListener("pagehide", () => keepAcrossPages(this.#root), listening);
    this.#ground = followGround(this, () => this.#view?.node, signal);
    this.#ground();
    if (this.#view) this.#watch(signal);
    else void this.#start();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  attributeChangedCallback() {
    // Not before it is connected, and not after it failed.
    if (this.#listening && !this.#failed) void this.#start();
  }

  async #start() {
    const turn = ++this.#turn;
    this.#failed = false;
    readFiles(this);
    // In parallel with the core.
    const prepared = this.#prepareWords();
    const late = setTimeout(() => this.#tellLate(turn, prepared), LATE);
    try {
      adoptFirst(this.#root);
      const [core, words] = await Promise.all([loadCore(), prepared]);
      if (!this.#listening || turn !== this.#turn) return;
      const kept = this.#view && { market: this.#view.form.market, form: this.#view.form.keep(), paste: this.#view.paste.keep() };
      const direction = this.dir === "rtl" || this.dir === "ltr" ? this.dir : words.direction;
      const view = createView(barely(core), words, direction, readHost(this), this.#root, (assessment) => {
        this.#last = assessment;
        this.#tellLast();
      });
      if (kept) {
        const followed = (/** @type {State} */ state) => followMarket(state, kept.market, view.form.market);
        view.form.restore(followed(kept.form));
        view.paste.restore({ ...kept.paste, before: kept.paste.before && followed(kept.paste.before) });
      }
      clearTimeout(late);
      this.#view = view;
      this.#ground();
      this.#root.replaceChildren(view.node);
      this.#watch(this.#listening.signal);
      // The host gets answers with their sources, which are not loaded yet for the very first one.
      view.refresh();
      await this.#complete(view);
    } catch (error) {
      const words = await prepared;
      if (turn === this.#turn) this.#fail(error, words);
    } finally {
      clearTimeout(late);
    }
  }

  /** A file that never comes is no error, so nothing else would tell. In English, if the sentences are what is late. @param {number} turn @param {Promise<Words>} prepared */
  async #tellLate(turn, prepared) {
    const words = await Promise.race([prepared, nextTask().then(() => createWords(ENGLISH_LANGUAGE))]);
    if (turn === this.#turn && !this.#view && !this.#failed) this.#root.replaceChildren(...explainLate(words, this));
  }

  /** The first answer is shown: load the sections below it. If that fails, the answer stays. @param {View} view */
  async #complete(view) {
    const parts = Promise.all([loadWhole(), loadMore()]);
    // Last, and nothing waits for it: most visitors paste nothing.
    view.prepare();
    try {
      const [whole, { createMore }] = await parts;
      await nextTask();
      await view.complete(barely(whole), createMore);
      await nextTask();
    } catch (error) {
      explainMore(error);
    }
    await view.form.places.full();
    if (view !== this.#view) return;
    // Do not dispatch an answer whose sources are not loaded.
    this.#last = null;
    view.refresh();
    await view.settled();
    if (view !== this.#view || this.#ready) return;
    this.#ready = true;
    this.#tell("cotton-origin-ready", {});
    this.#tellLast();
  }

  /** @param {unknown} error @param {Words} words */
  #fail(error, words) {
    this.#failed = true;
    this.#view = null;
    this.#root.replaceChildren(...explain(error, words, this));
  }

  /** @param {AbortSignal} signal */
  #watch(signal) {
    const stop = this.#view?.watch();
    if (stop) signal.addEventListener("abort", stop, own({ once: true }));
  }

  /** The element's own language, else the page's, else the first of the browser's languages that is available. */
  async #prepareWords() {
    const wanted = this.lang || ofDocument("documentElement").lang;
    const language = await loadLanguage(chooseLanguage(wanted ? [wanted] : navigator.languages));
    // The first use of `Intl` is slow in browsers.
    await nextTask();
    return createWords(language, this.getAttribute("region") ?? undefined);
  }

  /** Events from the host's slotted content are not handled here. @param {Event} event @returns {Element | null} */
  #ours({ target }) {
    return target instanceof Element && target.getRootNode() === this.#root ? target : null;
  }

  #onInput = (/** @type {Event} */ event) => {
    const target = this.#ours(event);
    const name = target?.getAttribute("name");
    if (target?.id === PASTE) this.#guard(() => this.#view?.paste.refresh());
    if (name) this.#guard(() => this.#view?.entered(name));
  };

  #onSubmit = (/** @type {Event} */ event) => {
    if (this.#ours(event)) event.preventDefault();
  };

  #onClick = (/** @type {Event} */ event) => {
    const target = this.#ours(event)?.closest("[data-do], [data-focus]");
    if (!(target instanceof HTMLElement)) return;
    // Not from `dataset`, which shows what a page has added to `Object.prototype`.
    const [action, focus] = [target.getAttribute("data-do"), target.getAttribute("data-focus")];
    if (focus !== null) {
      event.preventDefault();
      this.#view?.form.focus(focus);
    }
    if (action !== null) this.#guard(() => this.#view?.act(action, target));
  };

  /** If the core panics, the form keeps its content, and a fresh core answers the next change. @param {() => void} work */
  #guard(work) {
    try {
      work();
    } catch (error) {
      this.#view?.stumble(error);
    }
  }

  /** Not before everything is loaded: a dispatched answer has its sources. */
  #tellLast() {
    if (this.#ready && this.#last) this.#tell("cotton-origin-assess", { assessment: structuredClone(this.#last) });
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, own({ bubbles: true, composed: true, detail })));
  }
}
