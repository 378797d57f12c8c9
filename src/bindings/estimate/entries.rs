//! The entries of a form or of a link's query.

use super::incoming::wrong_type;
use crate::error::ErrorCode;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, UrlSearchParams};

/// The names and texts, in order.
#[inline(never)]
pub(super) fn listed(value: &JsValue) -> Result<Vec<(String, String)>, JsValue> {
    let entries = if let Some(form) = value.dyn_ref::<FormData>() {
        form.entries()
    } else if let Some(query) = value.dyn_ref::<UrlSearchParams>() {
        query.entries()
    } else {
        return Err(wrong_type(ErrorCode::BadGarment, value.js_typeof().as_string()));
    };
    let pairs = entries.into_iter().filter_map(Result::ok).map(|pair| {
        let pair = js_sys::Array::from(&pair);
        // A file is no text. Its description is not valid for any field, so it is reported there.
        let text = |index| pair.get(index).as_string().unwrap_or_else(|| "[file]".to_owned());
        (text(0), text(1))
    });
    Ok(pairs.collect())
}
