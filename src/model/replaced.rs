//! Says what was replaced for an answer, by what, what the answer was before, and what of it the headline does not rest on.

use super::{
    columns::path_share_of,
    plan::Plan,
    strand::{Crop, PathShare, Strand},
};
use crate::{
    assessment::{Assessment, Basis, Bounds, Centrals, Note, Replaced, ReplacedFigure, Step},
    figures::{
        CHINA_HOME_GROWN, CHINA_HOME_SPUN, COTTON_TILT, FigureId, RECENT_CROPS, REGION_OF_CHINA, REGION_OF_WORLD,
        SEWN_IN_BY,
    },
    options::Replacement,
};

/// Marks an answer and those of its steps that rest on a replaced figure.
pub(crate) fn mark(answer: &mut Assessment, before: &Assessment, replace: &[Replacement]) {
    let figures = replace.iter().map(|replacement| {
        let figure = replacement.figure.figure();
        ReplacedFigure {
            figure: figure.id,
            from: Bounds { low: figure.low, best: figure.best, high: figure.high },
            to: Bounds { low: replacement.low, best: replacement.best, high: replacement.high },
        }
    });
    answer.replaced = Some(Replaced { figures: figures.collect(), before: Centrals::from(before) });
    mark_steps(&mut answer.steps, replace);
}

fn mark_steps(steps: &mut [Step], replace: &[Replacement]) {
    for step in steps {
        if replace.iter().any(|replacement| step.figure == Some(replacement.figure.figure().id)) {
            step.standing = Basis::Replaced;
        }
        for part in &mut step.parts {
            mark_steps(&mut part.steps, replace);
        }
    }
}

/// A note for each replaced figure that moves the range and the mean, but not `central`: where no country or no year is known, `central` stands
/// on a base figure, and the range on all that it may come from.
pub(crate) fn in_range_only(plan: &Plan, steps: &[Step], replace: &[Replacement]) -> Vec<Note> {
    let base = |id: FigureId| rests_on(steps, id.figure().id);
    let any_place = base(REGION_OF_WORLD) || plan.crop.is_some_and(|crop| base(crop.of_world));
    let mut only: Vec<FigureId> = Vec::new();
    if any_place {
        only.extend([REGION_OF_CHINA, CHINA_HOME_GROWN, CHINA_HOME_SPUN]);
        only.extend(plan.crop.map(|crop| crop.of_china));
        let unknown = (plan.recycled > 0.0).then(|| Strand::unknown(None));
        for strand in [plan.sewn].into_iter().chain(unknown) {
            only.extend(of_any_place(strand.path_share));
        }
    }
    // Whoever replaces the base figure means it, whatever the crop: see `columns`.
    let base_stands = replace.iter().all(|replacement| replacement.figure != REGION_OF_CHINA);
    if base_stands && (any_place || base(REGION_OF_CHINA)) {
        only.extend(RECENT_CROPS.map(|year| Crop::of(year).of_china));
    }
    let beside = |replacement: &&Replacement| only.contains(&replacement.figure) && !base(replacement.figure);
    let note = |figure: FigureId| Note::new("replaced-in-range-only").with("figure", figure.figure().id);
    replace.iter().filter(beside).map(|replacement| note(replacement.figure)).collect()
}

/// The figures of a place that is drawn.
fn of_any_place(path_share: PathShare) -> Vec<FigureId> {
    let PathShare::AnyPlace(fabric) = path_share else { return Vec::new() };
    let place = |(place, weight): &(&str, FigureId)| match path_share_of(place, fabric) {
        PathShare::Sewn(row) => vec![*weight, row.get().figure],
        _ => vec![*weight],
    };
    SEWN_IN_BY.rows().iter().flat_map(place).chain([COTTON_TILT]).collect()
}

fn rests_on(steps: &[Step], figure: &str) -> bool {
    let here = |step: &Step| step.figure == Some(figure) || step.parts.iter().any(|part| rests_on(&part.steps, figure));
    steps.iter().any(here)
}
