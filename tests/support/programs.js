/** The programs that tests and the benchmark start: as the task runner names them; by hand, where Debian puts them. */

export const {
  CHROMIUM = "/usr/bin/chromium",
  FIREFOX = "/usr/bin/firefox-esr",
  WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver",
  XVFB = "/usr/bin/Xvfb",
} = process.env;

/** What Chromium is started with. */
export const CHROMIUM_FLAGS = (process.env.CHROMIUM_FLAGS ?? "--headless --no-sandbox --disable-gpu").split(" ");
