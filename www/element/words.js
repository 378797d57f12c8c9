/** Sentences, numbers and place names in the reader's language, with English for whatever that language lacks. */
import en from "../locales/en.json" with { type: "json" };
import { own } from "../own.js";
import { memoize } from "./memoize.js";
import { tellOnce } from "./locale-choice.js";

/** @import { Language } from "./locale.js" */

/** @typedef {Record<string, string | number | Node | undefined>} Arguments */

/** The name of the region unless the host chooses another. */
const USUAL_NAME = "uyghur-region";

/**
 * @param {Language} language
 * @param {string} [wantedName] the host's choice of a name for the region
 */
export function createWords({ id, tag, sentences }, wantedName = USUAL_NAME) {
  const rtl = sentences.meta.direction === "rtl";
  // Numbers and names may run in the other direction than the sentence, so each is isolated.
  const isolate = rtl ? (/** @type {string} */ text) => `\u2068${text}\u2069` : (/** @type {string} */ text) => text;
  const plural = new Intl.PluralRules(tag);
  const formats = byIntl(tag, sentences.places);

  /** Sentences that were loaded later. @type {Record<string, any>} */
  const added = Object.create(null);

  /** @param {string} path @returns {unknown} */
  const find = (path) => [sentences, added, en].map((all) => path.split(".").reduce(inside, all)).find((found) => found !== undefined);

  const regionName = nameOf(wantedName);
  /** Arguments available to every sentence. @type {Record<string, string>} */
  const always = { region: String(find(`regions.${regionName}.name`)), inRegion: String(find(`regions.${regionName}.in`)) };

  /** @param {string} path @param {Arguments} args @returns {string | undefined} */
  const template = (path, args) => {
    const found = find(path);
    if (typeof found === "string") return formats.digits(found);
    if (typeof found !== "object" || found === null) return undefined;
    const forms = own(/** @type {Record<string, string>} */ (found));
    const form = forms[plural.select(Number(own(args).count))] ?? forms.other;
    return form && formats.digits(form);
  };

  /** @param {Arguments[string]} value @param {string} name */
  const text = (value, name) => (Object.hasOwn(always, name) ? String(value) : isolate(typeof value === "number" ? formats.number(value) : String(value ?? "")));

  return {
    /** Adds sentences, each group under its own key. @param {object} more */
    extend: (more) => void Object.assign(added, more),
    /** The name of the file that the sentences come from. */
    id,
    /** The language of the sentences, for `lang` and `dir`. */
    language: tag,
    direction: rtl ? "rtl" : "ltr",
    /** Whether a native speaker has reviewed all sentences. */
    reviewed: () => sentences.meta.reviewed && added.meta?.reviewed !== false,
    number: formats.number,
    /** Three significant digits: for figures in the arithmetic. @param {number} n */
    figure: (n) => formats.number(n, { maximumFractionDigits: 20, maximumSignificantDigits: 3 }),
    /** A day, a month or a year: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. @type {(iso: string) => string} */
    date: formats.date,
    /** @param {string} path */
    has: (path) => template(path, {}) !== undefined,
    /** A sentence as text. @param {string} path @param {Arguments} [args] */
    say(path, args = {}) {
      const given = own({ ...args, ...always });
      return (template(path, args) ?? path).replace(/\{(\w+)\}/g, (_, name) => text(given[name], name));
    },
    /** A sentence as text and nodes, for arguments with markup of their own. @param {string} path @param {Arguments} args @returns {(string | Node)[]} */
    rich(path, args) {
      const given = own({ ...args, ...always });
      return (template(path, args) ?? path).split(/(\{\w+\})/g).map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name === undefined) return piece;
        const value = given[name];
        return value instanceof Node ? value : text(value, name);
      });
    },
    /** @param {string} code */
    place(code) {
      if (code === "CN-XJ") return String(find(`regions.${regionName}.place`));
      return String(find(`places.${code}`) ?? formats.place(code));
    },
    compare: formats.compare,
    list: formats.list,
  };
}

/** @typedef {ReturnType<typeof createWords>} Words */

/**
 * `Intl` for a language. Many browsers have no data for Uyghur and would use their own language: then places are
 * sorted in the order of the file, and numbers are written as in English.
 * @param {string} tag
 * @param {Record<string, string>} places
 */
function byIntl(tag, places) {
  const has = (/** @type {{ supportedLocalesOf(tag: string): string[] }} */ service) => service.supportedLocalesOf(tag).length > 0;
  const digits = has(Intl.NumberFormat) ? tag : "en";
  // Made on first use: the first answer needs neither, and both are slow to create.
  const names = memoize(() => (has(Intl.DisplayNames) ? new Intl.DisplayNames([tag], own({ type: "region" })) : null));
  const order = Object.values(places);
  const collate = memoize(() => (has(Intl.Collator) ? new Intl.Collator(tag).compare : (/** @type {string} */ a, /** @type {string} */ b) => order.indexOf(a) - order.indexOf(b)));
  const whole = own({ maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(digits, whole);
  const zero = plain.format(0);
  return {
    /** Rewrites the digits of a sentence like those of the numbers inserted into it. @param {string} text */
    digits: (text) => (zero === "0" ? text : text.replace(/\d/g, (digit) => new Intl.NumberFormat(digits).format(Number(digit)))),
    /** @param {number} n @param {Intl.NumberFormatOptions} [options] */
    number: (n, options) => (options ? new Intl.NumberFormat(digits, own({ ...whole, ...options })) : plain).format(n),
    /** @param {string} iso */
    date(iso) {
      if (!has(Intl.DateTimeFormat)) return iso;
      const [, month, day] = iso.split("-");
      /** @type {Intl.DateTimeFormatOptions} */
      const options = own({ year: "numeric", timeZone: "UTC", ...(month && { month: "long" }), ...(day && { day: "numeric" }) });
      return new Intl.DateTimeFormat(tag, options).format(new Date(iso));
    },
    /** @param {string} code */
    place(code) {
      try {
        return names()?.of(code) ?? code;
      } catch {
        return code;
      }
    },
    /** @type {(a: string, b: string) => number} */
    compare: (a, b) => collate()(a, b),
    /** @param {string[]} items */
    list: (items) => (has(Intl.ListFormat) ? new Intl.ListFormat(tag, own({ type: "conjunction" })).format(items) : items.join("، ")),
  };
}

/** @param {any} at @param {string} key */
const inside = (at, key) => (typeof at === "object" && Object.hasOwn(at, key) ? at[key] : undefined);

/** @param {string} name */
function nameOf(name) {
  if (Object.hasOwn(en.regions, name)) return name;
  tellOnce(`region="${name}" is not one of ${Object.keys(en.regions).join(", ")}; it is called as with ${USUAL_NAME}.`);
  return USUAL_NAME;
}
