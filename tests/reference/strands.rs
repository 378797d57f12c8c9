//! The strands: shares of the garment's cotton that came by a path, each with the share of it grown in the
//! Region.

use super::Garment;
use super::figures;
use super::places::{self, CHINA, Mix};
use super::world::World;

/// The code of the Region.
const REGION: &str = "CN-XJ";

/// Where a garment was sewn.
#[derive(Clone, Copy, Debug)]
pub enum Sewn<'a> {
    /// There.
    At(&'a str),
    /// Anywhere: the average over these places.
    AnywhereOf(&'a Mix),
    /// Anywhere in the world.
    Anywhere,
}

/// A part of the garment's cotton.
#[derive(Clone, Copy, Debug)]
pub struct Strand {
    /// Which part of the garment's cotton.
    pub weight: f64,
    /// The share of it that was grown in the Region.
    pub share: f64,
}

/// S of a set of strands.
pub fn total_share(strands: &[Strand]) -> f64 {
    strands.iter().map(|strand| strand.weight * strand.share).sum()
}

/// The strands of a garment: where it was sewn, then what is stated of earlier stages, latest first.
pub fn of(garment: &Garment, sewn: Sewn, world: &mut World) -> Vec<Strand> {
    // The crop whose figures are used; `None`, in the central answer only, for the base figures.
    let crop = own_crop(garment).or(world.crop());
    let region_of_china = world.value(&row("region-of-china", crop));
    let home_grown = world.value("china-home-grown");
    let home_spun = world.value("china-home-spun");
    // Shares of the Region's cotton in what China grows, spins and weaves.
    let lint = region_of_china;
    let yarn = home_grown * region_of_china;
    let cloth = home_spun * home_grown * region_of_china;
    let kind = garment.kind.as_deref();

    let mut strands = match sewn {
        Sewn::At(REGION) => one(1.0, world.value("region-sewn")),
        Sewn::At(place) => one(sewn_in(place, garment, world), cloth),
        Sewn::AnywhereOf(mix) => {
            one(mix.parts().map(|(part, place)| part * sewn_in(place, garment, world)).sum(), cloth)
        }
        Sewn::Anywhere => one(world.value(&row("region-of-world", own_crop(garment))) / cloth, cloth),
    };

    match garment.fabric_in.as_deref() {
        None => {}
        Some(CHINA) => {
            // In a garment sewn in China it states nothing new.
            let left = if matches!(sewn, Sewn::At(CHINA)) { left_by_buyers(CHINA, garment, world) } else { 1.0 };
            strands = larger(strands, one(left, cloth));
        }
        Some(REGION) => {
            let new = one(1.0, world.value("region-woven"));
            strands = replaced_or_weighed(&strands, &new, world);
        }
        Some(place) => {
            let reaches = world.value("yarn-of-fabric") * processed(place, kind, world);
            strands = replaced_or_weighed(&strands, &one(reaches, yarn), world);
        }
    }

    match garment.spun_in.as_deref() {
        None => {}
        Some(CHINA) => strands = larger(strands, one(1.0, yarn)),
        Some(REGION) => {
            let new = one(1.0, world.value("region-spun"));
            strands = replaced_or_weighed(&strands, &new, world);
        }
        Some(_) => {
            let new = one(world.value("foreign-lint"), lint);
            strands = weighed_if_lower(&strands, &new, world);
        }
    }

    origins(garment, strands, lint, world)
}

/// Takes in the stated origins of the cotton: an equal part of it each.
fn origins(garment: &Garment, stood: Vec<Strand>, region_of_china: f64, world: &mut World) -> Vec<Strand> {
    if garment.cotton_from.is_empty() {
        return stood;
    }
    let mut count = 0.0;
    let mut all = Vec::new();
    for origin in &garment.cotton_from {
        count += 1.0;
        all.extend(match origin.as_str() {
            CHINA => larger(stood.clone(), one(1.0, region_of_china)),
            REGION => one(1.0, 1.0),
            _ => {
                let proof = garment.proof.as_deref().unwrap_or("label");
                let fails = world.value(&format!("claim-fails[{proof}]"));
                weighed(&stood, fails)
            }
        });
    }
    weighed(&all, 1.0 / count)
}

/// The crop of a garment's cotton, that of the year before it was bought; `None` where that is not known.
fn own_crop(garment: &Garment) -> Option<i32> {
    garment.bought_in.map(|year| (year - 1).min(figures::crops().1))
}

/// r c t: of the cotton of a garment sewn in a place, the part in Chinese yarn and cloth.
fn sewn_in(place: &str, garment: &Garment, world: &mut World) -> f64 {
    let from_china = if place == CHINA { 1.0 } else { processed(place, garment.kind.as_deref(), world) };
    from_china * left_by_buyers(place, garment, world)
}

/// c t: the share of the cotton inputs of garments sewn in a place that was processed in China.
fn processed(place: &str, kind: Option<&str>, world: &mut World) -> f64 {
    let figure = places::processed(place, kind);
    let share = world.value_of(figure);
    if figure.tilted { world.value("cotton-tilt") * share } else { share }
}

/// r: of Chinese yarn and cloth in garments sewn in a place, what is left after buyers in the market left such inputs.
fn left_by_buyers(place: &str, garment: &Garment, world: &mut World) -> f64 {
    let Some(market) = garment.sold_in.as_deref() else { return 1.0 };
    let year = garment.bought_in.or(world.crop().map(|crop| crop + 1));
    if year.is_none_or(|year| year < places::switching_since()) {
        return 1.0;
    }
    let inputs = if place == CHINA { "china" } else { "third" };
    world.value_if_any(&format!("switch[{market}.{inputs}]")).unwrap_or(1.0)
}

/// "China" stated for an earlier stage: the larger S stands.
fn larger(stood: Vec<Strand>, new: Vec<Strand>) -> Vec<Strand> {
    if total_share(&new) > total_share(&stood) { new } else { stood }
}

/// The Region, or cloth made outside China: replaces if higher, else is weighed.
fn replaced_or_weighed(stood: &[Strand], new: &[Strand], world: &mut World) -> Vec<Strand> {
    if total_share(new) >= total_share(stood) { new.to_vec() } else { mixed(stood, new, world) }
}

/// Yarn spun outside China: is weighed if lower, else changes nothing.
fn weighed_if_lower(stood: &[Strand], new: &[Strand], world: &mut World) -> Vec<Strand> {
    if total_share(new) < total_share(stood) { mixed(stood, new, world) } else { stood.to_vec() }
}

/// (1-q) of the new strands and q of those that stood.
fn mixed(stood: &[Strand], new: &[Strand], world: &mut World) -> Vec<Strand> {
    let fails = world.value("place-fails");
    let mut strands = weighed(new, 1.0 - fails);
    strands.extend(weighed(stood, fails));
    strands
}

/// The same strands with all weights multiplied.
fn weighed(strands: &[Strand], by: f64) -> Vec<Strand> {
    strands.iter().map(|strand| Strand { weight: strand.weight * by, share: strand.share }).collect()
}

fn one(weight: f64, share: f64) -> Vec<Strand> {
    vec![Strand { weight, share }]
}

/// The id of a figure for a crop; without one, of the base figure.
fn row(figure: &str, crop: Option<i32>) -> String {
    match crop {
        None => figure.to_owned(),
        Some(crop) => {
            let (first, _) = figures::crops();
            if crop < first { format!("{figure}[before-{first}]") } else { format!("{figure}[{crop}]") }
        }
    }
}
