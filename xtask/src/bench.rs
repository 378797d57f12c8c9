//! `cargo xtask bench`: sizes and times, compared with other widgets, with the same model in JavaScript, and with
//! our targets. It is no test: times depend on the machine. `tests/node/budgets.test.js` tests what must not get worse.
//!
//! Sizes are measured here; everything else by `bench/run.js` in Chromium, and by `bench/native` without a browser.

mod sizes;
mod table;

use crate::run::{self, say};
use crate::setup::{self, Need};
use crate::{browser, files, stray_processes};
use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;
use std::process::Command;

/// The topics of the benchmark, each of which can be run alone.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Topic {
    Sizes,
    Start,
    Calls,
    Catalogue,
    Loading,
    Typing,
    Lighthouse,
}

impl Topic {
    /// Its name on the command line and in `bench/run.js`.
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// Measures the built site.
pub(crate) fn bench(root: &Path, chosen: &[Topic]) -> Result<()> {
    setup::provide(root, &[Need::BenchNpm, Need::Chromium])?;
    let parts = if chosen.is_empty() { Topic::value_variants() } else { chosen };
    let wants = |part| parts.contains(&part);
    write_data(root)?;
    if wants(Topic::Sizes) {
        say("Weighing");
        write(root, "sizes.json", &serde_json::to_string(&sizes::weigh_all(root)?)?)?;
    }
    if wants(Topic::Calls) || wants(Topic::Catalogue) {
        time_natively(root)?;
    }
    say("Measuring in Chromium");
    let mut node = Command::new("node");
    browser::find()?.tell(node.current_dir(root).arg("bench/run.js").args(parts.iter().map(|part| part.name())));
    stray_processes::without(|| run::run(&mut node))?;
    let rows = table::read(&root.join("target/bench.json"))?;
    print!("\n{}", table::shown(&rows));
    // Only a full run updates the README.
    if parts.len() == Topic::value_variants().len() { table::keep(root, &rows) } else { Ok(()) }
}

/// Writes the figures and points for the JavaScript model, for the benchmark and for the test that compares it with the core.
pub(crate) fn write_data(root: &Path) -> Result<()> {
    say("Writing the figures and points for the JavaScript model");
    run::compile_own(root, "bench-data")?;
    write(root, "model.json", &run::output(&mut run::own_program("bench-data")?)?)
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
    files::write(&root.join("target/bench").join(file), content)
}
