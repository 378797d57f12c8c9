//! Whether a word that the tables do not have names a place.

use super::{Atlas, Names, Phrases};
use crate::{lex::TokenKind, signs::Text};

/// Asks each word once for the languages at hand.
pub(crate) struct Gazetteer<'a> {
    phrases: Phrases<'a>,
    /// By token: the languages that were asked, a bit for each, and the answer.
    known: Vec<(u64, bool)>,
}

impl<'a> Gazetteer<'a> {
    pub(crate) fn new(text: &'a Text<'a>, atlas: &'a Atlas, names: &'a dyn Names, asked: &'a [String]) -> Self {
        Self { phrases: Phrases { text, atlas, names, asked, lists: Vec::new() }, known: Vec::new() }
    }

    /// Whether a name stands here: in Latin letters, with a capital.
    pub(crate) fn has(&mut self, at: usize, languages: u64) -> bool {
        let text = self.phrases.text;
        let Some(token) = text.tokens.get(at).filter(|token| token.kind == TokenKind::Unknown) else { return false };
        let first = text.glyphs[token.from];
        if first.letter.is_ascii() && !first.capital {
            return false;
        }
        if self.known.is_empty() {
            self.known = vec![(0, false); text.tokens.len()];
        }
        let (asked, known) = self.known[at];
        if asked == languages {
            return known;
        }
        let lists = self.phrases.lists(languages);
        let found = self.phrases.name_at(at, token.from, &lists).is_some();
        self.known[at] = (languages, found);
        found
    }
}
