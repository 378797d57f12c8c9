//! Reads the data files as they are, with each file's defaults filled in.

use crate::{
    markets, sums,
    written::{Citation, Figure, Scheme, Source, Total, toml_file},
};
use cotton_origin_vocabulary::{Kind, Published, Vocabulary, published};
use serde::Deserialize;
use std::{fs, path::Path};

/// Families of figures, a file each. The figures of kinds of garment stand with the kinds, and `garments` has what these share.
const FAMILIES: [&str; 7] = ["region", "mills", "processed", "sewn_in", "switching", "claims", "in_part"];

/// Where the version of the figures stands, from their folder: the topmost heading "Figures" of the changelog, with what changed under it.
pub(crate) const CHANGELOG: &str = "../../CHANGELOG.md";

/// Figures that no estimate rests on.
const CHECKS: &str = "checks";

/// Whose words a source gives, strongest first.
pub(crate) const TRUSTS: [&str; 3] = ["primary", "author", "secondary"];

/// How the tables of crops are used.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crops {
    recent: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    #[serde(default)]
    defaults: Figure,
    crops: Option<Crops>,
    /// The first year of purchase for which the figures hold.
    since: Option<u16>,
    figure: Vec<Figure>,
}

/// What the figures of each kind of garment share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct GarmentsFile {
    mass: Figure,
    fibre_per_gram: Figure,
    cotton_fraction: Figure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemeFile {
    scheme: Vec<Scheme>,
}

/// Everything that the data files say.
pub(crate) struct Set {
    pub(crate) version: Published,
    pub(crate) sources: Vec<Source>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) schemes: Vec<Scheme>,
    /// Without a year of purchase the crop is one of so many last ones.
    pub(crate) recent_crops: u16,
    pub(crate) totals: Vec<Total>,
    /// Market tables serve purchases from this year on.
    pub(crate) markets_since: u16,
    /// Buyers are taken to have left from this year on.
    pub(crate) switched_since: u16,
}

impl Set {
    /// Orders what each figure and scheme cites: whose own page it is before who reports it, and a page before a copy of it.
    pub(crate) fn put_strongest_first(&mut self) {
        let rank = |citation: &Citation| {
            let source = self.sources.iter().find(|source| source.id == citation.id);
            source.map(|source| (TRUSTS.iter().position(|trust| *trust == source.trust), source.carrier.is_some()))
        };
        let cited = self.figures.iter_mut().filter_map(|figure| figure.sources.as_mut());
        for citations in cited.chain(self.schemes.iter_mut().map(|scheme| &mut scheme.sources)) {
            citations.sort_by_key(rank);
        }
    }
}

/// Reads the whole set; an error names the file and what is wrong in it.
pub(crate) fn set(folder: &Path, vocabulary: &Vocabulary) -> Result<Set, String> {
    let mut figures = Vec::new();
    let (mut recent, mut switched) = (None, None);
    for name in FAMILIES {
        let file: FigureFile = toml_file(folder, name)?;
        recent = file.crops.as_ref().map(|crops| crops.recent).or(recent);
        switched = file.since.or(switched);
        figures.extend(complete(file));
    }
    let (markets_since, markets) = markets::read(folder)?;
    figures.extend(markets);
    figures.extend(of_kinds(&vocabulary.kinds, &toml_file(folder, "garments")?)?);
    figures.extend(complete(toml_file(folder, CHECKS)?));
    Ok(Set {
        recent_crops: recent.ok_or("region.toml: needs recent, in [crops]")?,
        totals: sums::totals(folder)?,
        markets_since,
        switched_since: switched.ok_or("switching.toml: needs since")?,
        version: newest(&folder.join(CHANGELOG))?,
        sources: toml_file::<SourceFile>(folder, "sources")?.source,
        figures,
        schemes: toml_file::<SchemeFile>(folder, "schemes")?.scheme,
    })
}

fn newest(changelog: &Path) -> Result<Published, String> {
    let text = fs::read_to_string(changelog).map_err(|error| format!("{}: {error}", changelog.display()))?;
    Ok(published(&text)?.swap_remove(0))
}

fn complete(FigureFile { defaults, figure, .. }: FigureFile) -> impl Iterator<Item = Figure> {
    figure.into_iter().map(move |figure| with_defaults(figure, &defaults))
}

/// Family by family: `mass[jeans]`.
fn of_kinds(kinds: &[Kind], shared: &GarmentsFile) -> Result<Vec<Figure>, String> {
    type Of = fn(&Kind) -> Option<&toml::Table>;
    let families: [(&str, Of, &Figure); 3] = [
        ("mass", |kind| kind.mass.get(), &shared.mass),
        ("fibre-per-gram", |kind| kind.fibre_per_gram.get(), &shared.fibre_per_gram),
        ("cotton-fraction", |kind| Some(&kind.cotton_fraction), &shared.cotton_fraction),
    ];
    let mut figures = Vec::new();
    for (family, of, defaults) in families {
        for kind in kinds {
            let Some(table) = of(kind) else { continue };
            let figure: Figure =
                table.clone().try_into().map_err(|error| format!("kinds/{}.toml: {family}: {error}", kind.id))?;
            let figure = Figure { id: format!("{family}[{}]", kind.id), ..figure };
            figures.push(with_defaults(figure, defaults));
        }
    }
    Ok(figures)
}

fn with_defaults(figure: Figure, defaults: &Figure) -> Figure {
    let defaults = defaults.clone();
    // A constant must not pick up the family's dimension: nothing about it varies.
    let constant = figure.low.is_some() && figure.low == figure.high;
    Figure {
        what: figure.what.or(defaults.what),
        unit: figure.unit.or(defaults.unit),
        year: figure.year.or(defaults.year),
        standing: figure.standing.or(defaults.standing),
        dimension: if constant { None } else { figure.dimension.or(defaults.dimension) },
        basis: figure.basis.or(defaults.basis),
        sources: figure.sources.or(defaults.sources),
        tilted: figure.tilted.or(defaults.tilted),
        ..figure
    }
}
