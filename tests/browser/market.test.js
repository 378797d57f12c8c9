/** Where a garment was bought: asked in the form, set by a site for its readers, opened in the reasons, and carried by a link. */
import assert from "node:assert/strict";
import test from "node:test";
import { fromFragment, toFragment } from "../../www/element/more/share/link.js";
import { co } from "../node/support/core.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { lastTold, listen, widget } from "./support/widget.js";

/** @import { Visit } from "./support/browser.js" */

const WHERE = "Where it was bought";

/** @param {Visit} visit @param {string} [attributes] */
async function open({ page, site, host }, attributes = "") {
  await listen(page);
  await host(hostPage(`<main><h1>A host</h1><cotton-origin ${attributes}></cotton-origin></main>`, { head: script(site) }));
  return widget(page);
}

/** The last answer's share, in 100 with two decimals. @param {Visit} visit */
const central = async ({ page }) => (100 * ((await lastTold(page)).cottonShare?.central ?? NaN)).toFixed(2);

visit("the form asks, the European Union first, and what was chosen is in the answer", {}, async (visit) => {
  const label = await open(visit);
  const field = label.field(WHERE);
  const groups = await field.locator("optgroup").evaluateAll((all) => all.map((group) => ({ label: group.getAttribute("label"), places: [...group.children].map((option) => /** @type {HTMLOptionElement} */ (option).value) })));
  assert.deepEqual(groups[0], { label: "Places with figures of their own", places: ["EU", "US", "GB", "JP", "CA", "AU", "MX", "BR", "CN"] });
  for (const place of groups[0]?.places ?? []) assert.equal(co.assess({ soldIn: place }).notes.some(({ id }) => id === "no-figure-for-market"), false, place);
  assert.ok((groups[1]?.places.length ?? 0) > 240);
  await field.selectOption("US");
  assert.equal(await central(visit), "16.31");
  await field.selectOption("EU");
  assert.equal(await central(visit), "14.96");
  assert.match(await label.changed.innerText(), /^Changing to “bought in European Union” moved the answer from 16 to 15 in 100, and the range from /);
  await field.selectOption("");
  assert.equal(await central(visit), "20.00");
});

visit("without a country both ranges are given, and said which is which; with one there is one", {}, async (visit) => {
  const label = await open(visit);
  await label.field(WHERE).selectOption("EU");
  const { cottonShare, inPart } = await lastTold(visit.page);
  const in100 = (/** @type {number | undefined} */ share) => Math.round(100 * (share ?? NaN));
  assert.ok(cottonShare?.ofAverage && inPart?.ofAverage);
  const { low, high, ofAverage } = cottonShare;
  const spread = `Between ${in100(low)} and ${in100(high)}. That is the spread between the countries where it may have been sewn.`;
  const average = `The average over all of them is known better: ${in100(ofAverage.low)} to ${in100(ofAverage.high)}.`;
  assert.ok((await label.between.innerText()).startsWith(`${spread} ${average}`), await label.between.innerText());
  assert.match(await label.chance.innerText(), new RegExp(`Between ${in100(inPart.low)} and ${in100(inPart.high)} by country; on average ${in100(inPart.ofAverage.low)} to ${in100(inPart.ofAverage.high)}\\.`));
  assert.ok((await label.answer.getByRole("img").first().getAttribute("aria-label"))?.endsWith(average), "and read aloud with the picture");
  const [wide, narrow] = await label.answer.locator(".rule .dyed").evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect()));
  assert.ok(wide && narrow && wide.left < narrow.left && narrow.right < wide.right, "drawn one in the other");
  await label.field("Made in").selectOption("VN");
  assert.doesNotMatch(await label.answer.innerText(), /spread|by country|average over all/);
  assert.equal(await label.answer.locator(".rule .dyed").count(), 1);
});

visit("the world's share is said to be that, beside what is on sale, while nothing narrower than a kind is known", {}, async (visit) => {
  const label = await open(visit);
  await label.field("Garment").selectOption("jeans");
  await label.settled();
  const world = label.answer.getByText("the Region’s part of all the world’s cotton, including that in clothes worn in China");
  assert.ok(await world.isVisible());
  const shops = (/** @type {string[]} */ places) => {
    const shares = places.map((soldIn) => Math.round(100 * (co.assess({ soldIn }).cottonShare?.central ?? NaN)));
    return [...new Set([Math.min(...shares), Math.max(...shares)])].join("⁠–⁠");
  };
  const note = `20 in 100 grams is the Region’s part of the whole world’s cotton, including that in clothes worn in China. What reaches shops in the European Union, Britain or the United States holds less, about ${shops(["EU", "GB", "US"])} in 100; in Japan or Australia it is more, about ${shops(["JP", "AU"])},`;
  assert.ok((await label.notes.innerText()).includes(note), await label.notes.innerText());
  await label.field("Year bought").selectOption("2018");
  await label.settled();
  assert.doesNotMatch(await label.notes.innerText(), /What reaches shops/, "no table serves that year, so there is nothing to set beside");
  await label.field("Year bought").selectOption("");
  await label.more();
  await label.field("Cotton said to be from").selectOption("US");
  assert.equal(await world.isVisible(), false, "a stated origin changes the number");
  await label.field("Cotton said to be from").selectOption("");
  await label.field(WHERE).selectOption("US");
  await label.settled();
  assert.equal(await world.isVisible(), false);
  assert.doesNotMatch(await label.notes.innerText(), /whole world/);
});

