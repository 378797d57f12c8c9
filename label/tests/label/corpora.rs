//! The corpora: what each may leave open and get wrong.

use crate::{
    compare::{Label, Outcome, Tally, outcomes},
    countries::Icu,
    worked::worked,
};
use cotton_origin_label::Reader;
use std::{fs, time::Instant};

/// The labels of a file.
pub(crate) fn labels(file: &str) -> Vec<Label> {
    let path = format!("{}/tests/label/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).expect("the labels are there");
    let read = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}: {error}: {line}"));
    text.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
}

/// Reads a file of labels, prints what is not right, and counts. Of a complete one, what is not told is not to be read.
fn tally(file: &str, complete: bool) -> Tally {
    let (reader, mut tally) = (Reader::new(), Tally::default());
    for label in labels(file) {
        let reading = reader.read(&label.text, &Icu, &[]);
        for (field, outcome) in outcomes(&reading, &label, complete) {
            tally.add(field, &label.lang, outcome);
            if outcome != Outcome::Right {
                println!("{} {field} {outcome:?}: {:?}\n  {:?}", label.id, label.text, reading.garment);
            }
        }
    }
    tally.print(file);
    tally
}

/// The fields of a file in which nothing is open and nothing wrong.
fn all_right(file: &str, complete: bool) {
    let tally = tally(file, complete);
    for field in tally.fields() {
        assert_eq!(tally.total(field)[1..], [0, 0], "{file}, {field}");
    }
}

#[test]
fn corpus() {
    let tally = tally("corpus.jsonl", false);
    let [right, _, wrong] = tally.total("cotton_percent");
    assert!(right >= 57 && wrong == 0, "cotton percent: {right} right, {wrong} wrong");
    assert_eq!(tally.total("made_in")[1..], [0, 0], "made in");
    let [right, _, wrong] = tally.total("fibres of the main part");
    assert!(right >= 55 && wrong <= 2, "fibres: {right} right, {wrong} wrong");
}

/// Texts gathered in 2026.
#[test]
fn corpus_2026() {
    let tally = tally("corpus-2026.jsonl", true);
    // Each: at least so many right, at most so many wrong.
    for (field, least, most) in
        [("cotton_percent", 202, 3), ("made_in", 205, 0), ("cotton_from", 7, 1), ("parts", 50, 3), ("kind", 60, 2)]
    {
        let [right, _, wrong] = tally.total(field);
        assert!(right >= least && wrong <= most, "{field}: {right} right, {wrong} wrong");
    }
}

#[test]
fn own_labels() {
    assert!(labels("labels.jsonl").len() >= 100);
    all_right("labels.jsonl", false);
}

/// Rows and headings, bounds, colours, sets, kinds, decomposed letters: written after each kind of fault.
#[test]
fn rows() {
    assert!(labels("rows.jsonl").len() >= 150);
    all_right("rows.jsonl", true);
}

/// Labels by two people who had not seen the reader, nor these tests.
#[test]
fn unseen_labels() {
    let tally = tally("unseen.jsonl", false);
    for field in ["cotton_percent", "made_in"] {
        assert_eq!(tally.total(field)[1..], [0, 0], "{field}");
    }
    let [right, _, wrong] = tally.total("fibres of the main part");
    assert!(right >= 246 && wrong <= 1, "fibres: {right} right, {wrong} wrong");
}

/// Labels a second; told, and far from what would be too slow.
#[test]
fn speed() {
    let (reader, labels) = (Reader::new(), [labels("corpus.jsonl"), labels("labels.jsonl")].concat());
    for label in &labels {
        let _ = reader.read(&label.text, &Icu, &[]);
    }
    let start = Instant::now();
    let before = worked(start);
    for _ in 0..20 {
        for label in &labels {
            let _ = reader.read(&label.text, &Icu, &[]);
        }
    }
    let rate = 20.0 * labels.len() as f64 / (worked(start) - before);
    println!("{rate:.0} labels a second");
    assert!(rate > 1000.0, "{rate}");
}

#[test]
fn denials() {
    all_right("moods.jsonl", true);
}

/// In every language: denials beside an ordinary composition; comparisons, questions, promises and other things alone.
#[test]
fn moods_in_every_language() {
    assert!(labels("moods-more.jsonl").len() >= 500);
    all_right("moods-more.jsonl", true);
}

#[test]
fn faults() {
    all_right("faults.jsonl", false);
}
