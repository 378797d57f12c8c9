/** Every answer is dispatched as an event that reaches the host, wherever it listens. */
import assert from "node:assert/strict";
import { co } from "../node/support/core.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, lastTold, listen, told, widget } from "./support/widget.js";

visit("each answer is told: it bubbles, is composed, and carries the assessment", {}, async ({ page, site, host }) => {
  await page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    kept.heard = [];
    addEventListener("cotton-origin-assess", (event) => {
      const { bubbles, composed, cancelable, target, detail } = /** @type {CustomEvent} */ (event);
      kept.heard.push({ bubbles, composed, cancelable, target: /** @type {Element} */ (target).localName, fields: Object.keys(detail), assessment: detail.assessment });
    });
  });
  // Inside another element's shadow tree: only composed events leave it.
  await host(hostPage('<host-card><template shadowrootmode="open"><cotton-origin></cotton-origin></template></host-card>', { head: script(site) }));
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");

  const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
  assert.equal(heard.length, 2, "the first answer, and that to the change");
  for (const { bubbles, composed, target, fields } of heard) {
    assert.deepEqual({ bubbles, composed, target, fields }, { bubbles: true, composed: true, target: "host-card", fields: ["assessment"] });
  }
  const [first, second] = heard.map((/** @type {any} */ { assessment }) => assessment);
  assert.equal(first.cottonShare.central, 0.2);
  assert.equal(second.cottonShare.central.toFixed(4), "0.5786");
  assert.ok(second.steps.length > 0 && second.version.figures);
});

visit("it is told to be ready once, before its first answer", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("BD");
  assert.deepEqual((await told(page)).map(({ type }) => type), ["cotton-origin-ready", "cotton-origin-assess", "cotton-origin-assess"]);
});

visit("what is told is what Node answers to the same label, to the last digit", {}, async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  const garment = { kind: "t-shirt", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], madeIn: "BD", boughtIn: 2024 };
  assert.deepEqual(await lastTold(page), co.assess(/** @type {any} */ (garment)));
});

visit("what the host does inside its own slot is the host's", {}, async ({ page, site, host }) => {
  await listen(page);
  await host(hostPage('<cotton-origin><form slot="action" id="petition"><input name="madeIn" value="CN"><button>Sign</button></form></cotton-origin>', { head: script(site) }));
  const label = await widget(page);
  await label.field("Made in").selectOption("IN");
  const before = (await told(page)).length;
  await page.locator("#petition input").fill("BD");
  assert.equal((await told(page)).length, before, "a field of the host is not ours");
  await page.getByRole("button", { name: "Sign" }).click();
  await page.waitForURL(/\?madeIn=BD$/);
});
