//! Chromium and its driver, and running the wasm tests in them.
//!
//! `CHROMIUM` and `CHROMEDRIVER` override those found in `PATH`.

use crate::debian::{Program, Set};
use crate::run;
use anyhow::{Context, Result};
use serde_json::json;
use std::ffi::OsString;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Flags for Chromium in tests: headless, no network traffic of its own, and no sandbox, so that root may run it.
pub(crate) const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A loaded machine may take this many seconds to start the driver, or to run one crate's tests.
const PATIENCE: &str = "120";

pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    driver: PathBuf,
}

pub(crate) const CHROMIUM: Set = Set {
    what: "Chromium and ChromeDriver of the same version",
    programs: &[
        Program { variable: "CHROMIUM", names: &[SHELL_NAME, NAMES[0], NAMES[1], NAMES[2]] },
        Program { variable: "CHROMEDRIVER", names: &["chromedriver"] },
    ],
    packages: &[SHELL_NAME, "chromium-driver"],
};

/// Chromium without windows, as a program and as a package: the same engine, which does the tests of a file in half the processor time.
const SHELL_NAME: &str = "chromium-headless-shell";

/// What Chromium with windows is called.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The whole of it, for what the engine alone does not do: it keeps pages that are left, for who comes back.
pub(crate) const WHOLE: Set =
    Set { what: "Chromium", programs: &[Program { variable: "CHROMIUM", names: &NAMES }], packages: &["chromium"] };

/// It is not needed where there is a Chromium already.
pub(crate) const SHELL: Set = Set {
    what: "Chromium without windows",
    programs: &[Program { variable: "CHROMIUM", names: &[SHELL_NAME] }],
    // With its driver, which has to be of the same version.
    packages: &[SHELL_NAME, "chromium-driver"],
};

/// The browser that the tests use.
pub(crate) fn find() -> Result<Browser> {
    let [chromium, driver] = CHROMIUM.find()?.try_into().expect("as many as there are programs");
    Ok(Browser { chromium, driver })
}

/// The same with the whole of Chromium.
pub(crate) fn find_whole() -> Result<Browser> {
    let [chromium] = WHOLE.find()?.try_into().expect("as many as there are programs");
    Ok(Browser { chromium, ..find()? })
}

impl Browser {
    /// Sets the environment of browser tests: the path, and the flags, separated by spaces.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("CHROMIUM", &self.chromium).env("CHROMIUM_FLAGS", FLAGS.join(" "))
    }

    /// Makes a `cargo test` for the wasm target run its tests in this browser, through [`run_wasm_tests`].
    pub(crate) fn run_tests_of<'a>(&self, cargo: &'a mut Command, target: &Path) -> Result<&'a mut Command> {
        let capabilities = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": FLAGS } });
        let file = target.join("webdriver.json");
        fs::create_dir_all(target)?;
        fs::write(&file, capabilities.to_string()).with_context(|| format!("{} cannot be written", file.display()))?;
        let runner = json!([run::task_runner()?, "wasm-runner"]);
        Ok(cargo
            .arg("--config")
            .arg(format!("target.{}.runner={runner}", crate::wasm::TARGET))
            .env("CHROMEDRIVER", &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE)
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", PATIENCE))
    }
}

/// The task `wasm-runner`, which `cargo test` calls with a wasm file of tests and the filters of the command line.
pub(crate) fn run_wasm_tests(arguments: Vec<OsString>) -> Result<()> {
    let name = OsString::from("wasm-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(iter::once(name).chain(arguments))
}
