/** The method page in its languages. */
import { readFile, readdir } from "node:fs/promises";

/** @import { Page } from "playwright-core" */

const SITE = new URL("../../../target/www/", import.meta.url);

const built = await readdir(SITE);

/** The names of its files: English, and each translation. */
export const METHOD_PAGES = built.filter((name) => /^method(\.[\w-]+)?\.html$/.test(name));

const heads = await Promise.all(METHOD_PAGES.map(async (name) => /** @type {const} */ ([name, (await readFile(new URL(name, SITE), "utf8")).slice(0, 1000)])));

/** English, German, and one from right to left, if there is one: for what takes long. */
export const METHOD_SAMPLES = ["method.html", "method.de.html", ...heads.filter(([, head]) => head.includes('dir="rtl"')).map(([name]) => name).slice(0, 1)];

/** Waits until the page's numbers were computed again, and are the same. @param {Page} page */
export const computedAgain = (page) =>
  page.waitForFunction(() => {
    const words = document.querySelector("#words");
    const same = words instanceof HTMLTemplateElement && words.content.querySelector("[data-word=same]")?.textContent?.split("{")[0];
    return same && [...document.querySelectorAll("[data-computed]")].every((line) => line.textContent?.startsWith(same));
  });
