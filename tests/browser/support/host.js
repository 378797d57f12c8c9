/** Pages of hosts, each on an origin that is not the site's. */

/**
 * @param {string} body
 * @param {{ head?: string, html?: string }} [more] more markup for the head, and attributes of `<html>`
 */
export const hostPage = (body, { head = "", html = 'lang="en"' } = {}) => `<!doctype html>
<html ${html}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A host</title>
    ${head}
  </head>
  <body>${body}</body>
</html>`;

/** The script tag that a host copies. @param {string} site @param {string} [more] attributes */
export const script = (site, more = "") => `<script type="module" src="${site}/cotton-origin.js" ${more}></script>`;

/** A host's fallback content: shown until the element is ready, and where it cannot run. */
export const CHILDREN = '<p>About 84 in 100 grams of China’s cotton. <a href="/about">More on this</a></p>';
