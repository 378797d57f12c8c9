//! Reads the files.

use crate::entry::{Fibre, Field, Kind, Part, Proof, Vocabulary};
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fs, path::Path};

/// An entry with a file of its own.
trait FileEntry: DeserializeOwned {
    fn called(self, id: &str) -> Self;
    fn order(&self) -> u16;
}

macro_rules! entry {
    ($($entry:ty),*) => {
        $(impl FileEntry for $entry {
            fn called(self, id: &str) -> Self {
                Self { id: id.to_owned(), ..self }
            }

            fn order(&self) -> u16 {
                self.order
            }
        })*
    };
}

entry!(Kind, Fibre, Part);

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Proofs {
    proof: Vec<Proof>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    field: Vec<Field>,
    letters: BTreeMap<String, char>,
}

/// Reads everything; what cannot be read is a problem.
pub(crate) fn read(folder: &Path, problems: &mut Vec<String>) -> Vocabulary {
    let fields = one::<Fields>(&folder.join("fields.toml"), problems).unwrap_or_default();
    Vocabulary {
        kinds: entries(&folder.join("kinds"), problems),
        fibres: entries(&folder.join("fibres"), problems),
        parts: entries(&folder.join("parts"), problems),
        proofs: one::<Proofs>(&folder.join("proofs.toml"), problems).unwrap_or_default().proof,
        places: one(&folder.join("places.toml"), problems).unwrap_or_default(),
        limits: one(&folder.join("limits.toml"), problems).unwrap_or_default(),
        fields: fields.field,
        letters: fields.letters,
    }
}

/// The entries of a folder, sorted by `order`.
fn entries<E: FileEntry>(folder: &Path, problems: &mut Vec<String>) -> Vec<E> {
    let mut entries: Vec<E> = Vec::new();
    let files = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(files) => files,
        Err(error) => {
            problems.push(format!("{}: {error}", folder.display()));
            return entries;
        }
    };
    let mut paths: Vec<_> = files.into_iter().map(|file| file.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let id = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        entries.extend(one::<E>(path, problems).map(|entry| entry.called(id)));
    }
    entries.sort_by_key(FileEntry::order);
    entries
}

/// Reads a file.
fn one<T: DeserializeOwned>(path: &Path, problems: &mut Vec<String>) -> Option<T> {
    let read = fs::read_to_string(path).map_err(|error| error.to_string());
    let read = read.and_then(|text| toml::from_str(&text).map_err(|error| error.to_string().trim_end().to_owned()));
    read.map_err(|error| problems.push(format!("{}: {error}", path.display()))).ok()
}
