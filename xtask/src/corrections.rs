//! `cargo xtask corrections FILE`: takes what a native reader wrote on the page `read.TAG.html` into the files of messages.
//!
//! A correction is taken only where the message still is what its reader saw, and only with the names in braces and the tags that the
//! message has. Nothing else of a file changes, so the difference shows the corrections alone.

use crate::files;
use crate::languages;
use crate::pages::said::markup;
use crate::rooms::{self, Line};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::path::Path;

/// A file of corrections, as the page makes it.
#[derive(Deserialize)]
struct Sent {
    /// The version of the package that was read.
    version: String,
    language: String,
    corrections: Vec<Correction>,
}

#[derive(Deserialize)]
struct Correction {
    /// In `www/locales`: `more/de.json`.
    file: String,
    id: String,
    #[serde(default)]
    form: Option<String>,
    was: String,
    is: String,
    #[serde(default)]
    why: String,
}

/// What became of a correction.
#[derive(Debug, PartialEq)]
enum Outcome {
    Taken,
    /// The message says so already.
    There,
    /// Nothing was written instead, but something about it.
    Remark,
    /// The message now is this.
    Stale(String),
    /// It cannot stand there, and why.
    Refused(String),
}

/// Takes a file's corrections, and prints what became of each. Returns whether none was refused.
pub(crate) fn take(root: &Path, file: &Path) -> Result<bool> {
    let sent = read(root, file)?;
    println!("{} corrections in `{}`, of version {}", sent.corrections.len(), sent.language, sent.version);
    let mut counts = [0; 5];
    for correction in &sent.corrections {
        let outcome = take_one(root, &sent.language, correction)?;
        counts[place(&outcome)] += 1;
        println!("{}", told(correction, &outcome));
    }
    let [taken, there, remarks, stale, refused] = counts;
    println!("{taken} taken, {there} there already, {remarks} remarks, {stale} stale, {refused} refused");
    Ok(refused == 0)
}

fn read(root: &Path, file: &Path) -> Result<Sent> {
    let name = file.display();
    let sent: Sent = serde_json::from_slice(&files::read(file)?)
        .with_context(|| format!("{name} is no file of corrections, as read.TAG.html makes them"))?;
    let known = languages::read(root)?;
    ensure!(known.iter().any(|each| each.id == sent.language), "{name}: there is no language `{}`", sent.language);
    Ok(sent)
}

fn place(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Taken => 0,
        Outcome::There => 1,
        Outcome::Remark => 2,
        Outcome::Stale(_) => 3,
        Outcome::Refused(_) => 4,
    }
}

fn told(correction: &Correction, outcome: &Outcome) -> String {
    let Correction { file, id, form, was, is, why } = correction;
    let form = form.as_ref().map(|form| format!(" ({form})")).unwrap_or_default();
    let what = match outcome {
        Outcome::Taken => format!("taken\n  was: {was}\n  is:  {is}"),
        Outcome::There => format!("there already\n  is:  {is}"),
        Outcome::Remark => format!("a remark\n  is:  {was}"),
        Outcome::Stale(now) => format!("stale, not taken\n  was: {was}\n  now: {now}\n  is:  {is}"),
        Outcome::Refused(why) => format!("refused: {why}\n  was: {was}\n  is:  {is}"),
    };
    let why = if why.trim().is_empty() { String::new() } else { format!("\n  why: {}", why.trim()) };
    format!("{file} {id}{form}: {what}{why}")
}

/// Writes a correction into its file, if it can stand there.
fn take_one(root: &Path, language: &str, correction: &Correction) -> Result<Outcome> {
    let Correction { file, id, form, was, is, .. } = correction;
    // Also keeps names that lead elsewhere from being opened.
    let known = rooms::names(root)?.iter().any(|room| rooms::file_of(room, language) == *file);
    let path = root.join(rooms::FOLDER).join(file);
    if !known || !path.is_file() {
        return Ok(Outcome::Refused(format!("`{language}` has no such file of messages")));
    }
    let content = files::read_text(&path)?;
    let lines = rooms::lines(&content).with_context(|| path.display().to_string())?;
    let Some(line) = lines.iter().find(|line| line.id == *id && line.form == *form) else {
        return Ok(Outcome::Refused(missing(&lines, id)));
    };
    let is = is.trim();
    let outcome = outcome(line, was, is);
    if outcome == Outcome::Taken {
        let (before, after) = (&content[..line.span.start], &content[line.span.end..]);
        files::write(&path, format!("{before}{}{after}", serde_json::to_string(is)?))?;
    }
    Ok(outcome)
}

