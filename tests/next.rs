//! Questions that would narrow the answer, and answers with replaced figures.

#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its input written in the call")]

mod common;

use common::{assess, read, said};
use cotton_origin::{
    Model, Options,
    assessment::{Basis, Next, Quantity},
};
use serde_json::{Value, json};

fn questions(garment: &Value) -> Vec<Next> {
    assess(garment).next
}

fn question(garment: &Value, name: &str) -> Next {
    *questions(garment).iter().find(|next| next.question == name).unwrap_or_else(|| panic!("{name} is not asked"))
}

#[track_caller]
fn close(actual: Option<f64>, expected: f64) {
    assert!(actual.is_some_and(|actual| (actual - expected).abs() < 1e-9), "{actual:?} is not {expected}");
}

/// By hand from the method: 0.20 against what each place of `sewn-in` would give.
#[test]
fn made_in_by_hand() {
    let weights = [
        ("CN", 23.9),
        ("BD", 10.5),
        ("VN", 6.7),
        ("TR", 4.0),
        ("IN", 3.8),
        ("DE", 3.4),
        ("KH", 2.8),
        ("ID", 2.8),
        ("PK", 2.3),
        ("HN", 2.1),
        ("LK", 1.9),
        ("IT", 1.6),
        ("SV", 1.4),
        ("ES", 1.3),
        ("NI", 1.2),
        ("MX", 1.2),
        ("TH", 1.1),
        ("FR", 1.0),
        ("PL", 1.0),
        ("HT", 0.7),
        ("GT", 0.7),
        ("MA", 0.7),
        ("AL", 13.7),
    ];
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let share = |place: &str| assess(&json!({ "madeIn": place })).cotton_share.expect("cotton").central;
    let expected: f64 = weights.iter().map(|(place, weight)| weight * (share(place) - 0.2).abs()).sum();
    let next = question(&json!({}), "madeIn");
    close(next.expected_change, expected / total);
    close(next.low, 0.012 * 0.84 * 0.82 * 0.84);
    close(next.high, 0.84 * 0.82 * 0.84);
    assert_eq!(next.of, Quantity::CottonShare);
}

#[test]
fn asks_what_is_open_and_nothing_else() {
    let names = |garment: Value| {
        let mut names: Vec<_> = questions(&garment).iter().map(|next| next.question).collect();
        names.sort_unstable();
        names
    };
    let all = ["boughtIn", "cottonFrom", "fabricIn", "fibres", "kind", "madeIn", "massGrams", "soldIn", "spunIn"];
    assert_eq!(names(json!({})), all);
    let told = json!({
        "kind": "jeans", "madeIn": "BD", "fabricIn": "BD", "spunIn": "IN", "cottonFrom": "US", "proof": "label", "boughtIn": 2024, "soldIn": "US",
        "massGrams": 500, "fibres": [{ "fibre": "cotton", "percent": 98 }],
    });
    assert!(names(told).is_empty());
    // A proof is asked for only if there is a claim that it would support.
    assert_eq!(names(json!({ "cottonFrom": "US" })).iter().filter(|name| **name == "proof").count(), 1);
    assert!(!names(json!({ "cottonFrom": "CN" })).contains(&"proof"));
    assert!(names(json!({ "fibres": [{ "fibre": "wool", "percent": 100 }] })).is_empty());
}

#[test]
fn ranked_by_expected_change() {
    let shares: Vec<f64> = questions(&json!({ "madeIn": "BD", "kind": "jeans" }))
        .iter()
        .filter(|next| next.of == Quantity::CottonShare)
        .filter_map(|next| next.expected_change)
        .collect();
    assert!(shares.len() > 3 && shares.windows(2).all(|pair| pair[0] >= pair[1]), "{shares:?}");
    assert_eq!(questions(&json!({}))[0].question, "cottonFrom");
}

#[test]
fn grams_for_mass_and_fraction() {
    let jeans = json!({ "kind": "jeans", "madeIn": "CN" });
    let mass = question(&jeans, "massGrams");
    let grams = assess(&jeans).grams.expect("a mass").central;
    assert!(mass.of == Quantity::Grams && mass.low.expect("a span") < grams && mass.high.expect("a span") > grams);
    let fraction = question(&jeans, "fibres");
    assert!(fraction.of == Quantity::Grams && fraction.expected_change.expect("a change") > 0.0);
    assert_eq!(question(&json!({}), "massGrams").low, None);
    assert_eq!(question(&json!({}), "fibres").of, Quantity::GarmentShare);
}

