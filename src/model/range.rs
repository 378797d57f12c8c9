//! From a column to an estimate: `central`, the 5th and 95th percentile, the mean.

use super::{bins::Bins, points::COUNT, quantile::Spread};
use crate::assessment::{Estimate, Interval};

/// The value, moved to the nearer bound where it lies outside.
// `clamp` would panic with its bounds in words, and printing floats is 8 kB of the wasm.
#[allow(clippy::manual_clamp)]
pub(crate) fn within(value: f64, least: f64, most: f64) -> f64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

/// The 5th and 95th percentile.
const TAIL: f64 = 0.05;

/// `central` as it stands, the percentiles (widened to take it in where skew would leave it out) and the mean of the points.
pub(crate) fn estimate(column: &[f64]) -> Estimate {
    let points = &column[1..];
    let bins = Bins::new(points);
    widened(column[0], bins.percentile(TAIL), bins.percentile(1.0 - TAIL), mean(points))
}

/// The 5th and 95th percentile of the points, widened to take `central` in.
pub(crate) fn interval(column: &[f64]) -> Interval {
    let Estimate { low, high, .. } = estimate(column);
    Interval { low, high }
}

/// The same for `rest` times a figure that nothing else of the product depends on.
///
/// Percentiles of points are steps, and a figure as wide as a mass makes them coarse: half a percentage point with these
/// points. Given what the rest is at a point, the chance that the product stays under a threshold is known exactly from the
/// figure's own distribution, so that is averaged instead: a smooth function, which the point set integrates to a few
/// hundredths of a point. Points that are close together are taken as one: that moves the answer by less than 0.002 points, and
/// takes an eighth of the time.
pub(crate) fn estimate_product(rest: &[f64], figure: &[f64], cumulative: &Cumulative) -> Estimate {
    let product: Vec<f64> = rest.iter().zip(figure).map(|(rest, factor)| rest * factor).collect();
    let of_bin = |(count, mean)| Term { count, base: 0.0, rest: mean };
    let terms: Vec<Term> = Bins::new(&rest[1..]).means().map(of_bin).collect();
    refined_estimate(&product, &terms, cumulative)
}

/// The same for a column plus `rest` times the figure.
pub(crate) fn estimate_sum(base: &[f64], rest: &[f64], figure: &[f64], cumulative: &Cumulative) -> Estimate {
    let sum: Vec<f64> = base.iter().zip(rest).zip(figure).map(|((base, rest), factor)| base + rest * factor).collect();
    let of_point = |(base, rest): (&f64, &f64)| Term { count: 1.0, base: *base, rest: *rest };
    let terms: Vec<Term> = base[1..].iter().zip(&rest[1..]).map(of_point).collect();
    refined_estimate(&sum, &terms, cumulative)
}

/// As many dots as a quantile plot has: few enough to be counted, each one in twenty.
pub const DOTS: usize = 20;

/// The middle of each of [`DOTS`] equal parts of the distribution, lowest first.
pub(crate) fn quantiles(column: &[f64]) -> [f64; DOTS] {
    let bins = Bins::new(&column[1..]);
    std::array::from_fn(|dot| bins.percentile((dot as f64 + 0.5) / DOTS as f64))
}

/// Points alike: each is `base` plus `rest` times a figure.
struct Term {
    count: f64,
    base: f64,
    rest: f64,
}

fn refined_estimate(column: &[f64], terms: &[Term], cumulative: &Cumulative) -> Estimate {
    let bins = Bins::new(&column[1..]);
    let tail = |p| refined(bins.percentile(p), p, terms, cumulative);
    widened(column[0], tail(TAIL), tail(1.0 - TAIL), mean(&column[1..]))
}

fn widened(central: f64, low: f64, high: f64, mean: f64) -> Estimate {
    Estimate::of(low.min(central), central, high.max(central), mean)
}

fn mean(points: &[f64]) -> f64 {
    points.iter().sum::<f64>() / COUNT as f64
}

/// The threshold that the sum stays under with probability p, from a first guess, by the secant method.
fn refined(guess: f64, p: f64, terms: &[Term], cumulative: &Cumulative) -> f64 {
    let excess = |threshold: f64| {
        let under = |term: &Term| term.count * cumulative.under((threshold - term.base) / term.rest);
        terms.iter().map(under).sum::<f64>() / COUNT as f64 - p
    };
    let (mut a, mut b) = (guess, guess * 1.01);
    let mut at_a = excess(a);
    for _ in 0..SECANTS {
        let at_b = excess(b);
        let slope = (at_b - at_a) / (b - a);
        // No slope: every product is alike, or zero, and the guess stands.
        if slope.is_nan() || slope <= 0.0 {
            return a;
        }
        (a, at_a) = (b, at_b);
        b = (b - at_b / slope).max(0.0);
    }
    b
}

/// The guess is within a hundredth; each step about squares what is left of it.
const SECANTS: usize = 3;

/// The cumulative distribution of a figure, on a grid between its bounds.
pub(crate) struct Cumulative {
    low: f64,
    cells_per_unit: f64,
    /// Probability at each grid point, 0 first and 1 last.
    grid: Box<[f64]>,
}

/// Straight lines between so many points follow the steepest of these distributions to 1e-5.
const CELLS: usize = 1024;

impl Cumulative {
    /// From the figure's values at each rank, lowest first.
    pub(crate) fn new(spread: Spread, values: &[f64]) -> Self {
        let cell = (spread.high - spread.low) / CELLS as f64;
        let mut rank = 0;
        let mut probability = |at: f64| {
            while rank < values.len() && values[rank] < at {
                rank += 1;
            }
            let value = |rank: usize| values.get(rank).copied().unwrap_or(spread.high);
            let below = if rank == 0 { spread.low } else { value(rank - 1) };
            // Rank r stands for (r + 1/2) / COUNT; the bounds for 0 and 1.
            let probability_at = |rank: usize| ((rank as f64 + 0.5) / COUNT as f64).min(1.0);
            let before = if rank == 0 { 0.0 } else { probability_at(rank - 1) };
            let part = if value(rank) > below { (at - below) / (value(rank) - below) } else { 1.0 };
            before + part * (probability_at(rank) - before)
        };
        let grid = (0..=CELLS).map(|index| probability(spread.low + cell * index as f64)).collect();
        Self { low: spread.low, cells_per_unit: 1.0 / cell, grid }
    }

    /// Probability that the figure is under a value. Beyond its bounds 0 or 1; for what is no number (0 / 0) 1.
    fn under(&self, value: f64) -> f64 {
        let position = (value - self.low) * self.cells_per_unit;
        if position.is_nan() || position >= CELLS as f64 {
            return 1.0;
        }
        if position <= 0.0 {
            return 0.0;
        }
        // Between 0 and CELLS.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let cell = position as usize;
        self.grid[cell] + (position - cell as f64) * (self.grid[cell + 1] - self.grid[cell])
    }
}
