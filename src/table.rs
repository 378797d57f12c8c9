//! Whole catalogues, as columns. A row is a garment: its columns laid over what its label says; its answer is that
//! of the garment. Rows share results, so a hundred thousand of them cost little more than the few hundred different ones
//! among them.

mod answer;
mod rows;
mod words;

pub use answer::{Estimates, RowProblem, Status, TableAnswer};
pub(crate) use rows::Rows;
pub use words::Words;

/// A catalogue. Each column has a value for each row; missing columns are unknown.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The names that the columns of indexes refer to. An empty name stands for unknown.
    pub names: Vec<String>,
    /// Kinds, by index: ids or, with [`Words`], other words for them.
    pub kind: Option<Vec<u32>>,
    /// What it is made of, by index: the id of its only fibre or, with [`Words`], a composition in words.
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
    /// Years bought; 0 stands for unknown.
    pub bought_in: Option<Vec<u32>>,
    /// Where bought, by index: codes, or names in words.
    pub sold_in: Option<Vec<u32>>,
    /// Grams; NaN stands for unknown.
    pub mass_grams: Option<Vec<f64>>,
    /// Percent of the mass that is cotton; NaN stands for unknown.
    pub cotton_percent: Option<Vec<f64>>,
    /// Percent of the mass that is recycled cotton, a part of `cotton_percent`; NaN stands for unknown.
    pub recycled_percent: Option<Vec<f64>>,
    /// Texts of labels, by index: they fill in what the row's columns leave open. Only with [`Words`].
    pub label: Option<Vec<u32>>,
}

/// What to do with a row that has an invalid column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnProblem {
    /// The row is not computed.
    #[default]
    OmitRow,
    /// The column is ignored for this row, and the row is computed without it.
    Skip,
}

impl Table {
    /// The number of rows; None if columns differ in length.
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
