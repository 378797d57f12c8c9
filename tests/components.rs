//! Components (shell, lining, trims): which of them count, and the notes about it.

#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its input written in the call")]

mod common;

use common::{assess, read};
use cotton_origin::{Assessment, assessment::Reason};
use serde_json::{Value, json};

fn fibre(fibre: &str, percent: f64) -> Value {
    json!([{ "fibre": fibre, "percent": percent }])
}

fn answer(components: Value) -> Assessment {
    assess(&json!({ "kind": "coat", "madeIn": "CN", "components": components }))
}

#[track_caller]
fn fraction(answer: &Assessment, expected: f64) {
    let fraction = answer.garment_share.expect("known").central / answer.cotton_share.expect("cotton").central;
    assert!((fraction - expected).abs() < 1e-12, "{fraction}, not {expected}");
}

fn ids(answer: &Assessment) -> Vec<&'static str> {
    answer.notes.iter().map(|note| note.id).collect()
}

#[test]
fn weighed_by_mass() {
    let answer = answer(json!([
        { "name": "shell", "fibres": fibre("cotton", 80.0), "massGrams": 600 },
        { "name": "lining", "fibres": fibre("cotton", 20.0), "massGrams": 200 },
    ]));
    fraction(&answer, (600.0 * 0.8 + 200.0 * 0.2) / 800.0);
    // The masses of the components add up to that of the garment.
    let grams = answer.grams.expect("a mass").central / answer.cotton_share.expect("cotton").central;
    assert!((grams - 520.0).abs() < 1e-9);
}

#[test]
fn weighed_by_share() {
    let by_share = |shell: f64, lining: f64| {
        answer(json!([
            { "fibres": fibre("cotton", 100.0), "share": shell },
            { "fibres": fibre("polyester", 100.0), "share": lining },
        ]))
    };
    fraction(&by_share(0.7, 0.3), 0.7);
    // The rest of the mass has no cotton.
    fraction(&by_share(0.7, 0.1), 0.7);
}

#[test]
fn else_the_main_part_counts() {
    let parts = answer(json!([
        { "name": "Lining", "fibres": fibre("polyester", 100.0) },
        { "name": "Outer shell", "fibres": fibre("cotton", 60.0), "massGrams": 600 },
    ]));
    fraction(&parts, 0.6);
    assert!(ids(&parts).contains(&"main-component-only"));
    let first = answer(
        json!([{ "name": "A", "fibres": fibre("cotton", 40.0) }, { "name": "B", "fibres": fibre("cotton", 90.0) }]),
    );
    fraction(&first, 0.4);
}

#[test]
fn cotton_only_in_a_lining() {
    let lining = answer(json!([
        { "name": "shell", "fibres": fibre("wool", 100.0) },
        { "name": "lining", "fibres": fibre("cotton", 100.0) },
    ]));
    assert!(lining.cotton_share.is_some() && lining.garment_share.is_none() && lining.grams.is_none());
    assert_eq!(lining.reasons.garment_share, Some(Reason::CottonFractionNotKnown));
    assert!(ids(&lining).contains(&"cotton-only-in-lining"));
    assert!(lining.next.iter().any(|next| next.question == "fibres"));
    let none = answer(json!([{ "fibres": fibre("wool", 100.0) }, { "fibres": fibre("silk", 100.0) }]));
    assert_eq!(none.reasons.cotton_share, Some(Reason::NoCotton));
}

#[test]
fn recycled_cotton_of_parts() {
    let parts = answer(json!([
        { "fibres": [{ "fibre": "cotton", "percent": 100, "recycled": true }], "massGrams": 100 },
        { "fibres": fibre("cotton", 100.0), "massGrams": 300 },
    ]));
    let expected = 0.75 * 0.84 * 0.82 * 0.84 + 0.25 * 0.2;
    assert!((parts.cotton_share.expect("cotton").central - expected).abs() < 1e-12);
}

#[test]
fn bad_parts() {
    let problems = |garment: Value| {
        let error = read(&garment).expect_err("it is bad");
        error.fields.iter().map(|problem| format!("{} {}", problem.field, problem.code.as_str())).collect::<Vec<_>>()
    };
    let part = json!({ "fibres": fibre("cotton", 300.0), "share": 2, "weight": 1, "name": 4 });
    assert_eq!(
        problems(json!({ "components": [part] })),
        [
            "components.0.fibres.0.percent out-of-range",
            "components.0.name wrong-type",
            "components.0.share out-of-range",
            "components.0.weight unknown-field",
        ]
    );
    let two = json!({ "components": [{ "fibres": fibre("cotton", 50.0) }], "fibres": fibre("cotton", 50.0) });
    assert_eq!(problems(two), ["components only-one"]);
    let shares = json!({ "components": [{ "share": 0.7 }, { "share": 0.7 }] });
    assert_eq!(problems(shares), ["components total-over-100"]);
}
