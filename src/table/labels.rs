//! Labels of a catalogue: what each says goes into the columns, where the row does not say it itself.

use super::Table;
use crate::{
    garment::{Cotton, Garment},
    model::{Origin, origins},
    vocabulary::{Grams, Place},
};

impl Table {
    /// Reads the column of labels into the other columns. What a row says in its own columns stands. Each text is read once;
    /// a label that states several origins of the cotton, itself or by its schemes, gives none if they differ for the estimate, as a
    /// row has room for one.
    pub fn read_labels(&mut self, mut read_label: impl FnMut(&str) -> Garment) {
        let Some(labels) = self.label.take() else { return };
        let mut read: Vec<Option<Garment>> = vec![None; self.names.len()];
        let mut filler = Filler { own: self.names.len(), rows: labels.len(), table: self };
        for (row, label) in labels.iter().enumerate() {
            let Some(slot) = read.get_mut(*label as usize) else { continue };
            let text = &filler.table.names[*label as usize];
            let garment = slot.get_or_insert_with(|| read_label(text));
            filler.fill(row, garment);
        }
        self.label = Some(labels);
    }
}

/// Stands for all places outside China: the estimate knows them by what proves them, and by nothing else.
const OUTSIDE: Place = Place::Country(*b"IN");

/// What a label gives to a row: what a row has columns for.
pub struct LabelRow {
    /// Id of its kind.
    pub kind: Option<&'static str>,
    /// Where it was sewn.
    pub made_in: Option<Place>,
    /// Where its cloth was made.
    pub fabric_in: Option<Place>,
    /// Where its yarn was spun.
    pub spun_in: Option<Place>,
    /// Where the cotton is said to have grown.
    pub cotton_from: Option<Place>,
    /// Id of what stands behind that.
    pub proof: Option<&'static str>,
    /// Grams.
    pub mass_grams: Option<f64>,
    /// Percent of its mass that is cotton.
    pub cotton_percent: Option<f64>,
    /// Percent of its mass that is recycled cotton.
    pub recycled_percent: Option<f64>,
}

impl LabelRow {
    /// What a garment gives to a row.
    #[must_use]
    pub fn of(garment: &Garment) -> Self {
        let origins = origins(garment);
        let (origin, proof) = match origins[..] {
            [Origin { place: Some(place), proof }] => (Some(place), Some(proof)),
            [Origin { proof, .. }, ..] if origins.iter().all(|other| other.outside_china() && other.proof == proof) => {
                (Some(OUTSIDE), Some(proof))
            }
            _ => (None, None),
        };
        let said = !garment.fibres.fibres().is_empty() || !garment.components.is_empty();
        let content = garment.cotton_content();
        let percent = match content.cotton {
            Cotton::None if said => Some(0.0),
            Cotton::Fraction(fraction) => Some(100.0 * fraction),
            _ => None,
        };
        Self {
            kind: garment.kind.map(crate::vocabulary::Kind::id),
            made_in: garment.made_in,
            fabric_in: garment.fabric_in,
            spun_in: garment.spun_in,
            cotton_from: origin,
            proof: proof.map(crate::vocabulary::Proof::id),
            mass_grams: garment.mass().map(Grams::get),
            cotton_percent: percent,
            recycled_percent: percent.map(|percent| percent * content.recycled),
        }
    }
}

/// Fills the cells of a table that say nothing.
struct Filler<'t> {
    table: &'t mut Table,
    rows: usize,
    /// Names from here on are those added: a catalogue's own can be a hundred thousand texts.
    own: usize,
}

impl Filler<'_> {
    fn fill(&mut self, row: usize, garment: &Garment) {
        let said = LabelRow::of(garment);
        self.index(row, said.kind, |table| &mut table.kind);
        self.index(row, said.made_in.as_ref().map(Place::code), |table| &mut table.made_in);
        self.index(row, said.fabric_in.as_ref().map(Place::code), |table| &mut table.fabric_in);
        self.index(row, said.spun_in.as_ref().map(Place::code), |table| &mut table.spun_in);
        self.index(row, said.cotton_from.as_ref().map(Place::code), |table| &mut table.cotton_from);
        self.index(row, said.proof, |table| &mut table.proof);
        self.number(row, said.mass_grams, |table| &mut table.mass_grams);
        if self.number(row, said.cotton_percent, |table| &mut table.cotton_percent) {
            self.number(row, said.recycled_percent, |table| &mut table.recycled_percent);
        }
    }

    /// Puts a name into a column, where the row says nothing there.
    fn index(&mut self, row: usize, name: Option<&str>, column: fn(&mut Table) -> &mut Option<Vec<u32>>) {
        let Some(name) = name else { return };
        let (nothing, index, rows) = (self.name(""), self.name(name), self.rows);
        let cell = column(self.table).get_or_insert_with(|| vec![nothing; rows]).get(row).copied();
        let says_nothing = |cell: u32| self.table.names.get(cell as usize).is_some_and(|said| said.trim().is_empty());
        if cell.is_some_and(says_nothing)
            && let Some(cell) = column(self.table).as_mut().and_then(|cells| cells.get_mut(row))
        {
            *cell = index;
        }
    }

    /// The index of a name, which is added once.
    fn name(&mut self, name: &str) -> u32 {
        let own = &self.table.names[self.own..];
        let index = own.iter().position(|known| known == name).unwrap_or(own.len()) + self.own;
        if index == self.table.names.len() {
            self.table.names.push(name.to_owned());
        }
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// Puts a number into a column, where the row says nothing there; whether it did.
    fn number(&mut self, row: usize, value: Option<f64>, column: fn(&mut Table) -> &mut Option<Vec<f64>>) -> bool {
        let (Some(value), rows) = (value, self.rows) else { return false };
        let cells = column(self.table).get_or_insert_with(|| vec![f64::NAN; rows]);
        match cells.get_mut(row).filter(|cell| cell.is_nan()) {
            Some(cell) => {
                *cell = value;
                true
            }
            None => false,
        }
    }
}
