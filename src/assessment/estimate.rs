//! What is estimated, and an estimate with its range.

use serde::Serialize;

/// A quantity with its range. Shares and chances are fractions of one, masses grams.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// 5th percentile when every figure varies within its bounds, or `central` where that is lower.
    pub low: f64,
    /// What the best figures give; the steps multiply out to it.
    pub central: f64,
    /// 95th percentile, or `central` where that is higher.
    pub high: f64,
    /// Mean over the same variation.
    pub mean: f64,
    /// Where no country of sewing is known: how well the average over the countries is known. The range is then the spread over them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_average: Option<Interval>,
}

impl Estimate {
    /// Nothing, for certain.
    pub const ZERO: Self = Self::of(0.0, 0.0, 0.0, 0.0);

    pub(crate) const fn of(low: f64, central: f64, high: f64, mean: f64) -> Self {
        Self { low, central, high, mean, of_average: None }
    }

    /// The same of a multiple.
    pub(crate) fn times(self, factor: f64) -> Self {
        let Self { low, central, high, mean, .. } = self;
        Self::of(low * factor, central * factor, high * factor, mean * factor)
    }

    /// With this `central`, which the steps come to: it may be a digit off.
    pub(crate) fn about(self, central: f64) -> Self {
        Self { low: self.low.min(central), central, high: self.high.max(central), ..self }
    }
}

/// The 5th and 95th percentile of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// 5th percentile.
    pub low: f64,
    /// 95th percentile.
    pub high: f64,
}

/// What is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Quantity {
    /// Of the cotton in garments like this one, the share grown in the Region.
    CottonShare,
    /// The same as a share of the whole garment's mass.
    GarmentShare,
    /// Grams of such cotton in the garment.
    Grams,
    /// Grams of such cotton, as picked and cleaned, that were used to make it.
    FieldGrams,
    /// Chance that a garment like this one contains any.
    InPart,
}
