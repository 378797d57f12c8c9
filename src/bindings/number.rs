//! Numbers as text, by JavaScript: what `crate::number` does elsewhere.

use wasm_bindgen::JsValue;

/// As JavaScript writes it.
#[must_use]
pub fn shown(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// Reads digits with a point, a sign and an exponent. None where they make no number.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    // An empty text would be zero.
    let number = f64::try_from(JsValue::from_str(text)).ok()?;
    (!text.is_empty() && !number.is_nan()).then_some(number)
}