/// Why there is no such line.
fn missing(lines: &[Line], id: &str) -> String {
    let forms: Vec<_> = lines.iter().filter(|line| line.id == id).filter_map(|line| line.form.as_deref()).collect();
    match forms.as_slice() {
        [] if lines.iter().any(|line| line.id == id) => "this message has no plural forms".to_owned(),
        [] => "there is no such message".to_owned(),
        forms => format!("this message has the plural forms {}", forms.join(", ")),
    }
}

fn outcome(line: &Line, was: &str, is: &str) -> Outcome {
    if is == line.text {
        return if is == was.trim() { Outcome::Remark } else { Outcome::There };
    }
    if was != line.text {
        return Outcome::Stale(line.text.clone());
    }
    fault(line, is).map_or(Outcome::Taken, Outcome::Refused)
}

/// What keeps a text from standing in place of a line.
fn fault(line: &Line, is: &str) -> Option<String> {
    let hidden = |each: char| (each.is_control() && each != '\n') || ('\u{202a}'..='\u{202e}').contains(&each);
    if is.is_empty() {
        return Some("it is empty".to_owned());
    }
    if let Some(each) = is.chars().find(|&each| hidden(each)) {
        return Some(format!("it has the invisible character {}", each.escape_unicode()));
    }
    if is.contains('\n') && !line.text.contains('\n') {
        return Some("it has several lines".to_owned());
    }
    let (wanted, given) = (filled(line, &line.text), filled(line, is));
    if wanted != given {
        return Some(format!("it fills in {}, not {}", listed(&given), listed(&wanted)));
    }
    let (wanted, given) = (markup(&line.text), markup(is));
    (wanted != given).then(|| format!("its tags are {}, not {}", tags(&given), tags(&wanted)))
}

/// The names in braces. A form such as "One thing to check" needs no `count`.
fn filled<'a>(line: &Line, text: &'a str) -> Vec<&'a str> {
    let mut names = rooms::placeholders(text);
    if line.form.as_ref().is_some_and(|form| form != "other") {
        names.retain(|name| *name != "count");
    }
    names
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { format!("{{{}}}", names.join("} {")) }
}

