//! The words that go with the figures, the schemes and the record, and the document that gives them to JavaScript.
//!
//! They stand apart from the numbers so that the wasm carries none of them: nothing there refers to this module, and the
//! linker leaves it out. They are more than half of what would be sent, and no estimate waits for them.

use crate::{
    figures::{self, Figure},
    record::{self, Entry},
    schemes::{self, Scheme},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// What a figure is and where it comes from.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FigureText {
    /// What it is, in plain English.
    pub what: &'static str,
    /// What the publisher states, the arithmetic, or the reason for the judgement.
    pub basis: &'static str,
    /// Of a derived figure: what of it is our own reading, with the reasons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<&'static str>,
    /// Where it comes from; never empty.
    pub sources: &'static [Citation],
}

/// A scheme in words.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SchemeText {
    /// The scheme's own name.
    pub name: &'static str,
    /// How fibre and paper travel: `physical`, `mass-balance`, `documents`, `none`, `test`.
    pub chain: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What it does not say.
    pub does_not_say: &'static str,
    /// Where that is written; never empty.
    pub sources: &'static [Citation],
}

/// An entry of the record in words, for people who check it. Pages have sentences of their own, by id, in their language.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct EntryText {
    /// One plain sentence.
    pub says: &'static str,
    /// Where that is written; never empty.
    pub sources: &'static [Citation],
}

/// A place in a page.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Citation {
    /// The page; by its name in the document.
    #[serde(serialize_with = "by_name")]
    pub source: &'static Source,
    /// Where in it, or which number.
    pub locator: &'static str,
}

/// A page that is cited.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Source {
    /// Stable name.
    #[serde(skip)]
    pub id: &'static str,
    /// Whose figure or statement it is.
    pub publisher: &'static str,
    /// Where it was read, if that is another's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<&'static str>,
    /// The page's title; in brackets where it is our description.
    pub title: &'static str,
    /// Year of the page, or of what it describes.
    pub year: u16,
    /// Where to read it.
    pub address: &'static str,
    /// Whose words they are.
    pub trust: Trust,
}

/// Whose words a source gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// The primary publisher's own page or data.
    Primary,
    /// The author's or the organisation's own page.
    Author,
    /// Somebody's report of another's figure.
    Secondary,
}

/// Every page that is cited.
#[must_use]
pub fn sources() -> &'static [Source] {
    &SOURCES
}

/// `figures.json`: every figure, every scheme and every entry of the record with its words, and each cited page once.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    version: &'static str,
    #[serde(serialize_with = "named")]
    sources: &'static [Source],
    figures: Vec<Described<Figure, FigureText>>,
    schemes: Vec<Described<Scheme, SchemeText>>,
    record: Vec<Described<Entry, EntryText>>,
}

/// A row with its words, side by side.
#[derive(Debug, Clone, Copy, Serialize)]
struct Described<Row: 'static, Text: 'static> {
    #[serde(flatten)]
    row: &'static Row,
    #[serde(flatten)]
    text: &'static Text,
}

/// The whole set, for a file.
#[must_use]
pub fn document() -> Document {
    Document {
        version: figures::version(),
        sources: sources(),
        figures: figures::all().iter().map(|row| Described { row, text: row.text() }).collect(),
        schemes: schemes::all().iter().map(|row| Described { row, text: row.text() }).collect(),
        record: record::all().iter().map(|row| Described { row, text: row.text() }).collect(),
    }
}

impl Figure {
    /// What it is and where it comes from.
    #[must_use]
    pub fn text(&self) -> &'static FigureText {
        words_of(self.id, figures::all().iter().map(|row| row.id), &FIGURE_TEXTS)
    }
}

impl Scheme {
    /// Its name, what it says, and where that is written.
    #[must_use]
    pub fn text(&self) -> &'static SchemeText {
        words_of(self.id, schemes::all().iter().map(|row| row.id), &SCHEME_TEXTS)
    }
}

impl Entry {
    /// What it says, and where that is written.
    #[must_use]
    pub fn text(&self) -> &'static EntryText {
        words_of(self.id, record::all().iter().map(|row| row.id), &ENTRY_TEXTS)
    }
}

/// The build script writes a table and its words in the same order.
fn words_of<Text>(id: &str, mut ids: impl Iterator<Item = &'static str>, texts: &'static [Text]) -> &'static Text {
    &texts[ids.position(|other| other == id).expect("rows are made by the build script only")]
}

// The signature is serde's.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn by_name<S: Serializer>(source: &&Source, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(source.id)
}

fn named<S: Serializer>(sources: &[Source], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(sources.len()))?;
    for source in sources {
        map.serialize_entry(source.id, source)?;
    }
    map.end()
}
