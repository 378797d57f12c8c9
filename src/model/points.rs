//! The point set: 2^12 points of a scrambled Sobol sequence, the same on every machine and for every garment.

use crate::figures::Dimension;

include!(concat!(env!("OUT_DIR"), "/points.rs"));

/// How many points.
pub(crate) const COUNT: usize = 1 << BITS;

/// The rank of every point along a dimension: each of `0..COUNT` once. A rank `r` stands for the probability (r + 1/2) / COUNT.
pub(crate) fn ranks(dimension: Dimension) -> impl Iterator<Item = u16> {
    (0..COUNT).map(move |point| rank(dimension, point))
}

/// The rank of one point.
pub(crate) fn rank(dimension: Dimension, point: usize) -> u16 {
    let directions = DIRECTIONS[dimension as usize].iter().enumerate();
    let chosen = directions.filter(|(bit, _)| point >> bit & 1 == 1);
    chosen.fold(SHIFTS[dimension as usize], |rank, (_, direction)| rank ^ direction)
}
