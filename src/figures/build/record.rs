//! The record: read, checked and written like the figures, in a table of its own and its words in another.

use crate::{
    check::{citation_problem, duplicates},
    read::Set,
    write::{citations, line},
    written::{Citation, toml_file},
};
use cotton_origin_vocabulary::rust::camel;
use serde::Deserialize;
use std::{collections::BTreeSet, path::Path};

const STAGES: [&str; 6] = ["growing", "ginning", "spinning", "weaving", "sewing", "transfer"];
const KINDS: [&str; 7] = ["finding", "warning", "law", "call", "denial", "convention", "context"];

/// Something that was found, enacted, called for or denied.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    id: String,
    kind: String,
    stages: Vec<String>,
    /// Countries that it is about, where a note asks whether one of them was named.
    #[serde(default)]
    places: Vec<String>,
    from: String,
    until: Option<String>,
    applies: Option<String>,
    /// For a law, the market in which it is in force.
    market: Option<String>,
    #[serde(default)]
    cotton: bool,
    says: String,
    sources: Vec<Citation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordFile {
    entry: Vec<Entry>,
}

/// Reads `record.toml`.
pub(crate) fn read(folder: &Path) -> Result<Vec<Entry>, String> {
    Ok(toml_file::<RecordFile>(folder, "record")?.entry)
}

/// Every problem of the record, in words.
pub(crate) fn problems(record: &[Entry], set: &Set) -> Vec<String> {
    let sources: BTreeSet<&str> = set.sources.iter().map(|source| source.id.as_str()).collect();
    let mut problems = Vec::new();
    duplicates(record.iter().map(|entry| entry.id.as_str()), &mut problems);
    for entry in record {
        problems.extend(entry_problems(entry, &sources).into_iter().map(|what| format!("{}: {what}", entry.id)));
    }
    problems
}

fn entry_problems(entry: &Entry, sources: &BTreeSet<&str>) -> Vec<String> {
    let mut problems = Vec::new();
    if !KINDS.contains(&entry.kind.as_str()) {
        problems.push(format!("kind must be one of {}", KINDS.join(", ")));
    }
    let places = entry.stages.iter().map(|stage| STAGES.iter().position(|name| name == stage)).collect::<Vec<_>>();
    if places.contains(&None) || !places.is_sorted_by(|a, b| a < b) {
        problems.push(format!("stages must be of {}, in that order, each once", STAGES.join(", ")));
    }
    for date in [Some(&entry.from), entry.until.as_ref(), entry.applies.as_ref()].into_iter().flatten() {
        if !is_date(date) {
            problems.push(format!("{date:?} is no date: YYYY, YYYY-MM or YYYY-MM-DD"));
        }
    }
    for later in [&entry.until, &entry.applies].into_iter().flatten() {
        // As far as both are known.
        if entry
            .from
            .chars()
            .zip(later.chars())
            .find(|(from, later)| from != later)
            .is_some_and(|(from, later)| from > later)
        {
            problems.push(format!("{later} is before {}", entry.from));
        }
    }
    if entry.places.iter().any(|code| code.len() != 2 || !code.bytes().all(|letter| letter.is_ascii_uppercase())) {
        problems.push("places must be codes of countries".into());
    }
    if entry.applies.is_some() && entry.kind != "law" {
        problems.push("only a law starts to apply".into());
    }
    if entry.market.is_some() != (entry.kind == "law") {
        problems.push("a law, and nothing else, names its market".into());
    }
    if entry.market.as_ref().is_some_and(|market| market.len() != 2) {
        problems.push("market must be a country's two letters, or EU".into());
    }
    if !entry.says.ends_with('.') {
        problems.push("needs a sentence".into());
    }
    if entry.sources.is_empty() {
        problems.push("has no source".into());
    }
    problems.extend(entry.sources.iter().filter_map(|cited| citation_problem(&cited.id, &cited.locator, sources)));
    problems
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let widths = [4, 2, 2];
    let ranges = [1900..=2100, 1..=12, 1..=31_u16];
    parts.len() <= 3
        && parts.iter().zip(widths).zip(ranges).all(|((part, width), range)| {
            part.len() == width && part.parse().is_ok_and(|number: u16| range.contains(&number))
        })
}

/// The Rust source of the table. Names are those of `src/record.rs`.
pub(crate) fn table(record: &[Entry]) -> String {
    let mut out = String::new();
    line(&mut out, &format!("static RECORD: [Entry; {}] = [", record.len()));
    for entry in record {
        let stages: Vec<String> = entry.stages.iter().map(|stage| format!("PathStage::{}", camel(stage))).collect();
        let places: Vec<String> = entry.places.iter().map(|code| format!("Place::Country(*b{code:?})")).collect();
        line(
            &mut out,
            &format!(
                "Entry {{ id: {:?}, kind: EntryKind::{}, stages: &[{}], places: &[{}], from: {:?}, until: {:?}, applies: {:?}, market: {}, cotton: {} }},",
                entry.id,
                camel(&entry.kind),
                stages.join(", "),
                places.join(", "),
                entry.from,
                entry.until,
                entry.applies,
                entry.market.as_ref().map_or("None".into(), |market| format!("Some(Place::Country(*b{market:?}))")),
                entry.cotton,
            ),
        );
    }
    line(&mut out, "];");
    out
}

/// The Rust source of its words, for `src/texts.rs`: the same rows in the same order.
pub(crate) fn texts(record: &[Entry], set: &Set) -> String {
    let mut out = String::new();
    line(&mut out, &format!("static ENTRY_TEXTS: [EntryText; {}] = [", record.len()));
    for entry in record {
        let sources = citations(&entry.sources, set);
        line(&mut out, &format!("EntryText {{ says: {:?}, sources: &[{sources}] }},", entry.says));
    }
    line(&mut out, "];");
    out
}
