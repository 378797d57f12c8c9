//! A model's caches never change an answer, whatever it was asked before, and however much.

mod common;
#[path = "common/garments.rs"]
mod garments;

use common::read;
use cotton_origin::{Garment, Model};
use rand::{SeedableRng, rngs::StdRng};
use serde_json::json;

#[test]
fn an_answer_does_not_depend_on_those_before() {
    let mut rng = StdRng::seed_from_u64(20_261_122);
    let garments: Vec<Garment> =
        (0..300).map(|_| read(&garments::random(&mut rng)).expect("a garment that can be read")).collect();
    let used = Model::new();
    // Backwards first, so that each garment finds the caches of others.
    for garment in garments.iter().rev() {
        let _ = used.assess(garment);
    }
    for garment in garments.iter().step_by(10) {
        assert_eq!(used.assess(garment), Model::new().assess(garment), "{garment:?}");
    }
}

/// More garments that share nothing than the cache holds: it is emptied, and answers stay the same.
#[test]
fn a_full_store_begins_anew() {
    let model = Model::new();
    let garment = |percent: f64| {
        let fibres = json!([
            { "fibre": "cotton", "percent": percent, "recycled": true },
            { "fibre": "cotton", "percent": 100.0 - percent },
        ]);
        read(&json!({ "madeIn": "CN", "fibres": fibres })).expect("a garment that can be read")
    };
    let first = model.assess(&garment(1.0));
    for step in 0..2100 {
        let _ = model.assess(&garment(2.0 + f64::from(step) / 100.0));
    }
    assert_eq!(model.assess(&garment(1.0)), first);
}
