/** Every sentence, number and place name, in the reader's language where there is one and in English where there is not. */
import en from "../locales/en.json" with { type: "json" };

/** Whole locales by language. A build or a later version adds to this. @type {Record<string, unknown>} */
const locales = { en };

/** Languages the site's owner was already told about. @type {Set<string>} */
const told = new Set();

/** @typedef {Record<string, string | number | Node | undefined>} Arguments */

/**
 * @param {string} wanted a language tag, perhaps a bad one
 */
export function createWords(wanted) {
  const tag = valid(wanted) ?? "en";
  const language = tag.split("-")[0] ?? "en";
  const known = language in locales;
  if (!known) tell(wanted);
  const messages = locales[known ? language : "en"];
  const rtl = known && isRtl(tag);
  // Numbers and names run against the sentence where one of the two is right-to-left: keep each to itself.
  const isolate = rtl || isRtl(tag) ? (/** @type {string} */ text) => `\u2068${text}\u2069` : (/** @type {string} */ text) => text;
  const plural = new Intl.PluralRules(known ? tag : "en");
  const names = new Intl.DisplayNames([tag], { type: "region" });

  /** What was added later. @type {Record<string, unknown>} */
  const added = {};

  /** @param {string} path @returns {unknown} */
  const find = (path) => [messages, added].map((all) => path.split(".").reduce(inside, all)).find((found) => found !== undefined);

  /** @param {string} path @param {Arguments} args @returns {string | undefined} */
  const template = (path, args) => {
    const found = find(path);
    if (typeof found === "string") return found;
    if (typeof found !== "object" || found === null) return undefined;
    const forms = /** @type {Record<string, string>} */ (found);
    return forms[plural.select(Number(args.count))] ?? forms.other;
  };

  /** @param {number} n @param {Intl.NumberFormatOptions} [options] */
  const number = (n, options) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0, ...options }).format(n);

  return {
    /** Adds sentences under names of their own. @param {object} more */
    extend: (more) => void Object.assign(added, more),
    /** The language the sentences are in, for `lang` and `dir`. */
    language: known ? tag : "en",
    direction: rtl ? "rtl" : "ltr",
    number,
    /** Three digits that count: for figures that are multiplied out. @param {number} n */
    figure: (n) => number(n, { maximumFractionDigits: 20, maximumSignificantDigits: 3 }),
    /** A day, a month or a year: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. @param {string} iso */
    date(iso) {
      const [, month, day] = iso.split("-");
      /** @type {Intl.DateTimeFormatOptions} */
      const options = { year: "numeric", timeZone: "UTC", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
      return new Intl.DateTimeFormat(tag, options).format(new Date(iso));
    },
    /** @param {string} path */
    has: (path) => template(path, {}) !== undefined,
    /** A sentence as text. @param {string} path @param {Arguments} [args] */
    say(path, args = {}) {
      return (template(path, args) ?? path).replace(/\{(\w+)\}/g, (_, name) => {
        const value = args[name];
        return isolate(typeof value === "number" ? number(value) : String(value ?? ""));
      });
    },
    /** A sentence as text and nodes, for arguments that are set apart. @param {string} path @param {Arguments} args @returns {(string | Node)[]} */
    rich(path, args) {
      return (template(path, args) ?? path).split(/(\{\w+\})/g).map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        const value = name === undefined ? piece : args[name];
        if (value instanceof Node) return value;
        return typeof value === "number" ? isolate(number(value)) : name === undefined ? piece : isolate(String(value ?? ""));
      });
    },
    /** @param {string} code */
    place(code) {
      if (find(`places.${code}`) !== undefined) return String(find(`places.${code}`));
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
    /** @type {(a: string, b: string) => number} */
    compare: new Intl.Collator(tag).compare,
    /** @param {string[]} items */
    list: (items) => new Intl.ListFormat(tag, { type: "conjunction" }).format(items),
  };
}

/** @typedef {ReturnType<typeof createWords>} Words */

/** @param {any} at @param {string} key */
const inside = (at, key) => (typeof at === "object" && Object.hasOwn(at, key) ? at[key] : undefined);

/** @param {string} tag */
function valid(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** @param {string} tag */
function isRtl(tag) {
  const { language, script } = new Intl.Locale(tag).maximize();
  return /^(Arab|Hebr|Thaa|Syrc|Nkoo)$/.test(script ?? "") || language === "ug";
}

/** @param {string} tag */
function tell(tag) {
  if (told.has(tag)) return;
  told.add(tag);
  console.info(`<cotton-origin>: there are no sentences in "${tag}" yet; they are in English. Numbers and place names follow "${tag}" where the browser can.`);
}
