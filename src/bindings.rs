//! The boundary: the only code that knows JavaScript. Types as in `www/types.d.ts`, but for the words of figures and schemes:
//! `www/core.js` adds them from `figures.json`.

// wasm_bindgen exports what is public here; to Rust callers the module is closed.
#![allow(unreachable_pub)]
// JavaScript hands its values over: there is nothing to borrow from.
#![allow(clippy::needless_pass_by_value)]

mod catalogue;
mod error;
mod incoming;
mod label;
pub(crate) mod number;
mod outgoing;
mod table;

use crate::{assessment::Version, error::ErrorCode, garment::Garment, garment::Said, model::Model, options::Options};
use wasm_bindgen::prelude::*;

thread_local! {
    /// One model for the page: it keeps what it has computed.
    static MODEL: Model = Model::new();
}

/// Estimates how much of a garment's cotton was grown in the Region.
///
/// # Errors
/// An `Error` with `code` and, in `fields`, every problem of the garment or the options.
#[wasm_bindgen]
pub fn assess(garment: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&incoming::said(&garment, ErrorCode::BadGarment)?)?;
    let options = read_options(options)?;
    let assessment = MODEL.with(|model| model.assess_with(&garment, &options));
    Ok(outgoing::value(&assessment))
}

/// The share of a garment's cotton as twenty equally likely values, lowest first; null where it has no cotton.
///
/// # Errors
/// The same as [`assess`]'s.
#[wasm_bindgen]
pub fn quantiles(garment: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&incoming::said(&garment, ErrorCode::BadGarment)?)?;
    let options = read_options(options)?;
    Ok(outgoing::value(&MODEL.with(|model| model.quantiles(&garment, &options))))
}

/// Estimates several garments, and all of them together.
///
/// # Errors
/// The same as [`assess`]'s; fields begin with the index of the garment: `3.madeIn`.
#[wasm_bindgen(js_name = assessAll)]
pub fn assess_all(garments: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let garments = Garment::read_all(&incoming::said(&garments, ErrorCode::BadGarment)?);
    let garments = garments.map_err(|problem| error::thrown(&problem))?;
    let options = read_options(options)?;
    Ok(outgoing::value(&MODEL.with(|model| model.assess_all(&garments, &options))))
}

/// Estimates a whole catalogue, columns in and columns out. Bad rows are told and do not stop the rest.
///
/// # Errors
/// Where the columns themselves cannot be read: `bad-table`.
#[wasm_bindgen(js_name = assessTable)]
pub fn assess_table(table: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let mut table = table::read(&table)?;
    let options = read_options(options)?;
    label::read_table(&mut table);
    Ok(table::answer(&MODEL.with(|model| model.assess_table(&table, &options))))
}

/// Reads a form or the query of a link into a garment.
///
/// # Errors
/// The same as [`assess`]'s.
#[wasm_bindgen]
pub fn garment(entries: JsValue) -> Result<JsValue, JsValue> {
    let garment = read(&incoming::entries(&entries)?)?;
    Ok(outgoing::value(&outgoing::GarmentOut::from(&garment)))
}

/// Reads a label, or a shop's description, into a garment.
///
/// # Errors
/// `bad-label` where the text is none or too long, `bad-options` where the options are not `languages`.
#[wasm_bindgen(js_name = readLabel)]
pub fn read_label(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    label::read(&text, &options)
}

/// What can be named: kinds, fibres, places, proofs, schemes, years.
#[wasm_bindgen]
#[must_use]
pub fn catalogue() -> JsValue {
    outgoing::value(&catalogue::Catalogue::new())
}

/// What answers are made with.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    outgoing::value(&Version::current())
}

fn read(said: &Said) -> Result<Garment, JsValue> {
    Garment::read(said).map_err(|problem| error::thrown(&problem))
}

fn read_options(options: JsValue) -> Result<Options, JsValue> {
    let options = incoming::said(&options, ErrorCode::BadOptions)?;
    Options::read(&options).map_err(|problem| error::thrown(&problem))
}
