/** The programs that tests and the benchmark start: from the environment that the task runner sets, or where Debian installs them. */

export const {
  CHROMIUM = "/usr/bin/chromium",
  FIREFOX = "/usr/bin/firefox-esr",
  WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver",
  XVFB = "/usr/bin/Xvfb",
  SOFFICE = "/usr/bin/soffice",
  PHP = "/usr/bin/php",
  PHPCS = "/usr/bin/phpcs",
} = process.env;

/** Chromium's flags. */
export const CHROMIUM_FLAGS = (process.env.CHROMIUM_FLAGS ?? "--headless --no-sandbox --disable-gpu").split(" ");
