//! Converts JSON to the tree of the core's reader.

use cotton_origin::garment::Said;
use serde_json::Value;

pub(crate) fn said(value: &Value) -> Said {
    match value {
        Value::Null => Said::Nothing,
        Value::Bool(flag) => Said::Flag(*flag),
        Value::Number(number) => Said::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Said::Text(text.clone()),
        Value::Array(items) => Said::List(items.iter().map(said).collect()),
        Value::Object(fields) => Said::Fields(fields.iter().map(|(name, value)| (name.clone(), said(value))).collect()),
    }
}
