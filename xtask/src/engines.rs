//! Firefox and `WebKitGTK`, for the tests that run in every engine: finding them and installing Debian's. `tests/engines` starts
//! them itself; Chromium is [`crate::browser`]'s.

use crate::debian::{Program, Set};
use anyhow::Result;
use std::process::Command;

/// It listens for the tests itself: no driver between.
pub(crate) const FIREFOX: Set = Set {
    what: "Firefox",
    programs: &[Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"] }],
    packages: &["firefox-esr"],
};

/// The driver brings its browser with it, and that needs a screen.
pub(crate) const WEBKIT: Set = Set {
    what: "WebKitGTK's driver and Xvfb",
    programs: &[
        Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
        Program { variable: "XVFB", names: &["Xvfb"] },
    ],
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// Tells a command where they are.
pub(crate) fn tell(command: &mut Command) -> Result<&mut Command> {
    for set in [FIREFOX, WEBKIT] {
        for (program, place) in set.programs.iter().zip(set.find()?) {
            command.env(program.variable, place);
        }
    }
    Ok(command)
}
