/** Before the first entry there is no garment to speak of; then the answer speaks of what it is: garments, towels, carpets. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { KINDS } from "#vocabulary";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { lastTold, listen, widget } from "./support/widget.js";

/** @import { Widget } from "./support/widget.js" */

/** What speaks of an answer. */
const OF_AN_ANSWER = [".rule", ".glance", ".detail", ".mass", ".next", ".deeds", ".why", ".notes", ".limits", ".stages", ".claims"];

/** Which of them can be seen. @param {Widget} label */
const seen = ({ element }) => element.evaluate((node, names) => names.filter((name) => [...(node.shadowRoot?.querySelectorAll(name) ?? [])].some((part) => part.checkVisibility())), OF_AN_ANSWER);

visit("before the first entry: the world's cotton and its picture, and nothing of an answer", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  assert.equal(await label.headline.innerText(), "About 20 in 100 grams of the world’s cotton are grown in the Uyghur Region.");
  assert.equal(await label.between.innerText(), "What about yours? Start with what the label says.");
  assert.doesNotMatch(await label.answer.innerText(), /like this|this one|such garments/);
  assert.match((await label.swatch.getAttribute("aria-label")) ?? "", /100 grams of the world’s cotton\. Dyed and stitched: 20\./);
  assert.equal(await label.swatch.locator(".dyed").count(), 20);
  assert.deepEqual(await seen(label), []);

  await label.field("Made in").selectOption("BD");
  await label.settled();
  assert.match(await label.headline.innerText(), /in garments like this one/);
  const shown = await seen(label);
  for (const name of [".rule", ".next", ".deeds", ".why", ".notes"]) assert.ok(shown.includes(name), name);

  await label.field("Made in").selectOption("");
  assert.match(await label.headline.innerText(), /world’s cotton/, "nothing is entered any more");
  assert.deepEqual(await seen(label), []);
});

visit("a market that the site sets is no entry: the world's cotton until the reader says something", {}, async ({ page, site, host }) => {
  await listen(page);
  await host(hostPage(`<main><h1>A host</h1><cotton-origin market="US"></cotton-origin></main>`, { head: script(site) }));
  const label = await widget(page);
  assert.match(await label.headline.innerText(), /^About 20 in 100 grams of the world’s cotton/);
  assert.deepEqual(await seen(label), []);
  assert.equal((100 * ((await lastTold(page)).cottonShare?.central ?? NaN)).toFixed(0), "16", "the site is told the market's answer");
  await label.field("Garment").selectOption("jeans");
  assert.match(await label.headline.innerText(), /^About 19 in 100 grams of the cotton in garments like this one/);
});

visit("towels are towels, in what is shown and in what is shared", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  for (const [kind, like] of /** @type {const} */ ([["towel", "towels like this one"], ["bed-linen", "bed linen like this"], ["carpet", "carpets like this one"], ["other", "things like this one"], ["jeans", "garments like this one"]])) {
    await label.field("Garment").selectOption(kind);
    assert.ok((await label.headline.innerText()).includes(`of the cotton in ${like} `), kind);
    if (kind !== "jeans") assert.doesNotMatch(await label.answer.locator(".headline, .between, .chance, .mass").allInnerTexts().then((texts) => texts.join(" ")), /garment/, kind);
  }
  await label.field("Garment").selectOption("towel");
  await label.button("Share").click();
  assert.match(await label.element.locator(".share-said").innerText(), /in towels like this one/);
});

const LOCALES = new URL("../../www/locales/", import.meta.url);

test("each language has a word for each thing that is no garment", async () => {
  for (const file of (await readdir(LOCALES)).filter((name) => name.endsWith(".json"))) {
    const { like } = JSON.parse(await readFile(new URL(file, LOCALES), "utf8")).answer;
    for (const kind of ["garment", "towel", "bed-linen", "carpet", "other"]) assert.ok(like[kind]?.trim(), `${file}: ${kind}`);
    assert.equal(new Set([like.garment, like.towel, like["bed-linen"], like.carpet]).size, 4, `${file}: each its own`);
    for (const kind of Object.keys(like)) assert.ok(["garment", ...KINDS].includes(kind), `${file}: ${kind} is no kind`);
  }
});
