//! Answers to a form, as an object, and to a catalogue, as typed arrays.

use crate::bindings::{
    error,
    outgoing::{self, set},
};
use crate::{
    entries::FormAnswer,
    table::{Estimates, RowProblem, TableAnswer},
    version::Version,
};
use js_sys::{Array, Float64Array, Object, Uint8Array};
use wasm_bindgen::JsValue;

/// The answer to a form; missing parts are null.
pub(super) fn of_form(answer: &FormAnswer) -> JsValue {
    let object = Object::new();
    set(&object, "garment", &answer.garment.as_ref().map_or(JsValue::NULL, outgoing::garment));
    set(&object, "assessment", &answer.assessment.as_ref().map_or(JsValue::NULL, outgoing::to_js));
    set(&object, "problems", &error::problems(&answer.problems));
    set(&object, "total", &answer.total.map_or(JsValue::NULL, JsValue::from_f64));
    object.into()
}

/// The answers to a catalogue, each column as a typed array.
pub(super) fn shown(answer: &TableAnswer) -> JsValue {
    let object = Object::new();
    let quantities = [
        ("cottonShare", &answer.cotton_share),
        ("garmentShare", &answer.garment_share),
        ("grams", &answer.grams),
        ("fieldGrams", &answer.field_grams),
        ("inPart", &answer.in_part),
    ];
    for (name, estimates) in quantities {
        set(&object, name, &columns(estimates));
    }
    let status: Vec<u8> = answer.status.iter().map(|status| *status as u8).collect();
    set(&object, "status", &Uint8Array::from(&status[..]));
    let problems: Array = answer.problems.iter().map(problem).collect();
    set(&object, "problems", &problems);
    set(&object, "version", &outgoing::to_js(&Version::current()));
    object.into()
}

fn columns(estimates: &Estimates) -> JsValue {
    let object = Object::new();
    let all = [
        ("low", &estimates.low),
        ("central", &estimates.central),
        ("high", &estimates.high),
        ("mean", &estimates.mean),
    ];
    for (name, column) in all {
        set(&object, name, &Float64Array::from(&column[..]));
    }
    object.into()
}

fn problem(problem: &RowProblem) -> JsValue {
    let object = Object::new();
    // Lossless: 2^32 rows would not fit into the memory.
    set(&object, "row", &JsValue::from_f64(problem.row as f64));
    set(&object, "field", &problem.field.into());
    set(&object, "code", &problem.code.as_str().into());
    set(&object, "value", &JsValue::from_str(&problem.value));
    object.into()
}
