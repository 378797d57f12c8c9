/** Work that is put off until after the first frame, or until the answer is painted, is done as soon as it is needed and ends up right. */
import assert from "node:assert/strict";
import { toFragment } from "../../www/element/more/share/link.js";
import { co } from "../node/support/core.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Garment } from "../../www/types.d.ts" */
/** @import { Widget } from "./support/widget.js" */

/** A list that is not filled yet has fewer options than this. */
const MANY = 200;

/** Lets the test hold back the work that waits for a painted frame. Call it before the page is opened. @param {Page} page @param {boolean} holding */
const holdable = (page, holding) =>
  page.addInitScript((holding) => {
    const { setTimeout: later, requestAnimationFrame: frame } = window;
    /** @type {TimerHandler[]} */
    const held = [];
    const hold = { on: holding, off: () => ((hold.on = false), held.splice(0).forEach((work) => later(work))) };
    let inFrame = false;
    Object.assign(window, {
      hold,
      requestAnimationFrame: (/** @type {FrameRequestCallback} */ work) =>
        frame((time) => {
          inFrame = true;
          work(time);
          inFrame = false;
        }),
      // Recognised by its delay: the timer that stands in for a frame on a page that paints none.
      setTimeout: (/** @type {TimerHandler} */ work, delay = 0) => (hold.on && (inFrame || delay === 200) ? held.push(work) : later(work, delay)),
    });
  }, holding);

/** @param {Page} page */
const hold = (page) => page.evaluate(() => void (/** @type {any} */ (window).hold.on = true));
/** @param {Page} page */
const letGo = (page) => page.evaluate(() => /** @type {any} */ (window).hold.off());

/** @param {Locator} list */
const options = (list) => list.locator("option").count();
/** Waits until a list is full. @param {Locator} list */
const full = (list) => list.locator("option").nth(MANY).waitFor({ state: "attached" });
/** @param {Locator} list */
const chosen = (list) => list.evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0]?.text);

visit("a list that is opened by hand is full before its turn", {}, async ({ page, site }) => {
  await holdable(page, true);
  await page.goto(site);
  const list = page.getByLabel("Made in", { exact: true });
  await page.locator("cotton-origin .headline", { hasText: "About 20 in 100" }).waitFor();
  assert.equal(await options(list), 1, "it was not its turn yet");
  await list.hover();
  await page.mouse.down();
  assert.ok((await options(list)) > MANY);
  await page.mouse.up();
});

visit("a script that chooses in a list finds it full", {}, async ({ page, site }) => {
  await holdable(page, true);
  await page.goto(site);
  const list = page.getByLabel("Made in", { exact: true });
  const headline = page.locator("cotton-origin .headline", { hasText: "About 20 in 100" });
  await headline.waitFor();
  const values = await list.evaluate((node) => {
    const select = /** @type {HTMLSelectElement} */ (node);
    const before = select.value;
    select.value = "";
    const still = select.options.length;
    select.value = "BD";
    select.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return [before, still, select.value];
  });
  assert.deepEqual(values, ["", 1, "BD"]);
  assert.match(await page.locator("cotton-origin .headline").innerText(), /^About 9 in 100/);
  await letGo(page);
  assert.equal(await list.inputValue(), "BD");
});

visit("a list that is reached by the keyboard is full, and found in by letters", {}, async ({ page, site }) => {
  await holdable(page, true);
  await page.goto(site);
  const list = page.getByLabel("Made in", { exact: true });
  await page.locator("cotton-origin .headline", { hasText: "About 20 in 100" }).waitFor();
  await page.getByRole("button", { name: "Add a fibre" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ban");
  assert.equal(await list.inputValue(), "BD");
  assert.match(await page.locator("cotton-origin .headline").innerText(), /^About 9 in 100/);

  await letGo(page);
  const label = await widget(page);
  assert.equal(await label.field("Made in").inputValue(), "BD", "its turn takes nothing back");
  await label.more();
  for (const name of ["Cloth woven or knitted in", "Yarn spun in", "Cotton said to be from"]) await full(label.field(name));
});

visit("once it is ready, every list is full, one that is added too", {}, async ({ page, site, host }) => {
  await page.addInitScript(() => {
    document.addEventListener("cotton-origin-ready", ({ target }) => {
      const lists = /** @type {Element} */ (target).shadowRoot?.querySelectorAll("select:has([value=CN])") ?? [];
      Object.assign(window, { full: [...lists].map((list) => list.querySelectorAll("option").length) });
    });
  });
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const label = await widget(page);
  const counts = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).full));
  assert.equal(counts.filter((count) => count > MANY).length, 5);
  await label.more();
  await label.field("Cotton said to be from").selectOption("IN");
  await label.button("Add another place of origin").click();
  await label.field("Cotton grown in, place 2").selectOption("PK");
});

