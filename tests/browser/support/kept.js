/**
 * The wardrobe, as a visitor uses it.
 * @import { Download, Page } from "playwright-core"
 * @import { Widget } from "./widget.js"
 */
import { readFile } from "node:fs/promises";

/** Fills in a label. @param {Widget} label @param {string} kind @param {string} place @param {string} [percent] */
export async function enter({ field }, kind, place, percent = "") {
  await field("Garment").selectOption(kind);
  await field("Percent of fibre 1").fill(percent);
  await field("Made in").selectOption(place);
}

/** Fills in a label and keeps it. @param {Widget} label @param {string} kind @param {string} place @param {string} [percent] */
export async function keep(label, kind, place, percent) {
  await enter(label, kind, place, percent);
  await label.element.locator('[data-do="keep"]').click();
}

/** @param {Widget} label */
export const wardrobe = ({ element }) => {
  const items = element.locator(".kept");
  return {
    items,
    names: () => items.locator("h3").allInnerTexts(),
    note: element.locator(".wardrobe-note"),
    total: element.locator(".wardrobe-total"),
    remember: element.getByLabel("Remember on this device"),
    /** @param {number} at @param {"Open in the form" | "Rename" | "Remove"} name */
    press: (at, name) => items.nth(at).getByRole("button", { name }).click(),
    /** Opens a file with this text. @param {string} text */
    openFile: (text) => element.locator("#wardrobe-file").setInputFiles({ name: "wardrobe.json", mimeType: "application/json", buffer: Buffer.from(text) }),
  };
};

/** The file that a press downloads. @param {Page} page @param {() => Promise<void>} press */
export async function downloaded(page, press) {
  const [download] = /** @type {[Download, void]} */ (await Promise.all([page.waitForEvent("download"), press()]));
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** What has the focus within the element. @param {Widget} label */
export const focusedIn = ({ element }) => element.evaluate((host) => host.shadowRoot?.activeElement?.textContent || host.shadowRoot?.activeElement?.id);
