//! Firefox and `WebKitGTK`, for the tests that run in every engine: finds them, or installs Debian's. `tests/engines` starts
//! them itself. Chromium is in [`crate::browser`].

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

/// Sets their paths in the environment of a command.
pub(crate) fn tell(command: &mut Command) -> Result<&mut Command> {
    for set in [FIREFOX, WEBKIT] {
        for (program, place) in set.programs.iter().zip(set.find()?) {
            command.env(program.variable, place);
        }
    }
    Ok(command)
}
