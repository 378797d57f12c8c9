//! What the data files hold, as it is written there.

use serde::{Deserialize, de::DeserializeOwned};
use std::{fs, path::Path};

/// A page that is cited.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) id: String,
    /// Whose figure or statement it is.
    pub(crate) publisher: String,
    /// Where it was read, if that is another's page.
    pub(crate) carrier: Option<String>,
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
    pub(crate) sum: Option<Sum>,
}

/// What a label, scheme or seller claims about the cotton.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scheme {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What labels call it: the label reader's build script reads these.
    #[serde(rename = "words")]
    _words: String,
    /// The same, where the words name the cotton with it.
    #[serde(rename = "cotton_words")]
    _cotton_words: Option<String>,
    pub(crate) chain: String,
    pub(crate) origin: Option<String>,
    pub(crate) proof: Option<String>,
    pub(crate) says: String,
    pub(crate) does_not_say: String,
    pub(crate) sources: Vec<Citation>,
}

/// A published total, or a reading of our own that several figures share.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Total {
    pub(crate) id: String,
    pub(crate) what: String,
    pub(crate) value: f64,
    pub(crate) unit: String,
    pub(crate) source: Option<Citation>,
    /// The reason, where we judged it.
    pub(crate) judged: Option<String>,
}

/// How a figure is worked out.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sum {
    /// Over totals and inputs, by their names.
    pub(crate) formula: String,
    pub(crate) last: Last,
    #[serde(default)]
    pub(crate) input: Vec<Input>,
}

/// What lies between the sum and the figure: rounding, or a judged step.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Last {
    pub(crate) factor: f64,
    pub(crate) why: String,
}

/// A number of one sum only.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) what: String,
    pub(crate) unit: String,
    pub(crate) value: Option<f64>,
    /// Over totals and the inputs before it.
    pub(crate) formula: Option<String>,
    /// The reason, where we judged it.
    pub(crate) judged: Option<String>,
}

/// A data file, read as what it is to hold; an error names the file and what is wrong in it.
pub(crate) fn toml_file<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    let path = folder.join(name).with_extension("toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
