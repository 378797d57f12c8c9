//! Writes the set as Rust tables. Names in the output are those of `src/figures.rs` and `src/vocabulary`.

use crate::{
    read::Set,
    sums,
    written::{Citation, Figure},
};
use cotton_origin_vocabulary::rust::camel;
use std::{
    collections::BTreeMap,
    fmt::{Debug, Write},
};

/// Units, in the order of `Unit`.
pub(crate) const UNITS: [&str; 6] = ["share", "grams", "ratio", "lots", "weight", "years"];
/// Standings, in the order of `Standing`.
pub(crate) const STANDINGS: [&str; 3] = ["published", "derived", "judged"];
/// Dimensions of the point set, in the order of `Dimension`: what moves the answers most comes first, because the first
/// dimensions of a Sobol sequence are spread best.
pub(crate) const DIMENSIONS: [&str; 21] = [
    "any-place",
    "region",
    "lots",
    "home-grown",
    "processed",
    "tilt",
    "any-crop",
    "home-spun",
    "mass",
    "cotton-fraction",
    "claim-label",
    "place-fails",
    "yarn-of-fabric",
    "fibre-per-gram",
    "claim-chain",
    "region-sewn",
    "region-woven",
    "region-spun",
    "foreign-lint",
    "claim-lab",
    "switch",
];

/// The Rust source of all tables that are computed with.
pub(crate) fn figures(set: &Set) -> String {
    let mut out = String::new();
    line(&mut out, &format!("pub(crate) const VERSION: &str = {:?};", set.version.figures));
    line(&mut out, &format!("pub(crate) const METHOD: &str = {:?};", set.version.method));
    line(&mut out, "#[allow(clippy::unreadable_literal)]");
    line(&mut out, &format!("pub(crate) static FIGURES: [Figure; {}] = [", set.figures.len()));
    for figure in &set.figures {
        line(&mut out, &figure_row(figure));
    }
    line(&mut out, "];");
    singles(&mut out, set);
    families(&mut out, set);
    out
}

/// The Rust source of the words that go with the figures and the schemes, for `src/texts.rs`: the same rows in the same order.
pub(crate) fn texts(set: &Set) -> String {
    let mut out = String::new();
    line(&mut out, &format!("pub(crate) static SOURCES: [Source; {}] = [", set.sources.len()));
    for source in &set.sources {
        line(
            &mut out,
            &format!(
                "Source {{ id: {:?}, publisher: {:?}, carrier: {:?}, title: {:?}, year: {}, address: {:?}, trust: Trust::{} }},",
                source.id,
                source.publisher,
                source.carrier,
                source.title,
                source.year,
                source.address,
                camel(&source.trust)
            ),
        );
    }
    line(&mut out, "];");
    line(&mut out, &format!("static FIGURE_TEXTS: [FigureText; {}] = [", set.figures.len()));
    for figure in &set.figures {
        line(
            &mut out,
            &format!(
                "FigureText {{ what: {:?}, basis: {:?}, judged: {:?}, sources: &[{}] }},",
                text(figure.what.as_ref()),
                text(figure.basis.as_ref()),
                sums::judged(figure, &set.totals),
                citations(figure.sources.as_deref().unwrap_or_default(), set),
            ),
        );
    }
    line(&mut out, "];");
    line(&mut out, &format!("static SCHEME_TEXTS: [SchemeText; {}] = [", set.schemes.len()));
    for scheme in &set.schemes {
        line(
            &mut out,
            &format!(
                "SchemeText {{ name: {:?}, chain: {:?}, says: {:?}, does_not_say: {:?}, sources: &[{}] }},",
                scheme.name,
                scheme.chain,
                scheme.says,
                scheme.does_not_say,
                citations(&scheme.sources, set),
            ),
        );
    }
    line(&mut out, "];");
    out
}

fn text(field: Option<&String>) -> &str {
    field.map_or("", String::as_str)
}

fn figure_row(figure: &Figure) -> String {
    let number = |field: Option<f64>| field.unwrap_or_default();
    let dimension = figure.dimension.as_ref().map_or("None".into(), |name| format!("Some(Dimension::{})", camel(name)));
    format!(
        "Figure {{ id: {:?}, unit: Unit::{}, best: {:?}, low: {:?}, high: {:?}, year: {:?}, standing: Standing::{}, \
         dimension: {dimension} }},",
        figure.id,
        camel(text(figure.unit.as_ref())),
        number(figure.best),
        number(figure.low),
        number(figure.high),
        text(figure.year.as_ref()),
        camel(text(figure.standing.as_ref())),
    )
}

pub(crate) fn citations(cited: &[Citation], set: &Set) -> String {
    let row = |citation: &Citation| {
        let index = set.sources.iter().position(|source| source.id == citation.id).unwrap_or_default();
        format!("Citation {{ source: &SOURCES[{index}], locator: {:?} }}", citation.locator)
    };
    cited.iter().map(row).collect::<Vec<_>>().join(", ")
}

