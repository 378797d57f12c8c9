/** Embedding in a frame, with and without the script that follows its height. */
import assert from "node:assert/strict";
import { hostPage } from "../browser/support/host.js";
import { assertQuiet, visit } from "./support/visit.js";

/** @import { Visit } from "./support/visit.js" */

/** @param {string} site @param {string} [query] */
const frame = (site, query = "") => `<iframe src="${site}/embed.html${query}" title="Estimate" width="100%" height="900"></iframe>`;

/** @param {string} site */
const policy = (site) => ({ "content-security-policy": `default-src 'none'; frame-src ${site}; script-src ${site}; style-src 'none'` });

/** Opens a host's page with one frame and the script; the frame knows the host's origin. @param {Visit} visit @param {string} [more] */
async function open({ site, recorder, host, hosts }, more = "") {
  await host(hostPage(frame(site, `?host=${encodeURIComponent(hosts)}${more}`), { head: `${recorder}<script type="module" src="${site}/embed.js"></script>` }), policy(site));
}

/** The height, once it was the same for twenty frames of the screen: for frames in which nothing is on its way. @param {Visit} visit */
const settled = ({ page }) =>
  page.evaluate(async () => {
    const frame = /** @type {Element} */ (document.querySelector("iframe"));
    let last = 0;
    for (let same = 0; same < 20; ) {
      await new Promise((resolve) => setTimeout(resolve, 16));
      const { height } = frame.getBoundingClientRect();
      same = height === last ? same + 1 : 0;
      last = height;
    }
    return last;
  });

/** How tall the page of the frame is by itself, once all of it is there. @param {Visit} visit @param {number} width */
async function tall({ page, site }, width) {
  await page.open(`${site}/embed.html`);
  await page.complete();
  return page.evaluate((width) => {
    document.documentElement.style.width = `${width}px`;
    return document.body.getBoundingClientRect().height;
  }, width);
}

/** Opens a host's page whose frame is complete, and tells the height that it must have. @param {Visit} visit */
async function openWhole(visit) {
  const { page } = visit;
  await open(visit);
  const expected = await tall(visit, await page.evaluate(() => document.querySelector("iframe")?.clientWidth ?? 0));
  await open(visit);
  await asked(visit, expected);
  return expected;
}

/** Waits until the frame has asked for a height, in CSS pixels. @param {Visit} visit @param {number} height */
const asked = ({ page }, height) =>
  page.until(`a height of ${height}`, (height) => Math.abs(Number(document.querySelector("iframe")?.getAttribute("height")) - height) <= 4, height);

visit("the host's script gives the frame the height of what is in it, and stops there", {}, async (visit) => {
  const { page } = visit;
  const wide = await openWhole(visit);
  // A narrower frame is taller, and back at its width it has its old height: it does not grow each time.
  for (let turn = 0; turn < 3; turn += 1) {
    await page.evaluate(() => document.querySelector("iframe")?.setAttribute("width", "340"));
    await page.until("a taller frame", (wide) => (document.querySelector("iframe")?.getBoundingClientRect().height ?? 0) > wide + 100, wide);
    await settled(visit);
    await page.evaluate(() => document.querySelector("iframe")?.setAttribute("width", "100%"));
    await asked(visit, wide);
  }
  await assertQuiet(visit);
});

visit("a frame that is made taller by its host does not grow by itself", {}, async (visit) => {
  const own = await openWhole(visit);
  await visit.page.evaluate(() => document.querySelector("iframe")?.setAttribute("height", "6000"));
  assert.equal(await settled(visit), 6004, "the frame's border counts");
  assert.ok(own < 6000);
});

visit("without the script the height is the host's, and nobody is told anything", {}, async (visit) => {
  const { site, host, page } = visit;
  // Listen before the frame is loaded.
  const listen = "<script>var heard = 0; addEventListener('message', () => heard++)</script>";
  await host(hostPage(frame(site), { head: visit.recorder + listen }), {});
  assert.equal(await settled(visit), 904);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).heard), 0);
  await assertQuiet(visit);
});

visit("the height is told to the origin that was named, and to no other", {}, async (visit) => {
  const { site, host, page } = visit;
  await host(hostPage(frame(site, "?host=https://elsewhere.example"), { head: `${visit.recorder}<script type="module" src="${site}/embed.js"></script>` }), policy(site));
  assert.equal(await settled(visit), 904);
  for (const nobody of ["*", "null", "data:,", "about:blank", "x", ""]) {
    await page.evaluate((address) => document.querySelector("iframe")?.setAttribute("src", address), `${site}/embed.html?host=${encodeURIComponent(nobody)}`);
    assert.equal(await settled(visit), 904, nobody);
  }
});

visit("only a frame of ours, from our origin, with a sensible height is followed", {}, async (visit) => {
  const { page, site, host } = visit;
  // The same message from the wrong sender: from the host's own origin, or from another script in the host's page.
  // A frame without an address: Firefox moves the window of a loading frame to another process, and then refuses it as a sender.
  await host(hostPage(`<iframe height="300"></iframe>`, { head: `${visit.recorder}<script type="module" src="${site}/embed.js"></script>` }), {});
  const height = await page.evaluate(async (site) => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
    const say = (/** @type {unknown} */ data, /** @type {string} */ origin) => dispatchEvent(new MessageEvent("message", { data, origin, source: frame.contentWindow }));
    say({ type: "cotton-origin-height", height: 700 }, "https://elsewhere.example");
    for (const height of [Infinity, NaN, -5, 0, 3, 1e9, "700", null, {}, 700.5]) say({ type: "cotton-origin-height", height }, site);
    for (const data of [null, 7, "cotton-origin-height", { type: "other", height: 700 }]) say(data, site);
    const before = frame.getAttribute("height");
    say({ type: "cotton-origin-height", height: 700 }, site);
    return [before, frame.getAttribute("height")];
  }, site);
  assert.deepEqual(height, ["300", "700"]);
});

visit("settings in the address reach the element, and only those", {}, async (visit) => {
  const { page, site } = visit;
  await page.open(`${site}/embed.html?compact&sections=why&lang=en-IN&onclick=x&page=javascript:x&style=color:red`);
  await page.until("the answer", () => document.querySelector("cotton-origin")?.shadowRoot?.querySelector(".headline")?.textContent);
  const attributes = await page.evaluate(() => [...(document.querySelector("cotton-origin")?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).sort());
  assert.deepEqual(attributes, ["compact=", "lang=en-IN", "sections=why"]);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en-IN");
});
