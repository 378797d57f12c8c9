//! The results of a run as a table, and the rows of it that the README shows.

use crate::run::say;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// One row of `target/bench.json`, as `bench/rows.js` writes it, with formatted numbers.
#[derive(Deserialize)]
pub(crate) struct Measured {
    part: String,
    what: String,
    value: String,
    /// None if there is no target.
    target: Option<String>,
    /// `met`, or by how much it was missed.
    verdict: Option<String>,
    /// Its name in the README; None if it is not shown there.
    readme: Option<String>,
}

#[derive(Deserialize)]
struct Report {
    rows: Vec<Measured>,
}

/// The marks around the README's table.
const BEGIN: &str = "<!-- written by `cargo xtask bench` -->\n";
const END: &str = "<!-- end -->";

pub(crate) fn read(path: &Path) -> Result<Vec<Measured>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(serde_json::from_str::<Report>(&text).with_context(|| format!("{} is not as expected", path.display()))?.rows)
}

/// Formats the table for the terminal, part by part.
pub(crate) fn shown(rows: &[Measured]) -> String {
    let mut text = String::new();
    let mut part = "";
    for row in rows {
        if row.part != part {
            part = &row.part;
            let _ = writeln!(text, "\n{part}");
        }
        let (target, verdict) = (row.target.as_deref().unwrap_or_default(), row.verdict.as_deref().unwrap_or_default());
        let _ = writeln!(text, "  {:<70} {:>26}  {target:<14} {verdict}", row.what, row.value);
    }
    text
}

/// Updates the README's table.
pub(crate) fn keep(root: &Path, rows: &[Measured]) -> Result<()> {
    let path = root.join("README.md");
    let text = fs::read_to_string(&path).context("README.md cannot be read")?;
    let kept = with_rows(&text, rows).context("README.md has no place for figures")?;
    if kept != text {
        say("README.md gets the figures of this run");
        fs::write(path, kept).context("README.md cannot be written")?;
    }
    Ok(())
}

fn with_rows(text: &str, rows: &[Measured]) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    let mut lines = String::from("| | measured | target | |\n| --- | ---: | --- | --- |\n");
    for Measured { value, target, verdict, readme, .. } in rows {
        let Some(name) = readme else { continue };
        let (target, verdict) = (target.as_deref().unwrap_or_default(), verdict.as_deref().unwrap_or_default());
        let _ = writeln!(lines, "| {name} | {value} | {target} | {verdict} |");
    }
    Some(format!("{before}{BEGIN}{lines}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, Measured, with_rows};

    #[test]
    fn the_readme_gets_its_rows_and_nothing_else_changes() {
        let row = |readme: Option<&str>| Measured {
            part: "Size".into(),
            what: "gzip".into(),
            value: "35 kB".into(),
            target: Some("<= 40 kB".into()),
            verdict: Some("met".into()),
            readme: readme.map(str::to_owned),
        };
        let readme = |lines: &str| format!("Before\n{BEGIN}{lines}{END}\nAfter");
        let rows = [row(Some("first estimate")), row(None)];
        let lines =
            "| | measured | target | |\n| --- | ---: | --- | --- |\n| first estimate | 35 kB | <= 40 kB | met |\n";
        assert_eq!(with_rows(&readme("old"), &rows), Some(readme(lines)));
        assert_eq!(with_rows("no place", &rows), None);
    }
}
