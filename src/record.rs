//! The record: what was found, enacted, called for and denied about the work behind a garment's cotton, by stage of its path.
//!
//! It is written in `src/figures/record.toml` and compiled in by the build script, which refuses an entry without a source.
//! No estimate rests on it. Its words are in [`crate::texts`], apart from the table: the wasm carries ids, stages and dates only.

use crate::vocabulary::{Place, Year};
use serde::{Serialize, Serializer};

include!(concat!(env!("OUT_DIR"), "/record.rs"));

/// A stage of a garment's path from field to shop, and the transfer of workers to factories away from home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PathStage {
    /// The field.
    Growing,
    /// The gin, which takes the seeds out.
    Ginning,
    /// The spinning mill.
    Spinning,
    /// The weaving or knitting mill.
    Weaving,
    /// The sewing room.
    Sewing,
    /// Workers moved to mills and sewing rooms elsewhere in China.
    Transfer,
}

impl PathStage {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Growing, Self::Ginning, Self::Spinning, Self::Weaving, Self::Sewing, Self::Transfer];
}

/// What kind of thing an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Somebody looked into it and says what they found.
    Finding,
    /// Somebody of standing warns of what is alleged; they did not look into it themselves.
    Warning,
    /// A law or an order on imports.
    Law,
    /// Somebody asks others to act.
    Call,
    /// Somebody denies what was found.
    Denial,
    /// An international treaty.
    Convention,
    /// What one has to know to read the rest rightly.
    Context,
}

/// An entry of the record: a message id, and when and of what it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The message.
    pub id: &'static str,
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// The stages that it speaks of, in order. None: it goes with the note of the same id.
    pub stages: &'static [PathStage],
    /// The countries that it is about, where a note asks whether one of them was named.
    #[serde(skip)]
    pub(crate) places: &'static [Place],
    /// For a law the day from which it is in force; else the start of the time it speaks of, or the day it was made.
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub from: &'static str,
    /// The end of that time; none where it goes on, or was a day.
    pub until: Option<&'static str>,
    /// For a law, the day on which its ban starts, where that is later than `from`.
    pub applies: Option<&'static str>,
    /// For a law, the market in which it is in force.
    #[serde(serialize_with = "code", skip_serializing_if = "Option::is_none")]
    pub market: Option<Place>,
    /// Whether it speaks of cotton, and goods made with it, only.
    pub cotton: bool,
}

impl Entry {
    /// Whether a law was in force on some day of a year.
    #[must_use]
    pub fn covers(&self, bought: Year) -> bool {
        year(self.from) <= bought.get() && self.until.is_none_or(|until| bought.get() <= year(until))
    }
}

/// The whole record, in the order of the data file.
#[must_use]
pub fn all() -> &'static [Entry] {
    &RECORD
}

/// The countries that an entry is about.
pub(crate) fn places(id: &str) -> &'static [Place] {
    RECORD.iter().find(|entry| entry.id == id).map_or(&[], |entry| entry.places)
}

// The signature is serde's.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
fn code<S: Serializer>(place: &Option<Place>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(place.as_ref().map_or("", Place::code))
}

/// The year of a date that the build script has checked.
fn year(date: &str) -> u16 {
    date.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}
