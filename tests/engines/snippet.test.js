/** The README's snippet, unchanged, in an empty page on another origin under the strictest policy. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assertQuiet, visit } from "./support/visit.js";

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const snippet = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const { files } = JSON.parse(await readFile(new URL("../../target/www/manifest.json", import.meta.url), "utf8"));

/** Only the address is this test's; and the digest, where another compiler than the README's made the bytes: readme.test.js holds it. @param {string} site */
const pasted = (site) => snippet.replaceAll(/https:\/\/your-site\.example\/cotton-origin\/[\d.]+(?=\/)/g, site).replace(/sha384-[^"]*/, files["cotton-origin.js"].sha384);

/** @param {string} site */
const policy = (site) => ({
  "content-security-policy": `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; style-src 'none'; img-src 'none'; require-trusted-types-for 'script'`,
});

visit("the README's snippet works as it is", {}, async (visit) => {
  const { page, site, recorder, host } = visit;
  assert.match(pasted(site), new RegExp(`src="${site}/cotton-origin\\.js"\\s+integrity="sha384-\\S{64}" crossorigin`));
  await host(`<!doctype html><meta charset="utf-8"><title>Empty</title>${recorder}${pasted(site)}`, policy(site));
  await page.complete();
  await page.choose("Made in", "CN");
  assert.match((await page.text(".headline")) ?? "", /^About 58 in 100/);
  await assertQuiet(visit);
});

const last = files["cotton-origin.js"].sha384.at(-1);
const other = (/** @type {string} */ site) => pasted(site).replace(`${last}" crossorigin`, `${last === "A" ? "B" : "A"}" crossorigin`);
visit("with a digest that is off by one letter it does not run, and what the host wrote stays", {}, async (visit) => {
  const { page, site, recorder, host, complaints } = visit;
  await host(`<!doctype html><meta charset="utf-8"><title>Empty</title>${recorder}${other(site)}`, policy(site));
  assert.deepEqual(await complaints(), [`not loaded: ${site}/cotton-origin.js`]);
  assert.match(await page.evaluate(() => document.body.innerText), /^About 20 in 100 grams of the world’s cotton/);
});
