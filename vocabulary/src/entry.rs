//! What stands in the files.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words by language, as in a file: several in one text, parted by commas.
pub type Words = BTreeMap<String, String>;

/// Everything that the files say, each list in its order.
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
    /// Places that can be named, and those on top of a list to choose from.
    pub places: Places,
    /// What the code takes for possible.
    pub limits: BTreeMap<String, Limit>,
    /// For each other name in a garment's tree what stands for it in a link.
    pub letters: BTreeMap<String, char>,
}

/// A kind of garment: `kinds/ID.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kind {
    /// The name of its file.
    #[serde(skip)]
    pub id: String,
    /// What it takes in, in English, for those who read code.
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
    /// Its usual mass: a figure, as `src/figures` has them.
    pub mass: Found<toml::Table>,
    /// Picked cotton that goes into a gram of it: a figure.
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

/// What was looked for. A file says so where nothing was found; it cannot leave it out.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a table, or \"not found\"")]
pub enum Found<T> {
    /// It.
    Some(T),
    /// Nothing was found.
    None(NotFound),
}

/// Says that something was looked for and not found.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum NotFound {
    /// The only way to say so.
    #[serde(rename = "not found")]
    NotFound,
}

impl<T> Found<T> {
    /// It, where it was found.
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
    /// Other names that a field takes for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Codes of the textile trade.
    #[serde(default)]
    pub codes: String,
    /// Codes for two fibres of which this one is named first.
    #[serde(default)]
    pub ratio: String,
    /// Words seen in a source.
    pub seen: Words,
    /// Words from general knowledge.
    pub general: Words,
    /// Pure, as far as the word goes.
    #[serde(default)]
    pub pure: Words,
    /// Pure by law.
    #[serde(default)]
    pub whole: Words,
    /// Words of everyday language.
    #[serde(default)]
    pub everyday: Words,
    /// Trade names and plants.
    #[serde(default)]
    pub trade: Words,
    /// Two fibres in one word.
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
    /// Whether it is the part that counts where nothing is said of masses.
    #[serde(default)]
    pub main: bool,
    /// Whether it is a layer that labels describe on its own: a lining, a filling, a coating.
    #[serde(default)]
    pub layer: bool,
    /// Whether it says nothing of the main part: who reads only of a lining does not know what the garment is made of.
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
    /// What it is, for those who read code.
    pub name: String,
}

/// Places: `places.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Of those where garments are sewn.
    pub makers: Vec<String>,
    /// Of those where cotton is said to have grown.
    pub growers: Vec<String>,
    /// Every country that can be named, by ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Members of the EU.
    pub members: Vec<String>,
}

/// The least and the most that the code takes for possible: an entry of `limits.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// Whether only whole numbers are meant.
    #[serde(default)]
    pub whole: bool,
    /// Why these: a source, or our judgement.
    pub basis: String,
}

/// What can be said of a garment: an entry of `fields.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in a garment of JavaScript.
    pub name: String,
    /// What the page for site owners calls the question. Empty where the form does not ask.
    #[serde(default)]
    pub title: String,
    /// What `types.d.ts` says of it.
    pub doc: String,
    /// What a value is.
    #[serde(rename = "type")]
    pub of: FieldType,
    /// What stands for the name in a link.
    pub letter: char,
    /// Where the form asks for it.
    pub section: Section,
}

/// What the values of a field are.
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
    /// A place or several.
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
    /// As in `fields.toml`.
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

/// Where the form asks for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// On the label that everyone sees.
    Label,
    /// Behind "I know more".
    More,
    /// Nowhere: the form cannot ask for it.
    None,
}
