//! How a page's language writes numbers, ranges and dates, and how what stays English is marked in it.

use crate::corrected;
use anyhow::{Context, Result};

/// What stands between the whole and its parts, by language. Digits are 0 to 9 in all. A language without a row does not build.
const DECIMAL_MARKS: [(&str, char); 14] = [
    ("ar", '.'),
    ("de", ','),
    ("en", '.'),
    ("es", ','),
    ("fr", ','),
    ("it", ','),
    ("ja", '.'),
    ("kk", ','),
    ("pt-BR", ','),
    ("ru", ','),
    ("tr", ','),
    ("ug", '.'),
    ("zh-Hans", '.'),
    ("zh-Hant", '.'),
];

/// A dash at which no line is broken.
const DASH: &str = "\u{2060}–\u{2060}";

/// The language of a page, as far as numbers go.
#[derive(Debug)]
pub(crate) struct Notation {
    english: bool,
    right_to_left: bool,
    mark: char,
}

impl Notation {
    /// That of a page, whose `<html lang="de" dir="ltr">` says what it is in.
    pub(crate) fn of(page: &str) -> Result<Self> {
        let tag = page.split("<html ").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
        let language = attribute(tag, "lang").context("the page does not say its language")?;
        let direction = attribute(tag, "dir").context("the page does not say its direction")?;
        let known = DECIMAL_MARKS.iter().find(|(known, _)| *known == language);
        let (_, mark) = known.with_context(|| format!("method/src/notation.rs has no decimal mark for {language}"))?;
        Ok(Self { english: language == "en", right_to_left: direction == "rtl", mark: *mark })
    }

    /// The decimal mark.
    pub(crate) fn mark(&self) -> char {
        self.mark
    }

    /// A number that was written with a point.
    pub(crate) fn number(&self, written: &str) -> String {
        written.replace('.', self.mark.encode_utf8(&mut [0; 4]))
    }

    /// A range, which needs no word. It runs as the text does: without letters, its direction would be taken for left to right.
    pub(crate) fn range(&self, [low, high]: [&str; 2]) -> String {
        let range = format!("{low}{DASH}{high}");
        if self.right_to_left { format!("<bdi dir=\"rtl\">{range}</bdi>") } else { range }
    }

    /// A number with its sign before it, which in a text from right to left would stand behind it.
    pub(crate) fn signed(&self, written: &str) -> String {
        let number = self.number(written).replace('-', "\u{2212}");
        if self.right_to_left { format!("<bdi dir=\"ltr\">{number}</bdi>") } else { number }
    }

    /// A day that was written in English: as it is, or as numbers.
    pub(crate) fn date(&self, english: &str) -> Result<String> {
        let (year, month, day) = corrected::day(english).with_context(|| format!("`{english}` is no day"))?;
        let numbers = format!("{year}-{month:02}-{day:02}");
        let shown = if self.english { english } else { &numbers };
        Ok(format!("<time datetime=\"{numbers}\">{shown}</time>"))
    }

    /// Attributes, with a space before them, for what stays English.
    pub(crate) fn english(&self) -> &'static str {
        if self.english { "" } else { " lang=\"en\" dir=\"ltr\"" }
    }

    /// Tables and lists that stay English.
    pub(crate) fn english_block(&self, html: &str) -> String {
        if self.english { html.to_owned() } else { format!("<div class=\"english\"{}>{html}</div>", self.english()) }
    }
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!("{name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::Notation;

    fn of(language: &str, direction: &str) -> Notation {
        Notation::of(&format!("<html lang=\"{language}\" dir=\"{direction}\">")).expect("it is known")
    }

    #[test]
    fn numbers_have_the_mark_of_their_language() {
        let written = ["en", "de", "pt-BR", "zh-Hans"].map(|language| of(language, "ltr").number("0.5786"));
        assert_eq!(written, ["0.5786", "0,5786", "0,5786", "0.5786"]);
        assert_eq!(of("de", "ltr").number("4096"), "4096");
    }

    #[test]
    fn ranges_and_signs_read_as_the_text_does() {
        assert_eq!(of("de", "ltr").range(["0,6", "1"]), "0,6\u{2060}–\u{2060}1");
        assert_eq!(of("ar", "rtl").range(["0.6", "1"]), "<bdi dir=\"rtl\">0.6\u{2060}–\u{2060}1</bdi>");
        assert_eq!(of("de", "ltr").signed("-3.8"), "\u{2212}3,8");
        assert_eq!(of("ar", "rtl").signed("+3.8"), "<bdi dir=\"ltr\">+3.8</bdi>");
    }

    #[test]
    fn days_are_words_in_english_only() {
        let day = |language| of(language, "ltr").date("7 November 2026").expect("it is a day");
        assert_eq!(day("en"), "<time datetime=\"2026-11-07\">7 November 2026</time>");
        assert_eq!(day("de"), "<time datetime=\"2026-11-07\">2026-11-07</time>");
        assert!(of("en", "ltr").date("November 2026").is_err());
    }

    #[test]
    fn what_stays_english_is_marked_where_the_page_is_not() {
        assert_eq!(of("en", "ltr").english_block("<p>a</p>"), "<p>a</p>");
        assert_eq!(
            of("ar", "rtl").english_block("<p>a</p>"),
            "<div class=\"english\" lang=\"en\" dir=\"ltr\"><p>a</p></div>"
        );
    }

    #[test]
    fn a_language_that_nobody_entered_is_an_error() {
        let problem = Notation::of("<html lang=\"xx\" dir=\"ltr\">").expect_err("nobody entered it").to_string();
        assert_eq!(problem, "method/src/notation.rs has no decimal mark for xx");
        assert!(Notation::of("<html>").is_err());
    }
}
