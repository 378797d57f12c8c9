/**
 * Computes a value on first use, and once.
 * @template T
 * @param {() => T} make
 */
export function memoize(make) {
  /** @type {[T] | undefined} */
  let made;
  return () => (made ??= [make()])[0];
}
