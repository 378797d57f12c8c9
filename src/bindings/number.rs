//! Formats and parses numbers with JavaScript, in place of `crate::number`.

use wasm_bindgen::JsValue;

/// Formats a number as JavaScript does.
#[must_use]
pub fn shown(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// Parses digits with a decimal point, a sign and an exponent.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    // JavaScript parses an empty text as zero.
    let number = f64::try_from(JsValue::from_str(text)).ok()?;
    (!text.is_empty() && !number.is_nan()).then_some(number)
}
