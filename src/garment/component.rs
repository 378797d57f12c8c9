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

/// The cotton of the whole garment, over all its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CottonContent {
    pub(crate) cotton: Cotton,
    /// Of the cotton, the part that is recycled.
    pub(crate) recycled: f64,
    /// How the parts were combined.
    pub(crate) by: CombinedBy,
}

/// How the compositions of parts are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CombinedBy {
    /// Weighted by their masses or shares, or there is one part only.
    Weight,
    /// Only the main part counts; its index.
    MainPart(usize),
    /// The main part has no cotton. The part at this index, usually a lining, has some, and its mass is not known.
    OnlyInLining(usize),
}

/// The index of the main part: the one that is called so, else the first.
pub(crate) fn main(components: &[Component]) -> usize {
    let is_main = |component: &Component| {
        let name = component.name.as_deref().unwrap_or_default().trim().to_ascii_lowercase();
        MAIN_PARTS.iter().any(|main| name == *main || name.split_whitespace().next() == Some(main))
    };
    components.iter().position(is_main).unwrap_or_default()
}

/// Combines the parts: by mass or share where every part has one, else by the main part.
pub(crate) fn cotton_content(components: &[Component]) -> CottonContent {
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

fn weighted(components: &[Component], weights: &[f64], total: f64) -> CottonContent {
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
    CottonContent { cotton, recycled: if most > 0.0 { recycled / most } else { 0.0 }, by: CombinedBy::Weight }
}

fn by_main(components: &[Component]) -> CottonContent {
    let main = main(components);
    let of = |index: usize| &components[index].fibres;
    let only = |index, cotton, by| CottonContent { cotton, recycled: of(index).recycled(), by };
    match of(main).cotton() {
        Cotton::None => match (0..components.len()).find(|index| of(*index).cotton() != Cotton::None) {
            Some(lining) => only(lining, Cotton::NotKnown, CombinedBy::OnlyInLining(lining)),
            None => only(main, Cotton::None, CombinedBy::MainPart(main)),
        },
        cotton if components.len() == 1 => only(main, cotton, CombinedBy::Weight),
        cotton => only(main, cotton, CombinedBy::MainPart(main)),
    }
}
