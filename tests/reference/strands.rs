//! The strands: shares of the garment's cotton that came by a path, each with the share of it grown in the
//! Region.

use super::Garment;
use super::figures;
use super::world::World;

/// The code of the Region.
const REGION: &str = "CN-XJ";
/// The code of China.
const CHINA: &str = "CN";

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
pub fn of(garment: &Garment, world: &mut World) -> Vec<Strand> {
    let crop = garment.bought_in.map(|year| (year - 1).min(figures::crops().1));
    // The crop whose figures are used; `None`, in the central answer only, for the base figures.
    let crop = crop.or(world.crop());
    let region_of_china = world.value(&row("region-of-china", crop));
    let home_grown = world.value("china-home-grown");
    let home_spun = world.value("china-home-spun");
    // Shares of the Region's cotton in what China grows, spins and weaves.
    let lint = region_of_china;
    let yarn = home_grown * region_of_china;
    let cloth = home_spun * home_grown * region_of_china;
    let kind = garment.kind.as_deref();

    let mut strands = match (garment.made_in.as_deref(), world.place()) {
        (Some(place), _) | (None, Some(place)) => sewn_in(place, kind, cloth, world),
        (None, None) => {
            let region_of_world = world.value(&row("region-of-world", crop));
            one(region_of_world / cloth, cloth)
        }
    };

    match garment.fabric_in.as_deref() {
        None => {}
        Some(CHINA) => strands = larger(strands, one(1.0, cloth)),
        Some(REGION) => {
            let new = one(1.0, world.value("region-woven"));
            strands = in_the_region(&strands, &new, world);
        }
        Some(place) => {
            let reaches = world.value("yarn-of-fabric") * processed(place, kind, world);
            strands = outside_china(&strands, &one(reaches, yarn), world);
        }
    }

    match garment.spun_in.as_deref() {
        None => {}
        Some(CHINA) => strands = larger(strands, one(1.0, yarn)),
        Some(REGION) => {
            let new = one(1.0, world.value("region-spun"));
            strands = in_the_region(&strands, &new, world);
        }
        Some(_) => {
            let new = one(world.value("foreign-lint"), lint);
            strands = outside_china(&strands, &new, world);
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

/// The strands of a garment sewn in a place; `cloth` is the share in Chinese cloth.
fn sewn_in(place: &str, kind: Option<&str>, cloth: f64, world: &mut World) -> Vec<Strand> {
    match place {
        CHINA => one(1.0, cloth),
        REGION => one(1.0, world.value("region-sewn")),
        _ => one(processed(place, kind, world), cloth),
    }
}

/// c t: the share of the cotton inputs of garments sewn in a place that was processed in China.
fn processed(place: &str, kind: Option<&str>, world: &mut World) -> f64 {
    let fabric = match kind {
        Some("t-shirt" | "sweater" | "socks" | "underwear") => "knit",
        Some("shirt" | "jeans" | "trousers") => "woven",
        _ => "any",
    };
    let figure = [
        format!("china-processed[{place}.{fabric}]"),
        format!("china-processed[{place}.any]"),
        format!("china-processed[*.{fabric}]"),
        "china-processed[*.any]".to_owned(),
    ]
    .iter()
    .find_map(|id| figures::all().get(id))
    .expect("a row for any place");
    let share = world.value(&figure.id);
    if figure.tilted { world.value("cotton-tilt") * share } else { share }
}

/// "China" stated for an earlier stage: the larger S stands.
fn larger(stood: Vec<Strand>, new: Vec<Strand>) -> Vec<Strand> {
    if total_share(&new) > total_share(&stood) { new } else { stood }
}

/// The Region stated for an earlier stage: replaces if higher, else is weighed.
fn in_the_region(stood: &[Strand], new: &[Strand], world: &mut World) -> Vec<Strand> {
    if total_share(new) >= total_share(stood) { new.to_vec() } else { mixed(stood, new, world) }
}

/// A place outside China stated for an earlier stage: is weighed if lower, else changes nothing.
fn outside_china(stood: &[Strand], new: &[Strand], world: &mut World) -> Vec<Strand> {
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
