/** The element on a page of Next.js, which Turbopack builds, the server renders and React takes over in the browser. */
import assert from "node:assert/strict";
import { before } from "node:test";
import { visit } from "../browser/support/browser.js";
import { assertAnswers } from "../browser/support/bundled.js";
import { build, project, start } from "./support/project.js";

/** @import { Visit } from "../browser/support/browser.js" */

let folder = "";

before(async () => {
  folder = await project("next");
});

/** @param {Visit} visit @param {string} origin */
async function assertTakenOver({ page }, origin) {
  const html = await (await fetch(origin)).text();
  assert.match(html, /<cotton-origin lang="en"><p>Ask the shop\.<\/p><\/cotton-origin>/);
  await page.goto(origin);
  // The button answers once React has taken over, and changes an attribute of the element.
  await page.getByRole("button", { name: "Pressed 0" }).click();
  await page.getByRole("button", { name: "Pressed 1" }).waitFor();
  assert.equal(await page.locator("cotton-origin").getAttribute("theme"), "dark");
  await assertAnswers(page);
}

visit("Next.js", {}, async (visit) => {
  const { stdout } = await build(folder, "next", "build");
  assert.match(stdout, /Next\.js .*\(Turbopack\)/);
  await assertTakenOver(visit, await start(visit.t, folder, "next", "start", "--hostname", "127.0.0.1", "--port", "0"));
});

// React tells what differs between the server's page and the browser's only while one develops; `visit` fails if anything is told.
visit("Next.js while one develops", {}, async (visit) => {
  await assertTakenOver(visit, await start(visit.t, folder, "next", "dev", "--hostname", "127.0.0.1", "--port", "0"));
});
