//! Garments in tests are JSON, as from a page, and go through the same reader.

#![allow(dead_code, reason = "each test file uses its part of this")]

use cotton_origin::{Assessment, Error, Garment, Model, garment::Said};
use serde_json::Value;

/// Converts JSON to the reader's tree.
pub(crate) fn said(value: &Value) -> Said {
    match value {
        Value::Null => Said::Nothing,
        Value::Bool(flag) => Said::Flag(*flag),
        Value::Number(number) => Said::Number(number.as_f64().expect("a finite number")),
        Value::String(text) => Said::Text(text.clone()),
        Value::Array(items) => Said::List(items.iter().map(said).collect()),
        Value::Object(fields) => Said::Fields(fields.iter().map(|(name, value)| (name.clone(), said(value))).collect()),
    }
}

/// Reads a garment.
pub(crate) fn read(json: &Value) -> Result<Garment, Error> {
    Garment::read(&said(json))
}

thread_local! {
    /// One model for each thread, to share its caches.
    static MODEL: Model = Model::new();
}

/// Assesses a garment that can be read.
pub(crate) fn assess(json: &Value) -> Assessment {
    assess_garment(&read(json).unwrap_or_else(|error| panic!("{json}: {error}")))
}

/// Assesses a garment.
pub(crate) fn assess_garment(garment: &Garment) -> Assessment {
    MODEL.with(|model| model.assess(garment))
}
