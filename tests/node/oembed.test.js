/** oEmbed, by its specification: with an address, pages link to a response with a frame; without one, they have no link. */
import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import test from "node:test";

/** A build without an address, and the pages of a build with this one. */
const SITE = new URL("../../target/www/", import.meta.url);
const ADDRESSED = new URL("../../target/addressed/", import.meta.url);
const ADDRESS = "https://cotton.example/estimate/";

/** The `<link>`s of a page that lead to oEmbed. @param {string} html */
const discovered = (html) => (html.match(/<link\b[^>]*>/g) ?? []).filter((link) => /\btype="application\/json\+oembed"/.test(link));

/** @param {string} tag @param {string} name */
const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

for (const name of ["index.html", "embed.html"]) {
  test(`${name} leads to the answer`, async () => {
    const html = await readFile(new URL(name, ADDRESSED), "utf8");
    const [link, ...others] = discovered(html.slice(0, html.indexOf("</head>")));
    assert.ok(link && others.length === 0);
    assert.equal(attribute(link, "rel"), "alternate");
    const address = attribute(link, "href");
    assert.ok(address.startsWith(ADDRESS), "an address of the site");
    JSON.parse(await readFile(new URL(address.slice(ADDRESS.length), ADDRESSED), "utf8"));
  });

  test(`${name} of a build without an address leads nowhere`, async () => {
    assert.deepEqual(discovered(await readFile(new URL(name, SITE), "utf8")), []);
    await assert.rejects(access(new URL("oembed.json", SITE)));
  });
}

test("the answer is a rich one", async () => {
  const answer = JSON.parse(await readFile(new URL("oembed.json", ADDRESSED), "utf8"));
  assert.equal(answer.type, "rich");
  assert.equal(answer.version, "1.0");
  for (const size of ["width", "height"]) assert.ok(Number.isInteger(answer[size]) && answer[size] > 0, size);
  for (const text of ["html", "title", "provider_name", "provider_url"]) assert.ok(answer[text] && typeof answer[text] === "string", text);
  assert.equal(answer.provider_url, ADDRESS);
  // No properties beyond the specification, which consumers might not handle.
  const known = ["type", "version", "title", "provider_name", "provider_url", "cache_age", "html", "width", "height"];
  assert.deepEqual(Object.keys(answer).filter((name) => !known.includes(name)), []);
});

test("its html is one frame, of a page that there is, and nothing else", async () => {
  const { html, height } = JSON.parse(await readFile(new URL("oembed.json", ADDRESSED), "utf8"));
  const [whole, tag = ""] = /^(<iframe\s[^<>]*>)<\/iframe>$/.exec(html) ?? [];
  assert.ok(whole, html);
  assert.equal(attribute(tag, "src"), `${ADDRESS}embed.html`);
  await access(new URL("embed.html", SITE));
  assert.equal(attribute(tag, "height"), String(height));
  assert.equal(attribute(tag, "frameborder"), "0");
  // A name for readers of screens, as in the lines of the owners' page.
  const { frame } = JSON.parse(await readFile(new URL("../../www/locales/page/en.json", import.meta.url), "utf8"));
  assert.equal(attribute(tag, "title"), frame);
});
