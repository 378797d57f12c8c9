//! A catalogue, row by row over what rows share.

use super::{
    Model,
    amounts::Factors,
    plan::Plan,
    session::Session,
    shared::{SharedKey, SharedNumbers},
};
use crate::{
    assessment::Estimate,
    figures::CROP_LAG,
    garment::{Cotton, Garment},
    options::Options,
    table::{Estimates, Row, Rows, Table, TableAnswer},
    vocabulary::Grams,
};

impl Model {
    /// Assesses every row of a catalogue. Columns of unequal length end with the shortest; see [`Table::rows`].
    #[must_use]
    pub fn assess_table(&self, table: &Table, options: &Options) -> TableAnswer {
        answer(table, &self.session(options))
    }
}

fn answer(table: &Table, session: &Session) -> TableAnswer {
    let count = table.rows().unwrap_or_default();
    let column = || Estimates::with_capacity(count);
    let mut answer = TableAnswer {
        cotton_share: column(),
        garment_share: column(),
        grams: column(),
        field_grams: column(),
        in_part: column(),
        problems: Vec::new(),
    };
    let rows = Rows::new(table);
    for index in 0..count {
        match rows.read(index, &mut answer.problems) {
            Some(row) if row.cotton > 0.0 => {
                let numbers = session.shared.numbers(Some(row.key), || numbers(row.key, session));
                answer.push(&row, &numbers);
            }
            Some(_) => answer.push_without_cotton(),
            None => answer.push_nothing(),
        }
    }
    answer
}

fn numbers(key: SharedKey, session: &Session) -> SharedNumbers {
    let garment = garment(key);
    let cotton = if key.cotton_said { Cotton::Fraction(1.0) } else { Cotton::Usual { least: 0.0, most: 1.0 } };
    let plan =
        Plan { recycled: f64::from_bits(key.recycled), cotton, ..Plan::new(&garment, session.columns.best(CROP_LAG)) };
    SharedNumbers::new(&plan, Factors::new(&garment, cotton), &session.columns)
}

/// A garment of which this is said; one gram where the row has a mass.
fn garment(key: SharedKey) -> Garment {
    Garment {
        kind: key.kind,
        mass: if key.mass_said { Grams::new(1.0) } else { None },
        made_in: key.made_in,
        fabric_in: key.fabric_in,
        spun_in: key.spun_in,
        cotton_from: key.cotton_from.into_iter().collect(),
        proof: key.proof,
        bought_in: key.bought_in,
        ..Garment::default()
    }
}

impl TableAnswer {
    fn push(&mut self, row: &Row, numbers: &SharedNumbers) {
        self.cotton_share.push(Some(numbers.share), 1.0);
        self.in_part.push(Some(numbers.in_part), 1.0);
        self.garment_share.push(numbers.amounts.garment_share, row.cotton);
        self.grams.push(numbers.amounts.grams, row.cotton * row.mass);
        self.field_grams.push(numbers.amounts.field_grams, row.cotton * row.mass);
    }

    /// No cotton: none of it from the Region, and no share of it.
    fn push_without_cotton(&mut self) {
        self.cotton_share.push(None, 1.0);
        for quantity in [&mut self.garment_share, &mut self.grams, &mut self.field_grams, &mut self.in_part] {
            quantity.push(Some(Estimate::ZERO), 1.0);
        }
    }

    fn push_nothing(&mut self) {
        let quantities = [
            &mut self.cotton_share,
            &mut self.garment_share,
            &mut self.grams,
            &mut self.field_grams,
            &mut self.in_part,
        ];
        for quantity in quantities {
            quantity.push(None, 1.0);
        }
    }
}
