/** The widget in every language: fully translated, in the right direction, accessible; and what happens when a language is not available. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES } from "#vocabulary";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { CHILDREN, hostPage, script } from "./support/host.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Visit } from "./support/browser.js" */
/** @import { Widget } from "./support/widget.js" */

/** @param {string} name @returns {Promise<any>} */
const locale = async (name) => JSON.parse(await readFile(new URL(`../../www/locales/${name}.json`, import.meta.url), "utf8"));

/** @param {any} at @returns {string[]} every sentence in it */
const sentences = (at) => (typeof at === "string" ? [at] : Object.values(at).flatMap(sentences));

const ENGLISH = [await locale("en"), await locale("more/en")];

/** Fragments of English sentences, between placeholders, that are too long to be a name. */
const PIECES = sentences(ENGLISH).flatMap((text) => text.split(/\{\w+\}|\n/)).map((piece) => piece.trim()).filter((piece) => /(\S+ ){2}\S/.test(piece) && piece !== ENGLISH[1].limits.denialSource);

/** @param {Visit} visit @param {string} attributes of the element @param {string} [html] attributes of the page */
async function open({ page, site, host }, attributes, html = 'lang="en"') {
  await host(hostPage(`<main><h1>A host</h1><cotton-origin ${attributes}></cotton-origin></main>`, { head: script(site), html }));
  return widget(page);
}

/** Collects console messages of this type from now on. @param {Page} page @param {string} type */
function listenTo(page, type) {
  /** @type {string[]} */
  const told = [];
  page.on("console", (message) => message.type() === type && message.text().startsWith("<cotton-origin>") && told.push(message.text()));
  return told;
}

/** Every field by its name, in whatever language. @param {Widget} label */
const named = ({ element }) => (/** @type {string} */ name) => element.locator(`[name="${name}"]`);

/** Fills in whatever brings up the most sentences, and opens every section. @param {Widget} label */
async function enterMuch(label) {
  const field = named(label);
  await label.element.evaluate((element) => element.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)));
  await field("kind").selectOption("t-shirt");
  await field("madeIn").selectOption("BD");
  await field("boughtIn").selectOption("2024");
  await field("spunIn").selectOption("TR");
  await field("cottonFrom").first().selectOption("US");
  await field("proof").selectOption("label");
  await label.element.locator('[name="schemes"][value="gots"]').check();
  await label.changed.waitFor();
  await label.settled();
}

/** Everything that is shown or read aloud, except sources: their titles are not translated. @param {Widget} label */
const everything = (label) =>
  label.root.evaluate((root) => {
    const copy = /** @type {Element} */ (root.cloneNode(true));
    for (const named of copy.querySelectorAll(".sources, .cited")) named.remove();
    const texts = [...copy.querySelectorAll("*")].flatMap((node) => ["aria-label", "label", "title", "placeholder"].map((name) => node.getAttribute(name) ?? ""));
    return [copy.textContent ?? "", ...texts].join("\n");
  });

