//! The answers to a catalogue, by columns.

use crate::{assessment::Estimate, error::ProblemCode};

/// The answers, by columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableAnswer {
    /// The status of each row.
    pub status: Vec<Status>,
    /// The share of the cotton grown in the Region.
    pub cotton_share: Estimates,
    /// The same, as a share of the whole garment.
    pub garment_share: Estimates,
    /// Grams of cotton from the Region in the garment.
    pub grams: Estimates,
    /// Grams of it as picked, before losses.
    pub field_grams: Estimates,
    /// The chance that the garment contains any.
    pub in_part: Estimates,
    /// The problems of rows.
    pub problems: Vec<RowProblem>,
}

/// The status of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    /// It was computed.
    Computed = 0,
    /// It has no cotton: its share is not defined, and the other quantities are zero.
    NoCotton = 1,
    /// It has a problem and no numbers.
    NotComputed = 2,
}

/// One quantity for every row; NaN where it is not known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimates {
    /// 5th percentiles.
    pub low: Vec<f64>,
    /// The values with every figure at its best value.
    pub central: Vec<f64>,
    /// 95th percentiles.
    pub high: Vec<f64>,
    /// Means.
    pub mean: Vec<f64>,
}

/// One problem of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowProblem {
    /// The index of the row.
    pub row: usize,
    /// The name of the column.
    pub field: &'static str,
    /// What is wrong.
    pub code: ProblemCode,
    /// The value; long texts are cut.
    pub value: String,
}

impl Estimates {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        let column = || Vec::with_capacity(rows);
        Self { low: column(), central: column(), high: column(), mean: column() }
    }

    /// Adds a row; None stands for not known.
    pub(crate) fn push(&mut self, estimate: Option<Estimate>) {
        let Estimate { low, central, high, mean, .. } =
            estimate.unwrap_or(Estimate::of(f64::NAN, f64::NAN, f64::NAN, f64::NAN));
        self.low.push(low);
        self.central.push(central);
        self.high.push(high);
        self.mean.push(mean);
    }
}