visit("the place of a link is shown before the rest of its list is there", {}, async ({ page, site }) => {
  await holdable(page, true);
  const garment = /** @type {Garment} */ ({ madeIn: "TR", cottonFrom: ["IN", "PK"] });
  await page.goto(`${site}/${toFragment(garment, co.assess(garment), "2026-05-03")}`);
  const list = page.getByLabel("Made in", { exact: true });
  await page.locator("cotton-origin .arrival").waitFor();
  assert.equal(await chosen(list), "Türkiye");
  assert.equal(await options(list), 2, "it was not its turn yet");

  await letGo(page);
  const label = await widget(page);
  assert.equal(await chosen(list), "Türkiye");
  await full(list);
  await label.button("Change what was entered").click();
  await label.more();
  assert.equal(await chosen(label.field("Cotton said to be from")), "India");
  assert.equal(await chosen(label.field("Cotton grown in, place 2")), "Pakistan");
  assert.match(await label.headline.innerText(), new RegExp(`About ${Math.round(100 * (co.assess(garment).cottonShare?.central ?? 0))} in 100`));
});

visit("in another language a chosen place is there at once, and its list a little later", {}, async ({ page, site }) => {
  await holdable(page, false);
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("TR");
  await hold(page);
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  const german = label.element.locator('.root[lang="de"]');
  await german.waitFor();
  const list = german.locator('[name="madeIn"]');
  assert.equal(await chosen(list), "Türkei");
  assert.equal(await options(list), 2);
  await letGo(page);
  await full(list);
  assert.equal(await chosen(list), "Türkei");
});

/** The text of everything below the answer. @param {Widget} label */
async function below(label) {
  await label.settled();
  await label.element.locator("details").evaluateAll((all) => all.forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
  await label.element.locator(".dot").first().waitFor();
  return label.element.evaluate((element) => [".detail", ".why", ".notes", ".stages", ".claims"].map((part) => /** @type {HTMLElement} */ (element.shadowRoot?.querySelector(part)).innerText));
}

/** Changes fields in quick succession, so that changes arrive in every stage of drawing the sections below. @param {Widget} label */
const typeQuickly = ({ element }) =>
  element.evaluate(async (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const places = ["CN", "BD", "IN", "", "TR", "PK", "CN-XJ"];
    const put = (/** @type {string} */ name, /** @type {string} */ value) => {
      const control = /** @type {HTMLInputElement} */ (root.querySelector(`[name="${name}"]`));
      control.value = value;
      control.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    };
    for (let turn = 0; turn < 60; turn += 1) {
      if (turn % 2) put("fibres.0.percent", String((turn * 7) % 110));
      else put("madeIn", places[turn % places.length] ?? "");
      // From none to more than all parts need: a key press arrives in each stage.
      if (turn % 3) await new Promise((resolve) => requestAnimationFrame(resolve));
      for (let task = 0; task < turn % 13; task += 1) await new Promise((resolve) => setTimeout(resolve));
    }
    put("boughtIn", "2021");
    put("fibres.0.percent", "6");
    put("madeIn", "VN");
    put("fibres.0.percent", "60");
  });

visit("however quickly someone types, what is below ends with the answer", {}, async ({ page, site, host }) => {
  await page.goto(site);
  const typed = await widget(page);
  await typeQuickly(typed);
  assert.match(await typed.headline.innerText(), /^About \d+ in 100/);
  const quick = await below(typed);

  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const label = await widget(page);
  await label.field("Year bought").selectOption("2021");
  await label.field("Made in").selectOption("VN");
  await label.field("Percent of fibre 1").fill("60");
  assert.deepEqual(quick, await below(label));
});

visit("a key has its answer first; what is below says that it is behind until it follows", {}, async ({ page, site }) => {
  await holdable(page, false);
  await page.goto(site);
  const label = await widget(page);
  await hold(page);
  await label.field("Made in").selectOption("CN");
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
  assert.doesNotMatch(await label.element.locator(".why").innerText(), /China/);
  assert.equal(await label.element.locator(".more-page").getAttribute("aria-busy"), "true");
  await letGo(page);
  assert.match(await label.why.innerText(), /China/);
});

visit("what an answer leaves as it was is not touched: opened, it stays open, and the keyboard stays there", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enterShirt(label);
  await label.settled();
  const type = async (/** @type {string} */ percent) => {
    await label.element.evaluate((element, percent) => {
      const control = /** @type {HTMLInputElement} */ (element.shadowRoot?.querySelector('[name="fibres.0.percent"]'));
      control.value = percent;
      control.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }, percent);
    await label.settled();
  };
  // The share does not depend on how much cotton there is; the grams do.
  const source = label.why.locator(":scope > .thread details.sources").first();
  await source.locator("summary").press("Enter");
  await type("50");
  assert.equal(await source.getAttribute("open"), "");
  assert.ok(await source.locator("summary").evaluate((summary) => summary.matches(":focus")));

  const fold = label.why.locator(".fold:not(.sums)").first();
  await fold.locator("summary").first().press("Enter");
  const sum = await fold.locator(".sum").first().innerText();
  await type("60");
  assert.notEqual(await fold.locator(".sum").first().innerText(), sum, "what it says is anew");
  assert.equal(await fold.getAttribute("open"), "");
  assert.ok(await fold.locator("summary").first().evaluate((summary) => summary.matches(":focus")));
});

visit("with a problem from the start, what needs no answer is there", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await label.field("Percent of fibre 1").fill("130");
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  const german = label.element.locator('.root[lang="de"]');
  await german.locator(".more-page:not([aria-busy]) .wardrobe").waitFor();
  await german.locator('[name="fibres.0.percent"]').fill("100");
  await label.why.locator("details.sources").first().waitFor();
});
