/** The page for site owners: the snippet that it offers works on another site, the preview follows the choices, and what is typed in never becomes markup. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { visit } from "./support/browser.js";
import { violations } from "./support/axe.js";
import { goTo } from "./support/focus.js";
import { widget } from "./support/widget.js";

/** @import { Page } from "playwright-core" */
/** @import { Visit } from "./support/browser.js" */

const { files } = JSON.parse(await readFile(new URL("../../target/www/manifest.json", import.meta.url), "utf8"));

/** The text on a dark ground. */
const LIGHT_TEXT = "rgb(237, 232, 220)";

/** @param {Page} page */
const lines = async (page) => ({ html: await page.locator("#snippet").innerText(), policy: await page.locator("#policy").innerText() });

/** Opens the page and returns its own form: the preview has fields with the same labels. @param {string} site @param {Page} page */
async function open(site, page) {
  await page.goto(`${site}/host.html`);
  await page.locator("#snippet").filter({ hasText: "sha384-" }).waitFor();
  return page.locator("#choices");
}

/** A preview frame is replaced while it is still loading; Chromium then logs the requests that it cancelled. @param {Visit} visit */
const forgiveLeaving = ({ complaints, expected }) => void expected.push(...complaints.filter((text) => /^Fetch API cannot load \S+ $/.test(text)));

/** Puts the snippet into a page whose policy allows only what the host page says is needed. @param {Visit} visit */
async function paste({ page, host }) {
  const { html, policy } = await lines(page);
  await host(`<!doctype html><html lang="en"><title>Mine</title>${html}</html>`, { "content-security-policy": `default-src 'none'; ${policy}` });
  return html;
}

visit("the lines for an element work as they are, under the policy beside them", {}, async (visit) => {
  const { page, site } = visit;
  const choices = await open(site, page);
  await choices.getByLabel("Language").selectOption("de");
  await choices.getByText("What stands below the answer").first().click();
  await choices.getByLabel("Share this answer").uncheck();
  await choices.getByText("Questions to ask").first().click();
  await choices.getByLabel("Weight").uncheck();
  await choices.getByLabel("What the Region is called").selectOption("East Turkistan");
  await choices.getByLabel("Light or dark").selectOption("Always dark");
  await choices.getByLabel("A colour of your own").check();
  await choices.getByLabel("Your colour").fill("#7a3e6e");
  await choices.getByLabel("What it says").fill('Ask <b>"us" & them</b>');
  await choices.getByLabel("Where it leads").fill('https://www.you.example/?a=1&b="2"');
  await page.locator("#snippet").filter({ hasText: "b=&quot;2&quot;" }).waitFor();
  const html = await paste(visit);
  assert.ok(html.includes(`src="${site}/cotton-origin.js"\n        integrity="${files["cotton-origin.js"].sha384}" crossorigin`));
  const { element, root, field } = await widget(page);
  assert.equal(await root.getAttribute("lang"), "de");
  assert.match((await element.getAttribute("sections")) ?? "", /^detail why notes limits stages claims wardrobe$/);
  assert.match((await element.getAttribute("questions")) ?? "", /^paste kind fibres .* proof schemes$/);
  assert.equal(await field("Gewicht in Gramm").count(), 0);
  assert.match(await root.innerText(), /Ostturkestan/);
  const looks = await root.evaluate((root) => ({ text: getComputedStyle(root).color, number: getComputedStyle(/** @type {Element} */ (root.querySelector(".number"))).color }));
  assert.equal(looks.text, LIGHT_TEXT, "dark, on a device that is light");
  const [, written] = /--cotton-accent: #(\w{6})/.exec(html) ?? [];
  assert.equal(looks.number, `rgb(${written?.match(/../g)?.map((pair) => parseInt(pair, 16)).join(", ")})`, "the style is let in by its hash");
  const action = element.locator('[slot="action"]');
  assert.equal(await action.textContent(), 'Ask <b>"us" & them</b>');
  assert.equal(await action.getAttribute("href"), 'https://www.you.example/?a=1&b="2"');
});

