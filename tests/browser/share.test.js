/** Sharing an answer: as a sentence, as a picture, and through the system's share sheet. */
import assert from "node:assert/strict";
import test from "node:test";
import { wrap } from "../../www/element/more/share/picture.js";
import { violations } from "./support/axe.js";
import { visit } from "./support/browser.js";
import { hostPage, script } from "./support/host.js";
import { downloaded, focusedIn, keep } from "./support/kept.js";
import { enterShirt, widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Widget } from "./support/widget.js" */

const SENTENCES = "T-shirt, 60 % cotton, made in Bangladesh\nAbout 3 in 100 grams of the cotton in garments like this one were likely grown in the Uyghur Region. Between 2 and 6. An estimate, not a test.";

/** Records what is copied to the clipboard. Call it before the page is opened. @param {Page} page */
const takeCopies = (page) =>
  page.addInitScript(() => {
    const kept = /** @type {any} */ (globalThis);
    Object.defineProperty(Navigator.prototype, "clipboard", { get: () => ({ writeText: async (/** @type {string} */ text) => void (kept.copied = text) }) });
  });
const copied = (/** @type {Page} */ page) => /** @type {Promise<string>} */ (page.evaluate(() => /** @type {any} */ (globalThis).copied));

/** @param {Widget} label */
async function openShare(label) {
  await enterShirt(label);
  await label.button("Share").click();
}

visit("the sentence with its range, and the link", {}, async ({ page, site }) => {
  await takeCopies(page);
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  await label.button("Copy text and link").click();
  const text = await copied(page);
  assert.ok(text.startsWith(`${SENTENCES}\n${site}/#cotton=1~`), text);
  assert.equal(await label.element.locator(".share-said").innerText(), SENTENCES);
  await label.status.filter({ hasText: /^Copied\.$/ }).waitFor({ state: "attached" });
  await label.button("Copy the link").click();
  assert.equal(await copied(page), text.split("\n").at(-1));
  assert.equal(page.url(), `${site}/`, "nothing is put into the address here");
});

for (const [name, patch] of /** @type {const} */ ([
  ["refuses", "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }) })"],
  ["has none", "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })"],
])) {
  visit(`where the clipboard ${name}, the text is there to be copied by hand`, {}, async ({ page, site }) => {
    await page.addInitScript(patch);
    await page.goto(site);
    const label = await widget(page);
    await openShare(label);
    await label.button("Copy text and link").click();
    const field = label.field("This browser does not let it be copied. Copy it from here:");
    assert.ok((await field.inputValue()).startsWith(SENTENCES));
    assert.equal(await focusedIn(label), await field.inputValue());
    const chosen = await field.evaluate((node) => /** @type {HTMLTextAreaElement} */ (node).value.slice(...[/** @type {any} */ (node).selectionStart, /** @type {any} */ (node).selectionEnd]));
    assert.equal(chosen, await field.inputValue());
    assert.deepEqual(await violations(page), []);
  });
}

/** Width, height, and whether a pixel there is dyed. @param {Page} page @param {Buffer} png @param {[number, number][]} places */
const pixels = (page, png, places) =>
  page.evaluate(
    async ([data, places]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
      pen.drawImage(bitmap, 0, 0);
      return { width: bitmap.width, height: bitmap.height, colours: places.map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, "0")).join("")) };
    },
    /** @type {const} */ ([png.toString("base64"), places]),
  );

visit("the picture is made here: its size, its swatch, its thread; for nobody but the person", {}, async ({ page, site, host, requests }) => {
  const policy = `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; img-src 'none'; style-src 'none'`;
  await host(hostPage("<cotton-origin></cotton-origin>", { head: script(site) }), { "content-security-policy": policy });
  const label = await widget(page);
  await openShare(label);
  const loaded = requests.length;
  const { name, content } = await downloaded(page, () => label.button("Save the picture").click());
  assert.equal(name, "cotton.png");
  assert.deepEqual(requests.slice(loaded).filter((address) => !address.startsWith("blob:")), []);
  await page.goto("about:blank");
  // In the first row three crossings are dyed, as the headline says, the fourth is not; the thread is dyed at 5 in 100 and bare at 50.
  const { width, height, colours } = await pixels(page, content, [[82, 78], [152, 80], [194, 80], [126, 544], [600, 544], [1190, 10]]);
  assert.deepEqual([width, height], [1200, 630]);
  assert.deepEqual(colours, ["2c3e7a", "2c3e7a", "ddd5c3", "2c3e7a", "ddd5c3", "f8f5ee"]);
});

