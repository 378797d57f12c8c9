//! Every test, in groups. A group that fails does not keep the next from running; a table at the end tells how each went.

use crate::oembed::{self, Address};
use crate::run::{self, say};
use crate::setup::{self, Need};
use crate::{
    again as second, bench, browser, build_all, engines as other_engines, leftovers, package, vocabulary, wasm,
};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

pub(crate) struct Group {
    name: &'static str,
    needs: &'static [Need],
    run: fn(&Path) -> Result<Outcome>,
}

enum Outcome {
    Passed,
    /// There is nothing of this kind yet.
    Skipped(&'static str),
}

/// What a site that knows its address has is tested with this one.
const SAMPLE: &str = "https://cotton.example/estimate/";

/// In the order in which they run.
const GROUPS: [Group; 11] = [
    Group { name: "fmt", needs: &[Need::Rustfmt], run: fmt },
    Group { name: "clippy", needs: &[Need::Clippy, Need::WasmTarget], run: clippy },
    Group { name: "native", needs: &[], run: native },
    Group { name: "doc", needs: &[Need::WasmTarget], run: doc },
    Group { name: "bindings", needs: &[Need::WasmTarget, Need::Chromium], run: bindings },
    Group { name: "build", needs: &[Need::WasmTarget, Need::Npm], run: build },
    Group { name: "types", needs: &[Need::Npm], run: types },
    Group { name: "node", needs: &[Need::Npm], run: node },
    Group { name: "browser", needs: &[Need::Npm, Need::Chromium], run: browser },
    Group { name: "engines", needs: &[Need::Npm, Need::Chromium, Need::Firefox, Need::WebKit], run: engines },
    Group { name: "again", needs: &[Need::WasmTarget, Need::Npm], run: again },
];

/// The groups to run: all, or those named; those that look at what is built are given a fresh build.
pub(crate) fn chosen(names: &[String]) -> Result<Vec<Group>> {
    if let Some(unknown) = names.iter().find(|name| GROUPS.iter().all(|group| group.name != **name)) {
        bail!("there is no group `{unknown}`");
    }
    let asked = |group: &str| names.iter().any(|name| name == group);
    let built = ["node", "browser", "engines", "again"].into_iter().any(asked);
    let wanted = |group: &Group| names.is_empty() || asked(group.name) || (built && group.name == "build");
    Ok(GROUPS.into_iter().filter(wanted).collect())
}

struct Line {
    group: &'static str,
    result: Result<Outcome>,
    took: Duration,
}

/// Runs the set-up and the groups, and tells whether all went well.
pub(crate) fn test(root: &Path, groups: &[Group]) -> bool {
    let mut lines = vec![timed("set-up", || set_up(root, groups))];
    lines.extend(groups.iter().map(|group| timed(group.name, || (group.run)(root))));
    report(&lines)
}

fn timed(group: &'static str, run: impl FnOnce() -> Result<Outcome>) -> Line {
    println!("\n######## {group}");
    let started = Instant::now();
    let result = leftovers::without(run);
    match &result {
        Ok(Outcome::Passed) => {}
        Ok(Outcome::Skipped(reason)) => println!("skipped: {reason}"),
        Err(problem) => println!("error: {problem:#}"),
    }
    Line { group, result, took: started.elapsed() }
}

/// Prints the table and the count, and tells whether none failed.
fn report(lines: &[Line]) -> bool {
    println!("\n{:<10} {:<8} {:>8}", "group", "result", "seconds");
    let [mut passed, mut failed, mut skipped] = [0; 3];
    for Line { group, result, took } in lines {
        let (word, count) = match result {
            Ok(Outcome::Passed) => ("passed", &mut passed),
            Ok(Outcome::Skipped(_)) => ("skipped", &mut skipped),
            Err(_) => ("FAILED", &mut failed),
        };
        *count += 1;
        println!("{group:<10} {word:<8} {:>8.1}", took.as_secs_f64());
    }
    let skips = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("\n{passed} passed, {failed} failed{skips}");
    failed == 0
}

fn set_up(root: &Path, groups: &[Group]) -> Result<Outcome> {
    let mut needs: Vec<Need> = Vec::new();
    for need in groups.iter().flat_map(|group| group.needs) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    setup::provide(root, &needs)?;
    say("Everything that the tests need is there");
    Ok(Outcome::Passed)
}

/// Runs cargo with these words.
fn cargo(root: &Path, words: &str) -> Result<()> {
    run::run(run::cargo(root).args(words.split(' ')))
}

fn fmt(root: &Path) -> Result<Outcome> {
    cargo(root, "fmt --all --check")?;
    Ok(Outcome::Passed)
}

/// For this machine, then for wasm, where the code that knows JavaScript is.
fn clippy(root: &Path) -> Result<Outcome> {
    let (name, target) = (package::NAME, wasm::TARGET);
    let tests = if has_bindings_tests(root) { " --test bindings" } else { "" };
    cargo(root, "clippy --workspace --all-targets -- -D warnings")?;
    cargo(root, &format!("clippy --package {name} --lib{tests} --target {target} -- -D warnings"))?;
    // On its own, so that the core is checked as the label reader's wasm has it.
    cargo(root, &format!("clippy --package {} --lib --target {target} -- -D warnings", package::LABEL_NAME))?;
    Ok(Outcome::Passed)
}

fn native(root: &Path) -> Result<Outcome> {
    cargo(root, "test --workspace")?;
    Ok(Outcome::Passed)
}

fn doc(root: &Path) -> Result<Outcome> {
    for target in ["", " --target wasm32-unknown-unknown"] {
        let words = format!("doc --no-deps --package {} --package {}{target}", package::NAME, package::LABEL_NAME);
        run::run(run::cargo(root).args(words.split(' ')).env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    Ok(Outcome::Passed)
}

fn has_bindings_tests(root: &Path) -> bool {
    root.join("tests/bindings.rs").is_file()
}

/// The boundary, in a real browser.
fn bindings(root: &Path) -> Result<Outcome> {
    if !has_bindings_tests(root) {
        return Ok(Outcome::Skipped("there is no tests/bindings.rs yet"));
    }
    let browser = browser::find()?;
    let mut cargo = run::cargo(root);
    cargo.args(["test", "--package", package::NAME, "--target", wasm::TARGET, "--test", "bindings"]);
    run::run(browser.run_tests_of(&mut cargo, &root.join("target"))?)?;
    Ok(Outcome::Passed)
}

fn build(root: &Path) -> Result<Outcome> {
    // The README stays as it is: a test looks whether it is true.
    build_all(root, None, |_, _| Ok(()))?;
    oembed::write_sample(&root.join("target/www"), &root.join("target/addressed"), &Address::read(SAMPLE)?)?;
    Ok(Outcome::Passed)
}

fn types(root: &Path) -> Result<Outcome> {
    if !root.join("www/tsconfig.json").is_file() {
        return Ok(Outcome::Skipped("there is no www/tsconfig.json yet"));
    }
    vocabulary::write(root)?;
    for project in ["www", "bench", "tests"] {
        run::run(run::npm_program(root, "tsc").args(["-p", &format!("{project}/tsconfig.json"), "--noEmit"]))?;
    }
    Ok(Outcome::Passed)
}

fn node(root: &Path) -> Result<Outcome> {
    bench::write_data(root)?;
    node_tests(root, "tests/node", |_| Ok(()))
}

fn browser(root: &Path) -> Result<Outcome> {
    node_tests(root, "tests/browser", |command| {
        browser::find()?.tell(at_once(command));
        Ok(())
    })
}

/// Whether the build is the same elsewhere.
fn again(root: &Path) -> Result<Outcome> {
    second::check(root)?;
    Ok(Outcome::Passed)
}

/// The guest on other people's pages, in each of the three engines.
fn engines(root: &Path) -> Result<Outcome> {
    node_tests(root, "tests/engines", |command| {
        browser::find()?.tell(at_once(command));
        other_engines::tell(command).map(drop)
    })
}

/// Runs the tests of a folder in Node, told what they need to know.
fn node_tests(root: &Path, folder: &'static str, tell: impl FnOnce(&mut Command) -> Result<()>) -> Result<Outcome> {
    let files = test_files(root, folder)?;
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    let mut node = Command::new("node");
    tell(node.current_dir(root).arg("--test"))?;
    run::run(node.args(files))?;
    Ok(Outcome::Passed)
}

/// As many files at once as there are cores, where Node leaves one out: they wait for their browsers more than they work. Not for
/// tests that compare times.
fn at_once(node: &mut Command) -> &mut Command {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    node.arg(format!("--test-concurrency={cores}"))
}

/// The `*.test.js` of a folder, in order. Node 20 does not look for them by pattern.
fn test_files(root: &Path, folder: &str) -> Result<Vec<PathBuf>> {
    let path = root.join(folder);
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).with_context(|| format!("{folder} cannot be read"))? {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".test.js") {
            files.push(Path::new(folder).join(name));
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::chosen;

    fn names(words: &[&str]) -> Option<Vec<&'static str>> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        chosen(&words).ok().map(|groups| groups.iter().map(|group| group.name).collect())
    }

    #[test]
    fn groups_run_in_their_order_and_upon_a_fresh_build() {
        assert_eq!(names(&[]).map(|all| all.len()), Some(11));
        assert_eq!(names(&["types", "fmt"]), Some(vec!["fmt", "types"]));
        assert_eq!(names(&["browser"]), Some(vec!["build", "browser"]));
        assert_eq!(names(&["everything"]), None);
    }
}
