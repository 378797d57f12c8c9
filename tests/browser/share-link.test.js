/** A shared link gives the same answer for ever, or says plainly why it cannot. */
import assert from "node:assert/strict";
import test from "node:test";
import { LinkError, agrees, fromFragment, toFragment } from "../../www/element/more/share/link.js";
import { co } from "../node/support/core.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { enter } from "./support/kept.js";
import { turnTo, widget } from "./support/widget.js";

/** @import { Garment } from "../../www/types.d.ts" */

/** @type {Garment} */
const SHIRT = { kind: "t-shirt", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], madeIn: "BD", boughtIn: 2024 };
const DAY = "2026-05-03";

const { figures, model } = co.version();
const VERSIONS = `v=${figures}~w=${model}`;
const LINK = toFragment(SHIRT, co.assess(SHIRT), DAY);

/** The checksum, implemented a second time. @param {string} text */
const sealed = (text) => {
  const hash = [...text].reduce((hash, letter) => Number(BigInt.asUintN(32, BigInt(hash ^ letter.charCodeAt(0)) * 16777619n)), 2166136261);
  return `#${text}~z=${(hash >>> 0).toString(36)}`;
};
/** A link that was changed and given a fresh checksum. @param {string | RegExp} part @param {string} other */
const changed = (part, other) => {
  const text = LINK.slice(1, LINK.lastIndexOf("~z="));
  assert.ok(text.match(part), String(part));
  return sealed(text.replace(part, other));
};
const OLDER = changed(VERSIONS, "v=2026.1~w=1");
const NEWER = changed(VERSIONS, "v=2031.2~w=9");

/** @type {Garment[]} */
const GARMENTS = [
  {},
  SHIRT,
  { kind: "jeans", fibres: [{ fibre: "cotton", percent: 98.5, organic: true, recycled: true }, { fibre: "elastane" }], madeIn: "CN-XJ", fabricIn: "VN", spunIn: "IN", proof: "lab-test", schemes: ["gots", "ocs"], massGrams: 512.5, boughtIn: 1999 },
  { cottonFrom: ["US", "EG"] },
  { kind: "coat", components: [{ name: "shell ~&=#%é 外", fibres: [{ fibre: "cotton", percent: 60 }], share: 0.7 }, { name: "lining", fibres: [{ fibre: "polyester" }], share: 0.3 }] },
  { fibres: [{ fibre: "wool" }] },
];

