//! What is estimated, and an estimate with its range.

use serde::Serialize;

/// A quantity with its range. Shares and chances are fractions of one, masses grams.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// 5th percentile when every figure varies within its bounds, or `central` where that is lower.
    pub low: f64,
    /// What the best figures give; the steps multiply out to it.
    pub central: f64,
    /// 95th percentile, or `central` where that is higher.
    pub high: f64,
    /// Mean over the same variation.
    pub mean: f64,
}

impl Estimate {
    /// Nothing, for certain.
    pub const ZERO: Self = Self { low: 0.0, central: 0.0, high: 0.0, mean: 0.0 };

    /// The same of a multiple.
    pub(crate) fn times(self, factor: f64) -> Self {
        let Self { low, central, high, mean } = self;
        Self { low: low * factor, central: central * factor, high: high * factor, mean: mean * factor }
    }

    /// With this `central`, which the steps come to: it may be a digit off.
    pub(crate) fn about(self, central: f64) -> Self {
        Self { low: self.low.min(central), central, high: self.high.max(central), ..self }
    }
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
