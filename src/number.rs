//! Formats and parses numbers.
//!
//! In the wasm the page's own JavaScript does this (`bindings::number`): every browser can, and Rust's exact printing and
//! reading of floats would be an eighth of the download.

/// Formats a number with as few digits as identify it.
#[must_use]
pub fn shown(number: f64) -> String {
    number.to_string()
}

/// Reads digits with a point, a sign and an exponent. None where they make no number.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    text.parse().ok()
}
