/** Display modes: forced colours, reduced motion, print, and a colour set by the host. */
import assert from "node:assert/strict";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Locator } from "playwright-core" */

/** @param {Locator} node @param {string} property */
const style = (node, property) => node.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);

visit("forced colours: what is dyed still differs from what is not", { forcedColors: "active" }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.element.locator(".swatch g.dyed").nth(2).waitFor({ state: "attached" });
  const [dyed, bare] = [label.swatch.locator("g.dyed rect").first(), label.swatch.locator("g:not(.dyed) rect").last()];
  assert.notEqual(await style(dyed, "fill"), await style(bare, "fill"));
  assert.notEqual(await style(label.element.locator(".rule .dyed").first(), "stroke"), await style(label.root, "background-color"));
  await label.element.locator(".detail").evaluate((details) => (/** @type {HTMLDetailsElement} */ (details).open = true));
  assert.notEqual(await style(label.element.locator(".dot").first(), "fill"), await style(label.root, "background-color"));
  assert.deepEqual(await violations(page), []);
});

visit("forced colours: names of marks and titles of folds are text, and what acts as a link looks like one", { forcedColors: "active" }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.button("Try a sample").click();
  await label.element.locator("mark").first().waitFor();
  const colour = (/** @type {string} */ of) =>
    page.evaluate((of) => {
      const probe = document.body.appendChild(document.createElement("span"));
      probe.style.color = of;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }, of);
  for (const part of ["mark small", ".detail > summary", ".more > summary"]) assert.equal(await style(label.element.locator(part).first(), "color"), await colour("CanvasText"), part);
  for (const part of [".paste-actions .link:not([hidden])", ".quiet:not([hidden])"]) assert.equal(await style(label.element.locator(part).first(), "color"), await colour("LinkText"), part);
});

visit("reduced motion: nothing moves, and the swatch is there at once", { reducedMotion: "reduce" }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  const { dyed, running } = await label.swatch.evaluate((swatch) => ({ dyed: swatch.querySelectorAll("g.dyed").length, running: document.getAnimations().length }));
  assert.equal(dyed, 58);
  assert.equal(running, 0);
});

visit("on paper: the answer and its reasons, no controls, no line at the foot", { viewport: { width: 700, height: 900 } }, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.settled();
  await page.emulateMedia({ media: "print" });
  assert.ok(await label.headline.isVisible());
  assert.ok(await label.why.getByText(/^Sewn in Bangladesh/).isVisible());
  const fold = label.why.locator(".fold").filter({ hasText: "From the cotton to the garment" });
  assert.equal(await fold.isVisible(), false, "what is folded stays off the paper");
  await fold.evaluate((details) => details.setAttribute("open", ""));
  assert.ok(await fold.isVisible());
  const sources = label.why.locator("details.sources");
  assert.equal(await sources.first().getByRole("link").first().isVisible(), false, "sources on request");
  await sources.first().evaluate((details) => details.setAttribute("open", ""));
  assert.ok(await sources.first().getByRole("link").first().isVisible());
  const entered = label.element.locator(".entered");
  assert.match(await entered.innerText(), /60 % Cotton and 40 % Polyester[\s\S]*Made in: Bangladesh/);
  assert.ok(await entered.getByText(new URL(site).host).isVisible(), "where it came from");
  assert.equal(await entered.locator("blockquote").isVisible(), false, "nothing was pasted");
  assert.equal(await label.field("Made in").isVisible(), false, "a form is no use on paper");
  for (const part of [".wardrobe", ".next"]) assert.equal(await label.element.locator(part).isVisible(), false, part);
  for (const control of [label.glance, label.button("Add a fibre"), label.button("Enter the weight")]) assert.equal(await control.isVisible(), false);
  assert.equal(await style(label.answer, "position"), "static");
});

/** An ordinary one. Where an origin is claimed there is more to tell. */
const LABEL = "T-shirt 60% cotton 40% polyester. Made in Bangladesh";

visit("on paper: the text that was pasted", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.element.locator("textarea").fill(LABEL);
  await label.element.locator("mark").first().waitFor();
  await label.settled();
  await page.emulateMedia({ media: "print" });
  assert.equal(await label.element.locator(".entered blockquote").innerText(), LABEL);
  const pages = String(await page.pdf({ format: "A4" })).match(/\/Type\s*\/Page\b/g);
  assert.equal(pages?.length, 1, "one sheet: the garment, the answer, its reasons");
});

for (const [name, accent] of /** @type {const} */ ([["plum", "#7A1F5C"], ["dark green blue", "#0B4F5C"]])) {
  visit(`a host's own colour, ${name}: enough contrast everywhere`, {}, async ({ page, site, host }) => {
    await host(hostPage(`<style>cotton-origin { --cotton-accent: ${accent} }</style><main><h1>A host</h1><cotton-origin></cotton-origin></main>`, { head: script(site) }));
    const label = await widget(page);
    await enterShirt(label);
    await label.settled();
    await label.element.locator("details").evaluateAll((all) => all.forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    assert.deepEqual(await violations(page), []);
  });
}
