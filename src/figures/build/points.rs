//! Direction numbers of the point set: the Sobol sequence of Joe and Kuo (2008), from the `sobol` crate.

use crate::write::{DIMENSIONS, array, line};
use sobol::{Sobol, params::JoeKuoD6};

/// Points are 2 to this power.
const BITS: usize = 12;

/// Of seventy scrambles tried, the one that came closest to large samples of the independent implementation, over 250 random and typical
/// garments and 90 bought in a market: no percentile of 1395 is more than 0.41 points off.
const SEED: u64 = 21;

/// `BITS` direction numbers for each dimension, as `[[u16; BITS]; DIMENSIONS]`.
///
/// A fixed linear scramble (Matoušek 1998: a random lower triangular matrix a dimension, and a shift) breaks up the
/// regular pattern that the first points of the plain sequence have in its later dimensions. [`SEED`] is a constant, so the
/// points are the same on every machine and for ever.
pub(crate) fn directions() -> String {
    let dimensions = DIMENSIONS.len();
    let plain = Sobol::<f32>::init_direction_vals::<u32>(dimensions, BITS, &JoeKuoD6::minimal());
    let mut bits = SplitMix(SEED);
    let mut scrambled = Vec::new();
    let mut shifts = Vec::new();
    for dimension in plain {
        let rows = triangular(&mut bits);
        scrambled.push(dimension.iter().map(|&direction| apply(&rows, direction >> (32 - BITS))).collect::<Vec<u32>>());
        shifts.push(bits.next_u32() & ((1 << BITS) - 1));
    }
    let mut out = String::new();
    line(&mut out, &format!("pub(crate) const BITS: usize = {BITS};"));
    let rows: Vec<String> = scrambled.iter().map(|dimension| array(dimension)).collect();
    line(&mut out, &format!("static DIRECTIONS: [[u16; {BITS}]; {dimensions}] = [{}];", rows.join(", ")));
    line(&mut out, &format!("static SHIFTS: [u16; {dimensions}] = {};", array(&shifts)));
    out
}

/// Rows of a lower triangular matrix over the field of two elements, ones on its diagonal; the first row is the highest bit.
fn triangular(bits: &mut SplitMix) -> Vec<u32> {
    (0..BITS)
        .map(|row| {
            let diagonal = 1_u32 << (BITS - 1 - row);
            let above = !(2 * diagonal - 1) & ((1 << BITS) - 1);
            diagonal | (bits.next_u32() & above)
        })
        .collect()
}

fn apply(rows: &[u32], vector: u32) -> u32 {
    rows.iter().fold(0, |product, row| (product << 1) | ((row & vector).count_ones() & 1))
}

/// A small, fixed source of bits (Steele, Lea and Flood 2014).
struct SplitMix(u64);

impl SplitMix {
    fn next_u32(&mut self) -> u32 {
        u32::try_from(self.next_u64() & u64::from(u32::MAX)).unwrap_or_default()
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}
