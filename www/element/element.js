/** The element's life: waits for the core, shows what the host wrote until then, listens only while on a page. */
import { loadCore, loadWhole } from "../core.js";
import { explain, explainMore } from "./fallback.js";
import { h, ofDocument } from "./dom.js";
import { keepAcrossPages } from "./keep-across-pages.js";
import { HOST_ATTRIBUTES, readHost } from "./host.js";
import { loadMore } from "./load-more.js";
import { chooseLanguage } from "./locale-choice.js";
import { loadLanguage } from "./locale.js";
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

/** On a server, where pages are only written, there are no elements: it is imported there all the same, and does nothing. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class CottonOriginElement extends Base {
  static observedAttributes = ["lang", "dir", "region", ...HOST_ATTRIBUTES];

  #root = this.attachShadow({ mode: "open" });
  /** @type {View | null} */
  #view = null;
  /** Whether it gave up: until it is put on a page anew. */
  #failed = false;
  /** How often it was begun: a language that comes late does not replace the one that was asked for last. */
  #turn = 0;
  /** Whether everything is there that this needs. */
  #ready = false;
  /** The last answer. @type {Assessment | null} */
  #last = null;
  /** @type {AbortController | null} */
  #listening = null;

  constructor() {
    super();
    // First of all, so that whatever fails from here on, what the host wrote is shown.
    this.#root.append(h("slot"));
  }

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.#root.addEventListener("input", this.#onInput, { signal });
    this.#root.addEventListener("click", this.#onClick, { signal });
    this.#root.addEventListener("submit", this.#onSubmit, { signal });
    addEventListener("pagehide", () => keepAcrossPages(this.#root), { signal });
    if (this.#view) this.#watch(signal);
    else void this.#start();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#listening = null;
  }

  attributeChangedCallback() {
    // Not before it is on a page, and not once it failed.
    if (this.#listening && !this.#failed) void this.#start();
  }

  async #start() {
    const turn = ++this.#turn;
    this.#failed = false;
    // Beside the core, not after it.
    const prepared = this.#prepareWords();
    try {
      adoptFirst(this.#root);
      const [core, words] = await Promise.all([loadCore(), prepared]);
      if (!this.#listening || turn !== this.#turn) return;
      const kept = this.#view && { market: this.#view.form.market, form: this.#view.form.keep(), paste: this.#view.paste.keep() };
      const direction = this.dir === "rtl" || this.dir === "ltr" ? this.dir : words.direction;
      const view = createView(core, words, direction, readHost(this), this.#root, (assessment) => {
        this.#last = assessment;
        this.#tellLast();
      });
      if (kept) {
        const followed = (/** @type {State} */ state) => followMarket(state, kept.market, view.form.market);
        view.form.restore(followed(kept.form));
        view.paste.restore({ ...kept.paste, before: kept.paste.before && followed(kept.paste.before) });
      }
      this.#root.replaceChildren(view.node);
      this.#view = view;
      this.#watch(this.#listening.signal);
      // What is told to the host is told with its sources: not yet on the very first.
      view.refresh();
      await this.#complete(view);
    } catch (error) {
      const words = await prepared;
      if (turn === this.#turn) this.#fail(error, words);
    }
  }

  /** The first answer is on the page; now what is below it. Without that the answer still stands. @param {View} view */
  async #complete(view) {
    const parts = Promise.all([loadWhole(), loadMore()]);
    // Behind the others, and waited for by nobody: most people paste nothing.
    view.prepare();
    try {
      const [whole, { createMore }] = await parts;
      await nextTask();
      await view.complete(whole, createMore);
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
    if (stop) signal.addEventListener("abort", stop, { once: true });
  }

  /** Its own language, else the page's, else the first of the reader's that there is. */
  async #prepareWords() {
    const wanted = this.lang || ofDocument("documentElement").lang;
    const language = await loadLanguage(chooseLanguage(wanted ? [wanted] : navigator.languages));
    // What the browser knows of numbers takes it a while to look up, the first time.
    await nextTask();
    return createWords(language, this.getAttribute("region") ?? undefined);
  }

  /** What happens in the host's own slot is the host's. @param {Event} event @returns {Element | null} */
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
    const { do: action, focus } = target.dataset;
    if (focus !== undefined) {
      event.preventDefault();
      this.#view?.form.focus(focus);
    }
    if (action !== undefined) this.#guard(() => this.#view?.act(action, target));
  };

  /** What a core broke on stays in the form; a fresh one answers the next change. @param {() => void} work */
  #guard(work) {
    try {
      work();
    } catch (error) {
      this.#view?.stumble(error);
    }
  }

  /** Not before everything is there: what the host is told of has its sources. */
  #tellLast() {
    if (this.#ready && this.#last) this.#tell("cotton-origin-assess", { assessment: this.#last });
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
