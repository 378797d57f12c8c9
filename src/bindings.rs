//! The boundary: the only code that knows JavaScript. Types as in `www/types.d.ts`, but for the words of figures and schemes:
//! `www/core.js` adds them from `figures.json`.
//!
//! Pages load it as two files, by the features `estimate` and `label`: an estimate does not wait for the words of fifty languages.

// wasm_bindgen exports what is public here; to Rust callers the module is closed.
#![allow(unreachable_pub)]
// JavaScript hands its values over: there is nothing to borrow from.
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
