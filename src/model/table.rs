//! A catalogue, row by row over what rows share.

use super::{
    Model,
    amounts::{self, Amounts, Factors},
    plan::{Plan, origins},
    session::Session,
    shared::{SharedKey, SharedNumbers},
};
use crate::{
    assessment::Estimate,
    figures::CROP_LAG,
    garment::{Cotton, Garment},
    options::Options,
    table::{Estimates, Rows, Status, Table, TableAnswer, Words},
};

impl Model {
    /// Assesses every row of a catalogue whose names are ids. Columns of unequal length end with the shortest; see [`Table::rows`].
    #[must_use]
    pub fn assess_table(&self, table: &Table, options: &Options) -> TableAnswer {
        self.table(table, options, None)
    }

    /// The same of a catalogue with labels, or with names in words.
    #[must_use]
    pub fn assess_table_in_words(&self, table: &Table, options: &Options, words: &dyn Words) -> TableAnswer {
        self.table(table, options, Some(words))
    }

    fn table(&self, table: &Table, options: &Options, words: Option<&dyn Words>) -> TableAnswer {
        let session = self.session(options);
        let count = table.rows().unwrap_or_default();
        let mut answer = TableAnswer::with_capacity(count);
        let mut rows = Rows::new(table, words, options.on_problem);
        for index in 0..count {
            match rows.read(index, &mut answer.problems) {
                Some(garment) => answer.push_garment(&garment, &session),
                None => answer.push(Status::NotComputed, None, None, Amounts::default()),
            }
        }
        answer
    }
}

impl TableAnswer {
    fn with_capacity(rows: usize) -> Self {
        let column = || Estimates::with_capacity(rows);
        Self {
            status: Vec::with_capacity(rows),
            cotton_share: column(),
            garment_share: column(),
            grams: column(),
            field_grams: column(),
            in_part: column(),
            problems: Vec::new(),
        }
    }

    /// The numbers that `assess` gives, without their steps.
    fn push_garment(&mut self, garment: &Garment, session: &Session) {
        let content = garment.cotton_content();
        if content.cotton == Cotton::None {
            let zero = Some(Estimate::ZERO);
            let amounts = Amounts { garment_share: zero, grams: zero, field_grams: zero };
            return self.push(Status::NoCotton, None, zero, amounts);
        }
        let columns = &session.columns;
        let key = SharedKey::of(garment, content.cotton, content.recycled, &origins(garment));
        let factors = Factors::new(garment, content.cotton);
        let make = || SharedNumbers::new(&Plan::new(garment, columns.best(CROP_LAG)), factors, columns);
        let SharedNumbers { share, in_part, amounts } = session.shared.numbers(key, make);
        let amounts = amounts::scaled(factors, share.central, amounts, columns, |_, _, _, _| {});
        self.push(Status::Computed, Some(share), Some(in_part), amounts);
    }

    fn push(&mut self, status: Status, share: Option<Estimate>, in_part: Option<Estimate>, amounts: Amounts) {
        self.status.push(status);
        self.cotton_share.push(share);
        self.in_part.push(in_part);
        self.garment_share.push(amounts.garment_share);
        self.grams.push(amounts.grams);
        self.field_grams.push(amounts.field_grams);
    }
}
