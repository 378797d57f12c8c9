//! The vocabulary for scripts, `target/vocabulary`: the unions of `www/types.d.ts` and the lists that pages, tests and the benchmark use.
//! Source imports them as `#unions`, `#vocabulary`, `#locales` and `#more-locales`, names that the project's `package.json` leads here.

use crate::files;
use crate::languages::Language;
use anyhow::{Result, anyhow, ensure};
use cotton_origin_vocabulary::{Vocabulary, published, script};
use std::path::Path;

/// The language of the script itself.
const ENGLISH: &str = "en";

/// What the types of the package import the unions as.
const IN_SOURCE: &str = "\"#unions\"";
const IN_PACKAGE: &str = "\"./vocabulary.js\"";

/// Writes them all.
pub(crate) fn write(root: &Path, languages: &[Language]) -> Result<()> {
    let vocabulary = Vocabulary::read(&root.join("vocabulary")).map_err(|problem| anyhow!(problem))?;
    let published = published(&files::read_text(&root.join("CHANGELOG.md"))?).map_err(|problem| anyhow!(problem))?;
    let languages = english_first(languages)?;
    let folder = root.join("target/vocabulary");
    for (name, text) in [
        ("unions.d.ts", script::unions(&vocabulary, &languages)),
        ("lists.js", script::lists(&vocabulary, &languages, &published)),
        ("locales.js", script::files("locales", &languages[1..])),
        ("more-locales.js", script::files("locales/more", &languages)),
    ] {
        files::write(&folder.join(name), text)?;
    }
    Ok(())
}

/// As the files of `www/locales` are called. English first: it is in the script itself, and stands in for any other.
fn english_first(languages: &[Language]) -> Result<Vec<&str>> {
    let mut ids: Vec<&str> = languages.iter().map(|language| language.id.as_str()).collect();
    ids.sort_by_key(|id| (*id != ENGLISH, *id));
    ensure!(ids.first() == Some(&ENGLISH), "there is no {ENGLISH}.json in www/locales");
    Ok(ids)
}

/// The types of the package, with the unions in a file beside them.
pub(crate) fn copy_types(root: &Path, folder: &Path) -> Result<()> {
    let types = files::read_text(&root.join("www/types.d.ts"))?;
    files::write(&folder.join("index.d.ts"), types.replace(IN_SOURCE, IN_PACKAGE))?;
    files::copy(&root.join("target/vocabulary/unions.d.ts"), &folder.join("vocabulary.d.ts"))
}