for (const id of LANGUAGES) {
  visit(`${id}: every sentence is its own, in its direction, and axe finds nothing`, {}, async (visit) => {
    const [own, more] = [await locale(id), await locale(`more/${id}`)];
    const label = await open(visit, `lang="${id}"`);
    assert.equal(await label.root.getAttribute("lang"), id);
    assert.equal(await label.root.evaluate((root) => getComputedStyle(root).direction), own.meta.direction);
    assert.ok((await label.headline.innerText()).includes(own.regions["uyghur-region"].in));
    await enterMuch(label);
    const text = await everything(label);
    assert.ok(text.includes(own.form.title) && text.includes(more.limits.title), "what is looked at is there");
    if (id !== "en") assert.deepEqual(PIECES.filter((piece) => text.includes(piece)), [], "nothing is left in English");
    assert.equal(await label.element.locator(".unreviewed").count(), more.meta.reviewed && own.meta.reviewed ? 0 : 1, "says whether it was reviewed");
    // A missing sentence shows its path, a missing argument its braces.
    assert.doesNotMatch(text, /\b(answer|form|why|steps|notes|stages|claims|limits|detail|changed|next|paste)\.[a-z]|[{}]|undefined/);
    assert.deepEqual(await violations(visit.page), []);
    await named(label)("massGrams").fill("-1");
    await label.summary.getByRole("link").waitFor();
    assert.deepEqual(await violations(visit.page), [], "with a problem");
  });

  visit(`${id}: the host's name for the region`, {}, async (visit) => {
    const { regions } = await locale(id);
    for (const [name, region] of Object.entries(regions)) {
      const label = await open(visit, `lang="${id}" region="${name}"`);
      assert.ok((await label.headline.innerText()).includes(region.in), `${name}: ${region.in}`);
      assert.equal(await named(label)("madeIn").locator('option[value="CN-XJ"]').first().textContent(), region.place);
    }
  });

  visit(`${id}: nothing scrolls sideways at 320 px`, { viewport: { width: 320, height: 800 } }, async (visit) => {
    const label = await open(visit, `lang="${id}"`);
    await enterMuch(label);
    assert.ok((await visit.page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });
}

/** Which language each `lang` attribute leads to, and the warning if there is one. */
for (const [wanted, lang, headline, told] of /** @type {const} */ ([
  ["es-MX", "es-MX", /^Alrededor de 20 de cada 100/, null],
  ["pt-PT", "pt-BR", /^Cerca de 20 em cada 100/, null],
  ["pt_BR", "pt-BR", /^Cerca de 20 em cada 100/, null],
  ["zh", "zh-Hans", /约为每100克中20克/, null],
  ["zh-SG", "zh-Hans", /约为每100克中20克/, null],
  ["zh-TW", "zh-Hant", /大約每100克/, null],
  ["zh-HK", "zh-Hant", /大約每100克/, null],
  ["kk-Arab", "kk", /Ұйғыр/, /"kk-Arab"; they are in "kk", which is the same language in another script/],
  ["ug-Latn", "ug", /ئۇيغۇر رايونىدا/, /"ug-Latn"; they are in "ug"/],
  ["AR-eg", "ar-EG", /٢٠/, null],
  ["nl", "en", /^About 20 in 100/, /no sentences in "nl"/],
])) {
  visit(`lang="${wanted}" is ${lang}`, {}, async (visit) => {
    const infos = listenTo(visit.page, "info");
    const label = await open(visit, `lang="${wanted}"`);
    assert.equal(await label.root.getAttribute("lang"), lang);
    assert.match(await label.headline.innerText(), headline);
    if (told === null) assert.deepEqual(infos, []);
    else assert.match(infos.join("\n"), told);
  });
}

visit("Arabic writes the numbers of a sentence with the same digits as those put into it", {}, async (visit) => {
  const label = await open(visit, 'lang="ar-EG"');
  assert.doesNotMatch(await label.headline.innerText(), /[0-9]/);
  assert.match(await label.headline.innerText(), /١٠٠/);
});

visit("a browser's second language is taken where there are no sentences in its first", {}, async (visit) => {
  await visit.page.addInitScript(() => Object.defineProperty(navigator, "languages", { value: ["nl", "tr-TR", "en"] }));
  const label = await open(visit, "", "");
  assert.equal(await label.root.getAttribute("lang"), "tr-TR");
});

for (const id of ["ug", "kk"]) visit(`${id} needs nothing of the browser: places in their order, and digits`, { locale: "ar-EG" }, async (visit) => {
  const label = await open(visit, `lang="${id}"`);
  const { places } = await locale(id);
  const options = await named(label)("madeIn").locator("optgroup").last().locator("option").allTextContents();
  const names = options.filter((name) => Object.values(places).includes(name));
  assert.ok(names.length > 240);
  assert.deepEqual(names, Object.values(places).filter((name) => names.includes(name)));
  assert.match(await label.headline.innerText(), /20/);
});

visit("a name for the region that there is not is told to the site's owner", {}, async (visit) => {
  const infos = listenTo(visit.page, "info");
  const label = await open(visit, 'region="somewhere"');
  assert.match(await label.headline.innerText(), /in the Uyghur Region\.$/);
  assert.match(infos.join("\n"), /region="somewhere" is not one of uyghur-region, xinjiang, east-turkistan/);
});

visit("another language later keeps what was entered", {}, async (visit) => {
  const label = await open(visit, 'lang="en"');
  await enterMuch(label);
  const before = await label.element.locator("form").evaluate((form) => JSON.stringify([...new FormData(/** @type {HTMLFormElement} */ (form))]));
  for (const id of ["ar", "de", "en"]) {
    await label.element.evaluate((element, id) => element.setAttribute("lang", id), id);
    await label.element.locator(`.root[lang="${id}"] .why`).waitFor({ state: "attached" });
    const after = await label.element.locator("form").evaluate((form) => JSON.stringify([...new FormData(/** @type {HTMLFormElement} */ (form))]));
    assert.equal(after, before, id);
  }
});

visit("the language asked for last is the one that is shown", {}, async (visit) => {
  const label = await open(visit, 'lang="en"');
  await label.element.evaluate((element) => ["fr", "ar", "es", "de"].forEach((id) => element.setAttribute("lang", id)));
  await label.element.locator('.root[lang="de"] .why').waitFor({ state: "attached" });
  assert.match(await label.headline.innerText(), /^Etwa/);
});

visit("a language is asked for along with the wasm, and only the one that is needed", {}, async (visit) => {
  await open(visit, 'lang="fr"');
  const files = visit.requests.filter((address) => address.startsWith(visit.site)).map((address) => new URL(address).pathname);
  const [first, second] = files.filter((file) => !file.endsWith(".js"));
  assert.deepEqual([first, second].sort(), ["/cotton_origin.wasm", "/locales/fr.json"]);
  assert.deepEqual(files.filter((file) => file.startsWith("/locales/")).sort(), ["/locales/fr.json", "/locales/more/fr.json"]);
});

for (const answer of [{ body: "{}" }, { status: 404 }]) {
  const what = "body" in answer ? "changed" : "missing";

  visit(`a language's first sentences ${what}: English stands in, and the owner is told once`, { instead: { "/locales/fr.json": answer } }, async (visit) => {
    const warnings = listenTo(visit.page, "warning");
    const label = await open(visit, 'lang="fr"');
    assert.match(await label.headline.innerText(), /^About 20 in 100/);
    assert.equal(await label.root.getAttribute("lang"), "en");
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /is in English, as its sentences in "fr" could not be loaded/);
    visit.expected.push(...visit.complaints);
  });

  visit(`a language's later sentences ${what}: that part is English, and says so`, { instead: { "/locales/more/fr.json": answer } }, async (visit) => {
    const warnings = listenTo(visit.page, "warning");
    const label = await open(visit, 'lang="fr"');
    assert.match(await label.headline.innerText(), /^Environ 20/);
    await label.element.locator('[name="madeIn"]').selectOption("BD");
    assert.equal(await label.element.locator(".more-page").getAttribute("lang"), "en");
    await label.why.getByRole("heading", { name: "Why" }).waitFor();
    assert.equal(warnings.length, 1);
    visit.expected.push(...visit.complaints);
  });
}

visit("where it cannot start, that is said in the reader's language", { instead: { "/cotton_origin.wasm": { status: 404 } } }, async (visit) => {
  await visit.host(hostPage(`<cotton-origin lang="ar">${CHILDREN}</cotton-origin>`, { head: script(visit.site) }));
  const note = visit.page.locator("cotton-origin .failed");
  await note.waitFor();
  const { failedBecause, elsewhere } = await locale("ar");
  assert.equal(await note.innerText(), `${failedBecause.files} ${elsewhere}`);
  assert.equal(await note.getAttribute("dir"), "rtl");
  visit.expected.push(...visit.complaints);
});

visit("the site's own page changes its language, passes it on, and goes back", {}, async ({ page, site }) => {
  await page.goto(site);
  await widget(page);
  const select = page.getByLabel("Language");
  for (const id of [...LANGUAGES.slice(1), "en"]) {
    await page.locator("#language").selectOption(id);
    await page.locator(`html[lang="${id}"]`).waitFor();
    await page.locator(`cotton-origin .root[lang="${id}"] .why`).waitFor({ state: "attached" });
    const wanted = id === "en" ? /^How much/ : new RegExp(`^${(await locale(`page/${id}`)).title.slice(0, 12).replace(/[¿?]/g, "\\$&")}`);
    assert.match(await page.getByRole("heading", { level: 1 }).innerText(), wanted);
    assert.match(await page.title(), wanted);
    assert.equal(await page.evaluate(() => document.documentElement.dir), id === "en" ? "ltr" : (await locale(id)).meta.direction);
    assert.equal(new URL(page.url()).searchParams.get("lang"), id);
    assert.deepEqual(await violations(page), []);
  }
  assert.ok(await select.isVisible());
  await page.goto(`${site}/?lang=tr`);
  await page.locator('html[lang="tr"]').waitFor();
  assert.equal(await page.locator("#language").inputValue(), "tr");
});

visit("the site's own page speaks the browser's language", { locale: "es-AR" }, async ({ page, site }) => {
  await page.goto(site);
  await page.locator('html[lang="es"]').waitFor();
  assert.match(await (await widget(page)).headline.innerText(), /^Alrededor de 20/);
});

test("what is looked for is enough to find English that was left", () => assert.ok(PIECES.length > 150));
