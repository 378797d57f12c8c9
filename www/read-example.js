/** What a sentence says once it is filled in, for the sentences whose parts are known here; for others none, rather than a wrong one. */

/** What stands for a name in braces, by the beginning of a message's id: another message, or a number of its own. @type {[string, Record<string, string | number>][]} */
const PARTS = [
  ["answer.", { share: "answer.share", like: "answer.like.garment", inRegion: "regions.uyghur-region.in", low: 2, high: 10, from: 3, to: 6 }],
  ["inPart.", { share: "inPart.share", grams: 60 }],
  ["mass.", { grams: "gram", low: 2, high: "gram" }],
  ["status.", {}],
  ["steps.", { share: "per100", place: "", year: 2024 }],
  ["why.story.", { way: 7, grown: 58, failing: 40 }],
  ["detail.", { low: 2, high: 10, from: 3, to: 6 }],
];

/** A place whose name browsers know in most languages. */
const PLACE = "BD";

/**
 * @param {string} language
 * @param {boolean} mirrored whether it runs from right to left
 * @param {(id: string) => string | undefined} find a message of the language
 */
export function createExamples(language, mirrored, find) {
  const knows = (/** @type {{ supportedLocalesOf(tag: string): string[] }} */ service) => service.supportedLocalesOf(language).length > 0;
  const format = new Intl.NumberFormat(knows(Intl.NumberFormat) ? language : "en");
  const place = knows(Intl.DisplayNames) ? new Intl.DisplayNames(language, { type: "region" }).of(PLACE) : find(`places.${PLACE}`);
  // As in the product: what is filled in may run in the other direction than the sentence.
  const isolated = (/** @type {string} */ text) => (mirrored ? `\u2068${text}\u2069` : text);

  /** @param {string} name @param {Record<string, string | number>} parts @param {number} n @returns {string | undefined} */
  const part = (name, parts, n) => {
    if (name === "n" || name === "count") return isolated(format.format(n));
    if (!Object.hasOwn(parts, name)) return undefined;
    if (name === "place") return place && isolated(place);
    const value = parts[name] ?? "";
    if (typeof value === "number") return isolated(name === "year" ? String(value) : format.format(value));
    const text = find(value)?.replace("{n}", isolated(format.format(name === "high" ? 10 : n)));
    return name === "inRegion" ? text : text && isolated(text);
  };

  /**
   * The sentence, filled in; undefined where it has nothing to fill in, or something unknown.
   * @param {string} id @param {string} text @param {number} n the number that it is about
   */
  return (id, text, n) => {
    const parts = PARTS.find(([start]) => id.startsWith(start))?.[1];
    const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    if (!parts || names.length === 0 || names.some((name) => part(name, parts, n) === undefined)) return undefined;
    return text.replace(/\{(\w+)\}/g, (_, name) => part(name, parts, n) ?? "");
  };
}
