//! Errors for JavaScript: one `Error` with `name`, `code` and `fields`.

use super::outgoing::Record;
use crate::error::{Error, Problem};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The value to throw.
#[must_use]
pub fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("CottonOriginError");
    define(&thrown, "code", &error.code.as_str().into());
    define(&thrown, "fields", &problems(&error.fields));
    thrown.into()
}

/// Adds a property of its own, whatever the page has added to prototypes.
fn define(object: &Object, name: &str, value: &JsValue) {
    let property = Object::create(JsValue::NULL.unchecked_ref());
    let all = [
        ("value", value),
        ("writable", &JsValue::TRUE),
        ("enumerable", &JsValue::TRUE),
        ("configurable", &JsValue::TRUE),
    ];
    // Neither can fail: both objects are fresh.
    for (name, value) in all {
        let _ = Reflect::set(&property, &name.into(), value);
    }
    let _ = Reflect::define_property(object, &name.into(), &property);
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
