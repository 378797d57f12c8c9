/** What a host can set: language, direction, colours, and an action of its own. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Visit } from "./support/browser.js" */

/** @param {Visit} visit @param {string} element @param {string} [html] attributes of the page */
async function open({ page, site, host }, element, html) {
  await host(hostPage(element, { head: script(site), ...(html === undefined ? {} : { html }) }));
  return widget(page);
}

visit("the language is the element's, else the page's, else the browser's", { locale: "de-DE" }, async (visit) => {
  const headline = async (/** @type {string} */ element, /** @type {string} */ html) => (await open(visit, element, html)).headline.innerText();
  assert.match(await headline('<cotton-origin lang="fr"></cotton-origin>', 'lang="en"'), /^Environ 20\sg sur 100/);
  assert.match(await headline("<cotton-origin></cotton-origin>", 'lang="en"'), /^About 20 in 100/);
  assert.match(await headline("<cotton-origin></cotton-origin>", ""), /^Etwa 20 von 100/);
});

visit("a language without sentences is told to the site's owner, once, and all of it is English", {}, async (visit) => {
  /** @type {string[]} */
  const infos = [];
  visit.page.on("console", (message) => message.type() === "info" && infos.push(message.text()));
  const label = await open(visit, '<cotton-origin lang="sw"></cotton-origin><cotton-origin lang="sw"></cotton-origin>');
  await widget(visit.page, 1);
  assert.equal(infos.length, 1);
  assert.match(infos[0] ?? "", /no sentences in "sw"/);
  assert.equal(await label.root.getAttribute("lang"), "en");
  assert.ok(await label.field("Made in").getByRole("option", { name: "China", exact: true }).count());
});

for (const bad of ["x", "not a language", "en_US!", "12"]) {
  visit(`lang="${bad}" does no harm`, {}, async (visit) => {
    const label = await open(visit, `<cotton-origin lang="${bad}"></cotton-origin>`);
    assert.match(await label.headline.innerText(), /^About 20 in 100/);
  });
}

visit("another language or direction later keeps what was entered", {}, async (visit) => {
  const label = await open(visit, "<cotton-origin></cotton-origin>");
  await enterShirt(label);
  await label.more();
  await label.field("Weight in grams").fill("200");
  await label.field("GOTS (Global Organic Textile Standard)").check();
  await label.element.evaluate((element) => element.setAttribute("dir", "rtl"));
  await label.element.locator('.root[dir="rtl"]').waitFor();
  for (const [name, value] of Object.entries({ Garment: "t-shirt", "Fibre 2": "polyester", "Percent of fibre 1": "60", "Made in": "BD", "Year bought": "2024", "Weight in grams": "200" })) {
    assert.equal(await label.field(name).inputValue(), value, name);
  }
  assert.equal(await label.field("GOTS (Global Organic Textile Standard)").isChecked(), true);
  assert.match(await label.headline.innerText(), /^About 3 in 100/);
});

visit("dir turns it around", {}, async (visit) => {
  const label = await open(visit, '<cotton-origin dir="rtl"></cotton-origin>');
  assert.equal(await label.root.evaluate((root) => getComputedStyle(root).direction), "rtl");
  const box = async (/** @type {string} */ part) => (await label.element.locator(part).boundingBox()) ?? assert.fail();
  assert.ok((await box(".label")).x > (await box(".answer")).x, "the form is on the right");
});

visit("a host's colours and its style for the part are taken", {}, async (visit) => {
  const label = await open(visit, "<style>cotton-origin { --cotton-paper: rgb(1, 2, 3); --cotton-accent: rgb(9, 8, 7); } cotton-origin::part(root) { border: 5px solid; }</style><cotton-origin></cotton-origin>");
  const style = await label.root.evaluate((root) => ({ paper: getComputedStyle(root).backgroundColor, border: getComputedStyle(root).borderTopWidth }));
  assert.deepEqual(style, { paper: "rgb(1, 2, 3)", border: "5px" });
  assert.equal(await label.element.locator(".number").evaluate((node) => getComputedStyle(node).color), "rgb(9, 8, 7)");
});

visit("the host's action is shown; what else it wrote gives way to the answer", {}, async (visit) => {
  const label = await open(visit, `<cotton-origin>${CHILDREN}<a slot="action" href="/petition">Sign the petition</a></cotton-origin>`);
  await label.field("Made in").selectOption("CN");
  assert.ok(await visit.page.getByRole("link", { name: "Sign the petition" }).isVisible());
  assert.equal(await visit.page.getByText("About 84 in 100 grams of China’s cotton.").isVisible(), false);
  await label.element.evaluate((element) => element.toggleAttribute("hidden", true));
  assert.equal(await label.root.isVisible(), false, "and hidden hides it all");
});
