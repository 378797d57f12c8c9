//! From the share of the cotton onward: to the garment, to its grams, and to the grams picked for it.

use super::{
    columns::{Column, Columns, Numbers},
    explain::step,
    range::{self, Cumulative},
};
use crate::{
    assessment::{Basis, Estimate, Op, Quantity, Reason, Reasons, Stage, Step},
    figures::FigureId,
    garment::{Cotton, Garment, Grams, Kind},
};
use std::rc::Rc;

/// The quantities that follow from the share of the cotton, and the steps to them.
pub(crate) struct Onward {
    pub(crate) garment_share: Option<Estimate>,
    pub(crate) grams: Option<Estimate>,
    pub(crate) field_grams: Option<Estimate>,
    pub(crate) reasons: Reasons,
    pub(crate) steps: Vec<Step>,
}

impl Onward {
    fn unknown_fraction() -> Self {
        let reason = Some(Reason::CottonFractionNotKnown);
        let reasons = Reasons { cotton_share: None, garment_share: reason, grams: reason, field_grams: reason };
        Self { garment_share: None, grams: None, field_grams: None, reasons, steps: Vec::new() }
    }
}

/// One factor of the way.
struct Link {
    of: Quantity,
    id: &'static str,
    stage: Stage,
    factor: Factor,
}

/// Where a factor comes from.
#[derive(Clone, Copy)]
enum Factor {
    Entered(f64),
    Figure(FigureId),
    /// A figure within what the label leaves open.
    Within(FigureId, f64, f64),
}

/// Follows the way as far as the garment's mass and loss are known.
pub(crate) fn onward(garment: &Garment, cotton: Cotton, share: (&[f64], Estimate), columns: &Columns) -> Onward {
    let mut way =
        Way { columns, rest: share.0.to_vec(), smooth: None, central: share.0[0], last: share.1, steps: Vec::new() };
    let fraction = match cotton {
        Cotton::None => Factor::Entered(0.0),
        Cotton::Fraction(fraction) => Factor::Entered(fraction),
        Cotton::Usual { least, most } => usual(garment.kind, least, most),
        Cotton::NotKnown => return Onward::unknown_fraction(),
    };
    let garment_share =
        way.follow(&Link { of: Quantity::GarmentShare, id: "cotton-fraction", stage: Stage::Fibres, factor: fraction });
    let entered = garment.mass().map(Grams::get).map(Factor::Entered);
    let mass = entered.or_else(|| garment.kind.and_then(Kind::mass).map(Factor::Figure));
    let grams = mass.map(|factor| way.follow(&Link { of: Quantity::Grams, id: "mass", stage: Stage::Mass, factor }));
    let loss = garment.kind.and_then(Kind::fibre_per_gram).filter(|_| grams.is_some());
    let field_grams = loss.map(|figure| {
        let factor = Factor::Figure(figure);
        way.follow(&Link { of: Quantity::FieldGrams, id: "fibre-per-gram", stage: Stage::Field, factor })
    });
    let missing = |known: bool, reason| (!known).then_some(reason);
    let no_mass = missing(grams.is_some(), Reason::MassNotKnown);
    let no_loss = missing(field_grams.is_some(), Reason::LossNotKnown);
    let reasons = Reasons { grams: no_mass, field_grams: no_mass.or(no_loss), ..Reasons::default() };
    Onward { garment_share: Some(garment_share), grams, field_grams, reasons, steps: way.steps }
}

fn usual(kind: Option<Kind>, least: f64, most: f64) -> Factor {
    let figure = kind.unwrap_or(Kind::Other).cotton_fraction();
    if least <= 0.0 && most >= 1.0 { Factor::Figure(figure) } else { Factor::Within(figure, least, most) }
}

struct Way<'c> {
    columns: &'c Columns,
    /// The product so far, but for the smooth factor.
    rest: Vec<f64>,
    /// The factor that spreads most, which is integrated over exactly: see `range`.
    smooth: Option<(Column, Rc<Cumulative>)>,
    /// The product so far for `central`.
    central: f64,
    last: Estimate,
    steps: Vec<Step>,
}

impl Way<'_> {
    fn follow(&mut self, link: &Link) -> Estimate {
        let value = self.take(link);
        self.central *= value;
        let told =
            Step { of: link.of, value: Some(value), result: self.central, ..step(link.id, link.stage, Op::Times) };
        self.steps.push(match link.factor {
            Factor::Entered(_) => Step { standing: Basis::Entered, ..told },
            Factor::Figure(figure) | Factor::Within(figure, ..) => told.on(figure),
        });
        self.last.central = self.central;
        self.last
    }

    /// Multiplies by a factor and returns its value for `central`.
    fn take(&mut self, link: &Link) -> f64 {
        match link.factor {
            // A constant scales the estimate as it is.
            Factor::Entered(value) => {
                let Estimate { low, central, high, mean } = self.last;
                self.last =
                    Estimate { low: low * value, central: central * value, high: high * value, mean: mean * value };
                self.rest.iter_mut().for_each(|rest| *rest *= value);
                value
            }
            Factor::Figure(figure) => {
                let column = self.columns.figure(figure);
                let value = column[0];
                if link.of == Quantity::FieldGrams {
                    // What is lost in making spreads little: the mass or the fraction stays the smooth one.
                    self.multiply(&column);
                } else {
                    let before = self.smooth.replace((column, self.columns.cumulative(figure)));
                    if let Some((column, _)) = before {
                        self.multiply(&column);
                    }
                }
                self.estimate();
                value
            }
            Factor::Within(figure, least, most) => {
                let within: Vec<f64> =
                    self.columns.figure(figure).iter().map(|usual| range::within(*usual, least, most)).collect();
                self.multiply(&within);
                self.estimate();
                within[0]
            }
        }
    }

    fn multiply(&mut self, column: &[f64]) {
        for (rest, factor) in self.rest.iter_mut().zip(column) {
            *rest *= factor;
        }
    }

    fn estimate(&mut self) {
        self.last = match &self.smooth {
            None => range::estimate(&self.rest),
            Some((column, cumulative)) => range::estimate_product(&self.rest, column, cumulative),
        };
    }
}
