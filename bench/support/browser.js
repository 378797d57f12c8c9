/** One Chromium, with a fresh profile for each visitor. */
import { chromium } from "playwright-core";
import { CHROMIUM, CHROMIUM_FLAGS } from "../../tests/support/programs.js";

/** @import { BrowserContext, CDPSession, Page } from "playwright-core" */

/** Where Lighthouse finds it. */
export const DEBUGGING_PORT = 9337;

export const launch = () =>
  chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${DEBUGGING_PORT}`], timeout: 120_000 });

/** The slow-down that simulates a phone's processor. */
export const SLOWED = 4;

/** A page whose processor is slowed. @param {BrowserContext} context @param {number} [rate] @returns {Promise<{ page: Page, session: CDPSession }>} */
export async function slowPage(context, rate = SLOWED) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return { page, session };
}
