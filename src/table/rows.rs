//! Reads rows into garments. Each name is looked up once for each column that uses it, not once for each row.

use super::{OnProblem, RowProblem, Table, Words};
use crate::{
    error::ProblemCode,
    garment::{Composition, Fibre, Garment},
    number,
    vocabulary::{FibreKind, Grams, Kind, Percent, Place, Proof, Year},
};

/// Texts in problems are cut after so many characters.
const LONGEST_TOLD: usize = 60;

/// The rows of a table.
pub(crate) struct Rows<'t> {
    table: &'t Table,
    words: Option<&'t dyn Words>,
    on_problem: OnProblem,
    kinds: NameCache<Kind>,
    fibres: NameCache<Garment>,
    places: NameCache<Place>,
    proofs: NameCache<Proof>,
    labels: NameCache<Garment>,
}

/// The meanings of names in a column, as far as they were looked up.
struct NameCache<T>(Vec<Option<NameMeaning<T>>>);

/// The meaning of a name in a column.
enum NameMeaning<T> {
    Nothing,
    Known(T),
    Unknown,
}

impl<T> NameCache<T> {
    fn new(count: usize) -> Self {
        Self((0..count).map(|_| None).collect())
    }

    /// None if the index is out of range.
    fn meaning(&mut self, names: &[String], index: usize, find: &dyn Fn(&str) -> Option<T>) -> Option<&NameMeaning<T>> {
        let (name, slot) = (names.get(index)?, self.0.get_mut(index)?);
        Some(slot.get_or_insert_with(|| match name {
            name if name.trim().is_empty() => NameMeaning::Nothing,
            name => find(name).map_or(NameMeaning::Unknown, NameMeaning::Known),
        }))
    }
}

impl<'t> Rows<'t> {
    pub(crate) fn new(table: &'t Table, words: Option<&'t dyn Words>, on_problem: OnProblem) -> Self {
        let count = table.names.len();
        Self {
            table,
            words,
            on_problem,
            kinds: NameCache::new(count),
            fibres: NameCache::new(count),
            places: NameCache::new(count),
            proofs: NameCache::new(count),
            labels: NameCache::new(count),
        }
    }

    /// Reads a row; None if it has a problem and is to be omitted.
    pub(crate) fn read(&mut self, row: usize, problems: &mut Vec<RowProblem>) -> Option<Garment> {
        let before = problems.len();
        let mut cells = Cells { table: self.table, row, problems };
        let words = self.words;
        let kind = |name: &str| Kind::from_id(name).or_else(|| words?.kind(name));
        let place = |name: &str| Place::from_code(name).or_else(|| words?.place(name));
        let fibres = |name: &str| one_fibre(name).or_else(|| words?.fibres(name));
        let label = |text: &str| words?.label(text);
        let (table, places) = (self.table, &mut self.places);
        let mut at = |field, column: &Option<Vec<u32>>, cells: &mut Cells| {
            cells.named(field, column.as_deref(), places, &place, ProblemCode::UnknownPlace).copied()
        };
        let made_in = at("madeIn", &table.made_in, &mut cells);
        let fabric_in = at("fabricIn", &table.fabric_in, &mut cells);
        let spun_in = at("spunIn", &table.spun_in, &mut cells);
        let cotton_from = at("cottonFrom", &table.cotton_from, &mut cells);
        let sold_in = at("soldIn", &table.sold_in, &mut cells);
        let kinds = &mut self.kinds;
        let kind = cells.named("kind", table.kind.as_deref(), kinds, &kind, ProblemCode::UnknownKind).copied();
        let proofs = &mut self.proofs;
        let proof = cells.named("proof", table.proof.as_deref(), proofs, &Proof::from_id, ProblemCode::UnknownProof);
        let mut said = Garment {
            kind,
            made_in,
            fabric_in,
            spun_in,
            cotton_from: cotton_from.into_iter().collect(),
            proof: proof.copied(),
            bought_in: cells.year(),
            sold_in,
            mass: cells
                .number("massGrams", table.mass_grams.as_deref(), Grams::MOST)
                .ok()
                .flatten()
                .and_then(Grams::new),
            ..Garment::default()
        };
        let percents = cells.percents();
        let in_words =
            cells.named("fibres", table.fibres.as_deref(), &mut self.fibres, &fibres, ProblemCode::UnknownFibre);
        match (percents, in_words) {
            (Some(_), Some(_)) => cells.complain("cottonPercent", ProblemCode::OnlyOne, ""),
            (Some(percents), None) => said.fibres = percents,
            (None, Some(in_words)) => {
                said.fibres.clone_from(&in_words.fibres);
                said.components.clone_from(&in_words.components);
            }
            (None, None) => {}
        }
        let unread = if words.is_some() { ProblemCode::OutOfRange } else { ProblemCode::UnknownField };
        let label = cells.named("label", table.label.as_deref(), &mut self.labels, &label, unread);
        let garment = match label {
            Some(label) => said.over(label.clone()),
            None => said,
        };
        (problems.len() == before || self.on_problem == OnProblem::Skip).then_some(garment)
    }
}

