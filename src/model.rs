//! The estimate: from a garment to an assessment.

mod cells;
mod columns;
mod evaluate;
mod explain;
mod next;
mod notes;
mod onward;
mod plan;
mod points;
mod quantile;
mod range;
mod replaced;
mod sorted;
mod stages;
mod strand;
mod table;
mod unit;
mod wardrobe;

pub(crate) use plan::{Origin, origins};
#[cfg(all(target_arch = "wasm32", feature = "estimate"))]
pub(crate) use strand::{FIRST_CROP, LAST_CROP};

use crate::{
    assessment::{
        Assessment, Basis, Estimate, Note, Op, Quantity, Reason, Reasons, Stage, StageRecord, Step, Version, Wardrobe,
    },
    figures::CROP_LAG,
    garment::{Cotton, Garment},
    options::{Options, Replacement},
};
use columns::Columns;
use onward::{Links, Onward};
use plan::Plan;
use std::{cell::RefCell, rc::Rc};
pub(crate) use unit::Key;
use unit::Unit;

/// Version of the method: another number where the same figures and the same garment give another answer.
pub const VERSION: &str = "1";

/// As many dots as a quantile plot has: few enough to be counted, each one in twenty.
pub const DOTS: usize = 20;

/// The model over one set of figures. It keeps what it has computed: make one and use it often.
pub struct Model {
    columns: Columns,
    /// The last replacements, and the columns over them.
    replaced: RefCell<Option<(Vec<Replacement>, Rc<Columns>)>>,
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
        Self { columns: Columns::new(&[]), replaced: RefCell::default() }
    }

    /// Estimates how much of the garment's cotton was grown in the Region, with the figures as sourced.
    #[must_use]
    pub fn assess(&self, garment: &Garment) -> Assessment {
        self.assess_with(garment, &Options::default())
    }

    /// The same with options: figures replaced for this answer, and told so.
    #[must_use]
    pub fn assess_with(&self, garment: &Garment, options: &Options) -> Assessment {
        let answer = assess(garment, &self.columns);
        if options.replace.is_empty() {
            return answer;
        }
        let columns = self.columns_with(options);
        let mut replaced = assess(garment, &columns);
        replaced::mark(&mut replaced, &answer, &options.replace);
        replaced
    }

    /// `central` of the share of the cotton alone, without its range: some thousand times less work. None where there is no
    /// cotton.
    #[must_use]
    pub fn central_share(&self, garment: &Garment, options: &Options) -> Option<f64> {
        let central = |columns: &Columns| {
            let plan = Plan::new(garment, columns.best(CROP_LAG));
            (plan.cotton != Cotton::None).then(|| evaluate::central(&plan, columns))
        };
        if options.replace.is_empty() { central(&self.columns) } else { central(&self.columns_with(options)) }
    }

    /// The share of the cotton as [`DOTS`] equally likely values, lowest first: the middle of each twentieth of its distribution.
    /// None where there is no cotton.
    #[must_use]
    pub fn quantiles(&self, garment: &Garment, options: &Options) -> Option<[f64; DOTS]> {
        let quantiles = |columns: &Columns| {
            let plan = Plan::new(garment, columns.best(CROP_LAG));
            (plan.cotton != Cotton::None).then(|| range::quantiles(&evaluate::evaluate(&plan, columns).share))
        };
        if options.replace.is_empty() { quantiles(&self.columns) } else { quantiles(&self.columns_with(options)) }
    }

    /// Assesses garments one by one, and all of them together.
    #[must_use]
    pub fn assess_all(&self, garments: &[Garment], options: &Options) -> Wardrobe {
        let answers = garments.iter().map(|garment| self.assess_with(garment, options)).collect();
        if options.replace.is_empty() {
            wardrobe::wardrobe(garments, answers, &self.columns)
        } else {
            wardrobe::wardrobe(garments, answers, &self.columns_with(options))
        }
    }

    /// Columns over replaced figures. The last set is kept: a sceptic's switch stays set while garments change.
    fn columns_with(&self, options: &Options) -> Rc<Columns> {
        let mut last = self.replaced.borrow_mut();
        match &*last {
            Some((replace, columns)) if *replace == options.replace => columns.clone(),
            _ => {
                let columns = Rc::new(Columns::new(&options.replace));
                *last = Some((options.replace.clone(), columns.clone()));
                columns
            }
        }
    }
}

fn assess(garment: &Garment, columns: &Columns) -> Assessment {
    let plan = Plan::new(garment, columns.best(CROP_LAG));
    if plan.cotton == Cotton::None {
        return without_cotton(notes::notes(garment, &plan, Vec::new()), stages::stages(garment, &plan));
    }
    let key = Key::of(garment, &plan);
    let links = Links::new(garment, plan.cotton);
    let Unit { share, in_part, amounts } = columns.units().unit(key, || Unit::new(&plan, links, columns));
    let Onward { amounts, reasons, steps } = onward::onward(links, share.central, amounts, columns);
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
        next: next::next(garment, &plan, key, columns),
        replaced: None,
        version: Version::current(),
    }
}

/// This is about cotton only: there is none, and so none from the Region.
fn without_cotton(notes: Vec<Note>, stages: Vec<StageRecord>) -> Assessment {
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
        stages,
        next: Vec::new(),
        replaced: None,
        version: Version::current(),
    }
}
