//! The groups of tests, and how each runs.

use crate::build::{self, Readme};
use crate::oembed::{self, Address};
use crate::owner::Owner;
use crate::setup::Need;
use crate::{bench, browser, engines, languages, method, package, release, reproducible, run, vocabulary, wasm};
use anyhow::{Result, ensure};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::thread;

/// Tests that are set up and run together.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(super) needs: &'static [Need],
    /// Whether it needs the built site.
    pub(super) needs_build: bool,
    pub(super) tests: Tests,
    /// Runs the files of these names; all if there are none.
    pub(super) run: Run,
}

type Run = fn(&Path, &[String]) -> Result<()>;

/// The tests of a group.
#[derive(Debug)]
pub(super) enum Tests {
    /// Not divided into files.
    Whole,
    /// The integration tests of the workspace's packages.
    Cargo,
    /// The `*.test.js` of a folder.
    Node(&'static str),
}

/// The address of the site in tests of what needs one, such as oEmbed. `.example` is reserved for this (RFC 2606).
const SAMPLE: &str = "https://cotton.example/estimate/";

const NODE: &str = "tests/node";
const BROWSER: &str = "tests/browser";
const ENGINES: &str = "tests/engines";
const SPREADSHEETS: &str = "tests/spreadsheets";
const FRAMEWORKS: &str = "tests/frameworks";
const PLUGIN: &str = "tests/plugin";

const fn group(name: &'static str, needs: &'static [Need], run: Run) -> Group {
    Group { name, needs, needs_build: false, tests: Tests::Whole, run }
}

/// A group of tests in a folder that need the built site.
const fn of_built(name: &'static str, folder: &'static str, needs: &'static [Need], run: Run) -> Group {
    Group { needs_build: true, tests: Tests::Node(folder), ..group(name, needs, run) }
}

/// In the order in which they run.
pub(super) const GROUPS: [Group; 14] = [
    group("fmt", &[Need::Rustfmt], fmt),
    group("clippy", &[Need::Clippy, Need::WasmTarget], clippy),
    Group { tests: Tests::Cargo, ..group("native", &[], native) },
    group("doc", &[Need::WasmTarget], doc),
    group("bindings", &[Need::WasmTarget, Need::Chromium], bindings),
    group("build", &[Need::WasmTarget, Need::Npm], build),
    group("types", &[Need::Npm], types),
    of_built("node", NODE, &[Need::Npm], node),
    of_built("browser", BROWSER, &[Need::Npm, Need::Chromium], browser),
    of_built(
        "engines",
        ENGINES,
        &[Need::Npm, Need::Chromium, Need::WholeChromium, Need::Firefox, Need::WebKit],
        engines,
    ),
    of_built("spreadsheets", SPREADSHEETS, &[Need::Npm, Need::LibreOffice], spreadsheets),
    of_built("plugin", PLUGIN, &[Need::Npm, Need::Php], plugin),
    of_built("frameworks", FRAMEWORKS, &[Need::Npm, Need::FrameworksNpm, Need::Chromium], frameworks),
    Group { needs_build: true, ..group("reproducible", &[Need::WasmTarget, Need::Npm], reproducible) },
];

/// Runs cargo with these words.
fn cargo(root: &Path, words: &str) -> Result<()> {
    run::run(run::cargo(root).args(words.split(' ')))
}

fn fmt(root: &Path, _: &[String]) -> Result<()> {
    cargo(root, "fmt --all --check")
}

/// For this machine, then for wasm, as the bindings are compiled only there.
fn clippy(root: &Path, _: &[String]) -> Result<()> {
    let (name, target) = (package::NAME, wasm::TARGET);
    cargo(root, "clippy --workspace --all-targets -- -D warnings")?;
    cargo(root, &format!("clippy --package {name} --lib --test bindings --target {target} -- -D warnings"))?;
    // Separately, so that the core is checked with the features that the label reader uses.
    cargo(root, &format!("clippy --package {} --lib --target {target} -- -D warnings", package::LABEL_NAME))
}

fn native(root: &Path, files: &[String]) -> Result<()> {
    let mut cargo = run::cargo(root);
    run::run(cargo.args(["test", "--workspace"]).args(files.iter().flat_map(|file| ["--test", file])))
}

fn doc(root: &Path, _: &[String]) -> Result<()> {
    for target in ["", " --target wasm32-unknown-unknown"] {
        let words = format!("doc --no-deps --package {} --package {}{target}", package::NAME, package::LABEL_NAME);
        run::run(run::cargo(root).args(words.split(' ')).env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    Ok(())
}

/// The bindings, in a real browser.
fn bindings(root: &Path, _: &[String]) -> Result<()> {
    let browser = browser::find()?;
    let mut cargo = run::cargo(root);
    cargo.args(["test", "--package", package::NAME, "--target", wasm::TARGET, "--test", "bindings"]);
    run::run(browser.run_tests_of(&mut cargo, &root.join("target"))?)
}

fn build(root: &Path, _: &[String]) -> Result<()> {
    method::compile(root)?;
    build::build(root, &Owner::default(), Readme::StaysAsItIs)?;
    release::write(root)?;
    oembed::write_sample(&root.join("target/www"), &root.join("target/addressed"), &Address::read(SAMPLE)?)
}

fn types(root: &Path, _: &[String]) -> Result<()> {
    vocabulary::write(root, &languages::read(root)?)?;
    for project in ["www", "bench", "tests"] {
        run::run(run::npm_program(root, "tsc").args(["-p", &format!("{project}/tsconfig.json"), "--noEmit"]))?;
    }
    Ok(())
}

fn node(root: &Path, files: &[String]) -> Result<()> {
    bench::write_data(root)?;
    node_tests(root, NODE, files, |_| Ok(()))
}

fn browser(root: &Path, files: &[String]) -> Result<()> {
    node_tests(root, BROWSER, files, |command| {
        browser::find()?.tell(at_once(command));
        Ok(())
    })
}

/// The widget on other sites' pages, in each of the three engines.
fn engines(root: &Path, files: &[String]) -> Result<()> {
    node_tests(root, ENGINES, files, |command| {
        browser::find_whole()?.tell(at_once(command));
        engines::tell(command, &[engines::FIREFOX, engines::WEBKIT]).map(drop)
    })
}

/// The files for spreadsheets, in one.
fn spreadsheets(root: &Path, files: &[String]) -> Result<()> {
    node_tests(root, SPREADSHEETS, files, |command| engines::tell(command, &[engines::LIBREOFFICE]).map(drop))
}

/// The package in real projects of frameworks, which render it on a server, and of bundlers that are installed for this alone.
fn frameworks(root: &Path, files: &[String]) -> Result<()> {
    node_tests(root, FRAMEWORKS, files, |command| {
        browser::find()?.tell(at_once(command));
        Ok(())
    })
}

/// The plug-in for WordPress, in PHP.
fn plugin(root: &Path, files: &[String]) -> Result<()> {
    node_tests(root, PLUGIN, files, |command| engines::tell(command, &[engines::PHP]).map(drop))
}

/// Whether the build is reproducible.
fn reproducible(root: &Path, _: &[String]) -> Result<()> {
    reproducible::check(root)
}

/// Runs the tests of a folder in Node, with an environment set by `tell`. `XTASK` is the path of this program.
fn node_tests(
    root: &Path,
    folder: &str,
    files: &[String],
    tell: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<()> {
    let names = if files.is_empty() { node_files(root, folder)? } else { files.to_vec() };
    ensure!(!names.is_empty(), "there are no tests in {folder}");
    let mut node = Command::new("node");
    tell(node.current_dir(root).arg("--test").env("XTASK", run::task_runner()?))?;
    run::run(node.args(names.iter().map(|name| format!("{folder}/{name}.test.js"))))
}

/// Runs as many files at once as there are cores (Node's default is one less), as tests mostly wait for their browsers. Not for
/// tests that compare times.
fn at_once(node: &mut Command) -> &mut Command {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    node.arg(format!("--test-concurrency={cores}"))
}

/// The names of the test files of a folder, without `.test.js`, sorted. Node 20 does not support glob patterns.
pub(super) fn node_files(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in root.join(folder).read_dir()? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".test.js").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}
