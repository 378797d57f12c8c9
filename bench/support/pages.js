/** Pages that are measured besides the site's own. */

/** Words for a shop's page. */
const TEXT = "<p>Woven in a plain weave and washed once before it was cut. It shrinks by about two in a hundred in the first wash, and then no more.</p>";

/** A host's page as `docs/embedding.md` has it: text above and below, room for the widget, and what the visitor reads until it is there. */
const HOST = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="A shirt, its measures and what it is made of.">
    <title>A shirt</title>
    <style>cotton-origin { display: block; min-block-size: 100vh }</style>
    <script type="module" src="/cotton-origin.js"></script>
  </head>
  <body>
    <main>
      <h1>A shirt</h1>
      ${TEXT.repeat(6)}
      <h2>Where its cotton grew</h2>
      <cotton-origin>
        <p>About 20 in 100 grams of the world’s cotton are grown in the Uyghur Region. Ask the shop where this cotton grew.</p>
      </cotton-origin>
      <h2>Sizes</h2>
      ${TEXT.repeat(6)}
    </main>
  </body>
</html>`;

/** By the name of their file. */
export const PAGES = { "blank.html": "<!doctype html><title>Blank</title>", "shop.html": HOST };
