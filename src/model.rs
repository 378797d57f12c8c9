//! The estimate: from a garment to an assessment.

mod columns;
mod evaluate;
mod explain;
mod notes;
mod plan;
mod points;
mod quantile;
mod range;
mod strand;

#[cfg(target_arch = "wasm32")]
pub(crate) use strand::{FIRST_CROP, LAST_CROP};

use crate::{
    assessment::{Assessment, Estimate, Quantity, Reason, Reasons, Stage, Step, Version},
    garment::{Cotton, Garment, Kind},
};
use columns::{Columns, LENGTH};
use explain::{From, onward};
use plan::Plan;

/// Version of the method: another number where the same figures and the same garment give another answer.
pub const VERSION: &str = "1";

/// The model over one set of figures. It keeps what it has computed: make one and use it often.
pub struct Model {
    columns: Columns,
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// The model over the figures as sourced.
    #[must_use]
    pub fn new() -> Self {
        Self {
            columns: Columns::new(),
        }
    }

    /// Estimates how much of the garment's cotton was grown in the Region.
    #[must_use]
    pub fn assess(&self, garment: &Garment) -> Assessment {
        let plan = Plan::new(garment);
        if plan.cotton == Cotton::None {
            return without_cotton(notes::notes(garment, &plan, Vec::new()));
        }
        let outcome = evaluate::evaluate(&plan, &self.columns);
        let explanation = explain::explain(garment, &plan, &self.columns);
        let any = explanation.any(&self.columns);
        let notes = notes::notes(garment, &plan, explanation.notes);
        let mut onward = Onward {
            model: self,
            running: outcome.share.clone(),
            steps: explanation.steps,
        };
        let garment_share = onward.fraction(&plan.cotton, garment.kind);
        let (grams, field_grams, reasons) = onward.masses(garment);
        let mut steps = onward.steps;
        steps.push(any);
        Assessment {
            cotton_share: Some(range::estimate(&outcome.share)),
            garment_share: Some(garment_share),
            grams,
            field_grams,
            in_part: Some(range::estimate(&outcome.any)),
            reasons,
            steps,
            notes,
            version: Version::current(),
        }
    }
}

/// This is about cotton only: there is none, and so none from the Region.
fn without_cotton(notes: Vec<crate::assessment::Note>) -> Assessment {
    let none = onward(
        Quantity::GarmentShare,
        "cotton-fraction",
        Stage::Fibres,
        1.0,
        0.0,
        From::Entered,
    );
    Assessment {
        cotton_share: None,
        garment_share: Some(Estimate::ZERO),
        grams: Some(Estimate::ZERO),
        field_grams: Some(Estimate::ZERO),
        in_part: Some(Estimate::ZERO),
        reasons: Reasons {
            cotton_share: Some(Reason::NoCotton),
            ..Reasons::default()
        },
        steps: vec![none],
        notes,
        version: Version::current(),
    }
}

/// From the share of the cotton onward: to the garment, its grams, and the grams picked for it.
struct Onward<'m> {
    model: &'m Model,
    /// The quantity so far, a column.
    running: Vec<f64>,
    steps: Vec<Step>,
}

impl Onward<'_> {
    fn fraction(&mut self, cotton: &Cotton, kind: Option<Kind>) -> Estimate {
        let step = |value, from| {
            (
                Quantity::GarmentShare,
                "cotton-fraction",
                Stage::Fibres,
                value,
                from,
            )
        };
        match *cotton {
            Cotton::None => Estimate::ZERO,
            Cotton::Fraction(fraction) => {
                self.times(&vec![fraction; LENGTH], step(fraction, From::Entered))
            }
            Cotton::Usual { least, most } => {
                let figure = kind.unwrap_or(Kind::Other).cotton_fraction();
                let usual = self.model.columns.figure(figure);
                let within: Vec<f64> = usual
                    .iter()
                    .map(|fraction| fraction.clamp(least, most))
                    .collect();
                self.times(&within, step(within[0], From::Figure(figure)))
            }
        }
    }

    /// Grams and field grams, as far as a mass and a loss are known.
    fn masses(&mut self, garment: &Garment) -> (Option<Estimate>, Option<Estimate>, Reasons) {
        let columns = &self.model.columns;
        let step = |value, from| (Quantity::Grams, "mass", Stage::Mass, value, from);
        let grams = if let Some(mass) = garment.mass {
            Some(self.times(&vec![mass.get(); LENGTH], step(mass.get(), From::Entered)))
        } else {
            garment.kind.and_then(Kind::mass).map(|figure| {
                let mass = columns.figure(figure);
                self.times(&mass, step(mass[0], From::Figure(figure)))
            })
        };
        let loss = garment
            .kind
            .and_then(Kind::fibre_per_gram)
            .filter(|_| grams.is_some());
        let field_grams = loss.map(|figure| {
            let ratio = columns.figure(figure);
            self.times(
                &ratio,
                (
                    Quantity::FieldGrams,
                    "fibre-per-gram",
                    Stage::Field,
                    ratio[0],
                    From::Figure(figure),
                ),
            )
        });
        let reasons = match (grams, field_grams) {
            (None, _) => Reasons {
                grams: Some(Reason::MassNotKnown),
                field_grams: Some(Reason::MassNotKnown),
                ..Reasons::default()
            },
            (Some(_), None) => Reasons {
                field_grams: Some(Reason::LossNotKnown),
                ..Reasons::default()
            },
            (Some(_), Some(_)) => Reasons::default(),
        };
        (grams, field_grams, reasons)
    }

    fn times(
        &mut self,
        column: &[f64],
        step: (Quantity, &'static str, Stage, f64, From),
    ) -> Estimate {
        let before = self.running[0];
        for (running, factor) in self.running.iter_mut().zip(column) {
            *running *= factor;
        }
        let (of, id, stage, value, from) = step;
        self.steps.push(onward(of, id, stage, before, value, from));
        range::estimate(&self.running)
    }
}
