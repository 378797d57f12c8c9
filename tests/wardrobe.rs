//! Several garments together.

#[path = "common/as_reference.rs"]
mod as_reference;
mod common;
#[path = "common/garments.rs"]
mod garments;
mod reference;

use as_reference::reference_garment;
use common::read;
use cotton_origin::{
    Garment, Model, Options,
    assessment::{Estimate, Wardrobe},
};
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use serde_json::{Value, json};

fn some() -> Vec<Value> {
    vec![
        json!({ "kind": "t-shirt", "madeIn": "BD", "fibres": [{ "fibre": "cotton", "percent": 100 }] }),
        json!({ "kind": "jeans", "madeIn": "CN", "boughtIn": 2024 }),
        json!({ "kind": "sweater", "fibres": [{ "fibre": "cotton", "percent": 50 }] }),
        json!({ "kind": "socks", "madeIn": "TR", "massGrams": 60 }),
        json!({ "kind": "jeans", "madeIn": "CN", "boughtIn": 2024 }),
        json!({ "kind": "dress", "madeIn": "VN", "cottonFrom": "US" }),
        json!({ "kind": "gloves" }),
    ]
}

fn all(garments: &[Value]) -> Wardrobe {
    thread_local!(static MODEL: Model = Model::new());
    let garments: Vec<Garment> = garments.iter().map(|garment| read(garment).expect("a garment")).collect();
    MODEL.with(|model| model.assess_all(&garments, &Options::default()))
}

#[test]
fn one_garment_is_the_garment() {
    for garment in some() {
        let wardrobe = all(std::slice::from_ref(&garment));
        let one = &wardrobe.garments[0];
        assert_eq!(wardrobe.total.grams, one.grams.unwrap_or(Estimate::ZERO), "{garment}");
        assert_eq!(wardrobe.total.field_grams, one.field_grams.unwrap_or(Estimate::ZERO), "{garment}");
        let any = one.in_part.map(|any| Estimate { of_average: None, ..any });
        assert_eq!(Some(wardrobe.total.garments_with_any), any, "{garment}");
    }
}

#[test]
fn order_does_not_matter() {
    let mut garments = some();
    let first = all(&garments).total;
    garments.shuffle(&mut StdRng::seed_from_u64(1));
    let second = all(&garments).total;
    assert_eq!((first.grams, first.garments_with_any), (second.grams, second.garments_with_any));
}

#[test]
fn adding_never_lowers() {
    let mut rng = StdRng::seed_from_u64(3);
    for _ in 0..20 {
        let mut garments = Vec::new();
        let mut before = all(&garments).total;
        for _ in 0..8 {
            garments.push(garments::random(&mut rng));
            let after = all(&garments).total;
            for (less, more) in [(before.grams, after.grams), (before.garments_with_any, after.garments_with_any)] {
                let least = |number: f64| number - 1e-9 * (1.0 + number);
                assert!(more.low >= least(less.low) && more.high >= least(less.high), "{less:?} {more:?}");
                assert!(more.central >= least(less.central) && more.mean >= least(less.mean), "{less:?} {more:?}");
            }
            before = after;
        }
    }
}

#[test]
fn sums() {
    let wardrobe = all(&some());
    let centrals: f64 = wardrobe.garments.iter().filter_map(|one| one.grams).map(|grams| grams.central).sum();
    assert!((wardrobe.total.grams.central - centrals).abs() < 1e-9);
    assert_eq!(wardrobe.total.without_grams, [6]);
    assert_eq!(all(&[]).total.grams, Estimate::ZERO);
}

/// Compared with the independent implementation, to 1 % of the total.
#[test]
fn ranges_draw_by_draw() {
    let garments = some();
    let total = all(&garments).total;
    let in_its_terms: Vec<_> = garments.iter().map(reference_garment).collect();
    let draws = reference::wardrobe_draws(&in_its_terms, 100_000, 11);
    for (name, estimate, values) in [
        ("grams", total.grams, draws.iter().map(|draw| draw.0).collect::<Vec<f64>>()),
        ("any", total.garments_with_any, draws.iter().map(|draw| draw.1).collect()),
    ] {
        let expected = reference::estimate(estimate.central, values);
        println!("{name} {estimate:?} {expected:?}");
        for (is, should) in
            [(estimate.low, expected.low), (estimate.high, expected.high), (estimate.mean, expected.mean)]
        {
            assert!((is - should).abs() < 0.01 * expected.mean, "{name}: {is}, not {should}");
        }
    }
    // Shared figures move all garments together, so the range is far wider than if they were independent.
    let spread = |estimate: Estimate| estimate.high - estimate.low;
    let independent: f64 =
        all(&garments).garments.iter().filter_map(|one| one.grams).map(|grams| spread(grams).powi(2)).sum();
    assert!(spread(total.grams) > 1.1 * independent.sqrt());
}
