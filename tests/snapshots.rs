//! Whole answers in a readable form: a change of any number or step shows up here.

mod common;

use cotton_origin::{
    Assessment,
    assessment::{Argument, Estimate, StageRecord, Step},
};
use serde_json::json;
use std::fmt::Write;

/// An answer as text, numbers to four digits.
fn told(answer: &Assessment) -> String {
    let mut out = String::new();
    let estimate = |name: &str, estimate: Option<Estimate>| match estimate {
        Some(Estimate { low, central, high, mean, of_average }) => {
            let average = of_average
                .map_or(String::new(), |average| format!(", average {:.3} to {:.3}", average.low, average.high));
            format!("{name:13} {central:.4} ({low:.3} to {high:.3}, mean {mean:.3}{average})\n")
        }
        None => format!("{name:13} none\n"),
    };
    out += &estimate("cottonShare", answer.cotton_share);
    out += &estimate("garmentShare", answer.garment_share);
    out += &estimate("grams", answer.grams);
    out += &estimate("fieldGrams", answer.field_grams);
    out += &estimate("inPart", answer.in_part);
    steps(&mut out, &answer.steps, 0);
    for note in &answer.notes {
        let argument = |(name, argument): &(&str, Argument)| match argument {
            Argument::Number(number) => format!(" {name}={number:.3}"),
            Argument::Id(id) => format!(" {name}={id}"),
        };
        let arguments: String = note.arguments.iter().map(argument).collect();
        writeln!(out, "note {}{arguments}", note.id).expect("a string takes it");
    }
    out
}

fn steps(out: &mut String, steps: &[Step], depth: usize) {
    for step in steps {
        let value = step.value.map_or(String::new(), |value| format!(" {value:.4}"));
        let said = step.said.as_deref().map_or(String::new(), |said| format!(" «{said}»"));
        let figure =
            step.figure.map_or(String::new(), |figure| format!(" [{figure}, {}]", step.year.unwrap_or_default()));
        let indent = "  ".repeat(depth);
        writeln!(
            out,
            "{indent}{:?} {}{said} {:?}{value} -> {:.4} {:?}{figure}",
            step.of, step.id, step.op, step.result, step.standing
        )
        .expect("a string takes it");
        for part in &step.parts {
            writeln!(out, "{indent}  of {:.4}:", part.share).expect("a string takes it");
            self::steps(out, &part.steps, depth + 2);
        }
    }
}

#[test]
fn explained_answers() {
    for (name, garment) in [
        ("nothing known", json!({})),
        (
            "made in china",
            json!({ "madeIn": "CN", "kind": "t-shirt", "massGrams": 170,
            "fibres": [{ "fibre": "cotton", "percent": 60 }, { "fibre": "polyester", "percent": 40 }] }),
        ),
        (
            "jeans from bangladesh",
            json!({ "madeIn": "BD", "kind": "jeans", "boughtIn": 2024, "fibres": [{ "fibre": "cotton", "percent": 98 }] }),
        ),
        ("vietnamese yarn in chinese cloth", json!({ "madeIn": "BD", "fabricIn": "CN", "spunIn": "VN" })),
        ("us cotton sewn in india", json!({ "madeIn": "IN", "cottonFrom": "US", "schemes": ["organic", "supima"] })),
        (
            "half recycled",
            json!({ "madeIn": "CN", "kind": "sweater", "fibres": [{ "fibre": "cotton", "percent": 50 },
            { "fibre": "cotton", "percent": 50, "recycled": true }] }),
        ),
        ("two origins", json!({ "madeIn": "TR", "cottonFrom": ["US", "CN"], "proof": "chain-of-custody" })),
        ("sewn in the region", json!({ "madeIn": "CN-XJ", "fabricIn": "CN", "spunIn": "IN", "cottonFrom": "CN" })),
        ("no cotton", json!({ "kind": "coat", "fibres": [{ "fibre": "wool", "percent": 100 }] })),
        ("sold in the eu", json!({ "soldIn": "FR", "kind": "shirt" })),
        ("cambodian cloth sold in the usa", json!({ "soldIn": "US", "boughtIn": 2024, "fabricIn": "KH" })),
        ("no row for albania", json!({ "madeIn": "AL", "proof": "label", "kind": "gloves" })),
    ] {
        insta::assert_snapshot!(name, told(&common::assess(&garment)));
    }
}

/// The stages of an answer as text.
fn path(stages: &[StageRecord]) -> String {
    let line = |row: &StageRecord| {
        let place = row.place.as_deref().map_or(String::new(), |place| format!(" {place}"));
        let record = [&[""][..], &row.record].concat().join("\n  ");
        format!("{:?} {:?}{place}{record}\n", row.stage, row.known)
    };
    stages.iter().map(line).collect()
}

#[test]
fn stages() {
    for (name, garment) in [
        ("stages nothing known", json!({})),
        (
            "stages peruvian cotton sewn in china",
            json!({ "madeIn": "CN", "spunIn": "PE", "cottonFrom": "PE", "boughtIn": 2021 }),
        ),
        ("stages sewn in the region", json!({ "madeIn": "CN-XJ", "fabricIn": "TR", "boughtIn": 2025 })),
    ] {
        insta::assert_snapshot!(name, path(&common::assess(&garment).stages));
    }
}
