//! Several garments together: the totals, draw by draw, so that what they share moves them together.
//!
//! Mass and cotton fraction vary from garment to garment: each garment has its own permutation of the points for them, chosen
//! by what the garment is and not by where it stands in the list.

use super::{
    columns::{Columns, Numbers},
    evaluate,
    plan::Plan,
    points::COUNT,
    range,
    sorted::sorted,
};
use crate::{
    assessment::{Assessment, Estimate, Total, Wardrobe},
    figures::{CROP_LAG, FigureId},
    garment::{Cotton, Garment},
    vocabulary::{Grams, Kind},
};

/// Assesses every garment, and all of them together.
pub(crate) fn wardrobe(garments: &[Garment], answers: Vec<Assessment>, columns: &Columns) -> Wardrobe {
    let held = garments.iter().zip(&answers).filter_map(|(one, answer)| held(one, answer, columns));
    // Sums must not depend on the order of the list, to the last bit.
    let held = sorted(held, |a: &Held, b| a.key < b.key);
    let mut with_any = vec![0.0; COUNT + 1];
    for held in &held {
        add(&mut with_any, &held.any);
    }
    let sum = |what: fn(&Held) -> Option<&Load>, answer: fn(&Assessment) -> Option<Estimate>| {
        let loads: Vec<(u64, &Load)> = held.iter().filter_map(|held| Some((held.key, what(held)?))).collect();
        match &loads[..] {
            // One garment: its own estimate, to the last bit.
            [_] => answers.iter().filter_map(answer).find(|estimate| estimate.high > 0.0).unwrap_or(Estimate::ZERO),
            _ => total(&loads, columns),
        }
    };
    let grams = sum(|held| held.grams.as_ref(), |answer| answer.grams);
    let field_grams = sum(|held| held.field_grams.as_ref(), |answer| answer.field_grams);
    let without = |quantity: fn(&Assessment) -> Option<Estimate>| {
        (0..answers.len()).filter(|index| quantity(&answers[*index]).is_none()).collect()
    };
    let total = Total {
        grams,
        field_grams,
        garments_with_any: range::estimate(&with_any),
        without_grams: without(|answer| answer.grams),
        without_field_grams: without(|answer| answer.field_grams),
    };
    Wardrobe { garments: answers, total }
}

/// What one garment adds.
struct Held {
    /// What the garment is, in a number.
    key: u64,
    any: Vec<f64>,
    grams: Option<Load>,
    field_grams: Option<Load>,
}

/// A product of what the garment shares with others and what varies of itself.
struct Load {
    shared: Vec<f64>,
    own: Vec<Own>,
}

/// A figure that varies from garment to garment, within what the label leaves open.
#[derive(Clone, Copy)]
struct Own {
    figure: FigureId,
    least: f64,
    most: f64,
}

fn held(garment: &Garment, answer: &Assessment, columns: &Columns) -> Option<Held> {
    let plan = Plan::new(garment, columns.best(CROP_LAG));
    if plan.cotton == Cotton::None {
        return None;
    }
    let outcome = evaluate::evaluate(&plan, columns);
    let mut own = Vec::new();
    let mut shared = outcome.share;
    match plan.cotton {
        Cotton::Fraction(fraction) => scale(&mut shared, fraction),
        Cotton::Usual { least, most } => {
            let figure = garment.kind.unwrap_or(Kind::Other).cotton_fraction();
            own.push(Own { figure, least, most });
        }
        Cotton::None | Cotton::NotKnown => {}
    }
    match (garment.mass().map(Grams::get), garment.kind.and_then(Kind::mass)) {
        (Some(mass), _) => scale(&mut shared, mass),
        (None, Some(figure)) => own.push(Own { figure, least: 0.0, most: f64::INFINITY }),
        (None, None) => {}
    }
    let ratio = garment.kind.and_then(Kind::fibre_per_gram).filter(|_| answer.field_grams.is_some());
    let field_grams = ratio.map(|figure| {
        let ratio = columns.figure(figure);
        let shared = shared.iter().zip(ratio.iter()).map(|(shared, ratio)| shared * ratio).collect();
        Load { shared, own: own.clone() }
    });
    let weighs = |estimate: Option<Estimate>| estimate.is_some_and(|estimate| estimate.high > 0.0);
    let grams = Load { shared, own };
    let key = key(garment, &outcome.any, &grams, answer);
    Some(Held {
        key,
        any: outcome.any,
        grams: Some(grams).filter(|_| weighs(answer.grams)),
        field_grams: field_grams.filter(|_| weighs(answer.field_grams)),
    })
}

