//! The bindings: the only code that knows JavaScript. Types are those of `www/types.d.ts`, except for the texts of figures and schemes:
//! `www/core.js` adds those from `figures.json`.
//!
//! Pages load two wasm files, made with the features `estimate` and `label`, so that an estimate does not wait for the words of fifty languages.

// wasm_bindgen exports the public items of this module; Rust callers cannot reach it.
#![allow(unreachable_pub)]
// JavaScript passes its values by handle, so borrowing gains nothing.
#![allow(clippy::needless_pass_by_value)]

pub mod error;
#[cfg(feature = "estimate")]
mod estimate;
pub mod incoming;
pub mod number;
pub mod outgoing;
#[cfg(feature = "estimate")]
mod table;
#[cfg(feature = "estimate")]
mod tape;
#[cfg(feature = "estimate")]
mod words;

#[cfg(feature = "estimate")]
pub use estimate::{assess, assess_all, assess_entries, assess_table, catalogue, garment, quantiles, version};
