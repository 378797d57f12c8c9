/** Which kept garment is open in the form, and what the form held before, so that nothing typed is lost. */
import { write } from "../fill.js";
import { MARKET } from "../market.js";

/** @import { Garment } from "../../types.d.ts" */
/** @import { Form } from "../form.js" */
/** @import { State } from "../fill.js" */
/** @import { Context } from "./more.js" */

/** @typedef {{ state: State, editing: string | null }} Before */

/**
 * `filled`: the form's content when it was last filled or kept, which therefore need not be saved.
 * Stored by element, because a change of language rebuilds everything else.
 * @type {WeakMap<Element, { editing: string | null, before: Before[], filled: string }>}
 */
const openGarments = new WeakMap();

/** @param {Context} context */
export function createOpenGarment({ form, root, renew }) {
  const openGarment = openGarments.get(root.host) ?? { editing: null, before: [], filled: "" };
  openGarments.set(root.host, openGarment);
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** The content of the form, if it is saved nowhere else. @returns {Before[]} */
  const typed = () => {
    const state = form.keep();
    return isTouched(form) && JSON.stringify(state) !== openGarment.filled ? [{ state, editing: openGarment.editing }] : [];
  };
  const told = () => watchers.forEach((watcher) => watcher());

  return {
    /** The id of the kept garment that is in the form. */
    get editing() {
      return openGarment.editing;
    },
    get canPutBack() {
      return openGarment.before.length > 0;
    },
    /** @param {() => void} watcher */
    watch: (watcher) => void watchers.add(watcher),
    /** Fills the form; its content can be restored. @param {Garment} garment @param {string | null} [editing] */
    put(garment, editing = null) {
      openGarment.before.push(...typed());
      write(form, { entries: [], garment });
      openGarment.editing = editing;
      renew();
      // By now the core has normalised the garment.
      openGarment.filled = JSON.stringify(form.keep());
      told();
    },
    /** Pressing it repeatedly cycles through everything that was typed. */
    putBack() {
      const last = openGarment.before.pop();
      if (!last) return;
      openGarment.before.unshift(...typed());
      write(form, last.state);
      openGarment.editing = last.editing;
      renew();
      told();
    },
    /** The form's content was kept, or no longer belongs to a kept garment. @param {boolean} kept */
    close(kept) {
      if (kept) openGarment.filled = JSON.stringify(form.keep());
      openGarment.editing = null;
      told();
    },
  };
}

/** @typedef {ReturnType<typeof createOpenGarment>} OpenGarment */

/** An empty form names cotton, and what the site says of where its readers buy. @param {Form} form */
export const isTouched = (form) => [...Object.entries(form.unseen()), ...form.keep().entries].some(([name, value]) => value !== "" && !(name === "fibres.0.fibre" && value === "cotton") && !(name === MARKET && value === form.market));
