/** What to do next: what the label says first, then a message to the shop, which the visitor sends. */
import assert from "node:assert/strict";
import { LANGUAGES } from "#vocabulary";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { focusedIn } from "./support/kept.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

/** Records what is copied to the clipboard. Call it before the page is opened. @param {Page} page */
const takeCopies = (page) =>
  page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    Object.defineProperty(Navigator.prototype, "clipboard", { get: () => ({ writeText: async (/** @type {string} */ text) => void (kept.copied = text) }) });
  });
const copied = (/** @type {Page} */ page) => /** @type {Promise<string>} */ (page.evaluate(() => /** @type {any} */ (globalThis).copied));

/** @param {Widget} label */
const nextOf = ({ element }) => element.locator(".next");

const MESSAGE = `Hello,

I have a question about something you sell: T-shirt, 60 % cotton, made in Bangladesh.

Could you tell me, or ask the maker?
– Where did the cotton grow?
– Who spun the yarn, and where?
– Who wove or knitted the cloth, and where?
– How is that shown: by documents, or by a test of the fibre?

Thank you for your answer.`;

visit("what is on the label comes first, then what the shop is asked; nothing before the first entry", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  const next = nextOf(label);
  assert.equal(await next.isVisible(), false, "the form itself asks");
  await label.field("Percent of fibre 1").fill("100");
  await next.waitFor();
  const items = next.getByRole("listitem");
  assert.deepEqual(await next.locator(".next-question").allInnerTexts(), ["Where it was sewn", "Where it was bought"]);
  assert.match(await items.first().innerText(), /^Where it was sewn\s+On the label\. It could put the answer anywhere from \d+ to \d+ in 100\.$/);
  assert.match(await items.last().innerText(), /^Where the cotton grew, who spun it, and who made the cloth\.\s+Only the maker knows\. It could put the answer/);
  await next.getByRole("button", { name: "Where it was sewn" }).click();
  assert.equal(await focusedIn(label), await label.field("Made in").evaluate((select) => select.textContent));
  // Once the label is told, the shop is what is left.
  await enterShirt(label);
  await label.field("Where it was bought").selectOption("EU");
  assert.equal(await items.first().getByRole("button", { name: "Ask the shop" }).count(), 1);
});

visit("the message names the garment and asks, in any language, with no request; it is copied or mailed by the visitor", {}, async ({ page, site, requests }) => {
  await takeCopies(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  const loaded = requests.length;
  await label.button("Ask the shop").click();
  const text = label.field("Your message");
  assert.equal(await text.inputValue(), MESSAGE);
  assert.deepEqual(await violations(page), []);
  await label.button("Copy the message").click();
  assert.equal(await copied(page), MESSAGE);
  await label.status.filter({ hasText: /^Copied\.$/ }).waitFor({ state: "attached" });
  const mail = new URL((await label.element.getByRole("link", { name: "Write an email" }).getAttribute("href")) ?? "");
  assert.deepEqual([mail.protocol, mail.pathname], ["mailto:", ""]);
  assert.equal(mail.searchParams.get("subject"), "Where did this cotton grow?");
  assert.equal(mail.searchParams.get("body"), MESSAGE.replaceAll("\n", "\r\n"));

  const language = label.field("Language of the message");
  assert.deepEqual((await language.locator("option").evaluateAll((options) => options.map((option) => option.getAttribute("value")))).toSorted(), LANGUAGES.toSorted());
  const all = new Set();
  for (const id of LANGUAGES) {
    await language.selectOption(id);
    all.add(await text.inputValue());
    assert.doesNotMatch(await text.inputValue(), /[{}]|undefined/, id);
  }
  assert.equal(all.size, LANGUAGES.length);
  await language.selectOption("tr");
  assert.match(await text.inputValue(), /tişört, %60 pamuk, üretildiği yer: Bangladeş\./);
  assert.deepEqual(requests.slice(loaded), [], "the languages came with the rest");

  // What the visitor wrote stays theirs; what was answered is not asked again.
  await text.fill("My own words");
  await label.field("Made in").selectOption("IN");
  assert.equal(await text.inputValue(), "My own words");
  await language.selectOption("en");
  await label.more();
  await label.field("Yarn spun in").selectOption("IN");
  assert.doesNotMatch(await text.inputValue(), /spun the yarn/);
});

visit("a system with a share sheet is handed the message", {}, async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: async (/** @type {ShareData} */ data) => void (/** @type {any} */ (globalThis).shared = data) }));
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.button("Ask the shop").click();
  await label.button("Send another way…").click();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shared), { title: "Where did this cotton grow?", text: MESSAGE });
});

visit("their answer goes into the form and moves the estimate; then the shop is asked what stands behind it", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.button("They answered").click();
  const origin = label.field("Cotton said to be from");
  assert.ok(await origin.isVisible());
  assert.ok(await origin.evaluate((select) => select.matches(":focus")));
  await label.status.filter({ hasText: "Enter what they said." }).waitFor({ state: "attached" });
  await origin.selectOption("IN");
  assert.match(await label.changed.innerText(), /cotton grown in India/);
  assert.match(await nextOf(label).innerText(), /What stands behind the stated origin|Where the (yarn|cloth)/);
  assert.doesNotMatch(await nextOf(label).innerText(), /Where the cotton grew/);
  await label.button("Ask the shop").click();
  const text = await label.field("Your message").inputValue();
  assert.match(text, /How is that shown/);
  assert.doesNotMatch(text, /Where did the cotton grow/);
});

visit("a host words the message and gives an address; one that is none is left out, and the owner told", {}, async ({ page, site, host, complaints, expected }) => {
  const wished = `ask-mail="care@shop.example" ask-message="Dear all: {garment}?\n{questions}"`;
  await host(hostPage(`<cotton-origin ${wished}></cotton-origin><cotton-origin ask-mail="a@b.example?cc=c@d.example"></cotton-origin>`, { head: script(site) }));
  const label = await widget(page);
  await enterShirt(label);
  await label.button("Ask the shop").click();
  assert.match(await label.field("Your message").inputValue(), /^Dear all: T-shirt, 60 % cotton, made in Bangladesh\?\n– Where did the cotton grow\?\n/);
  assert.equal(await label.field("Language of the message").count(), 0, "it is in the host's");
  const link = label.element.getByRole("link", { name: "Write an email" });
  assert.match((await link.getAttribute("href")) ?? "", /^mailto:care@shop\.example\?subject=/);

  const other = await widget(page, 1);
  await enterShirt(other);
  await other.button("Ask the shop").click();
  assert.match((await other.element.getByRole("link", { name: "Write an email" }).getAttribute("href")) ?? "", /^mailto:\?subject=/);
  assert.equal(complaints.length, 1);
  assert.match(complaints[0] ?? "", /ask-mail="a@b\.example\?cc=c@d\.example" is not the address of a mailbox/);
  expected.push(...complaints);
});
