//! The sourced figures: every number that the estimate rests on.
//!
//! They are written in `src/figures/*.toml` and compiled in by the build script, which refuses a figure without a source or
//! with bounds out of order. Shares are fractions of one, masses grams.
//!
//! The words that go with a figure (what it is, where it comes from) are in [`crate::texts`]: nothing is computed from them, and
//! JavaScript gets them as a file beside the wasm, after the first estimate.

mod lookup;

use crate::vocabulary::{Fabric, Grams, Place, ids};
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/figures.rs"));

/// A number with its bounds, where it comes from and how far to trust it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Figure {
    /// Stable name, such as `china-processed[BD.knit]`.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// The value used for `central`.
    pub best: f64,
    /// Nobody informed would put it lower.
    pub low: f64,
    /// Nobody informed would put it higher.
    pub high: f64,
    /// The year or years it describes.
    pub year: &'static str,
    /// Whether it is published, derived or judged.
    pub standing: Standing,
    #[serde(skip)]
    pub(crate) dimension: Option<Dimension>,
}

/// How far a figure can be trusted; it sets how far the figure spreads between its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A publisher states it.
    Published,
    /// Arithmetic on published figures.
    Derived,
    /// Our reading, with its reason.
    Judged,
}

impl Standing {
    /// Peak weight of the modified PERT distribution between the bounds.
    #[must_use]
    pub fn peak_weight(self) -> f64 {
        match self {
            Self::Judged => 2.0,
            Self::Derived => 3.0,
            Self::Published => 4.0,
        }
    }
}

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A fraction of one.
    Share,
    /// Grams.
    Grams,
    /// One quantity to another.
    Ratio,
    /// Independent lots of cotton.
    Lots,
    /// A weight among others of its family; they need not add up.
    Weight,
    /// Whole years.
    Years,
}

impl Unit {
    /// Least and most that a figure of this unit can be.
    #[must_use]
    pub fn domain(self) -> (f64, f64) {
        match self {
            Self::Share => (0.0, 1.0),
            Self::Grams => (0.0, Grams::MOST),
            Self::Ratio => (0.0, 100.0),
            Self::Lots => (1.0, 1000.0),
            Self::Weight => (0.0, 1e6),
            Self::Years => (0.0, 10.0),
        }
    }

    /// Whether such a figure can have bounds: weights and years are taken as they are.
    pub(crate) fn may_vary(self) -> bool {
        !matches!(self, Self::Weight | Self::Years)
    }
}

/// The dimension of the point set along which a figure varies. Figures of one dimension move together by quantile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    /// Which place, where the label names none.
    AnyPlace,
    Region,
    Lots,
    HomeGrown,
    Processed,
    Tilt,
    /// Which crop, where the year is not known.
    AnyCrop,
    HomeSpun,
    Mass,
    CottonFraction,
    ClaimLabel,
    PlaceFails,
    YarnOfFabric,
    FibrePerGram,
    ClaimChain,
    RegionSewn,
    RegionWoven,
    RegionSpun,
    ForeignLint,
    ClaimLab,
    Switch,
}

/// A figure's place in [`all`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub(crate) u16);

impl FigureId {
    /// The figure of that id; space around it and the case of its letters do not matter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let index = ids::find(id, all().iter().map(|figure| figure.id).zip(0_usize..))?;
        u16::try_from(index).ok().map(Self)
    }

    /// The figure as the data files give it.
    #[must_use]
    pub fn figure(self) -> &'static Figure {
        &FIGURES[usize::from(self.0)]
    }
}

/// Figures of one family by their key: `mass[jeans]` is `MASS_BY.get("jeans")`.
#[derive(Debug)]
pub(crate) struct Family(&'static [(&'static str, FigureId)]);

impl Family {
    pub(crate) fn get(&self, key: &str) -> Option<FigureId> {
        self.0.binary_search_by(|(row, _)| (*row).cmp(key)).ok().map(|index| self.0[index].1)
    }
}

/// A row of `china-processed`: for garments sewn in a place, the share of textile inputs spun, woven or knitted in China.
#[derive(Debug)]
pub(crate) struct Processed {
    /// None: any place without a row of its own.
    pub(crate) place: Option<Place>,
    pub(crate) fabric: Option<Fabric>,
    /// Whether the row is for all fibres, so that `cotton-tilt` applies.
    pub(crate) tilted: bool,
    pub(crate) figure: FigureId,
}

/// A table of `sewn-in`: where garments on sale in a market are sewn.
#[derive(Debug)]
pub(crate) struct SewnIn {
    /// A country, or `EU`; none: the world, for a market without a table of its own.
    pub(crate) market: Option<Place>,
    /// Places of sewing, each with the figure that is its weight; no place: any other.
    pub(crate) rows: &'static [(Option<Place>, FigureId)],
}

/// Version of the set of figures.
#[must_use]
pub fn version() -> &'static str {
    VERSION
}

/// Every figure, in the order of the data files.
#[must_use]
pub fn all() -> &'static [Figure] {
    &FIGURES
}
