/**
 * A copy of options that inherits nothing. Whatever reads options, ours or the browser's (`fetch`, `addEventListener`, `Intl` …), also finds what a page
 * has added to `Object.prototype`: an address there would be fetched without a digest, a `once` would end an element's listening.
 * @template {object} const T
 * @param {T} options
 * @returns {T}
 */
export const own = (options) => Object.assign(Object.create(null), options);

/**
 * The same for a value and everything in it.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function bare(value) {
  if (Array.isArray(value)) return /** @type {T} */ (value.map(bare));
  if (typeof value !== "object" || value === null) return value;
  const copy = /** @type {any} */ (own(value));
  for (const key of Object.keys(copy)) copy[key] = bare(copy[key]);
  return copy;
}

/**
 * Functions whose results inherit nothing: what an answer leaves out is then missing, whatever a page has added to `Object.prototype`.
 * @template {object} T
 * @param {T} core
 * @returns {T}
 */
export const barely = (core) => /** @type {T} */ (Object.fromEntries(Object.entries(core).map(([name, call]) => [name, (/** @type {unknown[]} */ ...args) => bare(call(...args))])));
