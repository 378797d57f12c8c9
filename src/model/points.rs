//! The point set: 2^12 points of a scrambled Sobol sequence, the same on every machine and for every garment.

use crate::figures::Dimension;

include!(concat!(env!("OUT_DIR"), "/points.rs"));

/// How many points.
pub(crate) const COUNT: usize = 1 << BITS;

/// The rank of every point along a dimension: each of `0..COUNT` once. A rank `r` stands for the probability (r + 1/2) / COUNT.
pub(crate) fn ranks(dimension: Dimension) -> impl Iterator<Item = u16> {
    let directions = &DIRECTIONS[dimension as usize];
    let shift = SHIFTS[dimension as usize];
    (0..COUNT).map(move |point| {
        let chosen = directions.iter().enumerate().filter(move |(bit, _)| point >> bit & 1 == 1);
        chosen.fold(shift, |rank, (_, direction)| rank ^ direction)
    })
}
