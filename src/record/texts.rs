//! The words of the record, for people who check it. Pages have sentences of their own, by id, in their language.

use super::Entry;
use crate::figures::texts::{Citation, SOURCES};
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/record_texts.rs"));

/// An entry in words.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct EntryText {
    /// One plain sentence.
    pub says: &'static str,
    /// Where that is written; never empty.
    pub sources: &'static [Citation],
}

pub(super) fn of(entry: &Entry) -> &'static EntryText {
    let index = super::all().iter().position(|row| row.id == entry.id);
    &ENTRY_TEXTS[index.expect("entries are made by the build script only")]
}
