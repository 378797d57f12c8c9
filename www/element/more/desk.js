/** What is open in the form, and what stood there before: nothing that was typed is thrown away. */
import { fill, write } from "../fill.js";
import { inProportion } from "../proportion.js";

/** @import { CottonOriginError, Garment } from "../../types.d.ts" */
/** @import { Entries } from "../fill.js" */
/** @import { Context } from "./more.js" */

/** @typedef {{ entries: Entries, editing: string | null }} Before */

/**
 * `filled`: what the form held when it was last filled or kept, which is therefore nowhere lost.
 * By element: a change of language makes everything anew but this.
 * @type {WeakMap<Element, { editing: string | null, before: Before[], left: string[], filled: string }>}
 */
const desks = new WeakMap();

/** @param {Context} context */
export function createDesk({ core, form, root, renew }) {
  const desk = desks.get(root.host) ?? { editing: null, before: [], left: [], filled: "" };
  desks.set(root.host, desk);
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** What is in the form and nowhere else. @returns {Before[]} */
  const typed = () => {
    const entries = form.keep();
    return isTouched(entries) && JSON.stringify(entries) !== desk.filled ? [{ entries, editing: desk.editing }] : [];
  };
  const told = () => watchers.forEach((watcher) => watcher());

  return {
    /** The id of the kept garment that is in the form. */
    get editing() {
      return desk.editing;
    },
    /** The fields of which the form cannot show all. */
    get left() {
      return desk.left;
    },
    get canPutBack() {
      return desk.before.length > 0;
    },
    /** @param {() => void} watcher */
    watch: (watcher) => void watchers.add(watcher),
    /** The garment in the form now, as it was answered; else the error with what is wrong. */
    read() {
      try {
        return core.garment(form.entries());
      } catch (error) {
        const scaled = inProportion(core, form.entries(), /** @type {CottonOriginError} */ (error).fields ?? []);
        if (!scaled) throw error;
        return core.garment(scaled);
      }
    },
    /** Fills the form; what stood there can be put back. @param {Garment} garment @param {string | null} [editing] */
    put(garment, editing = null) {
      desk.before.push(...typed());
      desk.left = fill(form, garment, core.garment);
      desk.filled = JSON.stringify(form.keep());
      desk.editing = editing;
      renew();
      told();
    },
    /** Pressed again and again, it comes round to everything that was typed. */
    putBack() {
      const last = desk.before.pop();
      if (!last) return;
      desk.before.unshift(...typed());
      write(form, last.entries);
      desk.editing = last.editing;
      desk.left = [];
      renew();
      told();
    },
    /** What is in the form was kept, or belongs to no kept garment any more. @param {boolean} kept */
    close(kept) {
      if (kept) desk.filled = JSON.stringify(form.keep());
      desk.editing = null;
      desk.left = [];
      told();
    },
  };
}

/** @typedef {ReturnType<typeof createDesk>} Desk */

/** An empty form says cotton, and nothing else. @param {Entries} entries */
const isTouched = (entries) => entries.some(([name, value]) => value !== "" && !(name === "fibres.0.fibre" && value === "cotton"));
