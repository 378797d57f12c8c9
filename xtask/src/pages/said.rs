//! What a page says, in English and in the other languages.
//!
//! A template marks each of its texts with a key: `{% filter say("lead") %}Say what your site is made with.{% endfilter %}`. English stands in the
//! template; a translation of `host.html` stands in `www/locales/host/TAG.json`, by these keys. A text is HTML: its tags, and the
//! comments that are filled in later, must be those of the English.

use crate::files;
use crate::languages::Language;
use anyhow::{Context, Result, ensure};
use minijinja::{Environment, State, Value};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Texts by their keys.
pub(crate) type Texts = BTreeMap<String, String>;

/// The name of the translation in a template's context.
pub(crate) const TRANSLATION: &str = "translation";

/// Collects what the templates of an environment say in English.
#[derive(Clone, Default)]
pub(crate) struct English(Arc<Mutex<Texts>>);

impl English {
    /// Adds the filter `say` to an environment.
    pub(crate) fn listen(&self, templates: &mut Environment<'_>) {
        let Self(texts) = self.clone();
        templates.add_filter("say", move |state: &State<'_, '_>, english: String, key: String| {
            let translation = state.lookup(TRANSLATION).unwrap_or_default();
            let own = translation.get_attr(&key).ok().and_then(|text| text.as_str().map(str::to_owned));
            texts.lock().expect("nobody panics with it").insert(key, one_line(&english));
            Value::from_safe_string(own.unwrap_or(english))
        });
    }

    /// What was said since the last call.
    pub(crate) fn take(&self) -> Texts {
        std::mem::take(&mut self.0.lock().expect("nobody panics with it"))
    }
}

/// Where a page's translation into a language stands.
pub(crate) fn file(page: &str, language: &str) -> String {
    format!("www/locales/{}/{language}.json", stem(page))
}

/// A page's address in another language than English.
pub(crate) fn address(page: &str, language: &str) -> String {
    format!("{}.{language}.html", stem(page))
}

fn stem(page: &str) -> &str {
    page.trim_end_matches(".html")
}

/// A page's translation into a language, checked against its English. None if there is none.
pub(crate) fn translation(root: &Path, page: &str, language: &Language, english: &Texts) -> Result<Option<Texts>> {
    let name = file(page, &language.id);
    let path = root.join(&name);
    if !path.is_file() {
        return Ok(None);
    }
    let texts: Texts =
        serde_json::from_slice(&files::read(&path)?).with_context(|| format!("{name} is no list of texts"))?;
    let faults = faults(&texts, english);
    ensure!(faults.is_empty(), "{name} does not fit www/{page}:\n  {}", faults.join("\n  "));
    Ok(Some(texts))
}

fn faults(texts: &Texts, english: &Texts) -> Vec<String> {
    let missing = english.keys().filter(|key| !texts.contains_key(*key)).map(|key| format!("{key} is missing"));
    let others = texts.iter().filter_map(|(key, text)| match english.get(key) {
        None => Some(format!("the page does not say {key}")),
        Some(_) if text.trim().is_empty() => Some(format!("{key} is empty")),
        Some(own) if markup(text) != markup(own) => {
            Some(format!("{key} has {:?}, not {:?}", markup(text), markup(own)))
        }
        Some(own) if places(text) != places(own) => {
            Some(format!("{key} has {:?} to fill in, not {:?}", places(text), places(own)))
        }
        // One more would end the attribute that the text may stand in.
        Some(own) if text.matches('"').count() != own.matches('"').count() => {
            Some(format!("{key} has other straight quotes than the English: a language has its own"))
        }
        Some(_) => None,
    });
    missing.chain(others).collect()
}

/// The tags and comments of a text, sorted: languages differ in their order.
fn markup(text: &str) -> Vec<&str> {
    let mut found: Vec<_> = text
        .split('<')
        .skip(1)
        .filter_map(|rest| {
            let end = if rest.starts_with("!--") { rest.find("-->").map(|at| at + 2) } else { rest.find('>') };
            rest.get(..=end?)
        })
        .collect();
    found.sort_unstable();
    found
}

/// The places that scripts fill in, such as `{all}`, sorted.
fn places(text: &str) -> Vec<&str> {
    let mut found: Vec<_> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    found.sort_unstable();
    found
}

/// The text without the line breaks and indents of its template.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Texts, faults, markup};

    fn texts(all: &[(&str, &str)]) -> Texts {
        all.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_translation_has_the_keys_and_the_markup_of_the_english() {
        let english = texts(&[("a", "<b>One</b> of <!-- fill: x -->"), ("b", "Two"), ("c", "Three")]);
        let same = texts(&[("a", "Von <!-- fill: x --> <b>eins</b>"), ("b", "Zwei"), ("c", "Drei")]);
        assert!(faults(&same, &english).is_empty());
        let other = texts(&[("a", "<i>Eins</i>"), ("b", " "), ("d", "Vier")]);
        let told = [
            "c is missing",
            "a has [\"/i>\", \"i>\"], not [\"!-- fill: x -->\", \"/b>\", \"b>\"]",
            "b is empty",
            "the page does not say d",
        ];
        assert_eq!(faults(&other, &english), told);
    }

    #[test]
    fn it_fills_in_what_the_english_does_and_quotes_in_its_own_way() {
        let english = texts(&[("a", "{shown} of {all}"), ("b", "The “x” of <b class=\"c\">y</b>")]);
        assert!(faults(&texts(&[("a", "{all}: {shown}"), ("b", "<b class=\"c\">y</b> „x“")]), &english).is_empty());
        let other = texts(&[("a", "{shown} von {alle}"), ("b", "<b class=\"c\">y</b> \"x\"")]);
        let told = [
            r#"a has ["alle", "shown"] to fill in, not ["all", "shown"]"#,
            "b has other straight quotes than the English: a language has its own",
        ];
        assert_eq!(faults(&other, &english), told);
    }

    #[test]
    fn a_comment_ends_at_its_own_end() {
        assert_eq!(
            markup("<!-- fill: a {\"b\":1} > 2 --> <a href=\"./\">x</a>"),
            ["!-- fill: a {\"b\":1} > 2 -->", "/a>", "a href=\"./\">"]
        );
    }
}
