//! Says what was replaced for an answer, by what, what the answer was before, and what of it the headline does not rest on.

use super::{
    plan::Plan,
    strand::{Crop, PathShare, ProcessedRow, Strand},
};
use crate::{
    assessment::{Assessment, Basis, Bounds, Centrals, Note, Replaced, ReplacedFigure, Step},
    figures::{
        CHINA_HOME_GROWN, CHINA_HOME_SPUN, COTTON_TILT, FigureId, RECENT_CROPS, REGION_OF_CHINA, REGION_OF_WORLD,
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
    let mut notes = Vec::new();
    for Replacement { figure, .. } in replace {
        if !rests_on(steps, *figure) && is_drawn(*figure, plan, steps, replace) {
            notes.push(Note::new("replaced-in-range-only").with("figure", figure.figure().id));
        }
    }
    notes
}

/// Whether the range rests on a figure for what is drawn: a place, a crop.
fn is_drawn(figure: FigureId, plan: &Plan, steps: &[Step], replace: &[Replacement]) -> bool {
    let any_place = rests_on(steps, REGION_OF_WORLD) || plan.crop.is_some_and(|crop| rests_on(steps, crop.of_world));
    // Of recycled cotton nothing is known, the year included.
    let any_crop = (plan.crop.is_none() || plan.recycled > 0.0) && (any_place || rests_on(steps, REGION_OF_CHINA));
    // Whoever replaces the base figure means it, whatever the crop: see `columns`.
    let of_china = |crop: Crop| crop.of_china == figure;
    let is_crop = if replace.iter().any(|replacement| replacement.figure == REGION_OF_CHINA) {
        figure == REGION_OF_CHINA
    } else {
        RECENT_CROPS.map(Crop::of).any(of_china)
    };
    (any_crop && is_crop)
        || is_switch(figure, plan.sewn)
        || any_place
            && (matches!(figure, CHINA_HOME_GROWN | CHINA_HOME_SPUN)
                || plan.crop.is_some_and(of_china)
                || is_of_any_place(figure, plan.sewn)
                || plan.recycled > 0.0 && is_of_any_place(figure, Strand::RECYCLED))
}

/// Whether a place that is drawn brings the figure.
fn is_of_any_place(figure: FigureId, strand: Strand) -> bool {
    let PathShare::AnyPlace(any) = strand.path_share else { return false };
    let of_row = |row: ProcessedRow| row.get().figure == figure || row.get().tilted && figure == COTTON_TILT;
    any.strands()
        .any(|(weight, sewn)| weight == figure || matches!(sewn.path_share, PathShare::Sewn(row) if of_row(row)))
}

/// Whether it is what buyers left, of a garment bought in a year that is not known.
fn is_switch(figure: FigureId, strand: Strand) -> bool {
    match strand.path_share {
        PathShare::AnyPlace(any) => any.strands().any(|(_, sewn)| is_switch(figure, sewn)),
        _ => strand.switch.is_some_and(|switch| switch.by_crop && switch.figure == figure),
    }
}

/// Whether one of the steps, or of those inside their parts, has the figure.
fn rests_on(steps: &[Step], figure: FigureId) -> bool {
    let here = |step: &Step| {
        step.figure == Some(figure.figure().id) || step.parts.iter().any(|part| rests_on(&part.steps, figure))
    };
    steps.iter().any(here)
}
