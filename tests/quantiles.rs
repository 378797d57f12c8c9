//! The twenty dots: sorted, consistent with `low` and `high`, and where the draws of an independent implementation put them.

#[path = "common/as_reference.rs"]
mod as_reference;
mod common;
mod reference;

use as_reference::reference_garment;
use common::{assess, read, said};
use cotton_origin::{Model, Options, model::DOTS};
use serde_json::{Value, json};

fn quantiles(garment: &Value) -> Option<[f64; DOTS]> {
    Model::new().quantiles(&read(garment).expect("a garment"), &Options::default())
}

#[test]
fn dots_are_where_a_reference_puts_them() {
    for garment in [json!({}), json!({ "madeIn": "CN" }), json!({ "madeIn": "BD", "kind": "jeans" })] {
        let mut draws: Vec<f64> =
            reference::draws(&reference_garment(&garment), 200_000, 3).iter().map(|point| point.cotton_share).collect();
        draws.sort_by(f64::total_cmp);
        // Compared by probability, to a fifth of one dot's: where draws are sparse, a small probability is a long distance on
        // the ruler.
        for (dot, value) in quantiles(&garment).expect("cotton").into_iter().enumerate() {
            let under = draws.partition_point(|draw| *draw < value) as f64 / draws.len() as f64;
            let meant = (dot as f64 + 0.5) / DOTS as f64;
            assert!((under - meant).abs() < 0.01, "{garment}, dot {dot}: {under} lie under {value}, not {meant}");
        }
    }
}

#[test]
fn dots_are_in_order_and_enclose_the_bounds() {
    let garment = json!({ "madeIn": "VN", "boughtIn": 2023 });
    let dots = quantiles(&garment).expect("cotton");
    assert!(dots.is_sorted());
    let share = assess(&garment).cotton_share.expect("cotton");
    assert!((dots[0]..dots[1]).contains(&share.low), "the 5th percentile is between 2.5 and 7.5");
    assert!((dots[DOTS - 2]..dots[DOTS - 1]).contains(&share.high));
}

#[test]
fn no_cotton_no_dots() {
    assert_eq!(quantiles(&json!({ "fibres": [{ "fibre": "wool", "percent": 100 }] })), None);
}

#[test]
fn replaced_figures_move_the_dots() {
    let garment = read(&json!({ "madeIn": "CN" })).expect("a garment");
    let before = Model::new().quantiles(&garment, &Options::default()).expect("cotton");
    let low = Options::read(&said(&json!({ "replace": { "china-home-grown": 0.1 } }))).expect("options");
    let after = Model::new().quantiles(&garment, &low).expect("cotton");
    assert!(after[DOTS - 1] < before[0]);
}
