//! From the share of the cotton to the amounts: share of the garment, grams in it, grams picked for it.
//!
//! Where a garment states its cotton fraction or its mass, the amounts are computed for a fraction of 1 and a mass of 1 g, and then
//! scaled by what it states. So garments that differ in those numbers alone share one computation.

use super::{
    columns::{Columns, Numbers},
    drawn::Column,
    range::{self, Cumulative},
};
use crate::{
    assessment::{Basis, Estimate, Op, Quantity, Reason, Reasons, Step, StepStage},
    figures::FigureId,
    garment::{Cotton, Garment},
    vocabulary::{Grams, Kind},
};
use std::rc::Rc;

/// The quantities that follow from the share of the cotton.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Amounts {
    pub(crate) garment_share: Option<Estimate>,
    pub(crate) grams: Option<Estimate>,
    pub(crate) field_grams: Option<Estimate>,
}

/// The amounts of a garment, the steps to them, and why any are missing.
pub(crate) struct ExplainedAmounts {
    pub(crate) amounts: Amounts,
    pub(crate) reasons: Reasons,
    pub(crate) steps: Vec<Step>,
}

/// The factors by which the share is multiplied, in turn. None: not known, and then no later amount is.
#[derive(Clone, Copy)]
pub(crate) struct Factors {
    fraction: Option<Factor>,
    mass: Option<Factor>,
    loss: Option<FigureId>,
}

/// Where a factor comes from.
#[derive(Clone, Copy)]
pub(crate) enum Factor {
    Entered(f64),
    Figure(FigureId),
    /// A figure within what the label leaves open.
    Within(FigureId, f64, f64),
}

impl Factors {
    pub(crate) fn new(garment: &Garment, cotton: Cotton) -> Self {
        let fraction = match cotton {
            Cotton::None => Some(Factor::Entered(0.0)),
            Cotton::Fraction(fraction) => Some(Factor::Entered(fraction)),
            Cotton::Usual { least, most } => Some(usual(garment.kind, least, most)),
            Cotton::NotKnown => None,
        };
        let entered = garment.mass().map(Grams::get).map(Factor::Entered);
        let mass = entered.or_else(|| garment.kind.and_then(Kind::mass).map(Factor::Figure));
        Self { fraction, mass, loss: garment.kind.and_then(Kind::fibre_per_gram) }
    }

    /// Each factor with the quantity that it leads to, as far as they are known.
    fn known(self) -> impl Iterator<Item = (Quantity, Factor)> {
        let all = [
            self.fraction.map(|factor| (Quantity::GarmentShare, factor)),
            self.mass.map(|factor| (Quantity::Grams, factor)),
            self.loss.map(|figure| (Quantity::FieldGrams, Factor::Figure(figure))),
        ];
        all.into_iter().map_while(|factor| factor)
    }
}

fn usual(kind: Option<Kind>, least: f64, most: f64) -> Factor {
    let figure = kind.unwrap_or(Kind::Other).cotton_fraction();
    if least <= 0.0 && most >= 1.0 { Factor::Figure(figure) } else { Factor::Within(figure, least, most) }
}

/// The amounts, with 1 for what is entered.
pub(crate) fn amounts(factors: Factors, share: (&[f64], Estimate), columns: &Columns) -> Amounts {
    let mut product = Product { columns, rest: share.0.to_vec(), smooth: None, last: share.1 };
    let mut amounts = Amounts::default();
    for (quantity, factor) in factors.known() {
        product.take(quantity, factor);
        *amounts.of(quantity) = Some(product.last);
    }
    amounts
}

/// The amounts of a garment, and the steps from `central` of its share to theirs.
pub(crate) fn explained(factors: Factors, central: f64, amounts: Amounts, columns: &Columns) -> ExplainedAmounts {
    let mut steps = Vec::new();
    let tell = |quantity, factor, value, central| steps.push(told(quantity, factor, value, central));
    let amounts = scaled(factors, central, amounts, columns, tell);
    ExplainedAmounts { amounts, reasons: factors.reasons(), steps }
}

