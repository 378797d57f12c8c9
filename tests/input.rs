//! Every invalid value is reported at its own field; numbers are read or reported as ambiguous, never guessed.

mod common;

use common::{assess, assess_garment, read, said};
use cotton_origin::{Garment, Options, Place, garment::Said};
use serde_json::{Value, json};

/// "madeIn unknown-place" for each problem.
fn problems(garment: &Value) -> Vec<String> {
    told(Garment::read(&said(garment)))
}

fn told<T>(read: Result<T, cotton_origin::Error>) -> Vec<String> {
    let problems = read.err().map(|error| error.fields).unwrap_or_default();
    problems.iter().map(|problem| format!("{} {}", problem.field, problem.code.as_str())).collect()
}

#[test]
fn a_comma_in_a_number_is_read_or_asked() {
    let mass = |text: &str| {
        read(&json!({ "massGrams": text })).map(|garment| garment.mass.map(cotton_origin::vocabulary::Grams::get))
    };
    for (text, grams) in
        [("170,5", 170.5), ("170.5", 170.5), ("1 000", 1000.0), ("1.234,5", 1234.5), ("1,234.5 g", 1234.5)]
    {
        assert_eq!(mass(text), Ok(Some(grams)), "{text}");
    }
    for text in ["1,000", "1.000", "12.500 g", "１，０００"] {
        assert_eq!(problems(&json!({ "massGrams": text })), ["massGrams ambiguous-number"], "{text}");
    }
    // Numbers with only one possible meaning are not ambiguous.
    let percent = |text: &str| json!({ "fibres": [{ "fibre": "cotton", "percent": text }] });
    assert!(problems(&percent("33,333")).is_empty());
    for (garment, problem) in [
        (json!({ "boughtIn": "2024 g" }), "boughtIn not-a-number"),
        (percent("60 g"), "fibres.0.percent not-a-number"),
        (percent("5%%"), "fibres.0.percent not-a-number"),
        (json!({ "massGrams": "60 %" }), "massGrams not-a-number"),
    ] {
        assert_eq!(problems(&garment), [problem], "{garment}");
    }
}

#[test]
fn names_that_are_not_known_are_told_whatever_they_hold() {
    for nothing in [json!(null), json!(""), json!([]), json!({})] {
        assert_eq!(problems(&json!({ "madIn": nothing })), ["madIn unknown-field"]);
        assert_eq!(problems(&json!({ "fibres": [{ "fibr": nothing }] })), ["fibres.0.fibr unknown-field"]);
        assert_eq!(problems(&json!({ "components": [{ "fibre": nothing }] })), ["components.0.fibre unknown-field"]);
        assert_eq!(told(Options::read(&said(&json!({ "replaces": nothing })))), ["replaces unknown-field"]);
        // A known field with an empty value counts as unknown.
        for known in [json!({ "madeIn": nothing }), json!({ "fibres": [{ "fibre": nothing, "percent": nothing }] })] {
            assert_eq!(read(&known), Ok(Garment::default()), "{known}");
        }
        assert_eq!(told(Options::read(&said(&json!({ "replace": nothing })))), [""; 0]);
    }
    assert_eq!(problems(&json!({ "madeIn": { "x": null } })), ["madeIn wrong-type"]);
    let replace = json!({ "replace": { "region-of-moon": null, "lots": null } });
    assert_eq!(told(Options::read(&said(&replace))), ["replace.region-of-moon unknown-figure"]);
}

/// `CN-XJ` in `CN`, a member state in the EU.
#[test]
fn a_place_and_the_place_that_holds_it_are_one_origin() {
    let share = |from: Value| assess(&json!({ "cottonFrom": from })).cotton_share.expect("cotton").central;
    let same = |several: Value, one: Value| {
        let (several, one) = (share(several), share(one));
        assert!((several - one).abs() < 1e-15, "{several}, not {one}");
    };
    same(json!(["CN", "CN-XJ"]), json!("CN-XJ"));
    same(json!(["CN-XJ", "CN", "CN-XJ"]), json!("CN-XJ"));
    same(json!(["EU", "ES", "CN"]), json!(["ES", "CN"]));
    same(json!(["EU", "CN"]), json!(["ES", "CN"]));
    // A garment built in Rust, without the reader.
    let place = |code| Place::from_code(code).expect("a place");
    let garment = Garment { cotton_from: vec![place("CN"), place("CN-XJ")], ..Garment::default() };
    assert!(assess_garment(&garment).cotton_share.is_some_and(|share| (share.central - 1.0).abs() < 1e-15));
    assert_eq!(
        read(&json!({ "cottonFrom": ["EU", "US", "GR"] })).map(|read| read.cotton_from),
        Ok(vec![place("US"), place("GR")])
    );
    assert!(!place("GB").is_within(Place::EU) && !place("HK").is_within(Place::CHINA));
}

#[test]
fn what_is_no_plain_value_is_a_problem_of_its_field() {
    let date = || Said::Other("Date".to_owned());
    let fields = |fields: Vec<(&str, Said)>| {
        Said::Fields(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let fibre = fields(vec![("fibre", Said::Text("cotton".to_owned())), ("percent", date())]);
    let garment = fields(vec![
        ("kind", Said::Text("hat".to_owned())),
        ("boughtIn", date()),
        ("fibres", Said::List(vec![fibre])),
        ("cottonFrom", Said::TooLong { length: 9_000_000, most: Said::LONGEST }),
        ("colour", Said::TooLong { length: 9_000_000, most: Said::LONGEST }),
    ]);
    let error = Garment::read(&garment).expect_err("five are bad");
    assert_eq!(error.fields[1].value.as_deref(), Some("Date"));
    let long = &error.fields[3];
    assert_eq!((long.value.as_deref(), long.max), (Some("9000000"), Some(1000.0)));
    assert_eq!(
        told::<()>(Err(error)),
        [
            "kind unknown-kind",
            "boughtIn wrong-type",
            "fibres.0.percent wrong-type",
            "cottonFrom out-of-range",
            "colour unknown-field"
        ]
    );
    assert_eq!(told(Garment::read(&date())), [" wrong-type"]);
    assert_eq!(told(Options::read(&date())), [" wrong-type"]);
}
