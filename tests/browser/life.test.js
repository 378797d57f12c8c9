/** Hosts add, move, remove and put back elements, several at a time, before the script loads and after. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { enterShirt, listen, told, widget } from "./support/widget.js";

visit("two on a page answer each for itself, from one core", {}, async ({ page, site, host, requests }) => {
  await host(hostPage("<cotton-origin></cotton-origin><cotton-origin></cotton-origin>", { head: script(site) }));
  const [one, two] = [await widget(page, 0), await widget(page, 1)];
  await one.field("Made in").selectOption("CN");
  await two.field("Made in").selectOption("BD");
  assert.match(await one.headline.innerText(), /^About 58 in 100/);
  assert.match(await two.headline.innerText(), /^About 9 in 100/);
  for (const name of ["cotton_origin.wasm", "cotton_origin_label.wasm", "figures.json"]) assert.equal(requests.filter((address) => address.endsWith(name)).length, 1, name);
});

visit("moved, it keeps what was entered and goes on answering", {}, async ({ page, site, host }) => {
  await listen(page);
  await host(hostPage('<cotton-origin></cotton-origin><main id="there"></main>', { head: script(site) }));
  const label = await widget(page);
  await enterShirt(label);
  const before = (await told(page)).length;
  await page.evaluate(() => document.getElementById("there")?.append(/** @type {Node} */ (document.querySelector("cotton-origin"))));
  assert.equal(await label.field("Made in").inputValue(), "BD");
  assert.match(await label.headline.innerText(), /^About 3 in 100/);
  await label.field("Made in").selectOption("CN");
  assert.match(await label.headline.innerText(), /^About 63 in 100/);
  assert.equal((await told(page)).length, before + 1, "it listens once, not twice");
});

visit("removed, it is silent; put back, it goes on", {}, async ({ page, site, host }) => {
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  const answers = await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("cotton-origin"));
    let count = 0;
    // Listens on the element itself: events of a removed element do not reach the page.
    element.addEventListener("cotton-origin-assess", () => (count += 1));
    /** @param {string} place */
    const enter = (place) => {
      const select = /** @type {HTMLSelectElement} */ (element.shadowRoot?.querySelector('[name="madeIn"]'));
      select.value = place;
      select.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      return count;
    };
    const there = enter("BD");
    element.remove();
    const removed = enter("VN");
    document.body.append(element);
    return { there, removed, back: enter("IN") };
  });
  assert.deepEqual(answers, { there: 1, removed: 1, back: 2 });
  assert.match(await label.headline.innerText(), /^About \d+ in 100/);
});

visit("taken away before the core is there, and put back, it still starts", {}, async ({ page, site, host }) => {
  await listen(page);
  /** Lets go of the wasm, which is held back until then. @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(null)));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await host(hostPage(`<cotton-origin>${CHILDREN}</cotton-origin>`, { head: script(site) }));
  assert.ok(await page.getByText("About 84 in 100 grams").isVisible(), "until then what the host wrote is shown");
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("cotton-origin"));
    element.remove();
    document.body.append(element);
    element.remove();
    document.body.append(element);
  });
  letGo();
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
  assert.deepEqual((await told(page)).filter(({ type }) => type === "cotton-origin-ready").length, 1, "it starts once");
});

visit("what is entered before the sources are there is kept", {}, async ({ page, site, host }) => {
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(null)));
  await page.route("**/figures.json", async (route) => {
    await held;
    await route.continue();
  });
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const early = page.locator("cotton-origin");
  await early.getByLabel("Made in", { exact: true }).selectOption("CN");
  assert.match(await early.locator(".headline").innerText(), /^About 58 in 100/, "the first answers need no sources");
  await early.getByText("I know more").click();
  await early.getByLabel("GOTS", { exact: false }).or(early.locator('[value="gots"]')).first().check();
  letGo();
  const label = await widget(page);
  assert.equal(await label.field("Made in").inputValue(), "CN");
  assert.equal(await label.field("GOTS (Global Organic Textile Standard)").isChecked(), true);
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
});

visit("the script twice, from two addresses, does no harm", {}, async ({ page, site, host }) => {
  await host(hostPage("<cotton-origin></cotton-origin>", { head: `${script(site)}<script type="module" src="${site}/cotton-origin.js?again"></script>` }));
  const label = await widget(page);
  await page.waitForLoadState("load");
  await label.field("Made in").selectOption("CN");
  assert.match(await label.headline.innerText(), /^About 58 in 100/);
});

visit("a name that is taken is left alone", {}, async ({ page, site, host }) => {
  const taken = '<script>customElements.define("cotton-origin", class extends HTMLElement { connectedCallback() { this.textContent = "taken" } })</script>';
  await host(hostPage("<cotton-origin></cotton-origin>", { head: taken + script(site) }));
  await page.waitForLoadState("load");
  assert.equal(await page.locator("cotton-origin").innerText(), "taken");
});

visit("written before the script, after it, or made by another script", {}, async ({ page, site, host }) => {
  await host(hostPage(`<cotton-origin></cotton-origin>${script(site)}<cotton-origin></cotton-origin>`));
  await widget(page, 0);
  await widget(page, 1);
  await page.evaluate(() => {
    document.body.append(document.createElement("cotton-origin"));
    document.body.insertAdjacentHTML("beforeend", "<cotton-origin></cotton-origin>");
  });
  for (const at of [2, 3]) assert.match(await (await widget(page, at)).headline.innerText(), /^About 20 in 100/);
});

visit("it leaves nothing of its own in the page", {}, async ({ page, site, host }) => {
  const globals = () => page.evaluate(() => Object.keys(globalThis).sort());
  await host(hostPage("<cotton-origin></cotton-origin>"));
  const before = await globals();
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  await widget(page);
  assert.deepEqual(await globals(), before);
  assert.equal(await page.locator("head > *").count(), 4, "nothing was added to the head");
});