for (const garment of GARMENTS) {
  test(`a link gives back the garment and its answer: ${JSON.stringify(garment)}`, () => {
    const now = co.assess(garment);
    const link = toFragment(garment, now, DAY);
    assert.match(link, /^#[\w.~=%+*-]+$/, "nothing that a messenger would cut or change");
    const shared = fromFragment(link, co);
    assert.equal(JSON.stringify(co.assess(shared.garment)), JSON.stringify(now));
    assert.ok(agrees(shared, now));
    assert.equal(shared.date, DAY);
  });
}

test("a typical link is short", () => assert.ok(LINK.length < 250, String(LINK.length)));

test("any letter that is changed, left out or doubled is noticed", () => {
  for (let at = 1; at < LINK.length; at += 1) {
    const letter = LINK[at] === "7" ? "8" : "7";
    for (const other of [LINK.slice(0, at) + letter + LINK.slice(at + 1), LINK.slice(0, at) + LINK.slice(at + 1), LINK.slice(0, at)]) {
      if (other === LINK) continue;
      assert.throws(() => fromFragment(other, co), LinkError, other);
    }
  }
});

visit("opened, a link fills the form, gives the same answer and says so", {}, async ({ page, site, requests }) => {
  await page.goto(site + "/" + LINK);
  const label = await widget(page);
  const note = label.element.locator(".arrival");
  assert.match(await note.innerText(), /^This link says that its answer was shared on May 3, 2026, with figures 2026\.\d+ and method \d+\. They are the same here, and so is the answer\./);
  assert.match(await label.headline.innerText(), /^About 3 in 100 grams/);
  assert.ok(requests.every((address) => !address.includes("cotton=")), "what it holds is sent to nobody");
  await label.status.filter({ hasText: "This link says that its answer was shared" }).waitFor({ state: "attached" });
  assert.deepEqual(await violations(page), []);

  await label.button("Change what was entered").click();
  assert.equal(await label.field("Percent of fibre 2").inputValue(), "40");
  assert.equal(await label.field("Made in").inputValue(), "BD");
  await label.field("Made in").selectOption("CN");
  assert.equal(await note.isVisible(), false, "it is another garment now");
  await label.field("Made in").selectOption("BD");
  assert.ok(await note.isVisible());
  await label.button("Close this note").click();
  assert.equal(await note.isVisible(), false);
});

visit("on a phone a link opens on the answer: what was entered is folded, the note comes after", { viewport: { width: 390, height: 844 } }, async ({ page, site }) => {
  await page.goto(site + "/" + LINK);
  const label = await widget(page);
  await label.element.locator(".arrival").waitFor();
  const top = async (/** @type {import("playwright-core").Locator} */ part) => (await part.boundingBox())?.y ?? NaN;
  assert.ok((await top(label.headline)) < 844 - 100, `the answer is at ${await top(label.headline)} px`);
  assert.ok((await top(label.element.locator(".arrival"))) > (await top(label.between)));
  assert.equal(await label.field("Made in").isVisible(), false);
  const entered = label.element.locator(".entered");
  assert.match(await entered.innerText(), /T-shirt or polo shirt[\s\S]*60 % Cotton and 40 % Polyester[\s\S]*Bangladesh[\s\S]*2024/);
  // It stays folded in another language, and unfolds for whatever asks for the form.
  await label.element.evaluate((element) => element.setAttribute("lang", "de"));
  await entered.getByRole("button", { name: "Die Angaben ändern" }).waitFor();
  await entered.getByRole("button", { name: "Die Angaben ändern" }).click();
  assert.ok(await label.field("Hergestellt in (made in)").isVisible());
  assert.equal(await entered.isVisible(), false);
  await label.element.evaluate((element) => element.setAttribute("lang", "en"));
  await label.field("Made in").waitFor();
});

visit("the bought year beyond the list is shown", {}, async ({ page, site }) => {
  const garment = /** @type {Garment} */ ({ kind: "jeans", boughtIn: 1999 });
  await page.goto(site + "/" + toFragment(garment, co.assess(garment), DAY));
  const label = await widget(page);
  assert.equal(await label.field("Year bought").inputValue(), "1999");
  assert.match(await label.element.locator(".arrival").innerText(), /so is the answer/);
});

for (const [name, link, message] of /** @type {[string, string, RegExp][]} */ ([
  ["older figures that gave something else", changed(new RegExp(`${VERSIONS}(.*)s=\\d+-\\d+-\\d+`), "v=2026.1~w=1$1s=123456-50000-300000"), /^This link says that on May 3, 2026, with figures 2026\.1 and method 1, the answer was: “About 12 in 100 grams .* Between 5 and 30\.” This page cannot check that\.\s+Today’s figures \(2026\.2, method 2\) give: About 3 in 100 grams .*\s+What changed since: the figures now rest on trade in cotton itself/],
  ["older figures that gave the same", OLDER, /^This link says .* figures 2026\.1 .*: “About 3 in 100 .*\s+Today’s figures \(2026\.2, method 2\) give the same\.\s+Close this note$/],
  ["newer figures, of which nothing is repeated", NEWER, /^This link was made with newer figures than this page has \(2026\.2, method 2\), so what it says is not repeated here\. The answer below was worked out here\.\s+Close this note$/],
  ["a newer method", changed(`w=${model}`, "w=3"), /^This link was made with newer figures/],
])) {
  visit(`a link from ${name}`, {}, async ({ page, site }) => {
    await page.goto(site + "/" + link);
    const label = await widget(page);
    assert.match(await label.element.locator(".arrival").innerText(), message);
    assert.match(await label.headline.innerText(), /^About 3 in 100 grams/);
  });
}

const DAMAGED = /^This link was cut or changed on its way, so nothing was taken from it/;
const FORGED = /^This link names figures that were never published, so nothing was taken from it/;
const TOO_NEW = /^This link was made by a newer version of this tool/;

/** @type {[string, string, RegExp][]} */
const TAMPERED = [
  ["nothing in it", "#cotton=", DAMAGED],
  ["only a version", "#cotton=1", DAMAGED],
  ["another's", "#cotton=socks&size=42", DAMAGED],
  ["cut in the middle", LINK.slice(0, LINK.length >> 1), DAMAGED],
  ["without its last letter", LINK.slice(0, -1), DAMAGED],
  ["without its checksum", LINK.slice(0, LINK.lastIndexOf("~z=")), DAMAGED],
  ["with a word after it", `${LINK}!`, DAMAGED],
  ["another place", LINK.replace("m=BD", "m=CN"), DAMAGED],
  ["another percentage", LINK.replace("p=60", "p=61"), DAMAGED],
  ["another answer", LINK.replace(/s=\d/, "s=9"), DAMAGED],
  ["in capitals", LINK.toUpperCase().replace("#COTTON", "#cotton"), DAMAGED],
  ["encoded twice", LINK.replaceAll("~", "%7E"), DAMAGED],
  ["markup", changed("t-shirt", "<img src=x onerror=alert(1)>"), DAMAGED],
  ["markup as a date", changed(DAY, "<b>today</b>"), DAMAGED],
  ["markup as a version", changed(/v=[\d.]+/, "v=<script>alert(1)</script>"), DAMAGED],
  ["an unknown kind", changed("t-shirt", "hat"), DAMAGED],
  ["an unknown place", changed("m=BD", "m=XX"), DAMAGED],
  ["an unknown field", changed("m=BD", "hat=1"), DAMAGED],
  ["a prototype", changed("m=BD", "__proto__.kind=jeans"), DAMAGED],
  ["figures that were never published", changed(VERSIONS, "v=2025.9~w=1"), FORGED],
  ["older figures with a newer method", changed(VERSIONS, "v=2026.1~w=2"), FORGED],
  ["today's figures with an older method", changed(VERSIONS, `v=${figures}~w=1`), FORGED],
  ["two versions", changed(`w=${model}`, `w=${model}~w=${model}`), DAMAGED],
  ["no date", changed(`d=${DAY}~`, ""), DAMAGED],
  ["an answer upside down", changed(/s=\d+-\d+-\d+/, "s=50000-90000-20000"), DAMAGED],
  ["an answer over all", changed(/s=\d+-\d+-\d+/, "s=1500000-90000-2000000"), DAMAGED],
  ["an answer in words", changed(/s=\d+-\d+-\d+/, "s=all-of-it"), DAMAGED],
  ["percentages over 100", changed("p=40", "p=90"), DAMAGED],
  ["endless", sealed(`cotton=1~k=${"t".repeat(20_000)}`), DAMAGED],
  ["rows without end", changed("m=BD", "f.4000000000.a=cotton"), DAMAGED],
  ["a percent sign alone", "#cotton=1~k=%~z=1", DAMAGED],
  ["half a letter", sealed("cotton=1~k=%ED%A0%80"), DAMAGED],
  ["a newer form", changed("cotton=1", "cotton=2"), TOO_NEW],
  ["a newer kind of garment", changed(/k=t-shirt(.*)v=[\d.]+/, "k=hoverboard$1v=2031.1"), TOO_NEW],
  ["sealed again with another answer", changed(/s=\d+-\d+-\d+/, "s=990000-980000-999000"), /^The answer in this link does not match its own figures/],
  ["sealed again without its answer", changed(/s=\d+-\d+-\d+~/, ""), /^The answer in this link does not match its own figures/],
];

visit("a link that someone changed gives one clear message and never a broken page", {}, async ({ page, site, complaints }) => {
  assert.ok(TAMPERED.length >= 20);
  await page.goto(site);
  const label = await widget(page);
  await enter(label, "dress", "VN", "33");
  const note = label.element.locator(".arrival");
  for (const [name, link, message] of TAMPERED) {
    await turnTo(page, link);
    const text = await note.innerText();
    assert.match(text, message, name);
    assert.equal(await note.locator("p").count(), 1, name);
    assert.equal(await note.locator("*:not(p, button)").count(), 0, `${name}: text is only text`);
    if ([DAMAGED, FORGED, TOO_NEW].includes(message)) assert.equal(await label.field("Percent of fibre 1").inputValue(), "33", `${name}: the form is left alone`);
    else await label.button("Bring back what was here before").click();
    assert.match(await label.headline.innerText(), /^About \d+ in 100 grams/, name);
    assert.deepEqual(complaints, [], name);
  }
  await page.evaluate(() => (location.hash = "#about"));
  await note.waitFor({ state: "hidden" });
});

visit("what was typed before a link was opened comes back", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await enter(label, "dress", "VN", "sixty");
  await page.evaluate((hash) => (location.hash = hash), LINK);
  await label.element.locator(".arrival").waitFor();
  assert.equal(await label.field("Garment").inputValue(), "t-shirt");
  await label.button("Bring back what was here before").click();
  assert.equal(await label.field("Percent of fibre 1").inputValue(), "sixty");
  assert.ok(await label.field("Percent of fibre 1").isVisible());
  assert.equal(await label.element.locator(".arrival").isVisible(), false);
});