fn options(json: Value) -> Options {
    Options::read(&said(&json)).unwrap_or_else(|error| panic!("{json}: {error}"))
}

#[test]
fn replaced_figures() {
    let model = Model::new();
    let garment = read(&json!({ "madeIn": "CN", "kind": "jeans" })).expect("a garment");
    let replaced = model.assess_with(&garment, &options(json!({ "replace": { "china-home-grown": 0.5 } })));
    close(replaced.cotton_share.map(|share| share.central), 0.84 * 0.5 * 0.84);
    let told = replaced.replaced.expect("it is told");
    assert_eq!((told.figures[0].figure, told.figures.len()), ("china-home-grown", 1));
    close(Some(told.figures[0].from.best), 0.82);
    close(Some(told.figures[0].to.high), 0.5);
    close(told.before.cotton_share, 0.84 * 0.82 * 0.84);
    assert!(
        replaced.steps.iter().any(|step| step.standing == Basis::Replaced && step.figure == Some("china-home-grown"))
    );
    // The next answer uses the original figures.
    assert_eq!(model.assess(&garment), Model::new().assess(&garment));
}

#[test]
fn a_replaced_range_widens() {
    let model = Model::new();
    let garment = read(&json!({ "cottonFrom": "CN" })).expect("a garment");
    let sourced = model.assess(&garment).cotton_share.expect("cotton");
    let wide = options(json!({ "replace": { "region-of-china": { "low": 0.2, "best": 0.84, "high": 0.95 } } }));
    let wide = model.assess_with(&garment, &wide).cotton_share.expect("cotton");
    assert!(wide.low < sourced.low - 0.1 && (wide.central - 0.84).abs() < 1e-12);
    let fixed = model.assess_with(&garment, &options(json!({ "replace": { "region-of-china": 0.5 } })));
    let fixed = fixed.cotton_share.expect("cotton");
    // Chances stay between 0 and 1 for any figures.
    let odd = options(json!({ "replace": { "region-of-world": 0.9, "region-of-china": 0 } }));
    let odd = model.assess_with(&read(&json!({})).expect("a garment"), &odd);
    assert!((odd.cotton_share.expect("cotton").central - 0.9).abs() < 1e-12);
    assert!(odd.in_part.expect("cotton").high <= 1.0);
    assert!((fixed.low - 0.5).abs() < 1e-12 && (fixed.high - 0.5).abs() < 1e-12, "{fixed:?}");
}

