/** Pages that add to `Object.prototype`, as old libraries that merge objects can be made to do. */
import { readFile } from "node:fs/promises";

const WWW = new URL("../../../target/www/", import.meta.url);

/** The names of options that browsers look for, whether or not a script writes them: of `fetch`, listeners, events, shadow roots, observers, `Intl`, properties, policies. */
const OPTIONS = `body cache credentials duplex headers integrity keepalive method mode priority redirect referrer referrerPolicy signal window
capture once passive bubbles cancelable composed detail data dataTransfer inputType isComposing targetRanges view which
clonable customElementRegistry delegatesFocus mode serializable slotAssignment root rootMargin scrollMargin threshold delay trackVisibility box
get set value writable enumerable configurable cause endings type lastModified fatal ignoreBOM is createHTML createScript createScriptURL transfer
localeMatcher style fallback languageDisplay numeric usage sensitivity ignorePunctuation collation caseFirst granularity currency currencyDisplay currencySign unit
unitDisplay notation compactDisplay minimumIntegerDigits minimumFractionDigits maximumFractionDigits minimumSignificantDigits maximumSignificantDigits roundingMode
roundingPriority roundingIncrement trailingZeroDisplay useGrouping signDisplay numberingSystem calendar timeZone timeZoneName year month day hour minute second weekday
era dateStyle timeStyle hour12 hourCycle dayPeriod fractionalSecondDigits formatMatcher block inline behavior container preventScroll focusVisible
alpha colorSpace colorType desynchronized willReadFrequently builtins importedStringConstants text title url files wasm label figures languages`.split(/\s+/);

/**
 * The language itself looks for these on every object, so no page runs for long that has added them: `then` on what is awaited, `return` on what is taken apart.
 * Only reading them is harmless.
 */
const OF_THE_LANGUAGE = ["then", "return"];

/** Every name that stands in the built scripts, and every one that browsers look for; not what every object has anyway. */
export async function everyName() {
  const scripts = await Promise.all(["cotton-origin.js", "cotton-origin-more.js"].map((file) => readFile(new URL(file, WWW), "utf8")));
  const written = scripts.join("\n").match(/[A-Za-z_$][\w$-]*/g) ?? [];
  return [...new Set([...OPTIONS, ...written])].filter((name) => !(name in Object.prototype) && !OF_THE_LANGUAGE.includes(name));
}

/** What the page does itself where a test would run a script in it: playwright's own would read from `Object.prototype`, too. */
export const LEVERS = '<button id="german">In German</button> <button id="tell">What was read</button> <output></output>';

/**
 * A script that adds to `Object.prototype`; `how` is the text of a function of a name that gives a property's descriptor, and sees `seen`, a list, and `top`,
 * which says what code asked.
 * @param {string[]} names
 * @param {string} how
 */
export const polluting = (names, how) => `<script>{
  const define = Object.defineProperty, seen = [];
  addEventListener("click", ({ target }) => {
    if (target.id === "german") document.querySelector("cotton-origin").setAttribute("lang", "de");
    if (target.id === "tell") document.querySelector("output").textContent = seen.join("\\n");
  });
  const top = () => (new Error().stack.split("\\n").slice(3).find((line) => line.includes("http")) ?? "").trim();
  const how = ${how};
  for (const name of ${JSON.stringify(names)}) define(Object.prototype, name, { __proto__: null, configurable: true, ...how(name) });
}</script>`;
