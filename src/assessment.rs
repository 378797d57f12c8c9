//! The answer: estimates, the steps to them, and what is worth saying about them. Message ids, no sentences.

mod estimate;
mod step;

pub use estimate::{Estimate, Interval, Quantity};
pub use step::{Basis, Branch, Op, Step, StepStage, WeightedStrand, run};

use crate::{record::PathStage, version::Version};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// An assessment of a garment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// See [`Quantity::CottonShare`]. None where there is no cotton.
    pub cotton_share: Option<Estimate>,
    /// See [`Quantity::GarmentShare`].
    pub garment_share: Option<Estimate>,
    /// See [`Quantity::Grams`]. None where no mass is known.
    pub grams: Option<Estimate>,
    /// See [`Quantity::FieldGrams`]. None where no mass or no loss is known.
    pub field_grams: Option<Estimate>,
    /// See [`Quantity::InPart`].
    pub in_part: Option<Estimate>,
    /// Why a quantity is missing.
    pub reasons: Reasons,
    /// The way to `central`, from field to garment.
    pub steps: Vec<Step>,
    /// What is worth saying.
    pub notes: Vec<Note>,
    /// What is known of the garment's path and what the record says of it: all six stages, in order. Words: no number rests on it.
    pub stages: Vec<StageRecord>,
    /// The questions not answered, the one that would move the answer most first.
    pub next: Vec<Next>,
    /// What was replaced for this answer; none where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced>,
    /// What the answer was made with.
    pub version: Version,
}

/// A stage of the garment's path: what was said of it, and what the record says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageRecord {
    /// The stage.
    pub stage: PathStage,
    /// Where it took place, as far as was said. Whether the statement holds is not weighed here.
    pub known: Known,
    /// The place that was said; none where nothing was, or where it was somewhere outside China.
    pub place: Option<String>,
    /// Ids of the entries of [`crate::record`] that speak to it.
    pub record: Vec<&'static str>,
}

/// Where a stage took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// In the Region.
    Region,
    /// In China; where in it was not said.
    China,
    /// Outside China.
    Elsewhere,
    /// Nobody said.
    NotKnown,
}

/// A question not answered, and what its answers could do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Next {
    /// The field that would answer it.
    pub question: &'static str,
    /// The quantity that it moves.
    pub of: Quantity,
    /// Mean change of `central`, up or down, over the plausible answers. None where there is nothing to compare with.
    pub expected_change: Option<f64>,
    /// The least that `central` could become.
    pub low: Option<f64>,
    /// The most that `central` could become.
    pub high: Option<f64>,
}

impl Next {
    pub(crate) fn unknown(question: &'static str, of: Quantity) -> Self {
        Self { question, of, expected_change: None, low: None, high: None }
    }
}

/// Figures replaced for an answer, and the answer before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Replaced {
    /// Each figure that was replaced.
    pub figures: Vec<ReplacedFigure>,
    /// `central` of every quantity before.
    pub before: Centrals,
}

/// A figure replaced by another value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ReplacedFigure {
    /// The figure.
    pub figure: &'static str,
    /// As sourced.
    pub from: Bounds,
    /// As replaced.
    pub to: Bounds,
}

/// A value and its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bounds {
    /// Least.
    pub low: f64,
    /// Best.
    pub best: f64,
    /// Most.
    pub high: f64,
}

/// `central` of every quantity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Centrals {
    /// See [`Quantity::CottonShare`].
    pub cotton_share: Option<f64>,
    /// See [`Quantity::GarmentShare`].
    pub garment_share: Option<f64>,
    /// See [`Quantity::Grams`].
    pub grams: Option<f64>,
    /// See [`Quantity::FieldGrams`].
    pub field_grams: Option<f64>,
    /// See [`Quantity::InPart`].
    pub in_part: Option<f64>,
}

impl From<&Assessment> for Centrals {
    fn from(answer: &Assessment) -> Self {
        let central = |estimate: Option<Estimate>| estimate.map(|estimate| estimate.central);
        Self {
            cotton_share: central(answer.cotton_share),
            garment_share: central(answer.garment_share),
            grams: central(answer.grams),
            field_grams: central(answer.field_grams),
            in_part: central(answer.in_part),
        }
    }
}

/// Why each missing quantity is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reasons {
    /// Why there is no share of the cotton.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cotton_share: Option<Reason>,
    /// Why there is no share of the garment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub garment_share: Option<Reason>,
    /// Why there are no grams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grams: Option<Reason>,
    /// Why there are no grams of picked cotton.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_grams: Option<Reason>,
}

/// Why a quantity cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// There is no cotton in it.
    NoCotton,
    /// Its cotton is in a part whose mass is not known.
    CottonFractionNotKnown,
    /// No mass was entered and there is no usual mass for the kind.
    MassNotKnown,
    /// No figure was found for what is lost in making this kind.
    LossNotKnown,
}

/// Several garments, and all of them together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wardrobe {
    /// Each garment's assessment, in the order given.
    pub garments: Vec<Assessment>,
    /// All together.
    pub total: Total,
}

/// Several garments together. Ranges are taken draw by draw: what the garments share moves them together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Total {
    /// Grams of the Region's cotton in the garments whose mass is known.
    pub grams: Estimate,
    /// Grams of such cotton, as picked, in the garments where that can be told.
    pub field_grams: Estimate,
    /// How many of the garments can be expected to contain any.
    pub garments_with_any: Estimate,
    /// Indexes of garments that `grams` leaves out.
    pub without_grams: Vec<usize>,
    /// Indexes of garments that `field_grams` leaves out.
    pub without_field_grams: Vec<usize>,
}

/// Something worth saying about an answer: a message id and what goes into its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The message.
    pub id: &'static str,
    /// What goes into the sentence, by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// What goes into a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// A number: years, percentages and shares as the message says.
    Number(f64),
    /// An id: a field, a place, a scheme.
    Id(String),
}

impl Note {
    pub(crate) fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, id: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Id(id.into())));
        self
    }

    pub(crate) fn number(mut self, name: &'static str, number: f64) -> Self {
        self.arguments.push((name, Argument::Number(number)));
        self
    }
}

/// The id and the arguments stand side by side: `{ id, field, place }`.
impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1 + self.arguments.len()))?;
        map.serialize_entry("id", self.id)?;
        for (name, argument) in &self.arguments {
            map.serialize_entry(name, argument)?;
        }
        map.end()
    }
}
