/** Served beside the site's files, and named by host pages before anything else: notes what a page keeps, sends, or looks up. `trapped` holds the names. */
{
  /** @type {string[]} */
  const trapped = [];
  Object.defineProperty(globalThis, "trapped", { value: trapped });

  /** Where a name is really defined: engines differ in whether that is the object or what it inherits from. @param {any} from @param {string} name */
  function ownerOf(from, name) {
    let owner = from;
    while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    return owner;
  }

  /** @param {any} from @param {string} name */
  function trap(from, name) {
    const owner = ownerOf(from, name);
    // Some engines lack some: what is not there cannot be used.
    if (!owner) return;
    const { get, set, value, enumerable = true } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    /** @param {Function} original */
    const noted = (original) =>
      /** @this {unknown} @param {unknown[]} rest */ function (...rest) {
        trapped.push(name);
        return new.target ? Reflect.construct(original, rest) : Reflect.apply(original, this, rest);
      };
    if (value) Object.defineProperty(owner, name, { value: noted(value), writable: true, configurable: true, enumerable });
    else Object.defineProperty(owner, name, { get: get && noted(get), set: set && noted(set), configurable: true, enumerable });
  }

  const REQUESTS = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "Worker", "SharedWorker", "BroadcastChannel", "open", "Image"];
  const STORAGE = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "name"];
  for (const name of [...REQUESTS, ...STORAGE]) trap(globalThis, name);
  for (const name of ["sendBeacon", "serviceWorker", "storage", "geolocation", "clipboard", "share", "credentials", "userAgent", "mediaDevices"]) trap(navigator, name);
  for (const name of ["pushState", "replaceState"]) trap(history, name);
  // What a host's page says, asks and was called by is not ours to read.
  for (const name of ["cookie", "title", "referrer", "URL", "documentURI", "forms", "images", "links", "scripts", "body", "getElementById", "getElementsByTagName", "getElementsByClassName", "getElementsByName", "querySelector", "querySelectorAll", "evaluate"]) trap(document, name);
}