visit("an element that was not told to reads nothing of its host's address", {}, async ({ page, site, host }) => {
  const own = await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }));
  await page.goto("about:blank");
  await page.goto(own + LINK);
  const label = await widget(page);
  assert.equal(await label.field("Garment").inputValue(), "");
  assert.equal(await label.element.locator(".arrival").isVisible(), false);
  assert.match(await label.headline.innerText(), /^About 20 in 100/);
});

visit("of two elements, the one that was told to reads the link; taken away, it stops", {}, async ({ page, site, host }) => {
  const own = await host(hostPage("<cotton-origin></cotton-origin><cotton-origin from-link></cotton-origin>", { head: script(site) }));
  await page.goto("about:blank");
  await page.goto(own + LINK);
  const [one, two] = [await widget(page, 0), await widget(page, 1)];
  assert.equal(await one.field("Garment").inputValue(), "");
  assert.equal(await two.field("Garment").inputValue(), "t-shirt");
  const kind = await page.evaluate(async () => {
    const element = /** @type {Element} */ (document.querySelectorAll("cotton-origin")[1]);
    element.remove();
    await new Promise((done) => {
      addEventListener("hashchange", done, { once: true });
      location.hash = "#cotton=broken";
    });
    return element.shadowRoot?.querySelector(".arrival")?.textContent;
  });
  assert.match(kind ?? "", /so is the answer/);
});
