//! For any input at all, nothing panics, no number is NaN, and the laws of shares hold.
//!
//! Inputs are generated from the names that the reader knows and from noise, so that most get past the first check. Inputs that once broke
//! something are in `tests/fuzz/corpus` and are replayed.

mod common;

use common::said;
use cotton_origin::{Assessment, Garment, Model, Options, assessment::Estimate, garment::Said, table::Table};
use proptest::{collection::vec, prelude::*, sample::select, test_runner::RngSeed};
use serde_json::Value;
use std::fs;

const NAMES: [&str; 22] = [
    "kind",
    "fibres",
    "components",
    "massGrams",
    "madeIn",
    "fabricIn",
    "spunIn",
    "cottonFrom",
    "proof",
    "schemes",
    "boughtIn",
    "fibre",
    "percent",
    "recycled",
    "organic",
    "name",
    "share",
    "replace",
    "low",
    "best",
    "high",
    "__proto__",
];
const WORDS: [&str; 26] = [
    "jeans",
    "cotton",
    "polyester",
    "CN",
    "CN-XJ",
    "BD",
    "EU",
    "US",
    "label",
    "lab-test",
    "supima",
    "organic",
    "2024",
    "1e309",
    "-0",
    "60 %",
    "٦٠",
    "NaN",
    "",
    " ",
    "lots",
    "region-of-china",
    "sewn-in[CN]",
    "\u{0}",
    "🧵",
    "0x10",
];

fn leaf() -> impl Strategy<Value = Said> {
    prop_oneof![
        Just(Said::Nothing),
        any::<bool>().prop_map(Said::Flag),
        any::<f64>().prop_map(Said::Number),
        (0.0..101.0).prop_map(Said::Number),
        (1985..2105_i32).prop_map(|year| Said::Number(year.into())),
        select(WORDS.to_vec()).prop_map(|word| Said::Text(word.to_owned())),
        ".{0,12}".prop_map(Said::Text),
        "[+-]?[0-9]{1,4}[.,٫ ][0-9]{1,4}([.,][0-9]{1,3})? ?[%g]?".prop_map(Said::Text),
        Just(Said::Other("Date".to_owned())),
        Just(Said::TooLong { length: 9_000_000, most: 1000 }),
    ]
}

fn tree() -> impl Strategy<Value = Said> {
    leaf().prop_recursive(4, 40, 6, |inner| {
        let field = (select(NAMES.to_vec()).prop_map(str::to_owned), inner.clone());
        prop_oneof![vec(inner, 0..5).prop_map(Said::List), vec(field, 0..8).prop_map(Said::Fields)]
    })
}

