//! What a text says: the garment, where each field stands and how sure it is, and what is worth knowing about it.

use cotton_origin::{
    garment::{Fibre, Garment},
    vocabulary::Place,
};

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
    /// Where the text says that something does not come from. It is no evidence of where it does: the estimate does not take it.
    pub excludes: Vec<Exclusion>,
    /// Places of what no field of a garment holds.
    pub other_places: Vec<OtherPlace>,
    /// What each component of the garment is, in their order.
    pub components_of: Vec<Of>,
    /// What follows a word for where something was done and is no place that is known.
    pub unplaced: Vec<Unplaced>,
    /// The language of the text, where its words tell: one of those that the reader knows (an IETF tag).
    pub language: Option<&'static str>,
    /// A composition that adds up to more than 100 %, which no garment holds. One of its numbers is wrong.
    pub overfull: Option<Overfull>,
    /// What the cloth weighs, grams by the square metre.
    pub cloth_weight: Option<f64>,
    /// The size, as it is written.
    pub size: Option<String>,
    /// How many of the garment are in a pack.
    pub pack: Option<u32>,
}

/// A place that something is said not to come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exclusion {
    /// `cotton`, `yarn`, `cloth` or `sewing`.
    pub of: &'static str,
    /// The place.
    pub place: Place,
    /// Where it says so.
    pub span: Span,
}

/// A name that stands where a place should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unplaced {
    /// The field that it would fill: `madeIn`, `fabricIn`, `spunIn`, `cottonFrom`.
    pub field: &'static str,
    /// The name.
    pub span: Span,
}

/// A place that is told of something else than the garment's making.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OtherPlace {
    /// `dyed`, `printed`, `finished`, `designed`, `imported`, `brand` (of brand and sale), `part` (of buttons, a lining) or `fibre`
    /// (of one that is not cotton).
    pub what: &'static str,
    /// The place.
    pub place: Place,
    /// Where it says so.
    pub span: Span,
}

/// What a component is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A part of the garment: its shell, its lining.
    Part,
    /// The garment in one of its colours.
    Colour,
    /// A garment of a set.
    Piece,
}

impl Of {
    /// Its name to callers.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Colour => "colour",
            Self::Piece => "piece",
        }
    }
}

/// A composition that adds up to more than 100 %.
#[derive(Debug, Clone, PartialEq)]
pub struct Overfull {
    /// Percent, more than [`Composition::MOST`](cotton_origin::garment::Composition::MOST).
    pub total: f64,
    /// Its fibres, as they are written.
    pub fibres: Vec<Fibre>,
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
    /// Where it is ambiguous, what it can mean, one at least; where it is likely, what else the text says and was passed over. Garments
    /// with nothing but this field, or, of a component, with nothing but all components.
    pub alternatives: Vec<Garment>,
    /// Why it is not sure, if there is a reason that can be told.
    pub reason: Option<NoteId>,
    /// Of a fibre whose share is said to be at least, or at most, so much. It has no percentage in the garment.
    pub bounds: Bounds,
}

impl Found {
    pub(crate) fn new(field: impl Into<String>, span: Span, certainty: Certainty, alternatives: Vec<Garment>) -> Self {
        Self { field: field.into(), span, certainty, alternatives, reason: None, bounds: Bounds::default() }
    }
}

/// What a share is between, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    /// It is at least this.
    pub at_least: Option<f64>,
    /// It is at most this.
    pub at_most: Option<f64>,
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
    /// Compositions that contradict each other. What has a heading counts before what has none; of equals none is taken.
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
    /// Where something does not come from: that alone does not change the estimate.
    Excluded,
    /// Percentages add up to more than 101.
    TotalOver100,
    /// A share is said to be at least, or at most, so many percent.
    Bound,
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
            Self::Excluded => "excluded",
            Self::TotalOver100 => "total-over-100",
            Self::Bound => "bound",
        }
    }
}
