//! Whole catalogues: columns in, columns out. Rows share what they have in common, so a hundred thousand of them cost little
//! more than the few hundred different ones among them.

mod labels;

pub use labels::LabelRow;

use crate::{
    assessment::Estimate,
    error::ProblemCode,
    model::SharedKey,
    number,
    vocabulary::{Grams, Kind, Place, Proof, Year},
};

/// A catalogue by columns, each as long as there are rows; a column that is missing says nothing.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What the columns of indexes point to. An empty name says nothing.
    pub names: Vec<String>,
    /// Kinds, by index.
    pub kind: Option<Vec<u32>>,
    /// Where sewn, by index.
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
    /// Grams; NaN says nothing.
    pub mass_grams: Option<Vec<f64>>,
    /// Percent of the mass that is cotton; NaN says nothing.
    pub cotton_percent: Option<Vec<f64>>,
    /// Percent of the mass that is recycled cotton, a part of `cotton_percent`; NaN says nothing.
    pub recycled_percent: Option<Vec<f64>>,
    /// Texts of labels, by index into `names`. [`Table::read_labels`] reads them into the other columns.
    pub label: Option<Vec<u32>>,
}

/// The answers, by columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableAnswer {
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
    /// What is wrong with which rows. Such a row has no numbers.
    pub problems: Vec<RowProblem>,
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
    /// What was said.
    pub value: String,
}

/// A row that was understood.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// What it shares with others.
    pub(crate) key: SharedKey,
    /// Fraction of the mass that is cotton; 1 where it is not said.
    pub(crate) cotton: f64,
    /// Grams; 1 where they are not said.
    pub(crate) mass: f64,
}

impl Table {
    /// How many rows: the length that every column has. None where they differ.
    #[must_use]
    pub fn rows(&self) -> Option<usize> {
        let indexes = [
            &self.label,
            &self.kind,
            &self.made_in,
            &self.fabric_in,
            &self.spun_in,
            &self.cotton_from,
            &self.proof,
            &self.bought_in,
        ];
        let numbers = [&self.mass_grams, &self.cotton_percent, &self.recycled_percent];
        let lengths = indexes.into_iter().flatten().map(Vec::len).chain(numbers.into_iter().flatten().map(Vec::len));
        let mut lengths = lengths.peekable();
        let first = lengths.peek().copied().unwrap_or_default();
        lengths.all(|length| length == first).then_some(first)
    }
}

/// Reads rows; each name is looked up once, not once a row.
pub(crate) struct Rows<'t> {
    table: &'t Table,
    kinds: Vec<Meaning<Kind>>,
    places: Vec<Meaning<Place>>,
    proofs: Vec<Meaning<Proof>>,
}

/// What a name means in a column.
#[derive(Clone, Copy)]
enum Meaning<T> {
    Nothing,
    Known(T),
    Unknown,
}

impl<'t> Rows<'t> {
    pub(crate) fn new(table: &'t Table) -> Self {
        fn meanings<T>(names: &[String], find: impl Fn(&str) -> Option<T>) -> Vec<Meaning<T>> {
            let meaning = |name: &String| match find(name) {
                _ if name.trim().is_empty() => Meaning::Nothing,
                Some(known) => Meaning::Known(known),
                None => Meaning::Unknown,
            };
            names.iter().map(meaning).collect()
        }
        Self {
            table,
            kinds: meanings(&table.names, Kind::from_id),
            places: meanings(&table.names, Place::from_code),
            proofs: meanings(&table.names, Proof::from_id),
        }
    }

    /// Reads a row; None where it has a problem.
    pub(crate) fn read(&self, row: usize, problems: &mut Vec<RowProblem>) -> Option<Row> {
        let table = self.table;
        let before = problems.len();
        let mut teller = Teller { table, row, problems };
        let mut place = |field, column: &Option<Vec<u32>>| {
            teller.named(field, column.as_deref(), &self.places, ProblemCode::UnknownPlace)
        };
        let made_in = place("madeIn", &table.made_in);
        let fabric_in = place("fabricIn", &table.fabric_in);
        let spun_in = place("spunIn", &table.spun_in);
        let cotton_from = place("cottonFrom", &table.cotton_from);
        let kind = teller.named("kind", table.kind.as_deref(), &self.kinds, ProblemCode::UnknownKind);
        let proof = teller.named("proof", table.proof.as_deref(), &self.proofs, ProblemCode::UnknownProof);
        let bought_in = teller.year();
        let mass = teller.number("massGrams", table.mass_grams.as_deref(), Grams::MOST);
        let cotton = teller.number("cottonPercent", table.cotton_percent.as_deref(), 100.0);
        let most = cotton.unwrap_or(0.0);
        let recycled = teller.number("recycledPercent", table.recycled_percent.as_deref(), most);
        if problems.len() > before {
            return None;
        }
        let part = match (recycled, cotton) {
            (Some(recycled), Some(cotton)) if cotton > 0.0 => recycled / cotton,
            _ => 0.0,
        };
        let key = SharedKey {
            kind,
            made_in,
            fabric_in,
            spun_in,
            cotton_from,
            proof,
            bought_in,
            recycled: part.to_bits(),
            cotton_said: cotton.is_some(),
            mass_said: mass.is_some(),
        };
        Some(Row { key, cotton: cotton.map_or(1.0, |percent| percent / 100.0), mass: mass.unwrap_or(1.0) })
    }
}

/// Reads the cells of one row.
struct Teller<'a> {
    table: &'a Table,
    row: usize,
    problems: &'a mut Vec<RowProblem>,
}

impl Teller<'_> {
    fn named<T: Copy>(
        &mut self,
        field: &'static str,
        column: Option<&[u32]>,
        meanings: &[Meaning<T>],
        unknown: ProblemCode,
    ) -> Option<T> {
        let index = column?[self.row] as usize;
        match meanings.get(index) {
            Some(Meaning::Known(known)) => return Some(*known),
            Some(Meaning::Nothing) => {}
            Some(Meaning::Unknown) => self.complain(field, unknown, self.table.names[index].clone()),
            None => self.complain(field, ProblemCode::OutOfRange, index.to_string()),
        }
        None
    }

    fn year(&mut self) -> Option<Year> {
        let year = self.table.bought_in.as_deref()?[self.row];
        let known = u16::try_from(year).ok().and_then(Year::new);
        if known.is_none() && year != 0 {
            self.complain("boughtIn", ProblemCode::OutOfRange, year.to_string());
        }
        known
    }

    fn number(&mut self, field: &'static str, column: Option<&[f64]>, most: f64) -> Option<f64> {
        let number = column?[self.row];
        if !number.is_nan() && !(0.0..=most).contains(&number) {
            self.complain(field, ProblemCode::OutOfRange, number::shown(number));
        }
        Some(number).filter(|number| !number.is_nan())
    }

    fn complain(&mut self, field: &'static str, code: ProblemCode, value: String) {
        self.problems.push(RowProblem { row: self.row, field, code, value });
    }
}

impl Estimates {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        let column = || Vec::with_capacity(rows);
        Self { low: column(), central: column(), high: column(), mean: column() }
    }

    /// Adds a row, scaled; None: it cannot be told.
    pub(crate) fn push(&mut self, estimate: Option<Estimate>, scale: f64) {
        let Estimate { low, central, high, mean, .. } =
            estimate.unwrap_or(Estimate::of(f64::NAN, f64::NAN, f64::NAN, f64::NAN));
        self.low.push(low * scale);
        self.central.push(central * scale);
        self.high.push(high * scale);
        self.mean.push(mean * scale);
    }
}
