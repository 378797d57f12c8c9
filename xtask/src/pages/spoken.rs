//! What templates find besides the texts of their own page: the sentences of the widget and of the site's main page in each language, and
//! the languages that other pages are there in.

use super::said::{address, file};
use crate::files;
use crate::languages::{Language, json_files};
use crate::rooms::ENGLISH;
use anyhow::{Context, Result};
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

/// The sentences by language: `widget` of the form and the answer, `below` of the sections below it, `sentences` of the site's main page.
pub(crate) fn sentences(root: &Path) -> Result<Value> {
    let of = |folder: &str| each(root, folder).map(Serde);
    Ok(context! {
        widget => of("www/locales")?,
        below => of("www/locales/more")?,
        sentences => of("www/locales/page")?,
    })
}

fn each(root: &Path, folder: &str) -> Result<BTreeMap<String, Json>> {
    let path = root.join(folder);
    if !path.is_dir() {
        return Ok(BTreeMap::new());
    }
    let read = |name: String| {
        let sentences = serde_json::from_slice(&files::read(&path.join(&name))?)
            .with_context(|| format!("{folder}/{name} is no list of sentences"))?;
        Ok((name.trim_end_matches(".json").to_owned(), sentences))
    };
    json_files(&path)?.into_iter().map(read).collect()
}

/// Adds the functions `translations("host.html")`, the languages that a page is there in besides English, and `own("host.html", "de")`, the
/// address of that page for readers of a language.
pub(crate) fn tell(templates: &mut Environment<'_>, root: &Path, languages: &[Language]) {
    let root = root.to_owned();
    let others = languages.iter().map(|language| language.id.clone()).filter(|id| id != ENGLISH);
    let others: Vec<String> = others.collect();
    let translations = move |page: &str| -> Vec<String> {
        others.iter().filter(|id| root.join(file(page, id)).is_file()).cloned().collect()
    };
    let known = translations.clone();
    templates.add_function("translations", move |page: String| translations(&page));
    templates.add_function(
        "own",
        move |page: String, language: String| {
            if known(&page).contains(&language) { address(&page, &language) } else { page }
        },
    );
}
