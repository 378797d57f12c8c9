//! The step of a garment sewn nobody knows where: the average over its market, which opens into the market's places.

use super::row_figures;
use crate::{
    assessment::{Branch, Op, Step, StepStage},
    model::{
        columns::Columns,
        strand::{AnyPlace, PathShare, Strand},
    },
};

/// From what Chinese cloth holds to what garments on sale in the market hold.
pub(super) fn average(any: AnyPlace, running: f64, columns: &Columns) -> Step {
    let shares = any.parts(columns).into_iter().map(|(share, strand)| (share, columns.central_path_share(strand)));
    let value: f64 = shares.map(|(share, path_share)| share * path_share).sum();
    let total: f64 = any.market.rows().iter().map(|(_, weight)| columns.best(*weight)).sum();
    let parts = any.market.rows().iter().map(|(place, weight)| {
        let said = place.map_or_else(|| "*".to_owned(), |place| place.to_string());
        let weighs = columns.best(*weight);
        let named =
            Step { value: Some(weighs), said: Some(said), ..Step::new("market-place", StepStage::Sewn, Op::Say) };
        let named = Step { result: running, ..named.on(*weight) };
        Branch { share: weighs / total, steps: steps(any.strand(*place), named, running, columns) }
    });
    let average = Step { value: Some(value), ..Step::new("market-average", StepStage::Sewn, Op::Split) };
    let average = Step { parts: parts.collect(), ..average };
    Step { result: average.apply(running), ..average }
}

/// A place's own steps, from what Chinese cloth holds.
fn steps(strand: Strand, named: Step, running: f64, columns: &Columns) -> Vec<Step> {
    let mut figures = match strand.path_share {
        PathShare::Sewn(row) => row_figures(row, StepStage::Sewn),
        _ => Vec::new(),
    };
    if let Some(switch) = strand.switch.filter(|switch| !switch.by_crop) {
        figures.push(("switch", StepStage::Sewn, switch.figure));
    }
    let mut running = running;
    let steps = figures.into_iter().map(|(id, stage, figure)| {
        let one = Step { value: Some(columns.best(figure)), ..Step::new(id, stage, Op::Times) }.on(figure);
        running = one.apply(running);
        Step { result: running, ..one }
    });
    std::iter::once(named).chain(steps).collect()
}
