/**
 * Makes the core's answers out of one list of numbers: crossing into the wasm for each property costs more than all of this.
 *
 * The codes are those of `src/bindings/tape.rs`.
 */

/** Words that every answer may hold, by their number: told once. @type {string[]} */
const words = [];

/**
 * @param {number} number
 * @param {string} word
 */
export function learn(number, word) {
  words[number] = word;
}

/**
 * @param {Float64Array} codes
 * @param {string} texts the answer's own texts, one after the other
 */
export function play(codes, texts) {
  let at = 0;
  let told = 0;
  /** @returns {any} */
  const next = () => {
    switch (codes[at++]) {
      case 0:
        return null;
      case 1:
        return false;
      case 2:
        return true;
      case 3:
        return codes[at++];
      case 4:
        return words[/** @type {number} */ (codes[at++])];
      case 5:
        return texts.slice(told, (told += /** @type {number} */ (codes[at++])));
      case 6: {
        const list = [];
        for (let left = /** @type {number} */ (codes[at++]); left > 0; left--) list.push(next());
        return list;
      }
      default: {
        /** @type {Record<string, unknown>} */
        const record = {};
        for (let left = /** @type {number} */ (codes[at++]); left > 0; left--) record[next()] = next();
        return record;
      }
    }
  };
  return next();
}
