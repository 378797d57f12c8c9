/** Adds what a page showed to the error of a failed test: a time-out by itself explains nothing. */

/** A generous time limit in milliseconds, so that a slow machine causes no failure. */
export const PATIENCE = 60_000;

/** The time limit in milliseconds for one operation on a loaded machine. */
export const LONGEST = 120_000;

/** Runs in the page: its address, its state and its visible text, as one string, which survives whatever a host did to objects. */
export function describePage() {
  const inside = [...document.querySelectorAll("cotton-origin")].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]);
  const texts = [document.body, ...inside].map((part) => /** @type {HTMLElement | null} */ (part)?.innerText ?? "");
  return `${location.href} (${document.readyState}) shows “${texts.join(" ").replace(/\s+/g, " ").trim().slice(0, 2000)}”`;
}

/**
 * Runs a test. If it fails, its error also says what was visible.
 * @param {() => Promise<void>} work
 * @param {() => Promise<string>} describe called after a failure; if it fails or takes too long, the error says that
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
 * Rejects if a promise does not settle in time.
 * @template T
 * @param {number} time in milliseconds
 * @param {Promise<T>} promised
 * @param {string} trouble the message of the error
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
