//! The checks against the world. `www/method.js` computes them again in the reader's browser, from the same figures and the
//! same core but with its own arithmetic: a test holds the two together.

use crate::answers::{self, Answers};
use crate::figure_set::FigureSet;
use anyhow::{Result, bail};

/// A code that no country has: it selects the row for all other places, `sewn-in[*]`.
pub(crate) const ELSEWHERE: &str = "AQ";

/// A check by its name, a share.
pub(crate) fn check(name: &str, set: &FigureSet, answers: &Answers) -> Result<f64> {
    let figure = |id: &str| set.figure(id).map(|row| row.best);
    Ok(match name {
        // China's share of the world's crop, as the two base figures imply it.
        "implied" => figure("region-of-world")? / figure("region-of-china")?,
        // The Region's cotton that China's mills use, of all cotton that the world's mills use.
        "mills" => figure("check-mills[2024]")? * figure("china-home-grown")? * figure("region-of-china")?,
        "mills-2024" => figure("check-mills[2024]")? * figure("china-home-grown")? * figure("region-of-china[2024]")?,
        // The Region's share of the world's crop of 2024, if the crop of China is as large as the US department says.
        "crop-2024" => figure("check-crop[2024]")? * figure("region-of-china[2024]")?,
        // Its mean over garments on sale.
        "shops" => shops(set, answers)?,
        _ => bail!("there is no check {name}"),
    })
}

/// The mean share over where garments on sale come from.
fn shops(set: &FigureSet, answers: &Answers) -> Result<f64> {
    let mut sum = 0.0;
    let places = on_sale(set);
    for (place, weight) in &places {
        sum += weight * answers.central(&answers::garment(&format!("{{\"madeIn\":\"{place}\"}}"))?)?;
    }
    Ok(sum / total(&places))
}

/// Places with their weights among garments on sale anywhere; those of one market have its name before the place's.
pub(crate) fn on_sale(set: &FigureSet) -> Vec<(&'static str, f64)> {
    let rows =
        set.figures.iter().filter_map(|row| Some((row.id.strip_prefix("sewn-in[")?.strip_suffix(']')?, row.best)));
    let anywhere = rows.filter(|(place, _)| !place.contains('.'));
    anywhere.map(|(place, weight)| (if place == "*" { ELSEWHERE } else { place }, weight)).collect()
}

pub(crate) fn total(places: &[(&str, f64)]) -> f64 {
    places.iter().map(|(_, weight)| weight).sum()
}
