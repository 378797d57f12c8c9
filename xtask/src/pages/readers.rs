//! The page for native readers, `read.html`: every message of a language beside its English, in the order in which visitors meet them.
//!
//! English is in the rooms' own files, in the figures, and in the templates.

use super::said::Texts;
use crate::english::English;
use crate::files;
use crate::languages::Language;
use crate::rooms;
use anyhow::{Context, Result};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The page's template. It is rendered in every language but English: without a translation of its own in English, around the language's messages.
pub(crate) const PAGE: &str = "read.html";

/// The parts of the page, and what stands in each: a group of a room, or with `/` at its end a whole room.
/// What nothing claims comes last, under `REST`, so that no message is ever left out.
const PARTS: [(&str, &[&str]); 16] = [
    ("form", &["/paste", "/form", "/kinds", "/fibres", "/problems", "more/enter", "more/reading", "more/held"]),
    (
        "answer",
        &["/answer", "/inPart", "/mass", "/status", "/gram", "/range", "/per100", "/under1", "/lessThan1", "/atMost"],
    ),
    ("names", &["/regions"]),
    ("next", &["more/next", "more/changed"]),
    ("ask", &["more/ask", "ask/"]),
    ("why", &["more/why", "more/steps", "more/detail"]),
    ("notes", &["more/notes", "more/limits"]),
    ("record", &["more/stages", "more/record"]),
    ("marks", &["more/claims", "more/schemes"]),
    ("wardrobe", &["more/wardrobe"]),
    ("share", &["more/share"]),
    ("page", &["page/"]),
    ("failed", &["/failed", "/failedBecause", "/elsewhere", "more/unreviewed", "more/unreviewedRead"]),
    ("owners", &["host/", "embed/", "wordpress/"]),
    ("method", &["method/"]),
    ("places", &["/places"]),
];

/// Messages that no part claims, such as those of a room that is new.
const REST: &str = "rest";

#[derive(Serialize)]
struct Part {
    id: &'static str,
    messages: Vec<Message>,
}

/// All as HTML, with no character escaped that need not be: there are many.
#[derive(Serialize)]
struct Message {
    /// As corrections name it: `more/de.json`.
    file: String,
    id: String,
    lines: Vec<Beside>,
    /// The names in braces.
    names: Vec<String>,
}

/// A line beside its English.
#[derive(Serialize)]
struct Beside {
    form: Option<String>,
    own: String,
    english: String,
}

/// What the page knows besides what others do. `said` is what the templates say in English, by their rooms.
pub(crate) fn known(
    root: &Path,
    languages: &[Language],
    said: &BTreeMap<String, Texts>,
    known: &Value,
) -> Result<Value> {
    let parts = parts(root, languages, said)?;
    Ok(context! { parts => Serde(&parts), version => version(root)?, ..known.clone() })
}

/// The parts of the page in each language.
fn parts(root: &Path, languages: &[Language], said: &BTreeMap<String, Texts>) -> Result<BTreeMap<String, Vec<Part>>> {
    let rooms = rooms::names(root)?;
    let english: BTreeMap<_, _> =
        rooms.iter().map(|room| Ok((room.as_str(), English::of(root, room, said)?))).collect::<Result<_>>()?;
    let of = |language: &Language| -> Result<_> {
        let mut messages = Vec::new();
        for (room, english) in &english {
            messages.extend(in_room(root, room, &language.id, english)?);
        }
        Ok((language.id.clone(), grouped(messages)))
    };
    languages.iter().map(of).collect()
}

/// The package's version, which corrections name.
fn version(root: &Path) -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        workspace: Workspace,
    }
    #[derive(Deserialize)]
    struct Workspace {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    let name = "Cargo.toml";
    let manifest: Manifest =
        toml::from_str(&files::read_text(&root.join(name))?).with_context(|| format!("{name} has no version"))?;
    Ok(manifest.workspace.package.version)
}

/// The messages of a room in a language, in the order of the English; none if it has no file.
fn in_room(project: &Path, room: &str, language: &str, english: &English) -> Result<Vec<(String, Message)>> {
    let file = rooms::file_of(room, language);
    let path = project.join(rooms::FOLDER).join(&file);
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let lines = rooms::lines(&files::read_text(&path)?).with_context(|| format!("{}/{file}", rooms::FOLDER))?;
    let mut messages: Vec<Message> = Vec::new();
    for line in lines {
        let beside = Beside { own: marked(&line.text), english: marked(english.beside(&line)), form: line.form };
        let names = rooms::placeholders(&line.text).into_iter().map(str::to_owned);
        if let Some(last) = messages.last_mut().filter(|last| last.id == line.id) {
            last.names.extend(names);
            last.lines.push(beside);
        } else {
            let (file, names) = (file.clone(), names.collect());
            messages.push(Message { file, id: line.id, lines: vec![beside], names });
        }
    }
    messages.sort_by_key(|message| english.order.get(&message.id).copied().unwrap_or(usize::MAX));
    let named = |mut message: Message| {
        message.names.sort();
        message.names.dedup();
        let name = format!("{room}/{}", message.id);
        message.id = escaped(&message.id).replace('"', "&quot;");
        (name, message)
    };
    Ok(messages.into_iter().map(named).collect())
}

/// Puts messages into the parts, each where the first claim takes it.
fn grouped(messages: Vec<(String, Message)>) -> Vec<Part> {
    let claims: Vec<(&str, &str)> =
        PARTS.iter().flat_map(|(part, claims)| claims.iter().map(move |claim| (*part, *claim))).collect();
    let claimed = |name: &str| claims.iter().position(|(_, claim)| is_in(name, claim)).unwrap_or(claims.len());
    let mut messages: Vec<_> = messages.into_iter().map(|(name, message)| (claimed(&name), message)).collect();
    // Stable: within a claim the order stays.
    messages.sort_by_key(|(at, _)| *at);
    let mut parts: Vec<Part> = Vec::new();
    for (at, message) in messages {
        let id = claims.get(at).map_or(REST, |(part, _)| part);
        match parts.last_mut().filter(|last| last.id == id) {
            Some(last) => last.messages.push(message),
            None => parts.push(Part { id, messages: vec![message] }),
        }
    }
    parts
}