/// The amounts of a garment, by what it says of its cotton and its mass.
pub(crate) fn scaled(
    factors: Factors,
    mut central: f64,
    mut amounts: Amounts,
    columns: &Columns,
    mut tell: impl FnMut(Quantity, Factor, f64, f64),
) -> Amounts {
    let mut entered = 1.0;
    for (quantity, factor) in factors.known() {
        let value = factor.central(columns);
        central *= value;
        if let Factor::Entered(value) = factor {
            entered *= value;
        }
        let amount = amounts.of(quantity);
        *amount = amount.map(|estimate| estimate.times(entered).about(central));
        tell(quantity, factor, value, central);
    }
    amounts
}

impl Factors {
    fn reasons(self) -> Reasons {
        let missing = |known: bool, reason| (!known).then_some(reason);
        let Some(_) = self.fraction else {
            let reason = Some(Reason::CottonFractionNotKnown);
            return Reasons { garment_share: reason, grams: reason, field_grams: reason, ..Reasons::default() };
        };
        let no_mass = missing(self.mass.is_some(), Reason::MassNotKnown);
        let no_loss = missing(self.loss.is_some(), Reason::LossNotKnown);
        Reasons { grams: no_mass, field_grams: no_mass.or(no_loss), ..Reasons::default() }
    }
}

/// The step that a factor makes.
fn told(of: Quantity, factor: Factor, value: f64, result: f64) -> Step {
    let (id, stage) = match of {
        Quantity::FieldGrams => ("fibre-per-gram", StepStage::Field),
        Quantity::Grams => ("mass", StepStage::Mass),
        _ => ("cotton-fraction", StepStage::Fibres),
    };
    let told = Step { of, value: Some(value), result, ..Step::new(id, stage, Op::Times) };
    match factor {
        Factor::Entered(_) => Step { standing: Basis::Entered, ..told },
        Factor::Figure(figure) | Factor::Within(figure, ..) => told.on(figure),
    }
}

impl Factor {
    fn central(self, columns: &Columns) -> f64 {
        match self {
            Self::Entered(value) => value,
            Self::Figure(figure) => columns.best(figure),
            Self::Within(figure, least, most) => range::within(columns.best(figure), least, most),
        }
    }
}

impl Amounts {
    fn of(&mut self, quantity: Quantity) -> &mut Option<Estimate> {
        match quantity {
            Quantity::FieldGrams => &mut self.field_grams,
            Quantity::Grams => &mut self.grams,
            _ => &mut self.garment_share,
        }
    }
}

/// The product of the factors so far.
struct Product<'c> {
    columns: &'c Columns,
    /// All of it but the smooth factor.
    rest: Vec<f64>,
    /// The factor that spreads most, which is integrated over exactly: see `range`.
    smooth: Option<(Column, Rc<Cumulative>)>,
    last: Estimate,
}

impl Product<'_> {
    fn take(&mut self, quantity: Quantity, factor: Factor) {
        match factor {
            Factor::Entered(_) => return,
            // What is lost in making spreads little: the mass or the fraction stays the smooth one.
            Factor::Figure(figure) if quantity == Quantity::FieldGrams => self.multiply(&self.columns.figure(figure)),
            Factor::Figure(figure) => {
                let smooth = (self.columns.figure(figure), self.columns.figures.cumulative(figure));
                if let Some((column, _)) = self.smooth.replace(smooth) {
                    self.multiply(&column);
                }
            }
            Factor::Within(figure, least, most) => {
                let usual = self.columns.figure(figure);
                let within: Vec<f64> = usual.iter().map(|usual| range::within(*usual, least, most)).collect();
                self.multiply(&within);
            }
        }
        self.last = match &self.smooth {
            None => range::estimate(&self.rest),
            Some((column, cumulative)) => range::estimate_product(&self.rest, column, cumulative),
        };
    }

    fn multiply(&mut self, column: &[f64]) {
        for (rest, factor) in self.rest.iter_mut().zip(column) {
            *rest *= factor;
        }
    }
}
