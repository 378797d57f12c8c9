//! Which English each message was translated from.
//!
//! `www/marks/TAG.json` has a mark for each message of a language: a digest of its English when it was translated. Where the English is another
//! by now, the translation is stale: the build says so, and visitors are told that nobody checked it.

use crate::english::English;
use crate::files;
use crate::languages::Language;
use crate::pages::said::Texts;
use crate::rooms;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Beside the messages, not among them: they are for whoever translates.
const FOLDER: &str = "www/marks";

/// Marks by message: `more/limits.title`.
type Marks = BTreeMap<String, String>;

/// Messages of each language whose English has changed, or of which nobody said what English they were translated from.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Stale(BTreeMap<String, Vec<String>>);

impl Stale {
    /// Compares all languages. `said` is what the templates say in English.
    pub(crate) fn find(root: &Path, languages: &[Language], said: &BTreeMap<String, Texts>) -> Result<Self> {
        let mut stale = BTreeMap::new();
        for Language { id, .. } in languages.iter().filter(|language| language.id != rooms::ENGLISH) {
            let known = read(root, id)?;
            let now = today(root, id, said)?;
            let behind: Vec<_> =
                now.into_iter().filter(|(message, mark)| known.get(message) != Some(mark)).map(|(id, _)| id).collect();
            if !behind.is_empty() {
                stale.insert(id.clone(), behind);
            }
        }
        Ok(Self(stale))
    }

    /// Whether a file of messages, such as `more/de.json`, has one of them.
    pub(crate) fn is_in(&self, file: &str) -> bool {
        let (room, name) = file.rsplit_once('/').unwrap_or(("", file));
        let messages = self.0.get(name.trim_end_matches(".json"));
        messages.into_iter().flatten().any(|message| message.rsplit_once('/').map_or("", |(room, _)| room) == room)
    }

    /// A line for each language.
    pub(crate) fn told(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(language, messages)| {
            let (count, list) = (messages.len(), messages.join(", "));
            format!(
                "{language}: {count} translated from other English than today's, so the language counts as not reviewed: {list}"
            )
        })
    }
}

/// Says of messages of a language, or of all if none is named, that they are translations of today's English.
pub(crate) fn take(root: &Path, language: &str, named: &[String], said: &BTreeMap<String, Texts>) -> Result<usize> {
    let now = today(root, language, said)?;
    ensure!(!now.is_empty(), "there are no messages in `{language}` that are translated");
    let odd: Vec<_> = named.iter().filter(|message| !now.contains_key(*message)).map(String::as_str).collect();
    ensure!(odd.is_empty(), "{language} has no message {}: one is called as in `more/limits.title`", odd.join(", "));
    let before = read(root, language)?;
    // What is no message any more loses its mark.
    let marks: Marks = now
        .into_iter()
        .filter_map(|(message, mark)| {
            let taken = named.is_empty() || named.contains(&message);
            let mark = if taken { Some(mark) } else { before.get(&message).cloned() };
            mark.map(|mark| (message, mark))
        })
        .collect();
    let changed = marks.iter().filter(|(message, mark)| before.get(*message) != Some(mark)).count();
    let mut text = serde_json::to_string_pretty(&marks)?;
    text.push('\n');
    files::write(&root.join(FOLDER).join(format!("{language}.json")), text)?;
    Ok(changed)
}

/// The marks that a language has.
fn read(root: &Path, language: &str) -> Result<Marks> {
    let name = format!("{FOLDER}/{language}.json");
    let path = root.join(&name);
    if !path.is_file() {
        return Ok(Marks::new());
    }
    serde_json::from_slice(&files::read(&path)?).with_context(|| format!("{name} is no list of marks"))
}

