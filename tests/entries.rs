//! A form laid over a garment: answers replace what was known, and fields that the form does not ask for stay.

#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its input written in the call")]

mod common;

use common::read;
use cotton_origin::{Garment, Model, Options, entries::FormAnswer, error::ProblemCode};
use serde_json::{Value, json};

fn garment(json: Value) -> Garment {
    read(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn answer(entries: &[(&str, &str)], base: Value) -> FormAnswer {
    let entries = entries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Model::new().assess_entries(entries, garment(base), &Options::default())
}

#[track_caller]
fn says(entries: &[(&str, &str)], base: Value, expected: Value) {
    let answer = answer(entries, base);
    assert_eq!(answer.problems, []);
    assert_eq!(answer.garment, Some(garment(expected)));
}

fn coat() -> Value {
    json!({ "kind": "coat", "madeIn": "CN", "components": [
        { "name": "Shell", "fibres": [{ "fibre": "polyester", "percent": 100 }] },
        { "name": "Lining", "fibres": [{ "fibre": "cotton", "percent": 100 }] },
    ] })
}

#[test]
fn nothing_over_nothing() {
    says(&[], json!({}), json!({}));
}

#[test]
fn what_is_not_asked_stays() {
    says(&[], coat(), coat());
    let mut expected = coat();
    expected["boughtIn"] = json!(2024);
    says(&[("boughtIn", "2024")], coat(), expected);
}

#[test]
fn what_is_answered_replaces_that_field_alone() {
    let mut expected = coat();
    expected["madeIn"] = json!("TR");
    says(&[("madeIn", "TR")], coat(), expected);
}

#[test]
fn what_is_named_and_empty_is_cleared() {
    let base = json!({
        "kind": "coat", "fibres": [{ "fibre": "cotton" }], "massGrams": 900, "madeIn": "CN", "fabricIn": "CN", "spunIn": "IN",
        "cottonFrom": ["US", "EG"], "proof": "label", "schemes": ["gots"], "boughtIn": 2024,
    });
    for field in base.as_object().expect("fields").keys() {
        let mut expected = base.clone();
        expected.as_object_mut().expect("fields").remove(field);
        says(&[(field, "")], base.clone(), expected);
    }
}

#[test]
fn fibres_of_the_form_replace_the_parts_and_parts_replace_fibres() {
    let wool = json!({ "kind": "coat", "madeIn": "CN", "fibres": [{ "fibre": "wool" }] });
    says(&[("fibres.0.fibre", "wool")], coat(), wool.clone());
    says(&[("fibres.0.fibre", ""), ("fibres.0.percent", "")], coat(), json!({ "kind": "coat", "madeIn": "CN" }));
    let parts = [
        ("components.0.name", "Shell"),
        ("components.0.fibres.0.fibre", "polyester"),
        ("components.0.fibres.0.percent", "100"),
        ("components.1.name", "Lining"),
        ("components.1.fibres.0.fibre", "cotton"),
        ("components.1.fibres.0.percent", "100"),
    ];
    says(&parts, wool, coat());
}

#[test]
fn the_estimate_is_that_of_the_garment() {
    let answer = answer(&[("boughtIn", "2024")], coat());
    let expected = Model::new().assess(&answer.garment.expect("no problem"));
    assert_eq!(answer.assessment, Some(expected));
}

#[test]
fn a_problem_leaves_neither_garment_nor_estimate() {
    let answer = answer(&[("kind", "hat"), ("boughtIn", "2024")], coat());
    assert_eq!((answer.garment, answer.assessment), (None, None));
    assert_eq!(
        answer.problems.iter().map(|problem| (&problem.field[..], problem.code)).collect::<Vec<_>>(),
        [("kind", ProblemCode::UnknownKind)]
    );
}

const OVER: [(&str, &str); 4] =
    [("fibres.0.fibre", "cotton"), ("fibres.0.percent", "90"), ("fibres.1.fibre", "wool"), ("fibres.1.percent", "60")];

#[test]
fn percentages_over_100_are_told_and_count_in_proportion() {
    let over = answer(&OVER, coat());
    let fibres = json!([{ "fibre": "cotton", "percent": 60 }, { "fibre": "wool", "percent": 40 }]);
    assert_eq!(over.garment, Some(garment(json!({ "kind": "coat", "madeIn": "CN", "fibres": fibres }))));
    assert!(over.assessment.is_some());
    assert_eq!(over.total, Some(150.0));
    let told: Vec<_> =
        over.problems.iter().map(|problem| (&problem.field[..], problem.code, problem.value.as_deref())).collect();
    assert_eq!(told, [("fibres", ProblemCode::TotalOver100, Some("150"))]);
    // Not if there is another problem, too.
    let mut worse = OVER.to_vec();
    worse.push(("madeIn", "XX"));
    let worse = answer(&worse, coat());
    assert_eq!((worse.assessment, worse.problems.len()), (None, 2));
}

#[test]
fn the_total_is_of_the_numbers_that_are_read() {
    let total = |texts: &[&str]| {
        let names: Vec<String> = (0..texts.len()).map(|row| format!("fibres.{row}.percent")).collect();
        answer(&names.iter().map(String::as_str).zip(texts.iter().copied()).collect::<Vec<_>>(), json!({})).total
    };
    assert_eq!(total(&["60", "40"]), Some(100.0), "of fibres that are not named yet");
    assert_eq!(total(&["60", "٤٠"]), Some(100.0));
    assert_eq!(total(&["33.4", "33,3", "33.3"]), Some(100.0));
    assert_eq!(total(&["60", ""]), None);
    assert_eq!(total(&["60", "40abc"]), None);
    assert_eq!(total(&["60", "40", "40abc"]), None);
    assert_eq!(total(&["60", "140"]), None);
    assert_eq!(total(&[]), None);
    assert_eq!(answer(&[("fibres", "cotton")], json!({})).total, None);
}

#[test]
fn one_garment_over_another() {
    let said = garment(json!({ "madeIn": "TR", "cottonFrom": ["IN"] }));
    let over = said
        .over(garment(json!({ "madeIn": "CN", "cottonFrom": ["US", "EG"], "schemes": ["gots"], "massGrams": 900 })));
    assert_eq!(over, garment(json!({ "madeIn": "TR", "cottonFrom": ["IN"], "schemes": ["gots"], "massGrams": 900 })));
    // A proof belongs to its origin.
    let tested = json!({ "cottonFrom": ["US"], "proof": "lab-test" });
    let proof = |said: Value| garment(said).over(garment(tested.clone())).proof;
    assert!(proof(json!({ "cottonFrom": ["US"] })).is_some());
    assert!(proof(json!({})).is_some());
    assert_eq!(proof(json!({ "cottonFrom": ["IN"] })), None);
    // A percentage of cotton in a row replaces the composition of its label.
    let said = garment(json!({ "fibres": [{ "fibre": "cotton", "percent": 30 }] }));
    assert!(said.over(garment(coat())).components.is_empty());
    assert_eq!(Garment::default().over(garment(coat())), garment(coat()));
}
