//! Writes the vocabulary for scripts, in `target/vocabulary`: types for `www/types.d.ts`, and lists for pages, tests and the benchmark.
//! The source imports them as `#unions`, `#vocabulary`, `#locales`, `#more-locales` and `#messages`, which `package.json` maps to these files.

use crate::files;
use crate::languages::Language;
use crate::messages;
use anyhow::{Result, anyhow, ensure};
use cotton_origin_vocabulary::{Vocabulary, published, script};
use std::path::Path;

/// The language of the script itself.
const ENGLISH: &str = "en";

/// How `types.d.ts` imports the generated types, in the source and in the package.
const IN_SOURCE: &str = "\"#unions\"";
const IN_PACKAGE: &str = "\"./vocabulary.js\"";

/// Writes them all, unless a name of the vocabulary has no message.
pub(crate) fn write(root: &Path, languages: &[Language]) -> Result<()> {
    let vocabulary = Vocabulary::read(&root.join("vocabulary")).map_err(|problem| anyhow!(problem))?;
    let published = published(&files::read_text(&root.join("CHANGELOG.md"))?).map_err(|problem| anyhow!(problem))?;
    messages::check(root, &vocabulary, languages)?;
    let languages = english_first(languages)?;
    let folder = root.join("target/vocabulary");
    for (name, text) in [
        ("unions.d.ts", script::unions(&vocabulary, &languages)),
        ("lists.js", script::lists(&vocabulary, &languages, &published)),
        ("locales.js", script::files("locales", &languages[1..])),
        ("more-locales.js", script::files("locales/more", &languages)),
        ("messages.js", script::bundled("../../www/locales/ask", &languages)),
    ] {
        files::write(&folder.join(name), text)?;
    }
    Ok(())
}

/// The ids of languages, English first, as it is the fallback for any other.
fn english_first(languages: &[Language]) -> Result<Vec<&str>> {
    let mut ids: Vec<&str> = languages.iter().map(|language| language.id.as_str()).collect();
    ids.sort_by_key(|id| (*id != ENGLISH, *id));
    ensure!(ids.first() == Some(&ENGLISH), "there is no {ENGLISH}.json in www/locales");
    Ok(ids)
}

/// Copies the types into the package, with those generated from the vocabulary in a file beside them.
pub(crate) fn copy_types(root: &Path, folder: &Path) -> Result<()> {
    let types = files::read_text(&root.join("www/types.d.ts"))?;
    files::write(&folder.join("index.d.ts"), types.replace(IN_SOURCE, IN_PACKAGE))?;
    let unions = files::read_text(&root.join("target/vocabulary/unions.d.ts"))?;
    files::write(&folder.join("vocabulary.d.ts"), unions.replace(script::TYPES, "./index.js"))
}
