//! The exported functions of the estimate's wasm.

mod answers;
mod catalogue;
mod entries;

use super::{error, incoming, outgoing, table, words::Asked};
use crate::{
    garment::{Garment, Said},
    model::Model,
    options::Options,
    version::Version,
};
use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    /// One model for the page, which caches what it has computed.
    static MODEL: Model = Model::new();
}

/// Estimates how much of a garment's cotton was grown in the Region.
///
/// # Errors
/// An `Error` with `code` and, in `fields`, every problem of the garment or the options.
#[wasm_bindgen]
pub fn assess(garment: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&incoming::said(&garment))?;
    let options = read_options(options)?;
    let assessment = MODEL.with(|model| model.assess_with(&garment, &options));
    Ok(outgoing::to_js(&assessment))
}

/// The share of a garment's cotton as twenty equally likely values, lowest first; null where it has no cotton.
///
/// # Errors
/// The same as [`assess`]'s.
#[wasm_bindgen]
pub fn quantiles(garment: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&incoming::said(&garment))?;
    let options = read_options(options)?;
    Ok(outgoing::to_js(&MODEL.with(|model| model.quantiles(&garment, &options))))
}

/// Estimates several garments, at most [`Garment::MOST_AT_ONCE`], and all of them together.
///
/// # Errors
/// The same as [`assess`]'s; fields begin with the index of the garment: `3.madeIn`.
#[wasm_bindgen(js_name = assessAll)]
pub fn assess_all(garments: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garments = Garment::read_all(&incoming::list(&garments, Garment::MOST_AT_ONCE));
    let garments = garments.map_err(|problem| error::thrown(&problem))?;
    let options = read_options(options)?;
    Ok(outgoing::to_js(&MODEL.with(|model| model.assess_all(&garments, &options))))
}

/// Estimates a whole catalogue, columns in and columns out. Invalid rows are in `problems`. `read` understands labels and names that are no ids:
/// a function of a column's name and a text that returns a garment with only that field, or null. Exceptions of it are passed on.
///
/// # Errors
/// `bad-table`, if the columns themselves cannot be read.
#[wasm_bindgen(js_name = assessTable)]
pub fn assess_table(table: JsValue, options: JsValue, read: Option<Function>) -> Result<JsValue, JsValue> {
    let table = table::read(&table)?;
    let options = Options::read_for_table(&incoming::said(&options)).map_err(|problem| error::thrown(&problem))?;
    let words = read.map(Asked::new);
    let answer = MODEL.with(|model| match &words {
        Some(words) => model.assess_table_in_words(&table, &options, words),
        None => model.assess_table(&table, &options),
    });
    match words.and_then(Asked::thrown) {
        Some(thrown) => Err(thrown),
        None => Ok(answers::shown(&answer)),
    }
}

/// Reads the entries of a form or a link over a base garment, and estimates the result. Problems of the entries are in
/// the answer.
///
/// # Errors
/// The same as [`assess`]'s, for an invalid base garment or options, and for entries that are no `FormData` or `URLSearchParams`.
#[wasm_bindgen(js_name = assessEntries)]
pub fn assess_entries(entries: JsValue, base: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let entries = entries::listed(&entries)?;
    let base = read(&incoming::said(&base))?;
    let options = read_options(options)?;
    Ok(answers::of_form(&MODEL.with(|model| model.assess_entries(entries, base, &options))))
}

/// Reads the entries of a form or a link into a garment.
///
/// # Errors
/// The same as [`assess`]'s.
#[wasm_bindgen]
pub fn garment(entries: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&Said::from_entries(entries::listed(&entries)?))?;
    Ok(outgoing::garment(&garment))
}

/// Everything that can be named: kinds, fibres, places, proofs, schemes, years.
#[wasm_bindgen]
#[must_use]
pub fn catalogue() -> JsValue {
    outgoing::to_js(&catalogue::Catalogue::new())
}

/// The versions of method, figures and package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    outgoing::to_js(&Version::current())
}

#[inline(never)]
fn read(said: &Said) -> Result<Garment, JsValue> {
    Garment::read(said).map_err(|problem| error::thrown(&problem))
}

#[inline(never)]
fn read_options(options: JsValue) -> Result<Options, JsValue> {
    Options::read(&incoming::said(&options)).map_err(|problem| error::thrown(&problem))
}
