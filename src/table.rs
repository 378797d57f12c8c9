//! Whole catalogues: columns in, columns out. A row is a garment: what its columns say, laid over what its label says, and its answer is that
//! of the garment. Rows share what they have in common, so a hundred thousand of them cost little more than the few hundred different ones
//! among them.

mod rows;
mod words;

pub(crate) use rows::Rows;
pub use words::Words;

use crate::{assessment::Estimate, error::ProblemCode};

/// A catalogue by columns, each as long as there are rows; a column that is missing says nothing.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What the columns of indexes point to. An empty name says nothing.
    pub names: Vec<String>,
    /// Kinds, by index: ids or, for whoever brings [`Words`], words.
    pub kind: Option<Vec<u32>>,
    /// What it is made of, by index: the id of its one fibre or, for whoever brings [`Words`], a composition in words.
    pub fibres: Option<Vec<u32>>,
    /// Where sewn, by index: codes, or names in words.
    pub made_in: Option<Vec<u32>>,
    /// Where the cloth was made, by index.
    pub fabric_in: Option<Vec<u32>>,
    /// Where the yarn was spun, by index.
    pub spun_in: Option<Vec<u32>>,
    /// Where the cotton is said to have been grown, by index.
    pub cotton_from: Option<Vec<u32>>,
    /// Proof of that, by index.
    pub proof: Option<Vec<u32>>,
    /// Years bought; 0 says nothing.
    pub bought_in: Option<Vec<u32>>,
    /// Where bought, by index: codes, or names in words.
    pub sold_in: Option<Vec<u32>>,
    /// Grams; NaN says nothing.
    pub mass_grams: Option<Vec<f64>>,
    /// Percent of the mass that is cotton; NaN says nothing.
    pub cotton_percent: Option<Vec<f64>>,
    /// Percent of the mass that is recycled cotton, a part of `cotton_percent`; NaN says nothing.
    pub recycled_percent: Option<Vec<f64>>,
    /// Texts of labels, by index: they say what the row's own columns leave open. Only for whoever brings [`Words`].
    pub label: Option<Vec<u32>>,
}

/// The answers, by columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableAnswer {
    /// What became of each row.
    pub status: Vec<Status>,
    /// Of the cotton, the share grown in the Region.
    pub cotton_share: Estimates,
    /// The same of the whole garment.
    pub garment_share: Estimates,
    /// Grams of it in the garment.
    pub grams: Estimates,
    /// Grams of it as picked.
    pub field_grams: Estimates,
    /// Chance of any.
    pub in_part: Estimates,
    /// What is wrong with which rows.
    pub problems: Vec<RowProblem>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    /// It was computed.
    Computed = 0,
    /// It has no cotton: there is no share of it, and the rest is zero.
    NoCotton = 1,
    /// It has a problem, and no numbers.
    NotComputed = 2,
}

/// What is done about a row of which a column cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnProblem {
    /// The row is not computed.
    #[default]
    OmitRow,
    /// What that column says is left out, and the row is computed without it.
    Skip,
}

/// One quantity of every row; NaN where it cannot be told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimates {
    /// 5th percentiles.
    pub low: Vec<f64>,
    /// What the best figures give.
    pub central: Vec<f64>,
    /// 95th percentiles.
    pub high: Vec<f64>,
    /// Means.
    pub mean: Vec<f64>,
}

/// One problem of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowProblem {
    /// Counted from 0.
    pub row: usize,
    /// The column.
    pub field: &'static str,
    /// What is wrong.
    pub code: ProblemCode,
    /// What was said; of long texts the beginning.
    pub value: String,
}

impl Table {
    /// How many rows: the length that every column has. None where they differ.
    #[must_use]
    pub fn rows(&self) -> Option<usize> {
        let indexes = [
            &self.label,
            &self.kind,
            &self.fibres,
            &self.made_in,
            &self.fabric_in,
            &self.spun_in,
            &self.cotton_from,
            &self.proof,
            &self.bought_in,
            &self.sold_in,
        ];
        let numbers = [&self.mass_grams, &self.cotton_percent, &self.recycled_percent];
        let lengths = indexes.into_iter().flatten().map(Vec::len).chain(numbers.into_iter().flatten().map(Vec::len));
        let mut lengths = lengths.peekable();
        let first = lengths.peek().copied().unwrap_or_default();
        lengths.all(|length| length == first).then_some(first)
    }
}

impl Estimates {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        let column = || Vec::with_capacity(rows);
        Self { low: column(), central: column(), high: column(), mean: column() }
    }

    /// Adds a row; None: it cannot be told.
    pub(crate) fn push(&mut self, estimate: Option<Estimate>) {
        let Estimate { low, central, high, mean, .. } =
            estimate.unwrap_or(Estimate::of(f64::NAN, f64::NAN, f64::NAN, f64::NAN));
        self.low.push(low);
        self.central.push(central);
        self.high.push(high);
        self.mean.push(mean);
    }
}
