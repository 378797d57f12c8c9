//! Errors for JavaScript: one `Error` with `name`, `code` and `fields`.

use super::outgoing::Record;
use crate::error::{Error, Problem};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

/// The value to throw.
#[must_use]
pub fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("CottonOriginError");
    // Setting a property of a fresh Error can fail only if the page has frozen the prototype. Then the message still says everything.
    let _ = Reflect::set(&thrown, &"code".into(), &error.code.as_str().into());
    let _ = Reflect::set(&thrown, &"fields".into(), &problems(&error.fields));
    thrown.into()
}

/// Problems as JavaScript objects.
pub fn problems(all: &[Problem]) -> Array {
    all.iter().map(problem).collect()
}

fn problem(problem: &Problem) -> JsValue {
    let record = Record::new()
        .set("field", &problem.field)
        .set("code", problem.code.as_str())
        .text("value", problem.value.as_deref())
        .number("min", problem.min)
        .number("max", problem.max);
    record.into()
}
