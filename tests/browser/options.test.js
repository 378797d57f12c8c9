/** A host's options: questions, sections, the compact form, and when its action shows. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { lastTold, listen, widget } from "./support/widget.js";

/** @import { Visit } from "./support/browser.js" */

/** @param {Visit} visit @param {string} attributes @param {string} [inside] */
async function open({ page, site, host }, attributes, inside = "") {
  await listen(page);
  await host(hostPage(`<cotton-origin ${attributes}>${inside}</cotton-origin>`, { head: script(site) }));
  return page.locator("cotton-origin");
}

visit("only the questions that it names are asked", {}, async (visit) => {
  const element = await open(visit, 'questions="fibres madeIn, cottonFrom"');
  await element.locator(".why .step").first().waitFor({ state: "attached" });
  const names = await element.locator("form [name]").evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name")));
  assert.deepEqual([...new Set(names)], ["fibres.0.fibre", "fibres.0.percent", "madeIn", "cottonFrom", "fibres.0.recycled", "fibres.0.organic"]);
  await element.getByLabel("Made in", { exact: true }).selectOption("CN");
  assert.equal((await lastTold(visit.page)).cottonShare?.central.toFixed(4), "0.5786");
});

visit("only the sections that it names are shown", {}, async (visit) => {
  const element = await open(visit, 'sections="claims limits"');
  await element.locator(".claims").waitFor({ state: "attached" });
  for (const [name, count] of /** @type {const} */ ([["why", 0], ["notes", 0], ["stages", 0], ["detail", 0], ["limits", 1]])) {
    assert.equal(await element.locator(`.${name}`).count(), count, name);
  }
});

visit("an unknown name is told to the site's owner, once, and the others count", {}, async (visit) => {
  const told = visit.page.waitForEvent("console", (message) => message.text().includes("there is no shoes"));
  const element = await open(visit, 'questions="madeIn shoes"', "");
  visit.expected.push((await told).text());
  assert.match((await told).text(), /^<cotton-origin> questions="madeIn shoes": there is no shoes\. There are paste, kind, fibres,/);
  assert.ok(await element.getByLabel("Made in", { exact: true }).isVisible());
  assert.equal(await element.getByText("I know more").isVisible(), false, "nothing is behind it");
});

visit("compact: the reasons fold away, and nothing is lost when it is switched", { viewport: { width: 280, height: 700 } }, async (visit) => {
  const element = await open(visit, "");
  await (await widget(visit.page)).field("Made in").selectOption("BD");
  await element.evaluate((node) => node.toggleAttribute("compact", true));
  await element.locator(".is-compact").waitFor();
  await element.getByText("Why, and what else is known").waitFor();
  assert.equal(await element.getByLabel("Made in", { exact: true }).inputValue(), "BD");
  assert.equal(await element.locator(".swatch").isVisible(), false);
  assert.ok(await element.locator(".chance-sentence").isVisible(), "the chance is said");
  await element.getByText("Why, and what else is known").click();
  await element.locator(".why").waitFor();
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
});

visit("the action comes with the first answer that the person made", {}, async (visit) => {
  await open(visit, "", `${CHILDREN}<a slot="action" href="/petition">Sign the petition</a>`);
  const label = await widget(visit.page);
  const action = visit.page.getByRole("link", { name: "Sign the petition" });
  assert.equal(await action.isVisible(), false);
  await label.field("Made in").selectOption("CN");
  assert.ok(await action.isVisible());
  const [below, above] = [await action.boundingBox(), await label.headline.boundingBox()];
  assert.ok(below && above && below.y > above.y);
});

visit("several origins take equal parts", {}, async (visit) => {
  await open(visit, "");
  const label = await widget(visit.page);
  await label.more();
  assert.equal(await label.button("Add another place of origin").isVisible(), false, "not before there is one");
  await label.field("Cotton said to be from").selectOption("US");
  await label.button("Add another place of origin").click();
  const second = label.field("Cotton grown in, place 2");
  assert.ok(await second.evaluate((node) => node.matches(":focus")));
  await second.selectOption("CN");
  const { cottonShare } = await lastTold(visit.page);
  await label.button("Remove place 2").click();
  assert.notEqual((await lastTold(visit.page)).cottonShare?.central, cottonShare?.central);
  assert.equal(await second.count(), 0);

  await label.button("Add another place of origin").click();
  await second.selectOption("CN");
  await label.element.evaluate((node) => node.setAttribute("dir", "rtl"));
  await label.element.locator('[dir="rtl"]').waitFor();
  await label.more();
  assert.equal(await second.inputValue(), "CN", "kept in another direction");
});
