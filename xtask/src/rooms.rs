//! The messages of `www/locales`, line by line. A room is a folder of them with a file for each language; `locales` itself is the room with no name.
//!
//! A line is a text, or one plural form of it. It knows where it stands in its file, so that it can be replaced there and nothing else changes.

use crate::files;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt::{Formatter, Result as Written};
use std::ops::Range;
use std::path::Path;

/// The folder with all of them.
pub(crate) const FOLDER: &str = "www/locales";

/// What all is translated from, and the language of the templates.
pub(crate) const ENGLISH: &str = "en";

/// The plural categories of `Intl`.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What says whose the file is: no message.
const META: &str = "meta";

/// A text of a file, or one plural form of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The keys that lead to it, with dots between them.
    pub(crate) id: String,
    /// The plural category, where a text has several forms.
    pub(crate) form: Option<String>,
    pub(crate) text: String,
    /// The bytes in the file that it stands in, with its quotes.
    pub(crate) span: Range<usize>,
}

/// The rooms of a project, sorted.
pub(crate) fn names(root: &Path) -> Result<Vec<String>> {
    let mut names: Vec<_> = files::list(&root.join(FOLDER))?
        .iter()
        .filter(|file| file.extension().is_some_and(|kind| kind == "json"))
        .map(|file| file.parent().map(files::address).unwrap_or_default())
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// The name of a language's file in a room, as corrections name it: `de.json`, `more/de.json`.
pub(crate) fn file_of(room: &str, language: &str) -> String {
    if room.is_empty() { format!("{language}.json") } else { format!("{room}/{language}.json") }
}

/// The lines of a file of messages, in their order.
pub(crate) fn lines(content: &str) -> Result<Vec<Line>> {
    let whole: &RawValue = serde_json::from_str(content).context("it is not JSON")?;
    let mut lines = Vec::new();
    collect(whole, "", content, &mut lines)?;
    Ok(lines)
}

fn collect(at: &RawValue, id: &str, content: &str, lines: &mut Vec<Line>) -> Result<()> {
    let mut add = |form: Option<&str>, value: &RawValue| -> Result<()> {
        let text = serde_json::from_str(value.get()).with_context(|| format!("{id} is no text"))?;
        let start = value.get().as_ptr().addr() - content.as_ptr().addr();
        let span = start..start + value.get().len();
        lines.push(Line { id: id.to_owned(), form: form.map(str::to_owned), text, span });
        Ok(())
    };
    let Ok(Fields(fields)) = serde_json::from_str(at.get()) else {
        return add(None, at);
    };
    if !id.is_empty() && fields.iter().all(|(key, _)| CATEGORIES.contains(&key.as_str())) {
        return fields.iter().try_for_each(|(form, value)| add(Some(form), value));
    }
    for (key, value) in fields {
        match id {
            "" if key == META => {}
            "" => collect(value, &key, content, lines)?,
            _ => collect(value, &format!("{id}.{key}"), content, lines)?,
        }
    }
    Ok(())
}

/// The fields of an object in their order, each as it stands in the file.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, out: &mut Formatter<'_>) -> Written {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// The names in braces of a text, sorted.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<_> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    found.retain(|name| !name.is_empty() && name.chars().all(|each| each.is_ascii_alphanumeric() || each == '_'));
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::{lines, names, placeholders};
    use crate::files;

    #[test]
    fn a_file_is_read_line_by_line_in_its_order() {
        let content = r#"{ "meta": { "name": "A" }, "b": "B \"{n}\"", "a": { "one": "1", "other": "2" }, "c.d": { "x": { "other": "3", "y": "4" } } }"#;
        let read = lines(content).expect("they are messages");
        let told: Vec<_> =
            read.iter().map(|line| (line.id.as_str(), line.form.as_deref(), line.text.as_str())).collect();
        assert_eq!(
            told,
            [
                ("b", None, "B \"{n}\""),
                ("a", Some("one"), "1"),
                ("a", Some("other"), "2"),
                ("c.d.x.other", None, "3"),
                ("c.d.x.y", None, "4"),
            ]
        );
        assert_eq!(&content[read[0].span.clone()], r#""B \"{n}\"""#);
        assert_eq!(&content[read[4].span.clone()], "\"4\"");
    }

    #[test]
    fn what_is_no_file_of_messages_is_an_error() {
        assert_eq!(lines("{").expect_err("it has no end").to_string(), "it is not JSON");
        assert_eq!(lines(r#"{"a":{"b":1}}"#).expect_err("1 is no text").to_string(), "a.b is no text");
    }

    #[test]
    fn a_room_is_a_folder_with_messages() {
        let root = tempfile::tempdir().expect("a folder can be made");
        for name in ["de.json", "more/de.json", "more/ar.json", "notes/a.txt"] {
            files::write(&root.path().join("www/locales").join(name), "{}").expect("a file can be written");
        }
        assert_eq!(names(root.path()).expect("they can be listed"), ["", "more"]);
    }

    #[test]
    fn placeholders_are_names_in_braces() {
        assert_eq!(placeholders("{low}–{high} {} {a b} {n"), ["high", "low"]);
    }
}