visit("the lines for a frame work as they are", {}, async (visit) => {
  const { page, site, host } = visit;
  const own = new URL(await host("<!doctype html><title>Mine</title>")).origin;
  const choices = await open(site, page);
  await choices.getByLabel("In a frame").check();
  await choices.getByLabel("Light or dark").selectOption("Always dark");
  // As copied from the address bar, with the name of the page after that of the site.
  await choices.getByLabel("Your site’s address").fill(`${own}/about/us?x#y`);
  await page.locator("#snippet").filter({ hasText: `?host=${encodeURIComponent(own)}&` }).waitFor();
  await paste(visit);
  await page.waitForFunction(() => document.querySelector("iframe")?.getAttribute("height") !== "900");
  const frame = page.frameLocator("iframe").locator("cotton-origin");
  assert.equal(await frame.getAttribute("theme"), "dark");
  assert.equal(await frame.evaluate((element) => getComputedStyle(element.ownerDocument.documentElement).colorScheme), "dark", "and so is the ground behind it");
  forgiveLeaving(visit);
});

visit("with nothing chosen the lines are as few as in the README", {}, async (visit) => {
  const { page, site } = visit;
  const choices = await open(site, page);
  const readme = /```html\n([\s\S]*?)```/.exec(await readFile(new URL("../../README.md", import.meta.url), "utf8"))?.[1] ?? "";
  const same = readme.replaceAll(/https:\/\/your-site\.example\/cotton-origin\/[\d.]+(?=\/)/g, site).replace(/sha384-[^"]*/, files["cotton-origin.js"].sha384);
  assert.equal((await lines(page)).html, same.trimEnd());
  await choices.getByLabel("In a frame").check();
  await page.locator("#snippet").filter({ hasText: "iframe" }).waitFor();
  const { html, policy } = await lines(page);
  assert.equal(html, `<iframe src="${site}/embed.html"\n        title="Where this cotton likely grew" width="100%" height="900" loading="lazy"></iframe>`);
  assert.equal(policy, `frame-src ${site}`);
  forgiveLeaving(visit);
});

visit("the preview follows, and keeps what was tried in it", {}, async (visit) => {
  const { page, site } = visit;
  const choices = await open(site, page);
  const { element, field, headline, root } = await widget(page);
  await field("Made in").selectOption("CN");
  await choices.getByLabel("Light or dark").selectOption("Always dark");
  await page.waitForFunction(([root, text]) => getComputedStyle(/** @type {Element} */ (root)).color === text, /** @type {const} */ ([await root.elementHandle(), LIGHT_TEXT]));
  await choices.getByLabel("Language").selectOption("fr");
  await element.locator('.root[lang="fr"]').waitFor();
  assert.match(await headline.innerText(), /^Environ 58\sg sur 100/);
  await choices.getByLabel("What it says").fill("Ask us");
  await choices.getByLabel("Where it leads").fill("https://www.you.example/");
  assert.equal(await element.locator("a[slot]").getAttribute("href"), "https://www.you.example/");
  await choices.getByLabel("In a frame").check();
  const frame = page.frameLocator("#preview iframe").locator("cotton-origin");
  await frame.locator('.root[lang="fr"]').waitFor();
  assert.equal(await frame.getAttribute("theme"), "dark");
  await choices.getByLabel("As a part of the page").check();
  await element.locator(".headline").filter({ hasText: "58" }).waitFor();
  forgiveLeaving(visit);
});

visit("what is no address is answered beside its field, and is in no line", {}, async (visit) => {
  const { page, site } = visit;
  const choices = await open(site, page);
  const problem = (/** @type {string} */ name) => page.locator(`#${name}-error`);
  const link = choices.getByLabel("Where it leads");
  await choices.getByLabel("What it says").fill("Run");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "www.you.example", "//you.example", "https://"]) {
    await link.fill(bad);
    await link.blur();
    await problem("link").filter({ hasText: "It begins with https://" }).waitFor();
    assert.equal(await link.getAttribute("aria-invalid"), "true");
    assert.doesNotMatch((await lines(page)).html, /slot/, bad);
    assert.equal(await page.locator("#preview a[slot]").count(), 0);
  }
  assert.deepEqual(await violations(page), []);
  await link.fill("https://www.you.example/");
  assert.equal(await problem("link").textContent(), "", "gone as soon as it is right");
  await choices.getByLabel("What it says").fill("");
  await choices.getByLabel("What it says").blur();
  await problem("action").filter({ hasText: "until it says something" }).waitFor();
  await link.fill("");
  assert.equal(await problem("action").textContent(), "", "neither is right, too");

  await choices.getByLabel("In a frame").check();
  const own = choices.getByLabel("Your site’s address");
  for (const bad of ["you", "javascript:alert(1)", "file:///home", "*", "https://"]) {
    await own.fill(bad);
    await own.blur();
    await problem("host").filter({ hasText: "no address of a site" }).waitFor();
    assert.doesNotMatch((await lines(page)).html, /host=|script/, bad);
  }
  for (const [typed, origin] of [["www.you.example", "https://www.you.example"], ["http://you.example:8080/a", "http://you.example:8080"]]) {
    await own.fill(typed ?? "");
    await page.locator("#snippet").filter({ hasText: `host=${encodeURIComponent(origin ?? "")}"` }).waitFor();
    assert.equal(await problem("host").textContent(), "");
  }
  forgiveLeaving(visit);
});

