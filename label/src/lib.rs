//! The label reader: what a label or a shop's page says, in any of some fifty languages, as a garment.
//!
//! For every field of the garment the reading tells where in the text it stands and how sure that is. Where the text can be read
//! in two ways the field stays empty and the ways are told: a wrong reading is worse than none.
//!
//! `text → glyphs (folded letters) → tokens → signs → compositions, places, claims → garment`

#![forbid(unsafe_code)]

mod assemble;
#[cfg(target_arch = "wasm32")]
pub mod bindings;
mod catalogue;
mod claims;
mod compose;
mod decimal;
mod elsewhere;
mod fold;
mod glyphs;
mod language;
mod lex;
#[allow(dead_code)]
mod meaning;
mod measures;
mod misread;
mod mood;
mod near;
mod pair;
mod parts;
mod places;
mod reader;
mod reading;
mod signs;
mod vocabulary;
mod words;

pub use catalogue::CatalogueWords;
pub use places::{Names, NoNames};
pub use reader::Reader;
pub use reading::{
    Bounds, Certainty, Exclusion, Found, Note, NoteId, Of, OtherPlace, Overfull, Reading, Span, Unplaced,
};
