/** What stands inside the element has a link: where a system removes the element and leaves what is in it, that is the only way on. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { snippetOf } from "../../www/snippet.js";

const text = (/** @type {string} */ path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const CHOICES = { system: "html", way: /** @type {const} */ ("element"), lang: "", region: "", market: "", theme: "", ground: "", colour: "", compact: false, questions: null, sections: null, action: "", link: "", host: "" };

/** @type {[string, () => Promise<string>][]} */
const SNIPPETS = [
  ["the README", () => text("README.md")],
  ["docs/embedding.md", () => text("docs/embedding.md")],
  ["the page for owners", async () => (await snippetOf(CHOICES, "https://your-site.example/cotton-origin", {}, JSON.parse(await text("www/locales/page/en.json")))).html],
];

for (const [name, snippet] of SNIPPETS) {
  test(`${name} gives it a link to the estimate's own page`, async () => {
    const [, inside = ""] = /<cotton-origin>([^]*?)<\/cotton-origin>/.exec(await snippet()) ?? [];
    assert.match(inside, /<p>[^<]+<a href="https:\/\/your-site\.example\/cotton-origin\/(?:[\d.]+\/)?index\.html">[^<]+<\/a><\/p>/);
  });
}

test("so does the plug-in, and it asks optimisers to leave the script alone", async () => {
  const php = await text("target/wordpress/cotton-origin/cotton-origin.php");
  assert.match(php, /\$content = '<p>' \. .* \. ' <a href="' \. esc_url\( cotton_origin_page\(\) \)/);
  assert.match(php, /plugins_url\( COTTON_ORIGIN_WIDGET \. '\/index\.html', __FILE__ \)/);
  assert.match(php, /crossorigin data-cfasync="false" data-no-optimize="1" data-no-minify="1" data-no-defer="1"><\/script>/);
});
