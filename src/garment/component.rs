//! Parts of a garment, each with its own composition: shell, lining, trims.

use super::{Composition, Cotton};
use crate::vocabulary::Grams;

/// A part of a garment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Component {
    /// What the label calls it.
    pub name: Option<String>,
    /// What it is made of.
    pub fibres: Composition,
    /// Its mass, where known.
    pub mass: Option<Grams>,
    /// Its share of the garment's mass, 0 to 1, where known.
    pub share: Option<f64>,
}

include!(concat!(env!("OUT_DIR"), "/main_parts.rs"));

/// What the parts say of the garment's cotton together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Makeup {
    pub(crate) cotton: Cotton,
    /// Of the cotton, the part that is recycled.
    pub(crate) recycled: f64,
    /// How the parts were put together.
    pub(crate) by: By,
}

/// How parts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// By their masses or shares, or there is one part only.
    Weight,
    /// Only the main part counts: it is this one.
    Main(usize),
    /// The main part has no cotton; this one has, and what it weighs is not known.
    Lining(usize),
}

/// The index of the main part: the one that is called so, else the first.
pub(crate) fn main(components: &[Component]) -> usize {
    let is_main = |component: &Component| {
        let name = component.name.as_deref().unwrap_or_default().trim().to_ascii_lowercase();
        MAIN_PARTS.iter().any(|main| name == *main || name.split_whitespace().next() == Some(main))
    };
    components.iter().position(is_main).unwrap_or_default()
}

/// Puts the parts together: by mass or share where every part has one, else by the main part.
pub(crate) fn makeup(components: &[Component]) -> Makeup {
    let shares = components.iter().map(|component| component.share).collect::<Option<Vec<f64>>>();
    // Shares that do not add up to 1 leave the rest without cotton, as percentages do.
    let shares = shares.map(|shares| (shares.iter().sum::<f64>().max(1.0), shares));
    let masses = components.iter().map(|component| component.mass.map(Grams::get)).collect::<Option<Vec<f64>>>();
    let masses = masses.map(|masses| (masses.iter().sum::<f64>(), masses)).filter(|(total, _)| *total > 0.0);
    match masses.or(shares) {
        Some((total, weights)) => weighted(components, &weights, total),
        None => by_main(components),
    }
}

fn weighted(components: &[Component], weights: &[f64], total: f64) -> Makeup {
    let (mut least, mut most, mut recycled) = (0.0, 0.0, 0.0);
    for (component, weight) in components.iter().zip(weights) {
        let (low, high) = component.fibres.cotton().bounds();
        least += weight / total * low;
        most += weight / total * high;
        recycled += weight / total * high * component.fibres.recycled();
    }
    let cotton = match (least, most) {
        (_, most) if most <= 0.0 => Cotton::None,
        (least, most) if most - least < 1e-12 => Cotton::Fraction(most),
        (least, most) => Cotton::Usual { least, most },
    };
    Makeup { cotton, recycled: if most > 0.0 { recycled / most } else { 0.0 }, by: By::Weight }
}

fn by_main(components: &[Component]) -> Makeup {
    let main = main(components);
    let of = |index: usize| &components[index].fibres;
    let only = |index, cotton, by| Makeup { cotton, recycled: of(index).recycled(), by };
    match of(main).cotton() {
        Cotton::None => match (0..components.len()).find(|index| of(*index).cotton() != Cotton::None) {
            Some(lining) => only(lining, Cotton::NotKnown, By::Lining(lining)),
            None => only(main, Cotton::None, By::Main(main)),
        },
        cotton if components.len() == 1 => only(main, cotton, By::Weight),
        cotton => only(main, cotton, By::Main(main)),
    }
}