/// A garment whose fields are mostly valid, so that many are accepted.
fn likely() -> impl Strategy<Value = Said> {
    let word = |words: &'static [&'static str]| select(words).prop_map(|word| Said::Text(word.to_owned()));
    let place = || word(&["CN", "CN-XJ", "BD", "VN", "IN", "PE", "EU", "TM"]);
    let fibre =
        (word(&["cotton", "cotton", "wool"]), 0.0..40.0, any::<bool>()).prop_map(|(fibre, percent, recycled)| {
            let entries = [("fibre", fibre), ("percent", Said::Number(percent)), ("recycled", Said::Flag(recycled))];
            Said::Fields(entries.map(|(name, value)| (name.to_owned(), value)).into())
        });
    let field = prop_oneof![
        word(&["jeans", "dress", "other", "towel"]).prop_map(|value| ("kind", value)),
        place().prop_map(|value| ("madeIn", value)),
        place().prop_map(|value| ("fabricIn", value)),
        place().prop_map(|value| ("spunIn", value)),
        vec(place(), 0..4).prop_map(|value| ("cottonFrom", Said::List(value))),
        vec(fibre, 0..3).prop_map(|value| ("fibres", Said::List(value))),
        (0.0..1e5).prop_map(|value| ("massGrams", Said::Number(value))),
        (1990..2101_i32).prop_map(|value| ("boughtIn", Said::Number(value.into()))),
        vec(word(&["supima", "cmia-hip", "organic", "laboratory-test"]), 0..3)
            .prop_map(|value| ("schemes", Said::List(value))),
    ];
    vec(field, 0..8)
        .prop_map(|fields| Said::Fields(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

fn sane(answer: &Assessment) {
    let share =
        |estimate: Option<Estimate>| estimate.is_none_or(|estimate| estimate.high <= 1.0 && estimate.mean <= 1.0);
    for estimate in [answer.cotton_share, answer.garment_share, answer.grams, answer.field_grams, answer.in_part]
        .into_iter()
        .flatten()
    {
        let Estimate { low, central, high, mean, of_average } = estimate;
        assert!(
            0.0 <= low && low <= central && central <= high && high.is_finite() && mean.is_finite(),
            "{estimate:?}"
        );
        assert!(
            of_average.is_none_or(|average| 0.0 <= average.low && average.low <= central && central <= average.high),
            "{estimate:?}"
        );
    }
    assert!(share(answer.cotton_share) && share(answer.garment_share) && share(answer.in_part), "{answer:?}");
    assert!(
        answer.steps.iter().all(|step| step.result.is_finite() && step.value.is_none_or(f64::is_finite)),
        "{:?}",
        answer.steps
    );
    assert!(answer.next.iter().all(|next| next.expected_change.is_none_or(f64::is_finite)), "{:?}", answer.next);
}

thread_local!(static MODEL: Model = Model::new());

fn feed(garment: &Said, options: &Said) {
    let (Ok(garment), options) = (Garment::read(garment), Options::read(options)) else { return };
    MODEL.with(|model| {
        sane(&model.assess(&garment));
        if let Ok(options) = options {
            sane(&model.assess_with(&garment, &options));
        }
    });
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(20_000))]

    #[test]
    fn any_tree(garment in tree(), options in tree()) {
        feed(&garment, &options);
    }

    #[test]
    fn any_entries(entries in vec((".{0,16}|(fibres|components|cottonFrom)(\\.[0-9]{1,3})?(\\.[a-z]{0,9}){0,2}", ".{0,9}"), 0..12)) {
        feed(&Said::from_entries(entries), &Said::Nothing);
    }
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn likely_garments_with_odd_figures(garment in likely(), value in 0.0..1.0, id in select(cotton_origin::figures::all().to_vec())) {
        let replace = Said::Fields(vec![(id.id.to_owned(), Said::Number(value))]);
        feed(&garment, &Said::Fields(vec![("replace".to_owned(), replace)]));
    }

    #[test]
    fn any_table(
        names in vec(select(WORDS.to_vec()).prop_map(str::to_owned), 0..6),
        made_in in vec(any::<u32>().prop_map(|index| index % 9), 3),
        mass in vec(any::<f64>(), 3),
        cotton in vec(-1.0..102.0, 3),
        recycled in vec(prop_oneof![Just(f64::NAN), -1.0..102.0], 3),
    ) {
        let table = Table {
            names, made_in: Some(made_in), mass_grams: Some(mass), cotton_percent: Some(cotton), recycled_percent: Some(recycled),
            ..Table::default()
        };
        let answer = MODEL.with(|model| model.assess_table(&table, &Options::default()));
        for row in 0..3 {
            let told = answer.problems.iter().all(|problem| problem.row != row);
            prop_assert_eq!(told, !answer.in_part.central[row].is_nan());
        }
    }
}

/// Inputs that once failed or that were suspected to.
#[test]
fn corpus() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/corpus");
    let mut count = 0;
    for file in fs::read_dir(folder).expect("the corpus is there") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a text");
        let json: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        feed(&said(&json["garment"]), &said(&json["options"]));
        count += 1;
    }
    assert!(count >= 8, "the corpus has {count} files");
}
