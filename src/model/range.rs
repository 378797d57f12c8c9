//! From a column to an estimate.

use super::points::COUNT;
use crate::assessment::Estimate;

/// The 5th and 95th percentile.
const TAIL: f64 = 0.05;

/// `central` as it stands, the percentiles (widened to take it in where skew would leave it out) and the mean of the points.
pub(crate) fn estimate(column: &[f64]) -> Estimate {
    let central = column[0];
    let mut points = column[1..].to_vec();
    let mean = points.iter().sum::<f64>() / COUNT as f64;
    let low = percentile(&mut points, TAIL);
    let high = percentile(&mut points, 1.0 - TAIL);
    Estimate {
        low: low.min(central),
        central,
        high: high.max(central),
        mean,
    }
}

/// Where point r of COUNT, lowest first, stands for the probability (r + 1/2) / COUNT, straight between them.
fn percentile(points: &mut [f64], p: f64) -> f64 {
    let position = p * COUNT as f64 - 0.5;
    // Between 0 and COUNT.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let below = position.floor() as usize;
    let (_, at, above) = points.select_nth_unstable_by(below, f64::total_cmp);
    let at = *at;
    let next = above.iter().copied().fold(f64::INFINITY, f64::min);
    at + (position - position.floor()) * (next - at)
}
