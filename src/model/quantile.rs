//! Values of a figure along its dimension: the quantile function of the modified PERT distribution.
//!
//! The distribution is a beta distribution between the bounds, alpha = 1 + k (best - low) / (high - low) and
//! beta = 1 + k (high - best) / (high - low), with the peak weight k of the figure's standing. The build script expands its
//! quantile function from a library's inverse beta; here it is summed.

use super::points::COUNT;
use crate::figures::{Figure, Standing};

include!(concat!(env!("OUT_DIR"), "/quantiles.rs"));

/// What a figure varies between.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spread {
    pub(crate) low: f64,
    pub(crate) best: f64,
    pub(crate) high: f64,
    pub(crate) standing: Standing,
}

impl From<&Figure> for Spread {
    fn from(figure: &Figure) -> Self {
        Self { low: figure.low, best: figure.best, high: figure.high, standing: figure.standing }
    }
}

/// The expansion's own variable at each rank, -1 to 1: asinh(logit(u) / BEND), scaled. The same for every figure.
pub(crate) struct Abscissae(Box<[f64]>);

impl Abscissae {
    pub(crate) fn new() -> Self {
        let reach = libm::asinh(REACH / BEND);
        let at = |rank: f64| {
            let u = (rank + 0.5) / COUNT as f64;
            libm::asinh(libm::log(u / (1.0 - u)) / BEND) / reach
        };
        Self((0..COUNT).map(|rank| at(rank as f64)).collect())
    }
}

/// The value of a figure at each rank, lowest first.
pub(crate) fn values(spread: Spread, abscissae: &Abscissae) -> Vec<f64> {
    let curve = Curve::new(spread);
    (0..COUNT).map(|rank| curve.at(rank, abscissae)).collect()
}

/// A figure's quantile function.
pub(crate) struct Curve {
    spread: Spread,
    coefficients: [f64; DEPTH],
}

impl Curve {
    pub(crate) fn new(spread: Spread) -> Self {
        let width = spread.high - spread.low;
        let mode = if width > 0.0 { 2.0 * (spread.best - spread.low) / width - 1.0 } else { 0.0 };
        Self { spread, coefficients: at_mode(spread.standing, mode) }
    }

    pub(crate) fn best(&self) -> f64 {
        self.spread.best
    }

    /// The value at a rank.
    pub(crate) fn at(&self, rank: usize, abscissae: &Abscissae) -> f64 {
        let Spread { low, best, high, .. } = self.spread;
        if high <= low {
            return best;
        }
        low + (high - low) * logistic(chebyshev(&self.coefficients, abscissae.0[rank]))
    }
}

/// The expansion in depth for one mode (-1: at the low bound, 1: at the high one).
fn at_mode(standing: Standing, mode: f64) -> [f64; DEPTH] {
    let peak = match standing {
        Standing::Judged => 0,
        Standing::Derived => 1,
        Standing::Published => 2,
    };
    EXPANSIONS[peak].map(|row| chebyshev(&row.map(|grains| f64::from(grains) * GRAIN), mode))
}

/// A Chebyshev series, by Clenshaw's recurrence.
fn chebyshev(coefficients: &[f64], x: f64) -> f64 {
    let (first, rest) = (coefficients[0], &coefficients[1..]);
    let (b1, b2) = rest.iter().rev().fold((0.0, 0.0), |(b1, b2), c| (c + 2.0 * x * b1 - b2, b1));
    first + x * b1 - b2
}

fn logistic(y: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::function::beta::{beta_reg, inv_beta_reg};

    /// Against the library, over modes that no figure has, too.
    #[test]
    fn follows_the_inverse_beta() {
        let abscissae = Abscissae::new();
        for standing in [Standing::Judged, Standing::Derived, Standing::Published] {
            for step in 0..=40 {
                let best = f64::from(step) / 40.0;
                let k = standing.peak_weight();
                let (alpha, beta) = (1.0 + k * best, 1.0 + k * (1.0 - best));
                let values = values(Spread { low: 0.0, best, high: 1.0, standing }, &abscissae);
                for (rank, value) in values.iter().enumerate().step_by(37) {
                    let u = (rank as f64 + 0.5) / COUNT as f64;
                    let expected = inv_beta_reg(alpha, beta, u);
                    assert!((value - expected).abs() < 2e-6, "{standing:?} {best} {u}: {value} {expected}");
                    assert!((beta_reg(alpha, beta, expected) - u).abs() < 1e-9, "the library itself is off");
                }
            }
        }
    }

    #[test]
    fn a_constant_stays() {
        let spread = Spread { low: 0.84, best: 0.84, high: 0.84, standing: Standing::Published };
        assert!(values(spread, &Abscissae::new()).iter().all(|value| (value - 0.84).abs() < f64::EPSILON));
    }
}
