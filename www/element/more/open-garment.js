/** What is open in the form, and what stood there before: nothing that was typed is thrown away. */
import { write } from "../fill.js";
import { MARKET } from "../market.js";

/** @import { Garment } from "../../types.d.ts" */
/** @import { Form } from "../form.js" */
/** @import { State } from "../fill.js" */
/** @import { Context } from "./more.js" */

/** @typedef {{ state: State, editing: string | null }} Before */

/**
 * `filled`: what the form held when it was last filled or kept, which is therefore nowhere lost.
 * By element: a change of language makes everything anew but this.
 * @type {WeakMap<Element, { editing: string | null, before: Before[], filled: string }>}
 */
const openGarments = new WeakMap();

/** @param {Context} context */
export function createOpenGarment({ form, root, renew }) {
  const openGarment = openGarments.get(root.host) ?? { editing: null, before: [], filled: "" };
  openGarments.set(root.host, openGarment);
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** What is in the form and nowhere else. @returns {Before[]} */
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
    /** Fills the form; what stood there can be put back. @param {Garment} garment @param {string | null} [editing] */
    put(garment, editing = null) {
      openGarment.before.push(...typed());
      write(form, { entries: [], garment });
      openGarment.editing = editing;
      renew();
      // The core has said by now what the garment is in its own words.
      openGarment.filled = JSON.stringify(form.keep());
      told();
    },
    /** Pressed again and again, it comes round to everything that was typed. */
    putBack() {
      const last = openGarment.before.pop();
      if (!last) return;
      openGarment.before.unshift(...typed());
      write(form, last.state);
      openGarment.editing = last.editing;
      renew();
      told();
    },
    /** What is in the form was kept, or belongs to no kept garment any more. @param {boolean} kept */
    close(kept) {
      if (kept) openGarment.filled = JSON.stringify(form.keep());
      openGarment.editing = null;
      told();
    },
  };
}

/** @typedef {ReturnType<typeof createOpenGarment>} OpenGarment */

/** An empty form says cotton, and what the site says of where its readers buy. @param {Form} form */
const isTouched = (form) => [...Object.entries(form.unseen()), ...form.keep().entries].some(([name, value]) => value !== "" && !(name === "fibres.0.fibre" && value === "cotton") && !(name === MARKET && value === form.market));