visit("a market without figures, and a year before them, are told", {}, async (visit) => {
  const label = await open(visit);
  await label.field(WHERE).selectOption("KE");
  await label.settled();
  assert.match(await label.notes.innerText(), /We have no figures for what is on sale there \(Kenya\)/);
  await label.field(WHERE).selectOption("US");
  await label.field("Year bought").selectOption("2018");
  await label.settled();
  assert.match(await label.notes.innerText(), /Our figures for what is on sale there \(United States\) begin with purchases of 2020\./);
});

visit("the average opens into its places, which add up to it", {}, async (visit) => {
  const label = await open(visit);
  await label.field(WHERE).selectOption("US");
  await label.field("Year bought").selectOption("2024");
  await label.settled();
  const average = (await lastTold(visit.page)).steps.find(({ id }) => id === "market-average");
  assert.ok(average?.value && average.parts);
  assert.match(await label.why.innerText(), new RegExp(`${Math.round(100 * average.value)} in 100 of the cotton in garments on sale there comes by way of Chinese yarn and cloth`));
  assert.match((await label.why.locator(".sums .sum").textContent()) ?? "", /0\.91 × 0\.82 × 0\.84 × 0\.256 = 0\.16\b/);
  await label.why.getByText("The places, one by one").click();
  const sums = await label.why.locator(".place-sum").allInnerTexts();
  assert.equal(sums.length, average.parts.length);
  const made = sums.map((sum) => Number(sum.split("=").at(-1)));
  assert.deepEqual(made, [...made].sort((a, b) => b - a), "what gives most stands first");
  assert.ok(Math.abs(made.reduce((sum, one) => sum + one, 0) - 100 * average.value) < 0.1, String(made));
  await label.why.locator(".place > summary").first().click();
  const first = label.why.locator(".place").first();
  assert.match(await first.innerText(), /^China\s+11\.8 × 0\.85 = 10/);
  assert.match(await first.innerText(), /by value: 11\.8 in 100/);
  assert.match(await first.innerText(), /85 in 100 of the Chinese yarn and cloth is left, as buyers in that market turned away from it/);
  assert.match(await label.why.locator(".place").nth(1).locator("summary").first().innerText(), /^Vietnam/);
  await label.why.locator(".place > summary").nth(1).click();
  assert.match(await label.why.locator(".place").nth(1).innerText(), /36 in 100 of the yarn and cloth for such garments sewn in Vietnam comes from China/);
  assert.deepEqual(await violations(visit.page), []);
});

visit("a site says where its readers buy: that is told, and a reader can say otherwise", {}, async (visit) => {
  const label = await open(visit, 'market="us"');
  const said = label.element.getByText("Set by this site: United States.");
  assert.equal(await label.field(WHERE).inputValue(), "US");
  assert.equal(await central(visit), "16.31");
  assert.ok(await said.isVisible());
  assert.match(await label.field(WHERE).evaluate((field) => (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => /** @type {ShadowRoot} */ (field.getRootNode()).getElementById(id)?.textContent).join()), /Set by this site/);
  await label.field(WHERE).selectOption("EU");
  assert.equal(await said.isVisible(), false);
  assert.equal(await central(visit), "14.96");
  await label.field(WHERE).selectOption("");
  assert.equal(await central(visit), "20.00", "“I don’t know” is an answer");
  await label.element.evaluate((element) => element.setAttribute("market", "EU"));
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await label.element.locator('.root[lang="de"]').waitFor();
  assert.equal(await label.element.locator('[name="soldIn"]').inputValue(), "", "and outlives what the site says later");
});

visit("who left it as the site had it follows the site", {}, async (visit) => {
  const label = await open(visit);
  await label.field("Garment").selectOption("jeans");
  const set = async (/** @type {string | null} */ market) => {
    await label.element.evaluate((element, market) => (market === null ? element.removeAttribute("market") : element.setAttribute("market", market)), market);
    await label.element.locator(`[name="soldIn"] option:checked[value="${market ?? ""}"]`).waitFor({ state: "attached" });
  };
  await set("JP");
  await set("US");
  assert.equal(await label.field("Garment").inputValue(), "jeans");
  assert.ok(await label.element.getByText("Set by this site: United States.").isVisible());
  await set(null);
  assert.equal(await label.element.getByText("Set by this site").count(), 0);
});

