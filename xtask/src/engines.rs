//! Firefox and `WebKitGTK`, for the tests that run in every engine, `LibreOffice`, for those of files for spreadsheets, and PHP, for those of the
//! plug-in: finds them, or installs Debian's. The tests start them themselves. Chromium is in [`crate::browser`].

use crate::debian::{Program, Set};
use anyhow::Result;
use std::process::Command;

/// The tests talk to Firefox directly, without a driver.
pub(crate) const FIREFOX: Set = Set {
    what: "Firefox",
    programs: &[Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"] }],
    packages: &["firefox-esr"],
};

/// The package of the driver contains its browser, which needs a display.
pub(crate) const WEBKIT: Set = Set {
    what: "WebKitGTK's driver and Xvfb",
    programs: &[
        Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
        Program { variable: "XVFB", names: &["Xvfb"] },
    ],
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// It runs without a window.
pub(crate) const LIBREOFFICE: Set = Set {
    what: "LibreOffice Calc",
    programs: &[Program { variable: "SOFFICE", names: &["soffice", "libreoffice"] }],
    packages: &["libreoffice-calc"],
};

/// PHP without a server, and what reads it for mistakes.
pub(crate) const PHP: Set = Set {
    what: "PHP and PHP_CodeSniffer",
    programs: &[Program { variable: "PHP", names: &["php"] }, Program { variable: "PHPCS", names: &["phpcs"] }],
    packages: &["php-cli", "php-codesniffer"],
};

/// Sets their paths in the environment of a command.
pub(crate) fn tell<'a>(command: &'a mut Command, sets: &[Set]) -> Result<&'a mut Command> {
    for set in sets {
        for (program, place) in set.programs.iter().zip(set.find()?) {
            command.env(program.variable, place);
        }
    }
    Ok(command)
}
