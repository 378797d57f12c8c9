//! Chromium and its driver: finding them, installing Debian's, and running the wasm tests in them.
//!
//! `CHROMIUM` and `CHROMEDRIVER` name others than those found by name.

use crate::run::{self, say};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How tests start Chromium: nothing on the screen, nothing sent anywhere, and no sandbox, so that root may run it.
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

/// The browser that the tests use.
pub(crate) fn find() -> Result<Browser> {
    let chromium = named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]);
    let driver = named("CHROMEDRIVER", &["chromedriver"]);
    match (chromium, driver) {
        (Some(chromium), Some(driver)) => Ok(Browser { chromium, driver }),
        _ => bail!(
            "install Chromium and ChromeDriver of the same version (Debian: `apt-get install chromium chromium-driver`), \
             or name them in CHROMIUM and CHROMEDRIVER"
        ),
    }
}

fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| run::find(name)))
}

/// Installs Debian's Chromium where it is missing and we may.
pub(crate) fn provide() -> Result<()> {
    let Err(advice) = find() else {
        return Ok(());
    };
    if !is_root() || run::find("apt-get").is_none() {
        return Err(advice);
    }
    say("Installing Debian's Chromium");
    run::run(apt_get(&mut Command::new("apt-get")).arg("update"))?;
    let install = ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];
    run::run(apt_get(&mut Command::new("apt-get")).args(install))?;
    find().map(drop)
}

fn apt_get(command: &mut Command) -> &mut Command {
    command.env("DEBIAN_FRONTEND", "noninteractive")
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

impl Browser {
    /// What the browser tests find in their environment: the browser's place, and the flags to start it with, by spaces.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("CHROMIUM", &self.chromium).env("CHROMIUM_FLAGS", FLAGS.join(" "))
    }

    /// Makes a `cargo test` for the wasm target run its tests in this browser, through [`run_wasm_tests`].
    pub(crate) fn run_tests_of<'a>(&self, cargo: &'a mut Command, target: &Path) -> Result<&'a mut Command> {
        let capabilities = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": FLAGS } });
        let file = target.join("webdriver.json");
        fs::create_dir_all(target)?;
        fs::write(&file, capabilities.to_string()).with_context(|| format!("{} cannot be written", file.display()))?;
        let runner = json!([env::current_exe()?, "wasm-runner"]);
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

/// The task `wasm-runner`: what `cargo test` starts with a wasm file of tests and the person's filters.
pub(crate) fn run_wasm_tests() -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os().skip(1))
}
