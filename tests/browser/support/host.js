/** Pages of hosts, each on an origin that is not the site's. */

/**
 * @param {string} body
 * @param {{ head?: string, html?: string }} [more] what else stands in the head, and attributes of `<html>`
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

/** The line that a host copies. @param {string} site @param {string} [more] attributes */
export const script = (site, more = "") => `<script type="module" src="${site}/cotton-origin.js" ${more}></script>`;

/** What a host writes inside: shown until the element is ready, and where it cannot be. */
export const CHILDREN = '<p>About 84 in 100 grams of China’s cotton. <a href="/about">More on this</a></p>';
