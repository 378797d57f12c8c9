//! A catalogue, row by row over what rows share.

use super::{Columns, Estimated, Model, Plan, estimated};
use crate::{
    assessment::Estimate,
    figures::CROP_LAG,
    kept::kept,
    options::Options,
    table::{Estimates, Row, RowKey, Rows, Table, TableAnswer},
};
use std::cell::RefCell;

/// The numbers of all rows that share a key, for all cotton and for one gram where rows say how much.
#[derive(Clone, Copy)]
struct Unit {
    share: Estimate,
    in_part: Estimate,
    garment_share: Option<Estimate>,
    grams: Option<Estimate>,
    field_grams: Option<Estimate>,
}

impl Model {
    /// Assesses every row of a catalogue. Columns of unequal length end with the shortest; see [`Table::rows`].
    #[must_use]
    pub fn assess_table(&self, table: &Table, options: &Options) -> TableAnswer {
        if options.replace.is_empty() {
            answer(table, &self.columns)
        } else {
            answer(table, &self.columns_with(options))
        }
    }
}

fn answer(table: &Table, columns: &Columns) -> TableAnswer {
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
    let units = RefCell::default();
    for index in 0..count {
        match rows.read(index, &mut answer.problems) {
            Some(row) if row.cotton > 0.0 => {
                let unit = kept(&units, row.key, || unit(&row.key, columns));
                answer.push(&row, &unit);
            }
            Some(_) => answer.push_without_cotton(),
            None => answer.push_nothing(),
        }
    }
    answer
}

fn unit(key: &RowKey, columns: &Columns) -> Unit {
    let garment = key.garment();
    let plan = Plan::new(&garment, columns.best(CROP_LAG));
    let Estimated { share, in_part, onward } = estimated(&garment, &plan, columns);
    Unit { share, in_part, garment_share: onward.garment_share, grams: onward.grams, field_grams: onward.field_grams }
}

impl TableAnswer {
    fn push(&mut self, row: &Row, unit: &Unit) {
        self.cotton_share.push(Some(unit.share), 1.0);
        self.in_part.push(Some(unit.in_part), 1.0);
        self.garment_share.push(unit.garment_share, row.cotton);
        self.grams.push(unit.grams, row.cotton * row.mass);
        self.field_grams.push(unit.field_grams, row.cotton * row.mass);
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