visit("the picture says what it is of, where it came from, and where its range ends", {}, async ({ page, site, host }) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    const kept = /** @type {any} */ (globalThis);
    kept.drawn = [];
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
      kept.drawn.push(text);
      fillText.call(this, text, x, y, most);
    };
  });
  const drawn = () => /** @type {Promise<string[]>} */ (page.evaluate(() => /** @type {any} */ (globalThis).drawn));
  await page.goto(site);
  await openShare(await widget(page));
  const texts = await drawn();
  for (const text of ["T-shirt, 60 % cotton, made in Bangladesh", new URL(site).host, "0", "100", "2", "6"]) assert.ok(texts.includes(text), `${text} in ${texts.join(" | ")}`);
  await host(hostPage('<cotton-origin share-url="https://your-site.example/cotton/index.html"></cotton-origin>', { head: script(site) }));
  await openShare(await widget(page));
  assert.ok((await drawn()).includes("your-site.example/cotton"));
});

visit("its picture is told to those who do not see it, and follows the answer", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  const picture = label.element.getByRole("img", { name: /About 3 in 100 grams .* Between 2 and 6\. An estimate, not a test\./ });
  await picture.waitFor();
  await label.field("Made in").selectOption("CN");
  await label.element.getByRole("img", { name: /About 63 in 100 grams/ }).waitFor();
  await label.field("Fibre 1").selectOption("wool");
  assert.equal(await label.button("Share").isVisible(), false, "there is nothing to pass on");
  assert.equal(await label.element.locator(".share").isVisible(), false);
});

/** A system that has a share sheet. @param {Page} page @param {string} outcome */
const giveSheet = (page, outcome) =>
  page.addInitScript(`
    Object.defineProperty(Navigator.prototype, "canShare", { configurable: true, value: ({ files }) => Boolean(files) });
    Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: async (data) => {
      globalThis.shared = { ...data, files: data.files?.map(({ name, type, size }) => ({ name, type, isWhole: size > 1000 })) };
      ${outcome}
    } });
  `);
const shared = (/** @type {Page} */ page) => page.waitForFunction(() => /** @type {any} */ (globalThis).shared).then((handle) => handle.jsonValue());

visit("through the system's sheet: text, link and picture", {}, async ({ page, site }) => {
  await giveSheet(page, "");
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  await label.button("Share …").click();
  const { text, url, files } = await shared(page);
  assert.equal(text, SENTENCES);
  assert.ok(url.startsWith(`${site}/#cotton=1~`));
  assert.deepEqual(files, [{ name: "cotton.png", type: "image/png", isWhole: true }]);
});

visit("a sheet that is closed says nothing; one that fails leaves the text to be copied", {}, async ({ page, site }) => {
  await takeCopies(page);
  await giveSheet(page, "throw new DOMException('', globalThis.failure ?? 'AbortError')");
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  await label.button("Share …").click();
  await shared(page);
  assert.equal(await label.element.locator(".share-result").first().innerText(), "");
  await page.evaluate(() => (/** @type {any} */ (globalThis).failure = "NotAllowedError"));
  await label.button("Share …").click();
  await label.element.getByText("Copied.").first().waitFor();
  assert.ok((await copied(page)).startsWith(SENTENCES));
});

visit("without a sheet there is no button for one", {}, async ({ page, site }) => {
  await page.addInitScript("delete Navigator.prototype.share");
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  assert.equal(await label.button("Share …").count(), 0);
  assert.deepEqual(await violations(page), []);
});

visit("the wardrobe's total is shared as a sentence", {}, async ({ page, site }) => {
  await page.addInitScript("delete Navigator.prototype.share");
  await takeCopies(page);
  await page.goto(site);
  const label = await widget(page);
  await keep(label, "t-shirt", "BD", "60");
  await keep(label, "jeans", "CN", "98");
  await label.button("Share this total").click();
  await label.element.getByText("Copied.").first().waitFor();
  assert.match(await copied(page), /^About \d+ g of such cotton in 2 garments, between \d+ and \d+ g\. .* An estimate, not a test\.$/);
});