fn tags(found: &[&str]) -> String {
    if found.is_empty() { "none".to_owned() } else { format!("<{}", found.join("<")) }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, outcome, take};
    use crate::files;
    use crate::rooms::{Line, lines};
    use std::path::Path;

    const META: &str = r#""meta": { "language": "de", "name": "Deutsch", "direction": "ltr", "reviewed": false }"#;

    fn project() -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a folder can be made");
        put(root.path(), "de.json", &format!("{{\n  {META},\n  \"a\": \"Eins {{n}}\",\n  \"b\":   \"Zwei\"\n}}\n"));
        put(root.path(), "more/de.json", "{ \"c\": { \"one\": \"Ein Ding\", \"other\": \"{count} Dinge\" } }\n");
        root
    }

    fn put(root: &Path, name: &str, text: &str) {
        files::write(&root.join("www/locales").join(name), text).expect("a file can be written");
    }

    fn now(root: &Path, name: &str) -> String {
        files::read_text(&root.join("www/locales").join(name)).expect("it is there")
    }

    fn sent(root: &Path, language: &str, corrections: &str) -> anyhow::Result<bool> {
        let file = root.join("corrections.json");
        let text = format!(r#"{{"version":"0.1.0","language":"{language}","corrections":[{corrections}]}}"#);
        files::write(&file, text).expect("a file can be written");
        take(root, &file)
    }

    fn line(content: &str) -> Line {
        lines(content).expect("they are messages").remove(0)
    }

    #[test]
    fn corrections_are_taken_and_nothing_else_of_a_file_changes() {
        let root = project();
        let both = r#"{"file":"de.json","id":"a","was":"Eins {n}","is":" {n} \"eins\" ","why":"so","english":"One"},
            {"file":"more/de.json","id":"c","form":"one","was":"Ein Ding","is":"{count} Ding","why":""}"#;
        assert!(sent(root.path(), "de", both).expect("it can be read"));
        let expected = format!("{{\n  {META},\n  \"a\": \"{{n}} \\\"eins\\\"\",\n  \"b\":   \"Zwei\"\n}}\n");
        assert_eq!(now(root.path(), "de.json"), expected);
        assert_eq!(
            now(root.path(), "more/de.json"),
            "{ \"c\": { \"one\": \"{count} Ding\", \"other\": \"{count} Dinge\" } }\n"
        );
        assert!(sent(root.path(), "de", both).expect("it can be read"), "a second time it is there already");
        assert_eq!(now(root.path(), "de.json"), expected);
    }

    #[test]
    fn a_message_that_changed_since_it_was_read_stays() {
        let at = line(r#"{"a":"Neu {n}"}"#);
        assert_eq!(outcome(&at, "Alt {n}", "Anders {n}"), Outcome::Stale("Neu {n}".into()));
        assert_eq!(outcome(&at, "Alt {n}", "Neu {n}"), Outcome::There);
        assert_eq!(outcome(&at, "Neu {n}", "Neu {n}"), Outcome::Remark);
        assert_eq!(outcome(&at, "Neu {n}", "{n} neu"), Outcome::Taken);
    }

    #[test]
    fn what_cannot_stand_there_is_refused() {
        let refused = |content: &str, is: &str| {
            let at = line(content);
            match outcome(&at, &at.text, is) {
                Outcome::Refused(why) => why,
                other => panic!("{is}: {other:?}"),
            }
        };
        let plain = r#"{"a":"Von {low} bis {high}"}"#;
        assert_eq!(refused(plain, ""), "it is empty");
        assert_eq!(refused(plain, "Von {low}"), "it fills in {low}, not {high} {low}");
        assert_eq!(refused(plain, "Von"), "it fills in nothing, not {high} {low}");
        assert_eq!(refused(plain, "{low} {high}\n"), "it has several lines");
        assert_eq!(refused(plain, "{low} \u{202e}{high}"), "it has the invisible character \\u{202e}");
        assert_eq!(refused(plain, "<b>{low}</b> {high}"), "its tags are </b><b>, not none");
        assert_eq!(refused(r#"{"a":{"one":"{n} von {count}","other":"x"}}"#, "eins"), "it fills in nothing, not {n}");
        assert_eq!(refused(r#"{"a":"<b>A</b>"}"#, "A"), "its tags are none, not </b><b>");
    }

    #[test]
    fn what_is_not_there_is_refused_and_the_rest_is_taken() {
        let root = project();
        let wrong = r#"{"file":"de.json","id":"z","was":"","is":"a"},
            {"file":"de.json","id":"a","form":"one","was":"","is":"a"},
            {"file":"more/de.json","id":"c","was":"","is":"a"},
            {"file":"../../corrections.json","id":"a","was":"","is":"a"},
            {"file":"fr.json","id":"a","was":"","is":"a"},
            {"file":"de.json","id":"b","was":"Zwei","is":"zwei"}"#;
        assert!(!sent(root.path(), "de", wrong).expect("it can be read"));
        assert!(now(root.path(), "de.json").contains("\"zwei\""));
        for (language, problem) in [("xx", "there is no language `xx`"), ("../de", "there is no language `../de`")] {
            let told = sent(root.path(), language, "").expect_err("it is none").to_string();
            assert!(told.ends_with(problem), "{told}");
        }
        let other = root.path().join("other.json");
        files::write(&other, "[]").expect("a file can be written");
        let told = take(root.path(), &other).expect_err("it is none").to_string();
        assert!(told.ends_with("other.json is no file of corrections, as read.TAG.html makes them"), "{told}");
    }
}
