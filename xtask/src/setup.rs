//! What the tasks need besides cargo. Whatever is missing is installed, inside the project if
//! possible; if it cannot be installed, the error says what to install.

use crate::browser::{CHROMIUM, SHELL, WHOLE};
use crate::engines::{FIREFOX, LIBREOFFICE, PHP, WEBKIT};
use crate::files::{self, integrity};
use crate::run::{self, say};
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Rustfmt,
    Clippy,
    WasmTarget,
    Npm,
    BenchNpm,
    FrameworksNpm,
    Chromium,
    WholeChromium,
    Firefox,
    WebKit,
    LibreOffice,
    Php,
}

/// Provides every need. If one fails, the others are still tried.
pub(crate) fn provide(root: &Path, needs: &[Need]) -> Result<()> {
    let problems: Vec<String> =
        needs.iter().filter_map(|need| provide_one(root, *need).err()).map(|problem| format!("{problem:#}")).collect();
    ensure!(problems.is_empty(), "{}", problems.join("\n       "));
    Ok(())
}

fn provide_one(root: &Path, need: Need) -> Result<()> {
    match need {
        Need::Rustfmt => component(root, "rustfmt", "fmt"),
        Need::Clippy => component(root, "clippy", "clippy"),
        Need::WasmTarget => wasm_target(),
        Need::Npm => npm_packages(root),
        Need::BenchNpm => npm_packages(&root.join("bench")),
        Need::FrameworksNpm => framework_packages(root),
        Need::Chromium => {
            SHELL.wish_for();
            CHROMIUM.provide()
        }
        Need::WholeChromium => WHOLE.provide(),
        Need::Firefox => FIREFOX.provide(),
        Need::WebKit => WEBKIT.provide(),
        Need::LibreOffice => LIBREOFFICE.provide(),
        Need::Php => PHP.provide(),
    }
}

fn component(root: &Path, name: &str, subcommand: &str) -> Result<()> {
    if run::succeeds(run::cargo(root).args([subcommand, "--version"])) {
        return Ok(());
    }
    say(&format!("Adding {name} to the Rust toolchain"));
    rustup(&["component", "add", name])
}

fn wasm_target() -> Result<()> {
    let libraries =
        run::output(Command::new("rustc").args(["--print", "target-libdir", "--target", crate::wasm::TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    say(&format!("Adding {} to the Rust toolchain", crate::wasm::TARGET));
    rustup(&["target", "add", crate::wasm::TARGET])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let wanted = arguments.join(" ");
    ensure!(
        which::which("rustup").is_ok(),
        "this needs what `rustup {wanted}` adds, and there is no rustup: install it, or that part"
    );
    run::run(Command::new("rustup").args(arguments))
        .with_context(|| format!("the Rust toolchain lacks what `rustup {wanted}` adds"))
}

/// The packages of `tests/frameworks`, installed where its projects are built: Turbopack takes nothing from outside its folder.
fn framework_packages(root: &Path) -> Result<()> {
    let folder = root.join("target/frameworks");
    for name in ["package.json", "package-lock.json"] {
        files::copy(&root.join("tests/frameworks").join(name), &folder.join(name))?;
    }
    npm_packages(&folder)
}

/// Installs the packages of the lock file in `node_modules`; a stamp there says which lock file they belong to.
fn npm_packages(root: &Path) -> Result<()> {
    node()?;
    let wanted = integrity(&files::read(&root.join("package-lock.json"))?);
    let stamp = root.join("node_modules/.cotton-origin-lock");
    if files::read_text(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say(&format!("Installing the npm packages of package-lock.json into node_modules, in {}", root.display()));
    // None of the packages needs its install script.
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    run::run(npm.current_dir(root).args(["ci", "--ignore-scripts"]))?;
    files::write(&stamp, wanted)
}

fn node() -> Result<()> {
    const ADVICE: &str = "install Node.js 20.10 or later, with npm";
    let version = run::output(Command::new("node").arg("--version")).context(ADVICE)?;
    let mut numbers = version.trim().trim_start_matches('v').split('.').map_while(|number| number.parse::<u32>().ok());
    // From there on it runs as many tests at once as it is told.
    if (numbers.next(), numbers.next()) < (Some(20), Some(10)) {
        bail!("Node.js is {}: {ADVICE}", version.trim());
    }
    Ok(())
}
