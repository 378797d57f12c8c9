//! Reads the data files as they are, with each file's defaults filled in.

use serde::{Deserialize, de::DeserializeOwned};
use std::{fs, path::Path};

/// A page that is cited.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) publisher: String,
    pub(crate) title: String,
    pub(crate) year: u16,
    pub(crate) address: String,
    pub(crate) trust: String,
}

/// Where in a page a figure stands.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Citation {
    pub(crate) id: String,
    pub(crate) locator: String,
}

/// A figure as written; what is missing comes from the file's `[defaults]`.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    #[serde(default)]
    pub(crate) id: String,
    pub(crate) what: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) best: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) year: Option<String>,
    pub(crate) standing: Option<String>,
    pub(crate) dimension: Option<String>,
    pub(crate) basis: Option<String>,
    pub(crate) sources: Option<Vec<Citation>>,
    pub(crate) tilted: Option<bool>,
}

/// What a label, scheme or seller claims about the cotton.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scheme {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) chain: String,
    pub(crate) origin: Option<String>,
    pub(crate) proof: Option<String>,
    pub(crate) says: String,
    pub(crate) does_not_say: String,
    pub(crate) sources: Vec<Citation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    #[serde(default)]
    defaults: Figure,
    figure: Vec<Figure>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionFile {
    version: String,
}

/// Everything that the data files say.
pub(crate) struct Set {
    pub(crate) version: String,
    pub(crate) sources: Vec<Source>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) schemes: Vec<Scheme>,
}

/// Reads the whole set; an error names the file and what is wrong in it.
pub(crate) fn set(folder: &Path, files: &[&str]) -> Result<Set, String> {
    let mut figures = Vec::new();
    for name in files {
        let file: FigureFile = toml_file(folder, name)?;
        figures.extend(file.figure.into_iter().map(|figure| with_defaults(figure, &file.defaults)));
    }
    Ok(Set {
        version: toml_file::<VersionFile>(folder, "version")?.version,
        sources: toml_file::<SourceFile>(folder, "sources")?.source,
        figures,
        schemes: toml_file::<SchemeFile>(folder, "schemes")?.scheme,
    })
}

pub(crate) fn toml_file<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    let path = folder.join(name).with_extension("toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
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
