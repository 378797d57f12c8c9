//! The languages: one for each file in `www/locales`, whose `meta` has the language's name and direction.

use crate::files;
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The folder with the sentences of the form and the answer, one file for each language.
const FOLDER: &str = "www/locales";

/// The `meta` of a file.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(crate) struct Language {
    /// A language tag, which is also the name of the file.
    #[serde(rename = "language")]
    pub(crate) id: String,
    /// The language's name in the language itself.
    pub(crate) name: String,
    pub(crate) direction: Direction,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    Ltr,
    Rtl,
}

#[derive(Deserialize)]
struct Locale {
    meta: Language,
}

/// All of them, sorted by their own names, as in a list to choose from.
pub(crate) fn read(root: &Path) -> Result<Vec<Language>> {
    let folder = root.join(FOLDER);
    let mut languages = Vec::new();
    for name in json_files(&folder)? {
        let path = folder.join(&name);
        let locale: Locale = serde_json::from_slice(&files::read(&path)?)
            .with_context(|| format!("{FOLDER}/{name} does not say what its language is"))?;
        let Locale { meta } = locale;
        ensure!(
            format!("{}.json", meta.id) == name,
            "{FOLDER}/{name} says that it is in `{}`: a file is called as its language",
            meta.id
        );
        languages.push(meta);
    }
    languages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(languages)
}

/// The `.json` files of a folder, sorted.
pub(crate) fn json_files(folder: &Path) -> Result<Vec<String>> {
    let entries = folder.read_dir().with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::{Direction, Language, read};
    use crate::files;

    #[test]
    fn a_language_is_what_its_file_says() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let locale = |file: &str, id: &str, name: &str, direction: &str| {
            let text =
                format!(r#"{{"meta":{{"language":"{id}","name":"{name}","direction":"{direction}"}},"gram":"g"}}"#);
            files::write(&root.path().join("www/locales").join(file), text).expect("a file can be written");
        };
        locale("ar.json", "ar", "العربية", "rtl");
        locale("fr.json", "fr", "Français", "ltr");
        let language = |id: &str, name: &str, direction| Language { id: id.into(), name: name.into(), direction };
        let expected = [language("fr", "Français", Direction::Ltr), language("ar", "العربية", Direction::Rtl)];
        assert_eq!(read(root.path()).expect("both are as they should be"), expected);

        locale("de.json", "en", "Deutsch", "ltr");
        let problem = read(root.path()).expect_err("it is called otherwise").to_string();
        assert_eq!(problem, "www/locales/de.json says that it is in `en`: a file is called as its language");
        locale("de.json", "de", "Deutsch", "down");
        let problem = read(root.path()).expect_err("there is no such direction").to_string();
        assert_eq!(problem, "www/locales/de.json does not say what its language is");
    }
}