visit("a site that does not ask says it all the same, and a reader can take it out", {}, async (visit) => {
  const label = await open(visit, 'market="US" questions="kind madeIn"');
  const held = label.element.locator(".held");
  assert.match(await held.innerText(), /Where it was bought\s+United States\s+Set by this site\.\s+Remove/);
  assert.equal(await central(visit), "16.31");
  await held.getByRole("button").click();
  assert.equal(await central(visit), "20.00");
  assert.equal(await held.isVisible(), false);
});

visit("what a site says is no garment that someone typed", {}, async (visit) => {
  const kept = toFragment({ madeIn: "VN" }, co.assess({ madeIn: "VN" }), "2026-05-03");
  await visit.host(hostPage(`<main><h1>A host</h1><cotton-origin market="US" from-link></cotton-origin></main>`, { head: script(visit.site) }));
  const label = await widget(visit.page);
  await visit.page.evaluate((fragment) => (location.hash = fragment), kept);
  await label.element.locator(".arrival:not([hidden])").waitFor();
  assert.equal(await label.field(WHERE).inputValue(), "", "a link stays what was shared");
  assert.match(await label.element.locator(".arrival").innerText(), /They are the same here, and so is the answer/);
  assert.equal(await label.button("Bring back what was here before").isVisible(), false);
});

for (const bad of ["mars", "USA", "US EU"]) {
  visit(`market="${bad}" is no place: its owner is told, once, and nothing is taken for it`, {}, async (visit) => {
    const told = visit.page.waitForEvent("console", (message) => message.text().includes("market="));
    const label = await open(visit, `market="${bad}"`);
    visit.expected.push((await told).text());
    assert.equal((await told).text(), `<cotton-origin> market="${bad}": there is no such place. Write the two letters of a country, such as US, or EU. Nothing is taken for it.`);
    assert.equal(await label.field(WHERE).inputValue(), "");
    assert.equal(await central(visit), "20.00");
    await label.element.evaluate((element) => element.setAttribute("lang", "fr"));
    await label.element.locator('.root[lang="fr"]').waitFor();
    assert.equal(visit.complaints.filter((text) => text.includes("market=")).length, 1);
  });
}

visit("no language is taken for a place of purchase", { locale: "en-US" }, async (visit) => {
  const label = await open(visit, 'lang="en-US"');
  assert.equal(await label.field(WHERE).inputValue(), "");
  assert.equal(await central(visit), "20.00");
});

visit("a frame takes it from its address", {}, async ({ page, site }) => {
  await page.goto(`${site}/embed.html?market=EU`);
  assert.equal(await (await widget(page)).field(WHERE).inputValue(), "EU");
});

for (const garment of [{ soldIn: "US" }, { soldIn: "DE", boughtIn: 2024, kind: /** @type {const} */ ("jeans") }, { madeIn: "CN", soldIn: "US", boughtIn: 2023 }]) {
  test(`a link carries it: ${JSON.stringify(garment)}`, () => {
    const link = toFragment(garment, co.assess(garment), "2026-05-03");
    assert.ok(link.includes(`~u=${garment.soldIn}~`), link);
    assert.deepEqual(fromFragment(link, co).garment, garment);
  });
}

visit("opened, a link fills it in, and the text that is copied names it", {}, async ({ page, site }) => {
  await page.goto(`${site}/${toFragment({ kind: "jeans", soldIn: "US" }, co.assess({ kind: "jeans", soldIn: "US" }), "2026-05-03")}`);
  const label = await widget(page);
  assert.equal(await label.field(WHERE).inputValue(), "US");
  assert.match(await label.element.locator(".arrival").innerText(), /They are the same here, and so is the answer/);
  await label.button("Share").click();
  assert.match(await label.element.locator(".share-said").innerText(), /^Jeans, bought in United States\nAbout 19 in 100 grams[^]*That is the spread between the countries/);
});

visit("in Arabic the two questions stand from right to left, and the range with its average too", { viewport: { width: 390, height: 844 } }, async (visit) => {
  const label = await open(visit, 'lang="ar" market="US"');
  await label.element.locator('[name="kind"]').selectOption("jeans");
  const box = async (/** @type {string} */ part) => (await label.element.locator(part).first().boundingBox()) ?? assert.fail();
  const [where, year] = [await box('[name="soldIn"]'), await box('[name="boughtIn"]')];
  assert.ok(where.x >= year.x + year.width && Math.abs(where.y - year.y) < 1, "beside each other, the place first");
  const [spread, average, pin] = [await box(".rule .is-spread"), await box(".rule .dyed:not(.is-spread)"), await box(".rule .pin")];
  assert.ok(spread.x < average.x && average.x < pin.x && pin.x < average.x + average.width);
  assert.ok(await label.element.getByText("حدّده هذا الموقع: ⁨الولايات المتحدة⁩.").isVisible());
  await label.element.evaluate((element) => element.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)));
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  assert.deepEqual(await violations(visit.page), []);
});
