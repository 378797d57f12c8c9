//! The words of schemes, which stand with the schemes.

use serde::Deserialize;
use std::{error::Error, fs, path::Path};

/// Of a scheme, what labels call it. The rest of its entry is the core's.
#[derive(Deserialize)]
pub(crate) struct Scheme {
    /// Names of the scheme.
    pub(crate) words: String,
    /// Names of cotton by the scheme.
    #[serde(default)]
    pub(crate) cotton_words: String,
}

#[derive(Deserialize)]
struct File {
    scheme: Vec<Scheme>,
}

/// In the order of the catalogue.
pub(crate) fn read(path: &Path) -> Result<Vec<Scheme>, Box<dyn Error>> {
    let file: File =
        toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(file.scheme)
}
