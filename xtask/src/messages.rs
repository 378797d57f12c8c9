//! Checks that every id in the data has its message in every language. The build fails on a missing one and names its file and key.
//! `tests/node/locales.test.js` checks that each file has the same sentences as the English one.

use crate::files;
use crate::languages::Language;
use anyhow::{Context, Result, ensure};
use cotton_origin_vocabulary::{Field, FieldType, Section, Vocabulary};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

/// English texts of schemes and of the record are in the figures; `locales/more` has those of the other languages.
const ENGLISH: &str = "en";

/// Fails if a message is missing.
pub(crate) fn check(root: &Path, vocabulary: &Vocabulary, languages: &[Language]) -> Result<()> {
    let first = of_vocabulary(vocabulary);
    let changes = of_changes(vocabulary);
    let figures = of_figures(root)?;
    // A message to a shop names the garment in the shop's language.
    let named: Vec<_> = vocabulary.kinds.iter().map(|kind| vec!["kinds".to_owned(), kind.id.clone()]).collect();
    let mut missing = Vec::new();
    for Language { id, .. } in languages {
        missing.extend(missing_in(root, &format!("www/locales/{id}.json"), &first)?);
        missing.extend(missing_in(root, &format!("www/locales/ask/{id}.json"), &named)?);
        let more = format!("www/locales/more/{id}.json");
        missing.extend(missing_in(root, &more, &changes)?);
        if id != ENGLISH {
            missing.extend(missing_in(root, &more, &figures)?);
        }
    }
    ensure!(missing.is_empty(), "messages are missing:\n  {}", missing.join("\n  "));
    Ok(())
}

/// The keys of the messages for kinds, fibres, proofs and fields, each as a path from the root of a locale.
fn of_vocabulary(vocabulary: &Vocabulary) -> Vec<Vec<String>> {
    let Vocabulary { kinds, fibres, proofs, fields, .. } = vocabulary;
    let mut keys = Vec::new();
    let mut add = |path: &[&str]| keys.push(path.iter().map(|&key| key.to_owned()).collect());
    for kind in kinds {
        add(&["kinds", &kind.id]);
    }
    for fibre in fibres {
        add(&["fibres", &fibre.id]);
    }
    for proof in proofs {
        add(&["form", "proofs", &proof.id]);
    }
    for field in asked(fields) {
        add(&["form", &field.name]);
    }
    keys
}

/// The keys of the messages that describe a change of a field. For fibres and schemes they do not name the values.
fn of_changes(vocabulary: &Vocabulary) -> Vec<Vec<String>> {
    let of_field = |field: &Field| match field.of {
        FieldType::Fibres | FieldType::Schemes => vec!["changed".to_owned(), field.name.clone()],
        _ => vec!["changed".to_owned(), "what".to_owned(), field.name.clone()],
    };
    asked(&vocabulary.fields).map(of_field).collect()
}

/// The fields that the form asks for.
fn asked(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| field.section != Section::None)
}

/// The keys of the messages for schemes and entries of the record.
fn of_figures(root: &Path) -> Result<Vec<Vec<String>>> {
    let schemes: Schemes = read_toml(root, "src/figures/schemes.toml")?;
    let record: Record = read_toml(root, "src/figures/record.toml")?;
    let of_schemes = schemes.scheme.into_iter().flat_map(|Named { id }| {
        ["says", "doesNotSay"].map(|sentence| vec!["schemes".to_owned(), id.clone(), sentence.to_owned()])
    });
    Ok(of_schemes.chain(record.entry.into_iter().map(|Named { id }| vec!["record".to_owned(), id])).collect())
}

#[derive(Deserialize)]
struct Schemes {
    scheme: Vec<Named>,
}

#[derive(Deserialize)]
struct Record {
    entry: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

fn read_toml<T: serde::de::DeserializeOwned>(root: &Path, name: &str) -> Result<T> {
    toml::from_str(&files::read_text(&root.join(name))?).with_context(|| format!("{name} is not as expected"))
}

/// The missing messages, each as file and key.
fn missing_in(root: &Path, name: &str, keys: &[Vec<String>]) -> Result<Vec<String>> {
    let locale: Value =
        serde_json::from_slice(&files::read(&root.join(name))?).with_context(|| format!("{name} is no JSON"))?;
    let has = |path: &&Vec<String>| path.iter().try_fold(&locale, |at, key| at.get(key)).is_none();
    Ok(keys.iter().filter(has).map(|path| format!("{name}: {}", path.join("."))).collect())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{files, languages};
    use cotton_origin_vocabulary::Vocabulary;
    use serde_json::{Map, Value};
    use std::path::Path;

    #[test]
    fn every_missing_message_is_named_with_its_file() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project");
        let copy = tempfile::tempdir().expect("a folder can be made");
        for name in [
            "src/figures/schemes.toml",
            "src/figures/record.toml",
            "www/locales/fr.json",
            "www/locales/ask/fr.json",
            "www/locales/more/fr.json",
        ] {
            let text = files::read_text(&project.join(name)).expect("a file of the project");
            files::write(&copy.path().join(name), text).expect("a file can be written");
        }
        let vocabulary = Vocabulary::read(&project.join("vocabulary")).expect("the vocabulary can be used");
        let checked = || check(copy.path(), &vocabulary, &languages::read(copy.path()).expect("French"));
        checked().expect("the project's French has every message");

        without(&copy.path().join("www/locales/fr.json"), &["kinds", "jeans"]);
        without(&copy.path().join("www/locales/fr.json"), &["fibres", "hemp"]);
        without(&copy.path().join("www/locales/fr.json"), &["form", "spunIn"]);
        without(&copy.path().join("www/locales/ask/fr.json"), &["kinds", "towel"]);
        without(&copy.path().join("www/locales/more/fr.json"), &["changed", "what", "massGrams"]);
        without(&copy.path().join("www/locales/more/fr.json"), &["schemes", "gots", "says"]);
        let told = checked().expect_err("six are missing").to_string();
        let expected = [
            "messages are missing:",
            "www/locales/fr.json: kinds.jeans",
            "www/locales/fr.json: fibres.hemp",
            "www/locales/fr.json: form.spunIn",
            "www/locales/ask/fr.json: kinds.towel",
            "www/locales/more/fr.json: changed.what.massGrams",
            "www/locales/more/fr.json: schemes.gots.says",
        ];
        assert_eq!(told, expected.join("\n  "));
    }

    fn without(path: &Path, keys: &[&str]) {
        let mut locale: Value = serde_json::from_slice(&files::read(path).expect("a file")).expect("JSON");
        let (last, parents) = keys.split_last().expect("a key");
        let parent = parents.iter().try_fold(&mut locale, |at, key| at.get_mut(key)).and_then(Value::as_object_mut);
        parent.and_then(|parent: &mut Map<String, Value>| parent.remove(*last)).expect("the message was there");
        files::write(path, locale.to_string()).expect("a file can be written");
    }
}
