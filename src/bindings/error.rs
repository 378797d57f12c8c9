//! Errors as JavaScript has them: one `Error` with `name`, `code` and `fields`.

use super::outgoing;
use crate::error::Error;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What is thrown.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("CottonOriginError");
    // Setting a property of a fresh Error cannot fail, unless the page has frozen the prototype; then the message says it all.
    let _ = Reflect::set(&thrown, &"code".into(), &error.code.as_str().into());
    let _ = Reflect::set(&thrown, &"fields".into(), &outgoing::value(&error.fields));
    thrown.into()
}
