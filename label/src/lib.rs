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
mod claims;
mod compose;
mod elsewhere;
mod fold;
mod glyphs;
mod lex;
#[allow(dead_code)]
mod meaning;
mod misread;
mod near;
mod pair;
mod parts;
mod places;
mod signs;
mod vocabulary;
mod words;

pub use places::{Names, NoNames};

use cotton_origin::garment::Garment;

/// What a text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The garment; only what is sure or likely.
    pub garment: Garment,
    /// Where each field stands, in the order of the text. A field that the text says again is listed again; a word that says two
    /// things, such as "Supima cotton", is under both fields.
    pub fields: Vec<Found>,
    /// What was not used: stretches of words, never across a line.
    pub unused: Vec<Span>,
    /// What is worth knowing about the reading.
    pub notes: Vec<Note>,
}

/// A stretch of the text, in bytes: `start` to before `end`, both on the edges of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A field as found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its path: `fibres.0`, `components.1.fibres.0`, `madeIn`. An ambiguous one is not in the garment.
    pub field: String,
    /// Where it stands.
    pub span: Span,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it is ambiguous, what it can mean: garments with nothing but this field.
    pub alternatives: Vec<Garment>,
}

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It says so.
    Sure,
    /// It says so but for a slip, or in words that nearly always mean this.
    Likely,
    /// It can be read in several ways: the field is left empty.
    Ambiguous,
}

impl Certainty {
    /// Its name to callers.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// Something worth knowing about a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What.
    pub id: NoteId,
    /// The field it is about.
    pub field: &'static str,
    /// Where.
    pub span: Option<Span>,
}

/// What a note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteId {
    /// Percentages add up to less than 99.
    TotalUnder100,
    /// No percentage was found.
    NoPercentages,
    /// A percentage is part of another.
    PartOf,
    /// A percentage stands with a word that is no known fibre.
    UnknownFibre,
    /// A percentage stands with two fibres.
    SharedPercentage,
    /// A missing sign, a slip of the pen or a misread letter was mended.
    Mended,
    /// "Pure" without a percentage.
    Pure,
    /// The composition depends on the colour; the first counts.
    ByColour,
    /// Several parts have compositions of their own.
    SeveralParts,
    /// Only parts such as the lining are described: of the main part nothing is known.
    MainPartUnknown,
    /// Two compositions without a name; the first counts.
    SeveralCompositions,
    /// Several countries of making.
    SeveralCountries,
    /// A union of countries, which is no country.
    NoSingleCountry,
    /// Only knitting is said to have been done there.
    KnittedThere,
    /// Where the cotton grew is told apart from where the garment was made.
    FibreOrigin,
    /// Several kinds of garment are named.
    SeveralKinds,
    /// A weight that may be the cloth's.
    WeightOfWhat,
}

impl NoteId {
    /// Its name to callers.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::TotalUnder100 => "total-under-100",
            Self::NoPercentages => "no-percentages",
            Self::PartOf => "part-of",
            Self::UnknownFibre => "unknown-fibre",
            Self::SharedPercentage => "shared-percentage",
            Self::Mended => "mended",
            Self::Pure => "pure",
            Self::ByColour => "by-colour",
            Self::SeveralParts => "several-parts",
            Self::MainPartUnknown => "main-part-unknown",
            Self::SeveralCompositions => "several-compositions",
            Self::SeveralCountries => "several-countries",
            Self::NoSingleCountry => "no-single-country",
            Self::KnittedThere => "knitted-there",
            Self::FibreOrigin => "fibre-origin",
            Self::SeveralKinds => "several-kinds",
            Self::WeightOfWhat => "weight-of-what",
        }
    }
}

/// Reads labels. It keeps the names of countries that it has asked for.
#[derive(Debug, Default)]
pub struct Reader {
    atlas: places::Atlas,
}

impl Reader {
    /// A text is at most this long, in bytes.
    pub const LONGEST: usize = 4_000_000;
    /// Languages of a call are at most so many.
    pub const MOST_LANGUAGES: usize = 20;

    /// A reader that knows no names of countries yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text. `languages` (IETF tags) are those whose names of countries are looked for beside the ones that the text's
    /// own phrases speak. Of a text longer than [`Self::LONGEST`] nothing is read.
    #[must_use]
    pub fn read(&self, text: &str, names: &dyn Names, languages: &[String]) -> Reading {
        if text.len() > Self::LONGEST {
            return Reading::default();
        }
        let words = words::Words::get();
        let glyphs = glyphs::glyphs(text);
        let tokens = lex::tokens(&glyphs, words);
        let read = signs::Text { glyphs: &glyphs, tokens: &tokens, words };
        let signs = read.signs();
        let mut assembly = assemble::Assembly::new(&read, &signs, text.len());
        assembly.compositions(compose::compositions(&read, &signs));
        assembly.places(&places::places(&read, &self.atlas, names, languages));
        assembly.claims();
        assembly.finished()
    }
}
