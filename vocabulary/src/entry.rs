//! The content of the files.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words by language, as in a file: separated by commas.
pub type Words = BTreeMap<String, String>;

/// The content of all files, each list in its order.
#[derive(Debug)]
pub struct Vocabulary {
    /// Kinds of garment.
    pub kinds: Vec<Kind>,
    /// Fibres by their generic names.
    pub fibres: Vec<Fibre>,
    /// Parts of a garment.
    pub parts: Vec<Part>,
    /// What can stand behind a stated origin, weakest first.
    pub proofs: Vec<Proof>,
    /// What can be said of a garment, in the order of the form.
    pub fields: Vec<Field>,
    /// Places that can be named, and those that come first in a list to choose from.
    pub places: Places,
    /// Limits of valid values, by id.
    pub limits: BTreeMap<String, Limit>,
    /// For each other name in a garment's tree, its letter in a link.
    pub letters: BTreeMap<String, char>,
}

/// A kind of garment: `kinds/ID.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kind {
    /// The name of its file.
    #[serde(skip)]
    pub id: String,
    /// Its English name, for documentation.
    pub name: String,
    /// Its place in a list to choose from.
    pub order: u16,
    /// Knitted or woven, where the kind tells.
    pub fabric: Fabric,
    /// What labels call it.
    pub words: Found<Words>,
    /// Words that mean something else in another language.
    #[serde(default)]
    pub open: Words,
    /// Its usual mass: a figure, as in `src/figures`.
    pub mass: Found<toml::Table>,
    /// Grams of picked cotton for each gram of it: a figure.
    pub fibre_per_gram: Found<toml::Table>,
    /// How much of it is usually cotton: a figure.
    pub cotton_fraction: toml::Table,
}

/// Knitted or woven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fabric {
    /// Knitted.
    Knit,
    /// Woven.
    Woven,
    /// The kind does not tell.
    Any,
}

/// A value that a file must have, or state that none was found.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a table, or \"not found\"")]
pub enum Found<T> {
    /// The value.
    Some(T),
    /// Nothing was found.
    None(NotFound),
}

/// States that a value was looked for and not found.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum NotFound {
    /// Written as `"not found"`.
    #[serde(rename = "not found")]
    NotFound,
}

impl<T> Found<T> {
    /// The value, if it was found.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Some(found) => Some(found),
            Self::None(_) => None,
        }
    }
}

/// A fibre: `fibres/ID.toml`. What its tables of words mean is in `README.md`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fibre {
    /// The name of its file: its generic name.
    #[serde(skip)]
    pub id: String,
    /// Its name, for those who read code.
    pub name: String,
    /// Its place in a list to choose from: the usual ones first.
    pub order: u16,
    /// Other names that input may use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Codes of the textile trade.
    #[serde(default)]
    pub codes: String,
    /// Codes for two fibres, this one first.
    #[serde(default)]
    pub ratio: String,
    /// Words seen in a source.
    pub seen: Words,
    /// Words from general knowledge.
    pub general: Words,
    /// Words for the pure fibre.
    #[serde(default)]
    pub pure: Words,
    /// Words that the law reserves for the pure fibre.
    #[serde(default)]
    pub whole: Words,
    /// Words of everyday language.
    #[serde(default)]
    pub everyday: Words,
    /// Trade names and plants.
    #[serde(default)]
    pub trade: Words,
    /// Words for a blend with another fibre.
    #[serde(default)]
    pub blend: Words,
}

/// A part of a garment: `parts/ID.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The name of its file: its name in a reading.
    #[serde(skip)]
    pub id: String,
    /// Its place among the others.
    pub order: u16,
    /// Whether it is the main part, which counts if no masses are known.
    #[serde(default)]
    pub main: bool,
    /// Whether it is a layer that labels describe separately: a lining, a filling, a coating.
    #[serde(default)]
    pub layer: bool,
    /// Whether its composition says nothing about the main part, as with a lining.
    #[serde(default)]
    pub aside: bool,
    /// Words seen in a source.
    #[serde(default)]
    pub seen: Words,
    /// Words from general knowledge.
    #[serde(default)]
    pub general: Words,
}

/// What can stand behind a stated origin: an entry of `proofs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Its id.
    pub id: String,
    /// What it is, for documentation.
    pub name: String,
}

/// Places: `places.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// First in lists of places where garments are sewn.
    pub makers: Vec<String>,
    /// First in lists of places where cotton grows.
    pub growers: Vec<String>,
    /// Of those where garments are bought.
    pub markets: Vec<String>,
    /// Every country that can be named, by ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Members of the EU.
    pub members: Vec<String>,
}

/// The limits of a value: an entry of `limits.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// Whether values are whole numbers.
    #[serde(default)]
    pub whole: bool,
    /// A source, or the reason for our judgement.
    pub basis: String,
}

/// What can be said of a garment: an entry of `fields.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in JavaScript.
    pub name: String,
    /// Its documentation in `types.d.ts`.
    pub doc: String,
    /// The type of its values.
    #[serde(rename = "type")]
    pub of: FieldType,
    /// Its letter in a link.
    pub letter: char,
    /// The section of the form that asks for it.
    pub section: Section,
    /// Who can answer it.
    #[serde(rename = "known-by")]
    pub known_by: KnownBy,
}

/// The type of a field's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// A kind's id.
    Kind,
    /// Fibres with their percentages.
    Fibres,
    /// Parts with their fibres.
    Components,
    /// A place.
    Place,
    /// One place or several.
    Places,
    /// A proof's id.
    Proof,
    /// Ids of schemes.
    Schemes,
    /// A year.
    Year,
    /// Grams.
    Grams,
}

impl FieldType {
    /// Its name in `fields.toml`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Fibres => "fibres",
            Self::Components => "components",
            Self::Place => "place",
            Self::Places => "places",
            Self::Proof => "proof",
            Self::Schemes => "schemes",
            Self::Year => "year",
            Self::Grams => "grams",
        }
    }

    /// The TypeScript type of its values.
    #[must_use]
    pub fn script(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Fibres => "Fibre[]",
            Self::Components => "Component[]",
            Self::Place => "Place",
            Self::Places => "Place | Place[]",
            Self::Proof => "Proof",
            Self::Schemes => "string[]",
            Self::Year | Self::Grams => "number",
        }
    }
}

/// A section of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// The label, which is always visible.
    Label,
    /// Behind "I know more".
    More,
    /// None: the form cannot ask for it.
    None,
}

/// Who can answer a question about a garment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// Whoever reads its label.
    Label,
    /// The shop, on its page or the receipt.
    Shop,
    /// The maker alone.
    Maker,
}

impl KnownBy {
    /// All, the easiest to ask first.
    pub const ALL: [Self; 3] = [Self::Label, Self::Shop, Self::Maker];

    /// Its name in `fields.toml`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Shop => "shop",
            Self::Maker => "maker",
        }
    }
}
