//! The vocabulary for scripts, `target/vocabulary`: the unions of `www/types.d.ts` and the lists that pages, tests and the benchmark use.
//! Source imports them as `#unions`, `#vocabulary`, `#locales` and `#more-locales`, names that the project's `package.json` leads here.

use crate::parts;
use crate::site::copy;
use anyhow::{Context, Result, anyhow, ensure};
use cotton_origin_vocabulary::{Vocabulary, script};
use std::fs;
use std::path::Path;

/// The language of the script itself.
const ENGLISH: &str = "en";

/// What the types of the package import the unions as.
const IN_SOURCE: &str = "\"#unions\"";
const IN_PACKAGE: &str = "\"./vocabulary.js\"";

/// Writes them all.
pub(crate) fn write(root: &Path) -> Result<()> {
    let vocabulary = Vocabulary::read(&root.join("vocabulary")).map_err(|problem| anyhow!(problem))?;
    let languages = languages(root)?;
    let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
    let folder = root.join("target/vocabulary");
    fs::create_dir_all(&folder)?;
    for (name, text) in [
        ("unions.d.ts", script::unions(&vocabulary, &languages)),
        ("lists.js", script::lists(&vocabulary, &languages)),
        ("locales.js", script::files("locales", &languages[1..])),
        ("more-locales.js", script::files("locales/more", &languages)),
    ] {
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

/// As the files of `www/locales` are called. English first: it is in the script itself, and stands in for any other.
fn languages(root: &Path) -> Result<Vec<String>> {
    let mut languages = parts::names(&root.join("www/locales"))?;
    languages.iter_mut().for_each(|name| name.truncate(name.len() - ".json".len()));
    languages.sort_by_key(|name| (name != ENGLISH, name.clone()));
    ensure!(languages.first().is_some_and(|first| first == ENGLISH), "there is no {ENGLISH}.json in www/locales");
    Ok(languages)
}

/// The types of the package, with the unions in a file beside them.
pub(crate) fn copy_types(root: &Path, folder: &Path) -> Result<()> {
    let types = fs::read_to_string(root.join("www/types.d.ts")).context("types.d.ts cannot be read")?;
    fs::write(folder.join("index.d.ts"), types.replace(IN_SOURCE, IN_PACKAGE))?;
    copy(&root.join("target/vocabulary/unions.d.ts"), &folder.join("vocabulary.d.ts"))
}
