/**
 * Decodes the core's answers from one list of numbers, which is faster than setting each property from the wasm.
 *
 * The codes are those of `src/bindings/tape.rs`.
 */

/** Interned strings; tapes refer to them by index. @type {string[]} */
const words = [];

/**
 * @param {number} number
 * @param {string} word
 */
export function intern(number, word) {
  words[number] = word;
}

/**
 * @param {Float64Array} codes
 * @param {string} texts the answer's own texts, joined
 */
export function decode(codes, texts) {
  let at = 0;
  let read = 0;
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
        return texts.slice(read, (read += /** @type {number} */ (codes[at++])));
      case 6: {
        const list = [];
        for (let left = /** @type {number} */ (codes[at++]); left > 0; left--) list.push(next());
        return list;
      }
      default: {
        /** @type {Record<string, unknown>} */
        const record = Object.create(null);
        for (let left = /** @type {number} */ (codes[at++]); left > 0; left--) record[next()] = next();
        // Filled first: assigning to an ordinary object would call a setter that a page has added to `Object.prototype`.
        return { ...record };
      }
    }
  };
  return next();
}
