//! `cargo xtask bench`: what the widget weighs and how long it takes, beside other widgets, beside the same model in JavaScript, and
//! beside what we aim at. It is no test: figures of time are of one machine. `tests/node/budgets.test.js` holds what must not get worse.
//!
//! Sizes are weighed here; everything else is measured by `bench/run.js` in Chromium, and by `bench/native` without one.

mod sizes;
mod table;

use crate::run::{self, say};
use crate::setup::{self, Need};
use crate::{browser, leftovers};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What can be asked for alone.
const PARTS: [&str; 7] = ["sizes", "start", "calls", "catalogue", "loading", "typing", "lighthouse"];

/// Reads the names of parts; none: all.
pub(crate) fn chosen(names: &[String]) -> Result<Vec<String>> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        bail!("there is no part `{unknown}`");
    }
    Ok(if names.is_empty() { PARTS.map(str::to_owned).to_vec() } else { names.to_vec() })
}

/// Measures what was built.
pub(crate) fn bench(root: &Path, parts: &[String]) -> Result<()> {
    setup::provide(root, &[Need::BenchNpm, Need::Chromium])?;
    let wants = |part: &str| parts.iter().any(|wanted| wanted == part);
    write_data(root)?;
    if wants("sizes") {
        say("Weighing");
        write(root, "sizes.json", &serde_json::to_string(&sizes::weigh_all(root)?)?)?;
    }
    if wants("calls") || wants("catalogue") {
        time_natively(root)?;
    }
    say("Measuring in Chromium");
    let mut node = Command::new("node");
    browser::find()?.tell(node.current_dir(root).arg("bench/run.js").args(parts));
    leftovers::without(|| run::run(&mut node))?;
    let rows = table::read(&root.join("target/bench.json"))?;
    print!("\n{}", table::shown(&rows));
    // A run of some parts leaves the README as it is.
    if parts.len() == PARTS.len() { table::keep(root, &rows) } else { Ok(()) }
}

/// What the JavaScript model computes with, for the benchmark and for the test that holds it against the core.
pub(crate) fn write_data(root: &Path) -> Result<()> {
    say("Writing the figures and points for the JavaScript model");
    write(
        root,
        "model.json",
        &run::output(run::cargo(root).args(["run", "--quiet", "--locked", "--package", "bench-data"]))?,
    )
}

fn time_natively(root: &Path) -> Result<()> {
    say("Measuring without a browser");
    let list = run::output(Command::new("node").current_dir(root).arg("bench/support/list.js"))?;
    write(root, "garments.json", &list)?;
    let mut native = run::cargo(root);
    native.args(["run", "--quiet", "--locked", "--release", "--package", "bench-native", "--"]);
    write(root, "native.json", &run::output(native.arg(root.join("target/bench/garments.json")))?)
}

fn write(root: &Path, file: &str, content: &str) -> Result<()> {
    let folder = root.join("target/bench");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(file), content).with_context(|| format!("target/bench/{file} cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::{PARTS, chosen};

    #[test]
    fn parts_are_all_or_those_named() {
        assert_eq!(chosen(&[]).map(|parts| parts.len()).ok(), Some(PARTS.len()));
        assert_eq!(chosen(&["calls".to_owned()]).ok(), Some(vec!["calls".to_owned()]));
        assert!(chosen(&["speed".to_owned()]).is_err());
    }
}