visit("copying says how it went, for the lines and for the policy", {}, async ({ page, site }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(site, page);
  for (const [button, part] of [["Copy the lines", "snippet"], ["Copy the policy", "policy"]]) {
    await page.getByRole("button", { name: button ?? "" }).click();
    await page.locator(`#${part}-copied`).filter({ hasText: "Copied." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator(`#${part}`).textContent());
  }
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await page.getByRole("button", { name: "Copy the lines" }).click();
  await page.locator("#snippet-copied").filter({ hasText: "Selected" }).waitFor();
  assert.equal(await page.evaluate(() => String(getSelection()).replaceAll("\r", "")), await page.locator("#snippet").textContent());
});

visit("everything is reached by the keyboard, in its order, and is seen to be", {}, async ({ page, site }) => {
  await open(site, page);
  await widget(page);
  await page.getByLabel("What your site is made with").focus();
  const stops = await goTo(page, "Copy the text for your notice");
  const choices = ["As a part of the page", "Language", "What the Region", "Where your readers buy", "Light or dark", "Your page’s own", "A colour of your own", "Compact", "Questions to ask", "What stands below", "What it says", "Where it leads", "Preview"];
  const copies = ["Copy the lines", "Where it goes", "What to copy", "Copy the policy", "Copy the text for your notice"];
  for (const [at, name] of choices.entries()) assert.ok(stops[at]?.startsWith(name), `${stops[at]} is ${name}`);
  assert.deepEqual(stops.slice(-copies.length), copies);
  // What is between is in the preview.
  const between = stops.slice(choices.length, -copies.length);
  assert.ok(between.includes("Made in") && !between.some((name) => [...choices, ...copies].includes(name)), between.join(", "));
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  visit(`nothing is too wide for a small phone, and axe has nothing to say (${colorScheme})`, { viewport: { width: 320, height: 640 }, colorScheme }, async (visit) => {
    const { page, site } = visit;
    const choices = await open(site, page);
    await widget(page);
    for (const summary of await choices.locator("summary").all()) await summary.click();
    await choices.getByLabel("A background of your own").check();
    await choices.getByLabel("Your background", { exact: true }).fill("#888888");
    await page.locator("#paper-note").filter({ hasText: "it is made lighter" }).waitFor();
    await choices.getByLabel("A colour of your own").check();
    await choices.getByLabel("Your colour").fill("#cccccc");
    await page.locator("#colour-note").filter({ hasText: "on a light background, it is made darker" }).waitFor();
    for (const [system, ways] of Object.entries({ html: ["As a part of the page", "In a frame"], wordpress: ["With the plug-in"], wix: ["In a frame"], mail: [] })) {
      await choices.getByLabel("What your site is made with").selectOption(system);
      for (const way of ways) await choices.getByLabel(way).check();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, system);
      assert.deepEqual(await violations(page), [], system);
    }
    forgiveLeaving(visit);
  });
}
