//! Runs the tests, in groups. After a failed group the next still runs; a table at the end shows all results.

mod choose;
mod groups;

pub(crate) use choose::{Chosen, choose};

use crate::run::say;
use crate::setup::{self, Need};
use crate::stray_processes;
use anyhow::Result;
use std::path::Path;
use std::time::{Duration, Instant};

/// The help text about groups and files.
pub(crate) const HELP: &str = "\
Groups, in the order in which they run:
  fmt clippy native doc bindings build types node browser engines spreadsheets plugin frameworks reproducible
Those that look at what is built are given a fresh build.

Files are named as they are called, or by a part of that; `native`, `node`, `browser`, `engines`, `spreadsheets`, `plugin` and `frameworks` have some:
  cargo xtask test browser paste
  cargo xtask test native laws range node shapes";

struct Line {
    group: &'static str,
    result: Result<()>,
    took: Duration,
}

/// Runs the set-up and the groups; returns whether all passed.
pub(crate) fn test(root: &Path, chosen: &[Chosen]) -> bool {
    let mut lines = vec![timed("set-up", || set_up(root, chosen))];
    lines.extend(chosen.iter().map(|one| timed(one.group.name, || (one.group.run)(root, &one.files))));
    report(&lines)
}

fn timed(group: &'static str, run: impl FnOnce() -> Result<()>) -> Line {
    println!("\n######## {group}");
    let started = Instant::now();
    let result = stray_processes::without(run);
    if let Err(problem) = &result {
        println!("error: {problem:#}");
    }
    Line { group, result, took: started.elapsed() }
}

/// Prints the table and the count; returns whether none failed.
fn report(lines: &[Line]) -> bool {
    println!("\n{:<12} {:<8} {:>8}", "group", "result", "seconds");
    for Line { group, result, took } in lines {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{group:<12} {word:<8} {:>8.1}", took.as_secs_f64());
    }
    let failed = lines.iter().filter(|line| line.result.is_err()).count();
    println!("\n{} passed, {failed} failed", lines.len() - failed);
    failed == 0
}

fn set_up(root: &Path, chosen: &[Chosen]) -> Result<()> {
    let mut needs: Vec<Need> = Vec::new();
    for need in chosen.iter().flat_map(|one| one.group.needs) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    setup::provide(root, &needs)?;
    say("Everything that the tests need is there");
    Ok(())
}
