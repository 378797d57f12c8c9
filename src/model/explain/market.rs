//! The step of a garment sewn nobody knows where: the average over its market, which opens into the market's places.

use super::path;
use crate::{
    assessment::{Branch, Op, Step, StepStage},
    model::{
        drawn::DrawnFigures,
        strand::{AnyPlace, Strand},
    },
};

/// From what Chinese cloth holds to what garments on sale in the market hold.
pub(super) fn average(any: AnyPlace, running: f64, figures: &DrawnFigures) -> Step {
    let shares = any.parts(figures).into_iter().map(|(share, strand)| (share, figures.central_sewn(strand)));
    let value = shares.map(|(share, path_share)| share * path_share).sum();
    let total: f64 = any.market.rows().iter().map(|(_, weight)| figures.best(*weight)).sum();
    let parts = any.market.rows().iter().map(|(place, weight)| {
        let said = place.map_or_else(|| "*".to_owned(), |place| place.to_string());
        let named = Step { said: Some(said), result: running, ..Step::new("market-place", StepStage::Sewn, Op::Say) };
        let steps = steps(any.strand(*place), named.on(*weight), running, figures);
        Branch { share: figures.best(*weight) / total, steps }
    });
    let average = Step { value: Some(value), ..Step::new("market-average", StepStage::Sewn, Op::Split) };
    let average = Step { parts: parts.collect(), ..average };
    Step { result: average.apply(running), ..average }
}

/// A place's own steps, from what Chinese cloth holds.
fn steps(strand: Strand, named: Step, running: f64, figures: &DrawnFigures) -> Vec<Step> {
    let mut running = running;
    let steps = path::figures(strand).into_iter().map(|(id, stage, figure)| {
        let one = Step { value: Some(figures.best(figure)), ..Step::new(id, stage, Op::Times) }.on(figure);
        running = one.apply(running);
        Step { result: running, ..one }
    });
    std::iter::once(named).chain(steps).collect()
}