fn is_in(name: &str, claim: &str) -> bool {
    name.strip_prefix(claim).is_some_and(|rest| claim.ends_with('/') || rest.is_empty() || rest.starts_with('.'))
}

/// A text as HTML that shows it as it is: names in braces, tags and comments are marked, as they must stay.
fn marked(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at(start);
        html += &escaped(before);
        let length = kept(from);
        let (sign, after) = from.split_at(length.max(1));
        let (opened, closed) = if length > 0 { ("<var dir=\"ltr\">", "</var>") } else { ("", "") };
        html.extend([opened, &escaped(sign), closed]);
        rest = after;
    }
    html + &escaped(rest)
}

/// The length of the sign that a text begins with: `{name}`, a tag or a comment; 0 if it is a character like any other.
fn kept(text: &str) -> usize {
    let to = |end: &str| text.find(end).map_or(0, |at| at + end.len());
    let second = text[1..].chars().next().unwrap_or_default();
    match text.as_bytes() {
        [b'{', ..] if rooms::placeholders(&text[..to("}")]).len() == 1 => to("}"),
        [b'<', b'!', ..] => to("-->"),
        [b'<', ..] if second == '/' || second.is_ascii_alphabetic() => to(">"),
        _ => 0,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{grouped, marked, parts};
    use crate::files;
    use crate::languages::{Direction, Language};
    use std::collections::BTreeMap;

    #[test]
    fn what_must_stay_is_marked_and_nothing_becomes_markup() {
        assert_eq!(marked("<{n} & {low}"), "&lt;<var dir=\"ltr\">{n}</var> &amp; <var dir=\"ltr\">{low}</var>");
        assert_eq!(
            marked("<b>A</b> <!-- fill: a > b -->"),
            "<var dir=\"ltr\">&lt;b&gt;</var>A<var dir=\"ltr\">&lt;/b&gt;</var> <var dir=\"ltr\">&lt;!-- fill: a &gt; b --&gt;</var>"
        );
        assert_eq!(marked("{ 1 < 2 }<"), "{ 1 &lt; 2 }&lt;");
    }

    #[test]
    fn every_message_is_in_one_part_with_its_english() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: &str| files::write(&root.path().join(name), text).expect("a file can be written");
        put("src/figures/record.toml", "[[entry]]\nid = \"r\"\nsays = \"R\"\n");
        put("src/figures/schemes.toml", "[[scheme]]\nid = \"s\"\nsays = \"S\"\ndoes_not_say = \"not S\"\n");
        put("www/host.html", r#"{% filter say("z") %}Z{% endfilter %}{% filter say("y") %}Y{% endfilter %}"#);
        put("www/locales/en.json", r#"{"form":{"b":"B {n}","a":{"one":"1","other":"2"}},"formless":"F"}"#);
        put(
            "www/locales/de.json",
            r#"{"places":{"BD":"Ort"},"form":{"a":{"few":"drei","other":"zwei"},"b":"be {n}"},"formless":"ef"}"#,
        );
        put("www/locales/more/en.json", "{}");
        put(
            "www/locales/more/de.json",
            r#"{"schemes":{"s":{"doesNotSay":"nicht S","says":"es"}},"record":{"r":"er"}}"#,
        );
        put("www/locales/page/en.json", r#"{"title":"Title"}"#);
        put("www/locales/page/de.json", r#"{"title":"Titel"}"#);
        put("www/locales/host/de.json", r#"{"y":"ypsilon","z":"zett"}"#);
        put("www/locales/new/de.json", r#"{"n":"neu"}"#);
        let said = BTreeMap::from([(
            "host".to_owned(),
            BTreeMap::from([("y", "Y"), ("z", "Z")].map(|(key, text)| (key.to_owned(), text.to_owned()))),
        )]);
        let german = Language { id: "de".into(), name: "Deutsch".into(), direction: Direction::Ltr };
        let made = parts(root.path(), &[german], &said).expect("they can be read");
        let told: Vec<_> = made["de"]
            .iter()
            .flat_map(|part| part.messages.iter().map(move |message| (part, message)))
            .flat_map(|(part, message)| message.lines.iter().map(move |line| (part, message, line)))
            .map(|(part, message, line)| {
                format!("{}: {} {} {} = {}", part.id, message.file, message.id, line.own, line.english)
            })
            .collect();
        assert_eq!(
            told,
            [
                "form: de.json form.b be <var dir=\"ltr\">{n}</var> = B <var dir=\"ltr\">{n}</var>",
                "form: de.json form.a drei = 2",
                "form: de.json form.a zwei = 2",
                "record: more/de.json record.r er = R",
                "marks: more/de.json schemes.s.says es = S",
                "marks: more/de.json schemes.s.doesNotSay nicht S = not S",
                "page: page/de.json title Titel = Title",
                "owners: host/de.json z zett = Z",
                "owners: host/de.json y ypsilon = Y",
                "places: de.json places.BD Ort = BD",
                "rest: de.json formless ef = F",
                "rest: new/de.json n neu = n",
            ]
        );
        assert_eq!(made["de"][0].messages[0].names, ["n"]);
    }

    #[test]
    fn no_messages_make_no_parts() {
        assert!(grouped(Vec::new()).is_empty());
    }
}