visit("sharing makes no request, stores nothing and leaves no trace", { viewport: { width: 320, height: 700 } }, async ({ page, site, requests }) => {
  await takeCopies(page);
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  const loaded = requests.length;
  await label.button("Copy text and link").click();
  await label.button("Copy the link").click();
  await downloaded(page, () => label.button("Save the picture").click());
  await label.element.getByText("The picture was handed to your browser: it should be in your downloads.").first().waitFor();
  assert.deepEqual(requests.slice(loaded).filter((address) => !address.startsWith("blob:")), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, history.length > 2]), [0, 0, "", false]);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

for (const [name, attribute, base] of /** @type {const} */ ([
  ["the page that the host names", "https://host.example/check?lang=en#old", "https://host.example/check?lang=en#cotton=1~"],
  ["that page without a password", "https://me:secret@host.example/", "https://host.example/#cotton=1~"],
])) {
  visit(`links lead to ${name}`, {}, async ({ page, site, host }) => {
    await takeCopies(page);
    await host(hostPage(`<cotton-origin share-url="${attribute}"></cotton-origin>`, { head: script(site) }));
    const label = await widget(page);
    await openShare(label);
    await label.button("Copy the link").click();
    assert.ok((await copied(page)).startsWith(base), await copied(page));
  });
}

for (const attribute of ["javascript:alert(1)", "data:text/html,x", "/check", "host.example", "", "file:///etc/passwd"]) {
  visit(`share-url="${attribute}" is not followed: the owner is told, and links lead to the script's page`, {}, async ({ page, site, host, complaints, expected }) => {
    await takeCopies(page);
    await host(hostPage(`<cotton-origin share-url="${attribute}"></cotton-origin>`, { head: script(site) }));
    const label = await widget(page);
    await openShare(label);
    await label.button("Copy the link").click();
    assert.ok((await copied(page)).startsWith(`${site}/#cotton=1~`));
    assert.equal(complaints.length, 1);
    assert.match(complaints[0] ?? "", /share-url="[^]*" is not an address of the web/);
    expected.push(...complaints);
  });
}

/** Wraps at ten letters a line. @param {string} text @param {string} language */
const wrapped = (text, language) => wrap(text, language, (line) => [...line].length <= 10);

test("text wraps as its language does", () => {
  assert.deepEqual(wrapped("one two three four", "en"), ["one two", "three four"]);
  assert.deepEqual(wrapped("(one) “two” three", "en"), ["(one)", "“two”", "three"]);
  const chinese = "这类衣服的棉花中，约有五十八克可能产自维吾尔地区。";
  const lines = wrapped(chinese, "zh");
  assert.equal(lines.join(""), chinese);
  assert.ok(lines.length <= 4 && lines.every((line) => !/^[，。]/.test(line)), `no line begins with a comma: ${lines}`);
  assert.equal(wrapped("من كل مئة غرام من القطن", "ar").join(" "), "من كل مئة غرام من القطن");
  assert.deepEqual(wrapped("Donaudampfschifffahrt", "de"), ["Donaudampf", "schifffahr", "t"]);
  assert.deepEqual(wrapped("", "en"), []);
});

visit("what is said to be the Region's is shared as that, not as an estimate", {}, async ({ page, site }) => {
  await page.goto(site);
  const label = await widget(page);
  await openShare(label);
  await label.more();
  await label.field("Cotton said to be from").selectOption("CN-XJ");
  await label.element.getByRole("img", { name: /By what was entered, this cotton was grown in the Uyghur Region\. That is taken as true, and nothing is left to estimate\.$/ }).waitFor();
  assert.doesNotMatch(await label.element.locator(".share").innerText(), /About 100|An estimate/);
});

visit("where the browser draws no round corners, the picture stands all the same", {}, async ({ page, site }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(CanvasRenderingContext2D.prototype, "roundRect"));
  await page.goto(site);
  const label = await widget(page);
  await label.field("Made in").selectOption("CN");
  await label.button("Share").click();
  const drawn = () => label.element.locator("canvas").evaluate((canvas) => {
    const { data = [] } = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d")?.getImageData(72, 72, 350, 350) ?? {};
    return new Set(data).size;
  });
  assert.ok((await drawn()) > 10, "it is not blank");
});
