//! The worked examples of the definition, by hand, against the model and against its second implementation.

#[path = "common/as_reference.rs"]
mod as_reference;
mod common;
mod reference;

use as_reference::reference_garment;
use common::assess;
use serde_json::{Value, json};

const A: f64 = 0.84;
const H: f64 = 0.82;
const V: f64 = 0.84;

fn close(is: f64, should: f64, allowed: f64, what: &Value) {
    assert!((is - should).abs() <= allowed, "{what}: {is}, not {should}");
}

/// Both give this share of the cotton.
fn share(garment: &Value, should: f64, allowed: f64) {
    close(assess(garment).cotton_share.expect("cotton").central, should, allowed, garment);
    close(reference::central(&reference_garment(garment)).cotton_share, should, allowed, garment);
}

/// Both give this chance of any.
fn in_part(garment: &Value, should: f64, allowed: f64) {
    close(assess(garment).in_part.expect("cotton").central, should, allowed, garment);
    close(reference::central(&reference_garment(garment)).in_part, should, allowed, garment);
}

#[test]
fn shares() {
    let made_in_china = V * H * A;
    for (garment, should) in [
        (json!({ "fibres": [{ "fibre": "cotton", "percent": 100 }] }), 0.2),
        (json!({ "madeIn": "CN" }), made_in_china),
        (json!({ "madeIn": "CN", "boughtIn": 2025 }), V * H * 0.922),
        (json!({ "madeIn": "BD", "fabricIn": "CN" }), made_in_china),
        (json!({ "madeIn": "CN", "spunIn": "VN" }), 0.2 * made_in_china + 0.8 * 0.002 * A),
        (json!({ "madeIn": "IN", "cottonFrom": "US" }), 0.4 * 0.012 * made_in_china),
        (json!({ "madeIn": "CN-XJ", "cottonFrom": "CN" }), A),
        (json!({ "madeIn": "BD", "kind": "t-shirt" }), 0.05 * made_in_china),
        (json!({ "madeIn": "BD", "kind": "jeans" }), 0.31 * made_in_china),
        (json!({ "madeIn": "KH", "soldIn": "EU" }), 0.72 * made_in_china),
        (json!({ "madeIn": "VN", "soldIn": "US", "boughtIn": 2024 }), 0.95 * 0.36 * V * H * 0.91),
        (json!({ "madeIn": "CN", "soldIn": "US", "boughtIn": 2024 }), 0.85 * V * H * 0.91),
        (json!({ "madeIn": "IN", "fabricIn": "KH" }), 0.4 * 0.72 * H * A),
    ] {
        share(&garment, should, 1e-12);
    }
}

/// The averages over a market's table, to the four digits that the definition gives.
#[test]
fn averages_of_markets() {
    for (garment, should) in [
        (json!({ "soldIn": "US" }), 0.1631),
        (json!({ "soldIn": "US", "boughtIn": 2024 }), 0.1604),
        (json!({ "soldIn": "EU" }), 0.1496),
    ] {
        share(&garment, should, 0.000_05);
    }
}

#[test]
fn chances_of_any() {
    in_part(&json!({ "madeIn": "CN" }), 0.8569, 0.000_05);
    in_part(&json!({}), 0.30, 0.005);
    // Torn from many garments.
    let recycled = json!({ "fibres": [{ "fibre": "cotton", "percent": 100, "recycled": true }] });
    in_part(&recycled, 1.0 - 0.8_f64.powf(2.25), 1e-12);
    in_part(&recycled, 0.395, 0.0005);
}

#[test]
fn grams() {
    let t_shirt = json!({ "kind": "t-shirt", "madeIn": "CN", "massGrams": 170,
        "fibres": [{ "fibre": "cotton", "percent": 60 }, { "fibre": "polyester", "percent": 40 }] });
    let should = V * H * A * 0.6 * 170.0;
    close(should, 59.0, 0.05, &t_shirt);
    close(assess(&t_shirt).grams.expect("a mass").central, should, 1e-9, &t_shirt);
    close(reference::central(&reference_garment(&t_shirt)).grams.expect("a mass"), should, 1e-9, &t_shirt);
}
