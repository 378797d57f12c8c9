//! The English of the messages, from which the others are translated: it is in the rooms' own files, in the figures, and in the templates.

use crate::files;
use crate::pages::said::Texts;
use crate::rooms::{self, Line};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The room whose English is partly in the figures.
const BELOW: &str = "more";

/// The English of a room.
#[derive(Default)]
pub(crate) struct English {
    /// By id and plural form.
    texts: HashMap<(String, Option<String>), String>,
    /// The place of each message among the others.
    pub(crate) order: HashMap<String, usize>,
}

impl English {
    /// That of a room. `said` is what the templates say in English, by their rooms.
    pub(crate) fn of(project: &Path, room: &str, said: &BTreeMap<String, Texts>) -> Result<Self> {
        let mut english = Self::default();
        let own = project.join(rooms::FOLDER).join(rooms::file_of(room, rooms::ENGLISH));
        if own.is_file() {
            for Line { id, form, text, .. } in rooms::lines(&files::read_text(&own)?)? {
                english.add(id, form, text);
            }
        }
        if room == BELOW {
            english.add_figures(project)?;
        }
        if let Some(said) = said.get(room) {
            let template = files::read_text(&project.join(format!("www/{room}.html")))?;
            let mut said: Vec<_> = said.iter().collect();
            // Keys that a macro makes come last.
            said.sort_by_key(|(key, _)| template.find(&format!("say(\"{key}\")")).unwrap_or(usize::MAX));
            for (key, text) in said {
                english.add(key.clone(), None, text.clone());
            }
        }
        Ok(english)
    }

    fn add(&mut self, id: String, form: Option<String>, text: String) {
        let next = self.order.len();
        self.order.entry(id.clone()).or_insert(next);
        self.texts.entry((id, form)).or_insert(text);
    }

    /// The text of a message, all its forms; none for one whose English is not here, such as the name of a place.
    pub(crate) fn whole(&self, id: &str) -> Option<String> {
        let mut forms: Vec<_> = self.texts.iter().filter(|((known, _), _)| known == id).collect();
        forms.sort_unstable();
        let lines: Vec<_> = forms.iter().map(|((_, form), text)| format!("{form:?}{text}\n")).collect();
        (!lines.is_empty()).then(|| lines.concat())
    }

    fn add_figures(&mut self, root: &Path) -> Result<()> {
        let record: Record = table(root, "src/figures/record.toml")?;
        for Entry { id, says } in record.entry {
            self.add(format!("record.{id}"), None, says);
        }
        let schemes: Schemes = table(root, "src/figures/schemes.toml")?;
        for Scheme { id, says, does_not_say } in schemes.scheme {
            self.add(format!("schemes.{id}.says"), None, says);
            self.add(format!("schemes.{id}.doesNotSay"), None, does_not_say);
        }
        Ok(())
    }

    /// What a line was translated from: the same form, or the one for most numbers. Else its key, which is English; of a place it is the
    /// code, as names of places come from the reader's browser.
    pub(crate) fn beside<'a>(&'a self, line: &'a Line) -> &'a str {
        let of = |form: Option<&str>| self.texts.get(&(line.id.clone(), form.map(str::to_owned)));
        let found = of(line.form.as_deref()).or_else(|| of(Some("other"))).or_else(|| of(None));
        found.map_or_else(|| line.id.strip_prefix("places.").unwrap_or(&line.id), String::as_str)
    }
}

#[derive(Deserialize)]
struct Record {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    says: String,
}

#[derive(Deserialize)]
struct Schemes {
    scheme: Vec<Scheme>,
}

#[derive(Deserialize)]
struct Scheme {
    id: String,
    says: String,
    does_not_say: String,
}

fn table<T: serde::de::DeserializeOwned>(root: &Path, name: &str) -> Result<T> {
    toml::from_str(&files::read_text(&root.join(name))?).with_context(|| format!("{name} is not as expected"))
}
