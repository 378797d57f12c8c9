//! The estimate: from a garment to an assessment.

mod amounts;
mod any_place;
mod bins;
mod columns;
mod drawn;
mod evaluate;
mod explain;
mod next;
mod notes;
mod plan;
mod points;
mod quantile;
mod range;
mod replaced;
mod session;
mod shared;
mod sorted;
mod stages;
mod strand;
mod table;
mod wardrobe;

pub use range::DOTS;

use crate::{
    assessment::{
        Assessment, Basis, Estimate, Note, Op, Quantity, Reason, Reasons, StageRecord, Step, StepStage, Wardrobe,
    },
    figures::CROP_LAG,
    garment::{Cotton, Garment},
    options::{Options, Replacement},
    version::Version,
};
use amounts::{ExplainedAmounts, Factors};
use plan::Plan;
use session::Session;
use shared::{SharedKey, SharedNumbers};
use std::{cell::RefCell, rc::Rc};

/// The model over one set of figures. It keeps what it has computed: make one and use it often.
pub struct Model {
    as_sourced: Rc<Session>,
    /// The last replacements, and the session over them: a sceptic's switch stays set while garments change.
    replaced: RefCell<Option<(Vec<Replacement>, Rc<Session>)>>,
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
        Self { as_sourced: Rc::new(Session::new(&[])), replaced: RefCell::default() }
    }

    /// Estimates how much of the garment's cotton was grown in the Region, with the figures as sourced.
    #[must_use]
    pub fn assess(&self, garment: &Garment) -> Assessment {
        assess(garment, &self.as_sourced)
    }

    /// The same with options: figures replaced for this answer, and told so.
    // Two calls of the boundary end here: inlined into both, it would be in the wasm twice.
    #[must_use]
    #[inline(never)]
    pub fn assess_with(&self, garment: &Garment, options: &Options) -> Assessment {
        let answer = self.assess(garment);
        if options.replace.is_empty() {
            return answer;
        }
        let mut replaced = assess(garment, &self.session(options));
        replaced::mark(&mut replaced, &answer, &options.replace);
        let crop_lag = self.session(options).columns.best(CROP_LAG);
        let beside = replaced::in_range_only(&Plan::new(garment, crop_lag), &replaced.steps, &options.replace);
        replaced.notes.extend(beside);
        replaced
    }

    /// `central` of the share of the cotton alone, without its range: some thousand times less work. None where there is no
    /// cotton.
    #[must_use]
    pub fn central_share(&self, garment: &Garment, options: &Options) -> Option<f64> {
        let columns = &self.session(options).columns;
        let plan = Plan::new(garment, columns.best(CROP_LAG));
        (plan.cotton != Cotton::None).then(|| evaluate::central(&plan, columns))
    }

    /// The share of the cotton as [`DOTS`] equally likely values, lowest first: the middle of each twentieth of its distribution.
    /// None where there is no cotton.
    #[must_use]
    pub fn quantiles(&self, garment: &Garment, options: &Options) -> Option<[f64; DOTS]> {
        let columns = &self.session(options).columns;
        let plan = Plan::new(garment, columns.best(CROP_LAG));
        (plan.cotton != Cotton::None).then(|| range::quantiles(&evaluate::evaluate(&plan, columns).share))
    }

    /// Assesses garments one by one, and all of them together.
    #[must_use]
    pub fn assess_all(&self, garments: &[Garment], options: &Options) -> Wardrobe {
        let answers = garments.iter().map(|garment| self.assess_with(garment, options)).collect();
        wardrobe::wardrobe(garments, answers, &self.session(options).columns)
    }

    /// The session over these options' figures.
    fn session(&self, options: &Options) -> Rc<Session> {
        if options.replace.is_empty() {
            return self.as_sourced.clone();
        }
        let mut last = self.replaced.borrow_mut();
        match &*last {
            Some((replace, session)) if *replace == options.replace => session.clone(),
            _ => {
                let session = Rc::new(Session::new(&options.replace));
                *last = Some((options.replace.clone(), session.clone()));
                session
            }
        }
    }
}

fn assess(garment: &Garment, session: &Session) -> Assessment {
    let columns = &session.columns;
    let plan = Plan::new(garment, columns.best(CROP_LAG));
    if plan.cotton == Cotton::None {
        return without_cotton(notes::notes(garment, &plan, Vec::new()), stages::stages(garment, &plan));
    }
    let key = SharedKey::of(garment, plan.cotton, plan.recycled, &plan.origins);
    let factors = Factors::new(garment, plan.cotton);
    let SharedNumbers { share, in_part, amounts } =
        session.shared.numbers(key, || SharedNumbers::new(&plan, factors, columns));
    let ExplainedAmounts { amounts, reasons, steps } = amounts::explained(factors, share.central, amounts, columns);
    let explanation = explain::explain(garment, &plan, columns);
    let any = explanation.any(columns);
    let mut notes = notes::notes(garment, &plan, explanation.notes);
    notes.extend(notes::mean_differs(share));
    Assessment {
        cotton_share: Some(share),
        garment_share: amounts.garment_share,
        grams: amounts.grams,
        field_grams: amounts.field_grams,
        in_part: Some(in_part),
        reasons,
        steps: explanation.steps.into_iter().chain(steps).chain([any]).collect(),
        notes,
        stages: stages::stages(garment, &plan),
        next: next::next(garment, &plan, key, session),
        replaced: None,
        version: Version::current(),
    }
}

/// This is about cotton only: there is none, and so none from the Region.
fn without_cotton(notes: Vec<Note>, stages: Vec<StageRecord>) -> Assessment {
    let fraction = Step::new("cotton-fraction", StepStage::Fibres, Op::Times);
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
        stages,
        next: Vec::new(),
        replaced: None,
        version: Version::current(),
    }
}
