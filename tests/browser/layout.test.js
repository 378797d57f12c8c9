/** The layout fits narrow screens and columns and large text, and touch targets are large enough. */
import assert from "node:assert/strict";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

/** Goes through states of growing width and length, and checks each. @param {Widget} label @param {(state: string) => Promise<void>} check */
async function eachState(label, check) {
  await check("at the start");
  await enterShirt(label);
  await check("answered");
  await label.element.evaluate((element) => element.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)));
  await label.field("Yarn spun in").selectOption("VN");
  await check("with everything open");
  await label.field("Percent of fibre 1").fill("90");
  await label.field("Weight in grams").fill("Donaudampfschifffahrtsgesellschaftskapitän");
  await check("with problems");
}

/** Elements that overflow a box. @param {Page} page @param {string} selector */
const overflow = (page, selector) =>
  page.locator(selector).evaluate((box) => {
    if (box.scrollWidth <= box.clientWidth) return [];
    const { left, right } = box.getBoundingClientRect();
    const inside = [...(document.querySelector("cotton-origin")?.shadowRoot?.querySelectorAll("*") ?? [])];
    const out = inside.filter((node) => node.getBoundingClientRect().right > right + 1 || node.getBoundingClientRect().left < left - 1);
    return [`${box.scrollWidth} in ${box.clientWidth}`, ...out.slice(0, 5).map((node) => `${node.localName}.${node.getAttribute("class")}`)];
  });

for (const [name, width, html] of /** @type {const} */ ([
  ["320 px", 320, 'lang="en"'],
  ["390 px", 390, 'lang="en"'],
  ["640 px with text twice as large", 640, 'lang="en" style="font-size: 200%"'],
  ["1280 px with text twice as large", 1280, 'lang="en" style="font-size: 200%"'],
])) {
  visit(`nothing scrolls sideways at ${name}`, { viewport: { width, height: 800 } }, async ({ page, site, host }) => {
    await host(hostPage("<style>body { margin: 0 }</style><cotton-origin></cotton-origin>", { html, head: script(site) }));
    await eachState(await widget(page), async (state) => assert.deepEqual(await overflow(page, "html"), [], state));
  });
}

visit("nor does the site's own page at 320 px, nor with text twice as large", { viewport: { width: 320, height: 800 } }, async ({ page, site }) => {
  await page.goto(site);
  await eachState(await widget(page), async (state) => assert.deepEqual(await overflow(page, "html"), [], state));
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.deepEqual(await overflow(page, "html"), []);
});

visit("nor on a phone with text twice as large: the list of languages goes below the name", { viewport: { width: 360, height: 800 } }, async ({ page, site }) => {
  await page.goto(site);
  await widget(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.deepEqual(await overflow(page, "html"), []);
});

visit("in a frame of 300 px the button that removes a fibre stays on its row", { viewport: { width: 300, height: 800 } }, async ({ page, site }) => {
  await page.goto(`${site}/embed.html`);
  const label = await widget(page);
  await label.button("Add a fibre").click();
  const middle = async (/** @type {import("playwright-core").Locator} */ part) => {
    const box = await part.boundingBox();
    return box ? box.y + box.height / 2 : NaN;
  };
  const apart = (await middle(label.button("Remove fibre 2"))) - (await middle(label.field("Fibre 2")));
  assert.ok(Math.abs(apart) < 4, `${apart} px`);
});

visit("the footer's links have the page's own colour, in the dark, too", { colorScheme: "dark" }, async ({ page, site }) => {
  await page.goto(site);
  const colours = await page.locator("footer a").evaluateAll((all) => all.map((link) => getComputedStyle(link).color));
  assert.deepEqual([...new Set(colours)], ["rgb(159, 180, 240)"]);
});

for (const dir of ["ltr", "rtl"]) {
  visit(`in a column of 280 px on a wide page, ${dir}`, {}, async ({ page, site, host }) => {
    const column = `<style>#column { inline-size: 280px; overflow: auto }</style><div id="column"><cotton-origin dir="${dir}"></cotton-origin></div>`;
    await host(hostPage(column, { head: script(site), html: `lang="en" dir="${dir}"` }));
    await eachState(await widget(page), async (state) => assert.deepEqual(await overflow(page, "#column"), [], state));
  });
}

// The width of a blog's column: the layout has just switched to two columns, and German and Turkish have the longest words.
for (const lang of ["en", "de", "tr"]) {
  visit(`in a column of 645 px, ${lang}`, {}, async ({ page, site, host }) => {
    const column = `<style>#column { inline-size: 645px; overflow: auto; font-family: monospace }</style><div id="column"><cotton-origin></cotton-origin></div>`;
    await host(hostPage(column, { head: script(site), html: `lang="${lang}"` }));
    await widget(page);
    assert.deepEqual(await overflow(page, "#column"), []);
  });
}

visit("text twice as large is twice as large", {}, async ({ page, site, host }) => {
  const size = async () => (await widget(page)).headline.evaluate((headline) => Number.parseFloat(getComputedStyle(headline).fontSize));
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  const usual = await size();
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  // With text twice as large the element is half as wide in ems, so it uses the smaller headline of narrow ones.
  assert.ok((await size()) >= 1.5 * usual, `${usual} px, then ${await size()} px`);
});

/** Touch targets that are too small. Links within a sentence are exempt: they are as high as their line. @param {Page} page */
const tooSmall = (page) =>
  page.locator("cotton-origin").evaluate((element) => {
    const targets = [...(element.shadowRoot?.querySelectorAll("a, button, summary, select, input") ?? [])];
    const seen = targets.filter((target) => target.checkVisibility({ visibilityProperty: true }));
    const small = seen.filter((target) => {
      const inSentence = getComputedStyle(target).display === "inline" && target.parentElement?.textContent !== target.textContent;
      // A checkbox can also be hit through its label.
      const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
      return !inSentence && (width < 24 || height < 24);
    });
    return { count: seen.length, small: small.map((target) => `${target.localName}.${target.className} ${target.textContent?.slice(0, 30)}`) };
  });

for (const width of [320, 1280]) {
  visit(`targets are 24 px or more at ${width} px`, { viewport: { width, height: 800 } }, async ({ page, site }) => {
    await page.goto(site);
    const label = await widget(page);
    await eachState(label, async (state) => {
      const { count, small } = await tooSmall(page);
      assert.ok(count > 8, "there are targets");
      assert.deepEqual(small, [], state);
    });
  });
}
