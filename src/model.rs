//! The estimate: from a garment to an assessment.

mod columns;
mod evaluate;
mod explain;
mod notes;
mod onward;
mod plan;
mod points;
mod quantile;
mod range;
mod strand;

#[cfg(target_arch = "wasm32")]
pub(crate) use strand::{FIRST_CROP, LAST_CROP};

use crate::{
    assessment::{Assessment, Basis, Estimate, Note, Op, Quantity, Reason, Reasons, Stage, Step, Version},
    garment::{Cotton, Garment},
};
use columns::Columns;
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
        Self { columns: Columns::new() }
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
        let share = range::estimate(&outcome.share);
        let onward = onward::onward(garment, plan.cotton, (&outcome.share, share), &self.columns);
        let mut steps = explanation.steps;
        steps.extend(onward.steps);
        steps.push(any);
        Assessment {
            cotton_share: Some(share),
            garment_share: Some(onward.garment_share),
            grams: onward.grams,
            field_grams: onward.field_grams,
            in_part: Some(range::estimate(&outcome.any)),
            reasons: onward.reasons,
            steps,
            notes,
            version: Version::current(),
        }
    }
}

/// This is about cotton only: there is none, and so none from the Region.
fn without_cotton(notes: Vec<Note>) -> Assessment {
    let fraction = explain::step("cotton-fraction", Stage::Fibres, Op::Times);
    let none = Step { of: Quantity::GarmentShare, value: Some(0.0), result: 0.0, standing: Basis::Entered, ..fraction };
    Assessment {
        cotton_share: None,
        garment_share: Some(Estimate::ZERO),
        grams: Some(Estimate::ZERO),
        field_grams: Some(Estimate::ZERO),
        in_part: Some(Estimate::ZERO),
        reasons: Reasons { cotton_share: Some(Reason::NoCotton), ..Reasons::default() },
        steps: vec![none],
        notes,
        version: Version::current(),
    }
}
