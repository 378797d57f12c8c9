/**
 * The kept garments: in memory, shared by all elements of a page, and in the device's storage if the visitor turned that on.
 *
 * Storage is not read before the visitor opens the wardrobe. While remembering is on, storage is the
 * source of truth: each change is applied to it, so that two tabs never lose each other's garments.
 */
import { parse, toStored } from "./file.js";

/** @import { Kept } from "./file.js" */

/** A problem with storage: the key of a sentence. @typedef {"refused" | "full" | "unreadable"} Trouble */

const KEY = "cotton-origin-wardrobe";

/** @param {() => Storage} device may throw, as browsers can refuse access */
export function createStore(device = () => localStorage) {
  /** @type {readonly Kept[]} */
  let items = [];
  let remembering = false;
  let looked = false;
  /** @type {Set<() => void>} */
  const watchers = new Set();

  /** @param {readonly Kept[]} next */
  function become(next) {
    items = next;
    for (const watcher of watchers) watcher();
  }

  /** The garments in storage; null if there are none. @returns {Kept[] | null} */
  function read() {
    const text = device().getItem(KEY);
    return text === null ? null : parse(text);
  }

  /** Writes to storage; if that fails, turns remembering off and says so. @returns {Trouble | null} */
  function write() {
    try {
      device().setItem(KEY, toStored(items));
      return null;
    } catch (error) {
      remembering = false;
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
    }
  }

  /** Takes over a change from another tab. @param {StorageEvent} event */
  function onStorage({ key, newValue }) {
    if (!remembering || (key !== KEY && key !== null)) return;
    try {
      if (newValue !== null) return become(parse(newValue));
    } catch {
      // The stored text is not ours: keep what is in memory.
    }
    remembering = false;
    become(items);
  }

  /** Merges the garments in storage with those in memory. @returns {Trouble | null} */
  function takeIn() {
    try {
      const found = read();
      looked = true;
      if (found === null) return null;
      remembering = true;
      const there = new Set(found.map(({ id }) => id));
      items = [...found, ...items.filter(({ id }) => !there.has(id))];
      return items.length > found.length ? write() : null;
    } catch (error) {
      return error instanceof DOMException ? "refused" : "unreadable";
    }
  }

  return {
    get items() {
      return items;
    },
    get remembering() {
      return remembering;
    },
    /** @param {() => void} watcher called after each change @returns {() => void} stops that */
    watch(watcher) {
      if (watchers.size === 0) addEventListener("storage", onStorage);
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) removeEventListener("storage", onStorage);
      };
    },
    /** The visitor opens the wardrobe: load what is in storage. @returns {Trouble | null} */
    open() {
      if (looked) return null;
      const trouble = takeIn();
      looked = true;
      become(items);
      // A refusal is reported when something is to be stored.
      return trouble === "refused" ? null : trouble;
    },
    /** @param {(items: readonly Kept[]) => readonly Kept[]} alter @returns {Trouble | null} */
    change(alter) {
      /** @type {Trouble | null} */
      let trouble = null;
      if (remembering) {
        try {
          const found = read();
          items = found ?? items;
          // Remembering was turned off in another tab, so it is off here, too.
          remembering = found !== null;
        } catch {
          // Storage became unreadable: overwrite it with what is in memory.
        }
      }
      items = alter(items);
      if (remembering) trouble = write();
      become(items);
      return trouble;
    },
    /** @param {boolean} on @returns {Trouble | null} */
    remember(on) {
      /** @type {Trouble | null} */
      let trouble = null;
      if (on) {
        trouble = takeIn();
        // If storage cannot be read, turning remembering on starts afresh.
        if (trouble !== "refused") {
          remembering = true;
          trouble = write();
        }
      } else {
        remembering = false;
        trouble = clear();
      }
      become(items);
      return trouble;
    },
    /** Forgets everything, in memory and in storage. @returns {Trouble | null} */
    forget() {
      items = [];
      try {
        // First an empty wardrobe, so that other tabs empty theirs, then no entry at all.
        if (device().getItem(KEY) !== null) write();
      } catch {
        // Reported by the next statement.
      }
      remembering = false;
      const trouble = clear();
      become(items);
      return trouble;
    },
  };

  function clear() {
    try {
      device().removeItem(KEY);
      return null;
    } catch {
      return "refused";
    }
  }
}

/** The store that all elements of the page share. */
export const store = createStore();
