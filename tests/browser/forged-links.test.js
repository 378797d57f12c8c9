/** A link's checksum is no secret, so anyone can write any link. Whatever a link claims is told as the link's claim, and never said in our voice. */
import assert from "node:assert/strict";
import { toFragment } from "../../www/element/more/share/link.js";
import { co } from "../node/support/core.js";
import { visit } from "./support/browser.js";
import { turnTo, widget } from "./support/widget.js";

/** @import { Garment } from "../../www/types.d.ts" */

/** @type {Garment} */
const SHIRT = { kind: "t-shirt", fibres: [{ fibre: "cotton", percent: 60 }, { fibre: "polyester", percent: 40 }], madeIn: "BD", boughtIn: 2024, massGrams: 150 };
const { figures, model } = co.version();
const LINK = toFragment(SHIRT, co.assess(SHIRT), "2026-05-03");

/** The fields of the link, in order, without its checksum. */
const FIELDS = LINK.slice(1, LINK.lastIndexOf("~z=")).split("~").map((pair) => /** @type {[string, string]} */ (pair.split("=")));

/** A link of these fields, with the checksum that belongs to them. @param {[string, string][]} fields */
function sealed(fields) {
  const text = fields.map((pair) => pair.join("=")).join("~");
  const hash = [...text].reduce((hash, letter) => Number(BigInt.asUintN(32, BigInt(hash ^ letter.charCodeAt(0)) * 16777619n)), 2166136261);
  return `#${text}~z=${(hash >>> 0).toString(36)}`;
}

/** The link with some fields changed; one that is null is left out, one that it lacks is added. @param {Record<string, string | null>} changes */
function forged(changes) {
  const kept = FIELDS.flatMap(([name, value]) => (name in changes ? (changes[name] === null ? [] : [/** @type {[string, string]} */ ([name, changes[name] ?? ""])]) : [/** @type {[string, string]} */ ([name, value])]));
  const added = Object.entries(changes).flatMap(([name, value]) => (value === null || FIELDS.some(([known]) => known === name) ? [] : [/** @type {[string, string]} */ ([name, value])]));
  return sealed([...kept, ...added]);
}

/** What a forger would put into each field: numbers that no answer of ours has, so that they are found wherever they are said. */
const LIES = {
  answer: { s: ["987000-876000-999000", "0-0-0", "1000000-1000000-1000000", "987000", "-1-2-3", null], x: ["987654-876543-998877", "0-0-0", null] },
  day: { d: ["1987-08-07", "2087-08-07", "1987-99-99", "0000-00-00", null] },
  version: { v: ["2026.1", "2019.1", "2087.8", "0", "2026", "2026.2.0", "2026.02", null], w: ["0", "1", "3", "87", "2.0", "02", null] },
  garment: { k: ["jeans", "hat", null], m: ["CN", "XX", null], t: ["2019", "1887", null], "f.0.p": ["87", "870", null], "f.0.a": ["wool", "gold", null], g: ["876", "-1", null] },
  format: { cotton: ["0", "2", "01"] },
};

/** Of every text of the page: what the link says, told as that. */
const AS_ITS_CLAIM = [/This link says that on .*?, the answer was: “.*?” This page cannot check that\./gs, /This link says that its answer was shared on .*?, with figures \S+ and method \S+\./g];

/** What the lies above would look like in a sentence. */
const SAID = /\b(98|99|98[78]|87[67]|98\.\d|99[89](\.\d+)?) (in 100|grams|g)\b|\b(1887|1987|2087|2019\.1|2087\.8|August 7|0000)\b|method (0|3|87|2\.0|02)\b/;

/** Every link with one field changed, and every pair of an answer with a version, a day, a garment. @returns {[string, string][]} */
function everyForgery() {
  const single = Object.values(LIES).flatMap((fields) => Object.entries(fields).flatMap(([name, values]) => values.map((value) => ({ [name]: value }))));
  const answers = Object.entries(LIES.answer).flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  const others = single.filter((change) => !("s" in change || "x" in change));
  const pairs = answers.slice(0, 1).flatMap((answer) => others.map((other) => ({ ...answer, ...other })));
  const old = answers.flatMap((answer) => LIES.day.d.map((d) => ({ v: "2026.1", w: "1", d, ...answer })));
  return [...single, ...pairs, ...old].map((changes) => [JSON.stringify(changes), forged(changes)]);
}

/** Our own answer to what the form holds. @param {import("./support/widget.js").Widget} label */
const headline = ({ headline }) => headline.innerText();

visit("nothing that a forged link claims is said in our voice", {}, async ({ page, site, complaints }) => {
  await page.goto(site);
  const label = await widget(page);
  const all = everyForgery();
  assert.ok(all.length > 100, String(all.length));
  const note = label.element.locator(".arrival");
  const claims = new Set();
  for (const [name, link] of all) {
    await turnTo(page, link);
    // The note is there at once; what is spoken follows.
    assert.ok(await note.isVisible(), name);
    const arrival = await note.innerText();
    const shown = await label.element.evaluate((host) => /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".root")).innerText);
    for (const claim of AS_ITS_CLAIM) for (const [text] of shown.matchAll(claim)) claims.add(text.slice(0, 23));
    // What the link filled in stands as text where the form is folded: it is what the answer is asked for, as the fields would show it.
    const entered = await label.element.locator(".entered").innerText();
    const ours = AS_ITS_CLAIM.reduce((text, claim) => text.replaceAll(claim, ""), shown.replace(entered, ""));
    assert.doesNotMatch(ours, SAID, name);
    // A version in our voice is the version of this page.
    for (const [, said] of ours.matchAll(/figures \(?(\d+\.\d+)/g)) assert.equal(said, figures, `${name}: ${arrival}`);
    for (const [, said] of ours.matchAll(/method (\d+)\)/g)) assert.equal(said, model, `${name}: ${arrival}`);
    assert.match(await headline(label), /^(About \d+ in 100|Less than 1 in 100|Almost|No cotton|None)/, name);
  }
  assert.equal(claims.size, 2, "both claims were told as claims");
  assert.deepEqual(complaints, []);
});

visit("the answer beside a forged link is the one that this page gives to the same garment", {}, async ({ page, site }) => {
  /** @type {string[][]} */
  const shown = [];
  for (const link of [LINK, forged({ s: "987000-876000-999000" }), forged({ v: "2026.1", w: "1", s: "987000-876000-999000", x: "987654-876543-998877" }), forged({ v: "2087.8" })]) {
    await page.goto("about:blank");
    await page.goto(`${site}/${link}`);
    const label = await widget(page);
    shown.push([await headline(label), await label.between.innerText(), await label.chance.innerText(), await label.mass.innerText(), await label.why.innerText()]);
  }
  for (const other of shown) assert.deepEqual(other, shown[0]);
  assert.match(shown[0]?.[0] ?? "", /^About 3 in 100 grams/);
});

visit("what is spoken of a forged link is its claim, too", {}, async ({ page, site }) => {
  await page.goto(`${site}/${forged({ v: "2026.1", w: "1", d: "1987-08-07", s: "987000-876000-999000" })}`);
  const label = await widget(page);
  await label.status.filter({ hasText: /^This link says that on August 7, 1987, .* the answer was: “About 99 in 100 / }).waitFor({ state: "attached" });
});