/// Replaced figures that do not affect `central` are named in a note.
#[track_caller]
fn in_range_only(garment: Value, replace: Value) -> Vec<String> {
    let model = Model::new();
    let garment = read(&garment).expect("a garment");
    let answer = model.assess_with(&garment, &options(json!({ "replace": replace })));
    let share = answer.cotton_share.expect("cotton");
    assert!(share.low <= share.central && share.central <= share.high, "{share:?}");
    let notes = answer.notes.iter().filter(|note| note.id == "replaced-in-range-only");
    notes.map(|note| serde_json::to_value(note).expect("plain")["figure"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn a_replaced_figure_reaches_the_headline_or_a_note_names_it() {
    // With no country the headline is the share of the world's cotton.
    assert_eq!(in_range_only(json!({}), json!({ "china-home-grown": 0 })), ["china-home-grown"]);
    assert_eq!(
        in_range_only(json!({ "kind": "jeans" }), json!({ "china-processed[VN.woven]": 1, "lots": 3 })),
        ["china-processed[VN.woven]"]
    );
    assert_eq!(in_range_only(json!({}), json!({ "region-of-world": 0.3, "sewn-in[CN]": 0 })), ["sewn-in[CN]"]);
    // Without a year it is the base figure, and the range the crops.
    assert_eq!(
        in_range_only(json!({ "madeIn": "CN" }), json!({ "region-of-china[2020]": 0.1 })),
        ["region-of-china[2020]"]
    );
    let none: [&str; 0] = [];
    // Figures that affect it need no note, and those that change nothing get none.
    assert_eq!(in_range_only(json!({ "madeIn": "CN" }), json!({ "china-home-grown": 0 })), none);
    assert_eq!(in_range_only(json!({ "madeIn": "CN" }), json!({ "cotton-tilt": 1, "sewn-in[CN]": 0 })), none);
    assert_eq!(in_range_only(json!({ "fabricIn": "CN" }), json!({ "china-home-grown": 0.5 })), none);
    assert_eq!(in_range_only(json!({ "boughtIn": 2021 }), json!({ "region-of-china[2018]": 0.1 })), none);
    assert_eq!(
        in_range_only(json!({ "boughtIn": 2021 }), json!({ "region-of-china[2020]": 0.1 })),
        ["region-of-china[2020]"]
    );
    assert_eq!(in_range_only(json!({ "boughtIn": 2021 }), json!({ "region-of-china": 0.1 })), none);
    // The year of recycled cotton is unknown, too.
    let recycled = json!({ "madeIn": "CN", "boughtIn": 2021, "fibres": [{ "fibre": "cotton", "recycled": true }, { "fibre": "cotton" }] });
    assert_eq!(in_range_only(recycled, json!({ "region-of-china[2018]": 0.1 })), ["region-of-china[2018]"]);
    // In a market with a table its places are in the headline; what buyers left is, where the year is known.
    assert_eq!(
        in_range_only(json!({ "soldIn": "US" }), json!({ "china-processed[VN.any]": 1, "sewn-in[US.CN]": 0 })),
        none
    );
    assert_eq!(in_range_only(json!({ "soldIn": "US" }), json!({ "switch[US.china]": 0.5 })), ["switch[US.china]"]);
    assert_eq!(
        in_range_only(json!({ "soldIn": "US", "madeIn": "VN" }), json!({ "switch[US.third]": 0.5 })),
        ["switch[US.third]"]
    );
    assert_eq!(in_range_only(json!({ "soldIn": "US", "boughtIn": 2024 }), json!({ "switch[US.china]": 0.5 })), none);
    assert_eq!(in_range_only(json!({ "soldIn": "EU" }), json!({ "switch[US.china]": 0.5 })), none);
    // Each of these does move the answer: none is named for nothing.
    let model = Model::new();
    let of = |garment: &Value, replace: &Value| {
        let options = options(json!({ "replace": replace }));
        model.assess_with(&read(garment).expect("a garment"), &options).cotton_share.expect("cotton")
    };
    let sourced = of(&json!({}), &json!({ "lots": 2.25 }));
    for figure in ["china-home-grown", "china-home-spun", "sewn-in[CN]", "region-of-china[2020]"] {
        let moved = of(&json!({}), &json!({ figure: 0 }));
        assert!(moved.mean < sourced.mean && (moved.central - sourced.central).abs() < 1e-12, "{figure}: {moved:?}");
    }
}

#[test]
fn replacements_that_cannot_be() {
    let problems = |json: Value| {
        let error = Options::read(&said(&json)).expect_err("it cannot be");
        error.fields.iter().map(|problem| format!("{} {}", problem.field, problem.code.as_str())).collect::<Vec<_>>()
    };
    let replace = |id: &str, value: Value| json!({ "replace": { id: value } });
    assert_eq!(problems(replace("no-such", json!(1))), ["replace.no-such unknown-figure"]);
    assert_eq!(problems(replace("lots", json!(0.5))), ["replace.lots out-of-range"]);
    assert_eq!(problems(replace("cotton-tilt", json!(1.5))), ["replace.cotton-tilt out-of-range"]);
    assert_eq!(problems(replace("cotton-tilt", json!("high"))), ["replace.cotton-tilt wrong-type"]);
    assert_eq!(
        problems(replace("sewn-in[CN]", json!({ "low": 1, "best": 2, "high": 3 }))),
        ["replace.sewn-in[CN] wrong-type"]
    );
    assert_eq!(
        problems(replace("cotton-tilt", json!({ "low": 0.9, "best": 0.5, "high": 1 }))),
        ["replace.cotton-tilt.low out-of-range"]
    );
    assert_eq!(problems(replace("cotton-tilt", json!({ "low": 0.4 }))), ["replace.cotton-tilt missing"]);
    assert_eq!(problems(replace("crop-lag", json!(1.5))), ["replace.crop-lag not-whole"]);
    assert_eq!(problems(json!({ "replaced": {} , "x": 1 })), ["replaced unknown-field", "x unknown-field"]);
    assert!(Options::read(&said(&json!({}))).is_ok() && Options::read(&said(&Value::Null)).is_ok());
}