/// The sum of several loads.
///
/// The widest of them is integrated exactly over its own last figure, as a single garment is (see `range`); the others are
/// drawn. So a garment that adds little changes little, and one that adds nothing changes nothing.
fn total(loads: &[(u64, &Load)], columns: &Columns) -> Estimate {
    let widest = (0..loads.len())
        .filter(|index| loads[*index].1.own.last().is_some_and(|own| own.least <= 0.0 && own.most >= 1.0))
        .max_by(|a, b| loads[*a].1.central(columns).total_cmp(&loads[*b].1.central(columns)));
    let mut base = vec![0.0; COUNT + 1];
    let mut twins = 0;
    for (index, (key, load)) in loads.iter().enumerate() {
        // Garments alike stand side by side, and vary each on its own: the second takes another permutation.
        twins = if index > 0 && loads[index - 1].0 == *key { twins + 1 } else { 0 };
        if Some(index) != widest {
            add(&mut base, &load.drawn(mixed(*key ^ mixed(twins)), columns));
        }
    }
    let Some((_, load)) = widest.map(|index| loads[index]) else {
        return range::estimate(&base);
    };
    let (last, rest) = load.own.split_last().expect("the widest has a figure of its own");
    let others = Load { shared: load.shared.clone(), own: rest.to_vec() };
    let rest = others.drawn(0, columns);
    range::estimate_sum(&base, &rest, &columns.figure(last.figure), &columns.figures.cumulative(last.figure))
}

impl Load {
    fn central(&self, columns: &Columns) -> f64 {
        let own = self.own.iter().map(|own| range::within(columns.best(own.figure), own.least, own.most));
        self.shared[0] * own.product::<f64>()
    }

    /// The product at each point, the garment's own figures along its own permutation; 0: the points as they are.
    fn drawn(&self, permutation: u64, columns: &Columns) -> Vec<f64> {
        let mut drawn = self.shared.clone();
        for (turn, own) in self.own.iter().enumerate() {
            let column = columns.figure(own.figure);
            drawn[0] *= range::within(column[0], own.least, own.most);
            let permutation = if permutation == 0 { 0 } else { mixed(permutation.wrapping_add(turn as u64)) };
            for (point, value) in drawn[1..].iter_mut().enumerate() {
                *value *= range::within(column[1 + permuted(point, permutation)], own.least, own.most);
            }
        }
        drawn
    }
}

/// A permutation of the points: shifts, odd factors and folded bits, each of which can be undone.
fn permuted(point: usize, permutation: u64) -> usize {
    if permutation == 0 {
        return point;
    }
    // The parts of the number in turn; only the lowest bits count.
    #[allow(clippy::cast_possible_truncation)]
    let part = |shift: u32| (permutation >> shift) as usize;
    let within = COUNT - 1;
    let mut point = (point ^ part(0)) & within;
    point = point.wrapping_mul(part(12) | 1) & within;
    point ^= point >> 6;
    point = point.wrapping_mul(part(24) | 1) & within;
    point ^= point >> 5;
    point.wrapping_add(part(36)) & within
}

/// What a garment is, in a number: alike for garments that are alike.
fn key(garment: &Garment, any: &[f64], grams: &Load, answer: &Assessment) -> u64 {
    let kind = garment.kind.map_or(99, |kind| kind as u64);
    let mass = garment.mass().map_or(0.0, Grams::get);
    let central = answer.garment_share.map_or(0.0, |share| share.central);
    let numbers = [any[0], any[COUNT / 3], grams.shared[0], grams.shared[COUNT / 7], mass, central];
    numbers.iter().fold(mixed(kind), |key, number| mixed(key ^ number.to_bits()))
}

/// Bits well mixed (Steele, Lea and Flood 2014).
fn mixed(bits: u64) -> u64 {
    let mut bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

fn add(sum: &mut [f64], values: &[f64]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += value;
    }
}

fn scale(values: &mut [f64], factor: f64) {
    for value in values {
        *value *= factor;
    }
}
