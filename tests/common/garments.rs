//! Random garments as JSON, in every combination of what people can enter.

use cotton_origin::vocabulary::{Kind, Proof};
use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};
use serde_json::{Map, Value, json};

const PLACES: [&str; 22] = [
    "CN", "CN-XJ", "BD", "VN", "TR", "IN", "PK", "KH", "ID", "IT", "PT", "UZ", "EU", "US", "PE", "HK", "DE", "HN",
    "MM", "EG", "CN", "CN",
];
const MARKETS: [&str; 14] = ["US", "US", "US", "EU", "DE", "PL", "GB", "JP", "CA", "AU", "MX", "BR", "CN", "KR"];
const ORIGINS: [&str; 7] = ["US", "EG", "EU", "IN", "CN", "CN-XJ", "AU"];

/// A garment in which each field is known about half of the time.
pub(crate) fn random(rng: &mut StdRng) -> Value {
    let mut garment = Map::new();
    let mut put = |name: &str, value: Value| {
        garment.insert(name.to_owned(), value);
    };
    if rng.random_bool(0.6) {
        put("kind", pick(&Kind::ALL.map(Kind::id), rng));
    }
    if rng.random_bool(0.6) {
        put("madeIn", pick(&PLACES, rng));
    }
    if rng.random_bool(0.25) {
        put("fabricIn", pick(&PLACES, rng));
    }
    if rng.random_bool(0.2) {
        put("spunIn", pick(&PLACES, rng));
    }
    let origin = rng.random_bool(0.25);
    if origin {
        let from: Vec<Value> = (0..rng.random_range(1..3)).map(|_| pick(&ORIGINS, rng)).collect();
        put("cottonFrom", if from.len() == 1 { from[0].clone() } else { Value::Array(from) });
        if rng.random_bool(0.5) {
            put("proof", pick(&Proof::ALL.map(Proof::id), rng));
        }
    }
    if rng.random_bool(0.5) {
        put("boughtIn", json!(rng.random_range(2008..2030)));
    }
    if rng.random_bool(0.5) {
        put("soldIn", pick(&MARKETS, rng));
    }
    if rng.random_bool(0.3) {
        put("massGrams", json!(f64::from(rng.random_range(20..1500))));
    }
    if rng.random_bool(0.6) {
        put("fibres", fibres(rng, !origin));
    }
    Value::Object(garment)
}

fn fibres(rng: &mut StdRng, may_be_recycled: bool) -> Value {
    let cotton = rng.random_range(1..=100);
    let recycled = if may_be_recycled && rng.random_bool(0.3) { rng.random_range(0..=cotton) } else { 0 };
    json!([
        { "fibre": "cotton", "percent": cotton - recycled, "organic": rng.random_bool(0.2) },
        { "fibre": "cotton", "percent": recycled, "recycled": true },
        { "fibre": "polyester", "percent": 100 - cotton },
    ])
}

fn pick(among: &[&str], rng: &mut StdRng) -> Value {
    json!(among.choose(rng).expect("not empty"))
}
