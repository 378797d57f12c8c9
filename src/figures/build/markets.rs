//! Where garments on sale in a market are sewn: a table a market, whose rows become figures of the family `sewn-in`.

use crate::written::{Citation, Figure, toml_file};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarketsFile {
    /// The first year of purchase that the tables serve.
    since: u16,
    market: Vec<Market>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Market {
    /// Country code, or `EU`.
    place: String,
    what: String,
    /// The reason for the weights that are judged.
    judged: String,
    /// Where the weights come from that do not name a source of their own.
    sources: Vec<Citation>,
    weights: Vec<Weight>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weight {
    place: String,
    #[serde(rename = "weight")]
    best: f64,
    year: String,
    standing: String,
    /// The arithmetic, where it is derived.
    basis: Option<String>,
    source: Option<Citation>,
}

/// The first year that the tables serve, and every weight as a figure: `sewn-in[US.BD]`.
pub(crate) fn read(folder: &Path) -> Result<(u16, Vec<Figure>), String> {
    let mut figures = Vec::new();
    let file: MarketsFile = toml_file(folder, "markets")?;
    for market in file.market {
        for weight in &market.weights {
            figures.push(figure(&market, weight)?);
        }
    }
    Ok((file.since, figures))
}

fn figure(market: &Market, weight: &Weight) -> Result<Figure, String> {
    let id = format!("sewn-in[{}.{}]", market.place, weight.place);
    let basis = match (weight.standing.as_str(), &weight.basis, &weight.source) {
        ("published", None, Some(source)) => source.locator.clone(),
        ("derived", Some(basis), None) => basis.clone(),
        ("judged", None, None) => market.judged.clone(),
        _ => {
            return Err(format!(
                "{id}: a published weight names its source, a derived one its arithmetic, a judged one neither"
            ));
        }
    };
    Ok(Figure {
        what: Some(format!("Weight of {} among the places where {} are sewn", weight.place, market.what)),
        unit: Some("weight".into()),
        best: Some(weight.best),
        low: Some(weight.best),
        high: Some(weight.best),
        year: Some(weight.year.clone()),
        standing: Some(weight.standing.clone()),
        basis: Some(basis),
        sources: Some(weight.source.clone().map_or_else(|| market.sources.clone(), |source| vec![source])),
        id,
        ..Figure::default()
    })
}