/// The figures that an estimate can rest on, each with its place in the set. Those named `check-` are held against
/// estimates, on the method page, and no estimate reads them.
fn estimating(set: &Set) -> impl Iterator<Item = (usize, &Figure)> {
    set.figures.iter().enumerate().filter(|(_, figure)| !figure.id.starts_with("check-"))
}

/// A constant for each figure without a key, such as `CHINA_HOME_GROWN`.
fn singles(out: &mut String, set: &Set) {
    for (index, figure) in estimating(set).filter(|(_, figure)| !figure.id.contains('[')) {
        let name = figure.id.to_uppercase().replace('-', "_");
        line(out, &format!("pub(crate) const {name}: FigureId = FigureId({index});"));
    }
}

/// A table for each family, such as `MASS`, by the key in brackets, sorted for binary search.
fn families(out: &mut String, set: &Set) {
    let mut families: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (index, figure) in estimating(set) {
        if let Some((family, key)) = figure.id.strip_suffix(']').and_then(|id| id.split_once('[')) {
            families.entry(family).or_default().insert(key, index);
        }
    }
    for (family, rows) in &families {
        let name = family.to_uppercase().replace('-', "_") + "_BY";
        if *family == "china-processed" {
            processed(out, set, rows);
        } else if *family == "sewn-in" {
            sewn_in(out, set, rows);
        } else {
            let rows: Vec<String> = rows.iter().map(|(key, index)| format!("({key:?}, FigureId({index}))")).collect();
            line(out, &format!("pub(crate) static {name}: Family = Family(&[{}]);", rows.join(", ")));
        }
    }
}

/// A table for each market, the world's first: keys are `BD`, and `US.BD` for a market.
fn sewn_in(out: &mut String, set: &Set, rows: &BTreeMap<&str, usize>) {
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (key, index) in rows {
        let (market, place) = key.split_once('.').unwrap_or(("", key));
        tables.entry(market).or_default().push(format!("({}, FigureId({index}))", place_or_none(place)));
    }
    let tables: Vec<String> = tables
        .iter()
        .map(|(market, rows)| {
            let market = if market.is_empty() { "None".to_owned() } else { place_or_none(market) };
            format!("SewnIn {{ market: {market}, rows: &[{}] }}", rows.join(", "))
        })
        .collect();
    line(out, &format!("pub(crate) static SEWN_IN: [SewnIn; {}] = [{}];", tables.len(), tables.join(", ")));
    line(out, "/// The first year of purchase that the tables of markets serve.");
    line(out, &format!("pub const MARKETS_SINCE: u16 = {};", set.markets_since));
    line(
        out,
        "/// The first year of purchase for which buyers are taken to have left Chinese yarn and cloth, where they did.",
    );
    line(out, &format!("pub const SWITCHED_SINCE: u16 = {};", set.switched_since));
}

/// A place; `*` is any other.
fn place_or_none(place: &str) -> String {
    if place == "*" { "None".to_owned() } else { format!("Some(Place::Country(*b{place:?}))") }
}

fn processed(out: &mut String, set: &Set, rows: &BTreeMap<&str, usize>) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(key, index)| {
            let (place, fabric) = key.split_once('.').unwrap_or((key, "any"));
            let place = place_or_none(place);
            let fabric = if fabric == "any" { "None".into() } else { format!("Some(Fabric::{})", camel(fabric)) };
            let tilted = set.figures[*index].tilted.unwrap_or(true);
            format!("Processed {{ place: {place}, fabric: {fabric}, tilted: {tilted}, figure: FigureId({index}) }}")
        })
        .collect();
    line(out, &format!("pub(crate) static CHINA_PROCESSED: [Processed; {}] = [{}];", rows.len(), rows.join(", ")));
}

/// The Rust source of the table of schemes. Names are those of `src/schemes.rs`.
pub(crate) fn schemes(set: &Set) -> String {
    let mut out = String::new();
    line(&mut out, &format!("static SCHEMES: [Scheme; {}] = [", set.schemes.len()));
    for scheme in &set.schemes {
        let origin = match scheme.origin.as_deref() {
            None => "SchemeOrigin::None".into(),
            Some("stated") => "SchemeOrigin::Stated".into(),
            Some("outside-CN") => "SchemeOrigin::OutsideChina".into(),
            Some(code) => format!("SchemeOrigin::Country(Place::Country(*b{code:?}))"),
        };
        let proof = scheme.proof.as_ref().map_or("None".into(), |proof| format!("Some(Proof::{})", camel(proof)));
        line(&mut out, &format!("Scheme {{ id: {:?}, origin: {origin}, proof: {proof} }},", scheme.id));
    }
    line(&mut out, "];");
    out
}

/// A slice as the text of a Rust array.
pub(crate) fn array(values: &[impl Debug]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    format!("[{}]", values.join(", "))
}

/// Appends a line. Writing to a string cannot fail.
pub(crate) fn line(out: &mut String, text: &str) {
    let _ = writeln!(out, "{text}");
}
