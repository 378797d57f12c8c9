//! Converts garments for the independent implementation.

use crate::reference;
use serde_json::Value;

/// The garment in the reference's terms.
pub(crate) fn reference_garment(json: &Value) -> reference::Garment {
    let text = |name: &str| json[name].as_str().map(str::to_owned);
    let texts = |value: &Value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let mut cotton_from = texts(&json["cottonFrom"]);
    cotton_from.sort();
    cotton_from.dedup();
    // The Region and China are one origin, the Region.
    if cotton_from.iter().any(|place| place == "CN-XJ") {
        cotton_from.retain(|place| place != "CN");
    }
    let fibre = |item: &Value| reference::Fibre {
        fibre: item["fibre"].as_str().unwrap_or_default().to_owned(),
        percent: item["percent"].as_f64(),
        recycled: item["recycled"].as_bool().unwrap_or_default(),
        organic: item["organic"].as_bool().unwrap_or_default(),
    };
    reference::Garment {
        kind: text("kind"),
        fibres: json["fibres"].as_array().map(|items| items.iter().map(fibre).collect()).unwrap_or_default(),
        mass_grams: json["massGrams"].as_f64(),
        made_in: text("madeIn"),
        fabric_in: text("fabricIn"),
        spun_in: text("spunIn"),
        cotton_from,
        proof: text("proof"),
        schemes: Vec::new(),
        bought_in: json["boughtIn"].as_i64().and_then(|year| i32::try_from(year).ok()),
        sold_in: text("soldIn"),
    }
}