/// A garment made of one fibre, by the fibre's id.
fn one_fibre(id: &str) -> Option<Garment> {
    let fibre = Fibre { kind: FibreKind::from_id(id)?, percent: None, recycled: false, organic: false };
    Composition::new(vec![fibre]).map(|fibres| Garment { fibres, ..Garment::default() })
}

/// The cells of one row.
struct Cells<'a> {
    table: &'a Table,
    row: usize,
    problems: &'a mut Vec<RowProblem>,
}

impl Cells<'_> {
    // Not inlined into each column: that would add kilobytes to the wasm.
    #[inline(never)]
    fn named<'n, T>(
        &mut self,
        field: &'static str,
        column: Option<&[u32]>,
        names: &'n mut NameCache<T>,
        find: &dyn Fn(&str) -> Option<T>,
        unknown: ProblemCode,
    ) -> Option<&'n T> {
        let index = column?[self.row] as usize;
        match names.meaning(&self.table.names, index, find) {
            Some(NameMeaning::Known(known)) => return Some(known),
            Some(NameMeaning::Nothing) => {}
            Some(NameMeaning::Unknown) => self.complain(field, unknown, &self.table.names[index]),
            None => self.complain(field, ProblemCode::OutOfRange, &number::shown(index as f64)),
        }
        None
    }

    fn year(&mut self) -> Option<Year> {
        let year = self.table.bought_in.as_deref()?[self.row];
        let known = u16::try_from(year).ok().and_then(Year::new);
        if known.is_none() && year != 0 {
            self.complain("boughtIn", ProblemCode::OutOfRange, &number::shown(year.into()));
        }
        known
    }

    /// The cotton of a row: how much, and how much of that is recycled.
    fn percents(&mut self) -> Option<Composition> {
        let cotton = self.number("cottonPercent", self.table.cotton_percent.as_deref(), 100.0);
        // Recycled cotton is a part of the cotton. If the cotton is invalid, no recycled percentage is valid, either.
        let most = cotton.map_or(100.0, |cotton| cotton.unwrap_or(0.0));
        let recycled = self.number("recycledPercent", self.table.recycled_percent.as_deref(), most);
        let (cotton, recycled) = (cotton.ok()??, recycled.ok().flatten().unwrap_or(0.0));
        let fibre = |percent: f64, recycled| Fibre {
            kind: FibreKind::Cotton,
            percent: Percent::new(percent),
            recycled,
            organic: false,
        };
        let fibres = match cotton - recycled {
            new if recycled <= 0.0 => vec![fibre(new, false)],
            new if new <= 0.0 => vec![fibre(recycled, true)],
            new => vec![fibre(new, false), fibre(recycled, true)],
        };
        Composition::new(fibres)
    }

    /// A number from 0 to `most`, or None if it is unknown; an error if it is out of range.
    fn number(&mut self, field: &'static str, column: Option<&[f64]>, most: f64) -> Result<Option<f64>, ()> {
        let Some(number) = column.map(|column| column[self.row]).filter(|number| !number.is_nan()) else {
            return Ok(None);
        };
        if !(0.0..=most).contains(&number) {
            self.complain(field, ProblemCode::OutOfRange, &number::shown(number));
            return Err(());
        }
        Ok(Some(number))
    }

    fn complain(&mut self, field: &'static str, code: ProblemCode, value: &str) {
        let value = value.chars().take(LONGEST_TOLD).collect();
        self.problems.push(RowProblem { row: self.row, field, code, value });
    }
}
