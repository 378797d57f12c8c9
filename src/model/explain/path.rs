//! The figures that a path's share is a product of, each with its step.

use crate::{
    assessment::StepStage,
    figures::{COTTON_TILT, FOREIGN_LINT, FigureId, YARN_OF_FABRIC},
    model::strand::{PathShare, ProcessedRow, Strand},
};

/// A figure, with the id of its step and the stage that this is about.
pub(super) type StepFigure = (&'static str, StepStage, FigureId);

/// The figures of a strand's path, in order; none where all of the cotton came by it, or where it is an average over places.
pub(super) fn figures(strand: Strand) -> Vec<StepFigure> {
    let mut figures = match strand.path_share {
        PathShare::ForeignYarn => vec![("foreign-lint", StepStage::Spun, FOREIGN_LINT)],
        PathShare::Woven(row) => {
            let mut figures = row_figures(row, StepStage::Woven);
            figures.push(("yarn-of-fabric", StepStage::Woven, YARN_OF_FABRIC));
            figures
        }
        PathShare::Sewn(row) => row_figures(row, StepStage::Sewn),
        PathShare::All | PathShare::AnyPlace(_) | PathShare::Average(_) | PathShare::ChinaCloth(_) => Vec::new(),
    };
    // With no year, `central` stands on base figures of before buyers left.
    let switch = strand.switch.filter(|switch| !switch.by_crop);
    figures.extend(switch.map(|switch| ("switch", StepStage::Sewn, switch.figure)));
    figures
}

fn row_figures(row: ProcessedRow, stage: StepStage) -> Vec<StepFigure> {
    let row = row.get();
    let tilt = row.tilted.then_some(("cotton-tilt", stage, COTTON_TILT));
    std::iter::once(("china-processed", stage, row.figure)).chain(tilt).collect()
}
