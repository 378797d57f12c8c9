/**
 * What was kept: in memory, one for all elements of a page, and on the device once the person turned that on.
 *
 * Nothing of the device is read before the person opens the wardrobe. While it is remembered, what stands on the device is the
 * truth: each change is made to that, so that two pages never lose each other's garments.
 */
import { parse, toStored } from "./file.js";

/** @import { Kept } from "./file.js" */

/** What went wrong with the device: the name of a sentence. @typedef {"refused" | "full" | "unreadable"} Trouble */

const KEY = "cotton-origin-wardrobe";

/** @param {() => Storage} device may throw: a browser can refuse it */
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

  /** What the device remembers; null: nothing. @returns {Kept[] | null} */
  function read() {
    const text = device().getItem(KEY);
    return text === null ? null : parse(text);
  }

  /** Writes, or stops remembering: better to say so than to promise it. @returns {Trouble | null} */
  function write() {
    try {
      device().setItem(KEY, toStored(items));
      return null;
    } catch (error) {
      remembering = false;
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
    }
  }

  /** What others changed: another tab of this site. @param {StorageEvent} event */
  function onStorage({ key, newValue }) {
    if (!remembering || (key !== KEY && key !== null)) return;
    try {
      if (newValue !== null) return become(parse(newValue));
    } catch {
      // Something else wrote there: what is here stays here.
    }
    remembering = false;
    become(items);
  }

  /** Takes in what the device remembers, beside what is here. @returns {Trouble | null} */
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
    /** The person opens the wardrobe: what the device remembers comes back. @returns {Trouble | null} */
    open() {
      if (looked) return null;
      const trouble = takeIn();
      looked = true;
      become(items);
      // A browser that refuses is told of when something is to be stored.
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
          // Turned off in another tab: that counts here, too.
          remembering = found !== null;
        } catch {
          // Unreadable all of a sudden: what is in memory is written over it.
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
        // What cannot be read is not asked for twice: turning it on begins anew.
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
    /** Everything, here and on the device. @returns {Trouble | null} */
    forget() {
      items = [];
      try {
        // Other tabs first forget what they hold, and then that it was remembered.
        if (device().getItem(KEY) !== null) write();
      } catch {
        // Said by what follows.
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

/** The page's own. */
export const store = createStore();
