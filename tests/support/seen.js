/** What a page showed when its test failed: without that, a wait that ended in vain says nothing. */

/** Far longer than anything takes, in milliseconds, so that a failure is not a slow machine's. */
export const PATIENCE = 60_000;

/** A loaded machine may take this long over what a test does in one go, in milliseconds. */
export const LONGEST = 120_000;

/** Runs in the page: its address, its state and the text that can be seen, as one text, which comes through whatever a host did to objects. */
export function describePage() {
  const inside = [...document.querySelectorAll("cotton-origin")].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]);
  const texts = [document.body, ...inside].map((part) => /** @type {HTMLElement | null} */ (part)?.innerText ?? "");
  return `${location.href} (${document.readyState}) shows “${texts.join(" ").replace(/\s+/g, " ").trim().slice(0, 2000)}”`;
}

/**
 * Does what a test does. Where that fails, its error also says what could be seen then.
 * @param {() => Promise<void>} work
 * @param {() => Promise<string>} describe asked then; where it fails or takes too long, that is said
 */
export async function tellWhatIsSeen(work, describe) {
  try {
    await work();
  } catch (error) {
    const seen = await within(10_000, describe(), "the page says nothing").catch(String);
    const told = error instanceof Error ? error : new Error(String(error));
    told.message += `\n${seen}`;
    throw told;
  }
}

/**
 * What is not there in time is an error, also where nobody else would ever say so.
 * @template T
 * @param {number} time in milliseconds
 * @param {Promise<T>} promised
 * @param {string} trouble what the error says
 * @returns {Promise<T>}
 */
export async function within(time, promised, trouble) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${trouble}, for ${time / 1000} s`)), time)));
  try {
    return /** @type {T} */ (await Promise.race([promised, late]));
  } finally {
    clearTimeout(timer);
  }
}
