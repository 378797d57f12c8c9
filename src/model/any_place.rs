//! Garments sewn nobody knows where: a place drawn by its market's table at each point, and the average over the table.

use super::{
    drawn::{Column, Drawn, DrawnFigures},
    points::{self, COUNT},
    sorted::sorted,
    strand::{AnyPlace, PathShare, Strand, Switch},
};
use crate::figures::{COTTON_TILT, Dimension};

impl AnyPlace {
    /// The strand of each place of its table, with the place's part of the table's weights.
    pub(super) fn parts(self, figures: &DrawnFigures) -> Vec<(f64, Strand)> {
        let weighted: Vec<(f64, Strand)> =
            self.strands().map(|(weight, strand)| (figures.best(weight), strand)).collect();
        let total: f64 = weighted.iter().map(|(weight, _)| weight).sum();
        weighted.into_iter().map(|(weight, strand)| (weight / total, strand)).collect()
    }
}

/// The average for `central`.
pub(super) fn central(any: AnyPlace, figures: &DrawnFigures) -> f64 {
    any.parts(figures).iter().map(|(share, strand)| share * figures.central_sewn(*strand)).sum()
}

/// The share that came by the path of one of the places, drawn by their weights. `central` is not made of it: it is that of the average.
pub(super) fn drawn(any: AnyPlace, figures: &DrawnFigures) -> Column {
    draw(any, f64::NAN, |strand| Sewn::new(strand, figures), figures)
}

/// The same for Chinese cloth: all of it, but of what is sewn in China what its buyers left.
pub(super) fn china_cloth(any: AnyPlace, figures: &DrawnFigures) -> Column {
    draw(any, 1.0, |strand| Sewn::new(Strand::china_cloth(strand), figures), figures)
}

fn draw<'f>(any: AnyPlace, central: f64, of: impl Fn(Strand) -> Sewn<'f>, figures: &'f DrawnFigures) -> Column {
    // In order of what they give, the most first, so that one draw means the same in every market.
    let parts = sorted(any.parts(figures), |(_, a), (_, b)| figures.central_sewn(*a) > figures.central_sewn(*b));
    let place = |u: f64| {
        let mut left = u;
        let passed = parts.iter().take_while(|(share, _)| {
            left -= share;
            left >= 0.0
        });
        passed.count().min(parts.len() - 1)
    };
    // A point has one place: only that one's value is worked out. All of them were forty milliseconds of the first answer.
    let sewn: Vec<Sewn<'_>> = parts.iter().map(|(_, strand)| of(*strand)).collect();
    let chosen = points::ranks(Dimension::AnyPlace).map(|rank| place((f64::from(rank) + 0.5) / COUNT as f64));
    let values = chosen.enumerate().map(|(point, place)| sewn[place].at(point));
    std::iter::once(central).chain(values).collect()
}

/// What holds for a place of sewing, by point.
struct Sewn<'f> {
    processed: Option<Drawn<'f>>,
    factors: Vec<Column>,
}

impl<'f> Sewn<'f> {
    fn new(strand: Strand, figures: &'f DrawnFigures) -> Self {
        Self { processed: processed(strand, figures), factors: Multipliers::of(strand).columns(figures) }
    }

    fn at(&self, point: usize) -> f64 {
        let processed = self.processed.as_ref().map_or(1.0, |drawn| drawn.at(point));
        self.factors.iter().fold(processed, |value, factor| value * factor[point + 1])
    }
}

/// What a place's share is multiplied by.
#[derive(Clone, Copy, PartialEq)]
struct Multipliers {
    tilted: bool,
    switch: Option<Switch>,
}

impl Multipliers {
    fn of(strand: Strand) -> Self {
        let tilted = matches!(strand.path_share, PathShare::Sewn(row) if row.get().tilted);
        Self { tilted, switch: strand.switch }
    }

    fn columns(self, figures: &DrawnFigures) -> Vec<Column> {
        let tilt = self.tilted.then(|| figures.figure(COTTON_TILT));
        tilt.into_iter().chain(self.switch.map(|switch| figures.switch(switch))).collect()
    }
}

/// The Chinese share of what is sewn in a strand's place; none where all of it is Chinese.
fn processed(strand: Strand, figures: &DrawnFigures) -> Option<Drawn<'_>> {
    match strand.path_share {
        PathShare::Sewn(row) => Some(figures.drawn(row.get().figure)),
        _ => None,
    }
}

/// The shares of all places move together by quantile, so their average is a function of one rank. It is smooth: between so many
/// ranks a straight line follows it to a thousandth of a point.
const GRID: usize = 256;

/// The share that came by the places' paths, averaged over the table, at each point.
pub(super) fn averaged(any: AnyPlace, figures: &DrawnFigures) -> Column {
    let parts = any.parts(figures);
    let mut kinds: Vec<Multipliers> = Vec::new();
    for (_, strand) in &parts {
        if !kinds.contains(&Multipliers::of(*strand)) {
            kinds.push(Multipliers::of(*strand));
        }
    }
    let mut sum = vec![0.0; COUNT];
    for kind in kinds {
        let alike = parts.iter().filter(|(_, strand)| Multipliers::of(*strand) == kind);
        let average = Average::over(alike, figures);
        let factors = kind.columns(figures);
        for (point, rank) in points::ranks(Dimension::Processed).enumerate() {
            sum[point] += factors.iter().fold(average.at(usize::from(rank)), |value, factor| value * factor[point + 1]);
        }
    }
    std::iter::once(f64::NAN).chain(sum).collect()
}

/// A weighted sum of shares, by rank.
struct Average(Vec<f64>);

impl Average {
    fn over<'p>(parts: impl Iterator<Item = &'p (f64, Strand)>, figures: &DrawnFigures) -> Self {
        let mut grid = vec![0.0; GRID + 1];
        for (share, strand) in parts {
            let drawn = processed(*strand, figures);
            for (step, sum) in grid.iter_mut().enumerate() {
                let rank = step * (COUNT - 1) / GRID;
                *sum += share * drawn.as_ref().map_or(1.0, |drawn| drawn.at_rank(rank));
            }
        }
        Self(grid)
    }

    fn at(&self, rank: usize) -> f64 {
        let step = (rank * GRID / (COUNT - 1)).min(GRID - 1);
        let ends = [step, step + 1].map(|step| step * (COUNT - 1) / GRID);
        let part = (rank as f64 - ends[0] as f64) / (ends[1] - ends[0]) as f64;
        self.0[step] + part * (self.0[step + 1] - self.0[step])
    }
}