/// The marks that it has once everything is translated from today's English.
fn today(root: &Path, language: &str, said: &BTreeMap<String, Texts>) -> Result<Marks> {
    let mut marks = Marks::new();
    for room in rooms::names(root)? {
        let path = root.join(rooms::FOLDER).join(rooms::file_of(&room, language));
        if !path.is_file() {
            continue;
        }
        let english = English::of(root, &room, said)?;
        for line in rooms::lines(&files::read_text(&path)?)? {
            let name = if room.is_empty() { line.id.clone() } else { format!("{room}/{}", line.id) };
            if !marks.contains_key(&name) {
                marks.extend(english.whole(&line.id).map(|text| (name, mark(&text))));
            }
        }
    }
    Ok(marks)
}

/// The first 32 bits of a digest tell two sentences apart.
fn mark(english: &str) -> String {
    let [first, second, third, fourth, ..] = <[u8; 32]>::from(Sha256::digest(english));
    format!("{:08x}", u32::from_be_bytes([first, second, third, fourth]))
}

#[cfg(test)]
mod tests {
    use super::{Stale, take};
    use crate::files;
    use crate::languages::{Direction, Language};
    use crate::pages::said::Texts;
    use std::collections::BTreeMap;

    #[test]
    fn a_translation_is_stale_once_its_english_is_another() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let root = root.path();
        let put = |name: &str, text: &str| files::write(&root.join(name), text).expect("a file can be written");
        put("src/figures/record.toml", "[[entry]]\nid = \"r\"\nsays = \"R\"\n");
        put("src/figures/schemes.toml", "scheme = []");
        put("www/host.html", r#"{% filter say("h") %}H{% endfilter %}"#);
        put("www/locales/en.json", r#"{"a":{"one":"1","other":"2"},"b":"B"}"#);
        put("www/locales/de.json", r#"{"a":{"one":"eins","other":"zwei"},"b":"be","places":{"BD":"Ort"}}"#);
        put("www/locales/more/en.json", "{}");
        put("www/locales/more/de.json", r#"{"record":{"r":"er"}}"#);
        put("www/locales/host/de.json", r#"{"h":"ha"}"#);
        let said = |text: &str| BTreeMap::from([("host".to_owned(), Texts::from([("h".to_owned(), text.to_owned())]))]);
        let german = [Language { id: "de".into(), name: "Deutsch".into(), direction: Direction::Ltr }];
        let stale = |text: &str| Stale::find(root, &german, &said(text)).expect("they can be read");
        let told = |stale: &Stale| stale.told().collect::<Vec<_>>().join("\n");

        assert!(told(&stale("H")).ends_with(": a, b, host/h, more/record.r"), "nobody said so: {}", told(&stale("H")));
        assert_eq!(take(root, "de", &[], &said("H")).expect("they can be taken"), 4);
        assert_eq!(stale("H"), Stale::default());

        put("www/locales/en.json", r#"{"a":{"one":"1","other":"two"},"b":"B"}"#);
        put("src/figures/record.toml", "[[entry]]\nid = \"r\"\nsays = \"another\"\n");
        let now = stale("other");
        assert!(told(&now).ends_with(": a, host/h, more/record.r"), "{}", told(&now));
        assert!(now.is_in("de.json") && now.is_in("more/de.json") && now.is_in("host/de.json"));
        assert!(!now.is_in("more/fr.json") && !now.is_in("ask/de.json"));

        assert_eq!(take(root, "de", &["a".to_owned()], &said("other")).expect("it can be taken"), 1);
        assert!(told(&stale("other")).ends_with(": host/h, more/record.r"));
        assert!(!stale("other").is_in("de.json"));
    }

    #[test]
    fn what_cannot_be_marked_is_named() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: &str| files::write(&root.path().join(name), text).expect("a file can be written");
        put("www/locales/en.json", r#"{"b":"B"}"#);
        put("www/locales/de.json", r#"{"b":"be"}"#);
        let problem = |language: &str, message: &str| {
            let problem = take(root.path(), language, &[message.to_owned()], &BTreeMap::new());
            problem.expect_err("it is not there").to_string()
        };
        assert_eq!(problem("de", "c"), "de has no message c: one is called as in `more/limits.title`");
        assert_eq!(problem("fr", "b"), "there are no messages in `fr` that are translated");
    }
}
