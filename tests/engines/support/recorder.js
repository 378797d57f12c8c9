/** Served beside the site's files, and named by host pages before anything else: keeps what a page complains about, alike in every engine. */
{
  /** @type {string[]} */
  const complaints = [];
  Object.defineProperty(globalThis, "complaints", { value: complaints });
  for (const level of /** @type {const} */ (["error", "warn"])) {
    const print = console[level];
    console[level] = (...data) => {
      complaints.push(`${level}: ${data.join(" ")}`);
      print(...data);
    };
  }
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // The icon of the host's site is the browser's own wish.
    if (!blockedURI.endsWith("/favicon.ico")) complaints.push(`refused: ${effectiveDirective} ${blockedURI}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(`rejected: ${reason}`));
  // A file that does not load tells only its own element, on the way down.
  const address = (/** @type {any} */ { src, href }) => src ?? href;
  addEventListener("error", ({ message, target }) => complaints.push(message ? `thrown: ${message}` : `not loaded: ${address(target)}`), true);
}
