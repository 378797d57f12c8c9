//! Answers to a form, as an object, and to a catalogue, as typed arrays.

use crate::bindings::{
    error,
    outgoing::{self, Record},
};
use crate::{
    entries::FormAnswer,
    table::{Estimates, RowProblem, TableAnswer},
    version::Version,
};
use js_sys::{Array, Float64Array, Uint8Array};
use wasm_bindgen::JsValue;

/// The answer to a form; missing parts are null.
pub(super) fn of_form(answer: &FormAnswer) -> JsValue {
    let record = Record::new()
        .set("garment", answer.garment.as_ref().map_or(JsValue::NULL, outgoing::garment))
        .set("assessment", answer.assessment.as_ref().map_or(JsValue::NULL, outgoing::to_js))
        .set("problems", error::problems(&answer.problems))
        .set("total", answer.total.map_or(JsValue::NULL, JsValue::from_f64));
    record.into()
}

/// The answers to a catalogue, each column as a typed array.
pub(super) fn shown(answer: &TableAnswer) -> JsValue {
    let quantities = [
        ("cottonShare", &answer.cotton_share),
        ("garmentShare", &answer.garment_share),
        ("grams", &answer.grams),
        ("fieldGrams", &answer.field_grams),
        ("inPart", &answer.in_part),
    ];
    let status: Vec<u8> = answer.status.iter().map(|status| *status as u8).collect();
    let record = quantities
        .into_iter()
        .fold(Record::new(), |record, (name, estimates)| record.set(name, columns(estimates)))
        .set("status", Uint8Array::from(&status[..]))
        .set("problems", answer.problems.iter().map(problem).collect::<Array>())
        .set("version", outgoing::to_js(&Version::current()));
    record.into()
}

fn columns(estimates: &Estimates) -> JsValue {
    let all = [
        ("low", &estimates.low),
        ("central", &estimates.central),
        ("high", &estimates.high),
        ("mean", &estimates.mean),
    ];
    let record = |record: Record, (name, column): (_, &Vec<f64>)| record.set(name, Float64Array::from(&column[..]));
    all.into_iter().fold(Record::new(), record).into()
}

fn problem(problem: &RowProblem) -> JsValue {
    let record = Record::new()
        // Lossless: 2^32 rows would not fit into the memory.
        .set("row", problem.row as f64)
        .set("field", problem.field)
        .set("code", problem.code.as_str())
        .set("value", problem.value.as_str());
    record.into()
}
