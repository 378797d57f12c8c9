//! Words inside what is written as one: after a prefix, before a suffix, put together from several.

use super::{LONGEST_COMPOUND, Lexer, SHORTEST_PIECE, TokenKind, longest_ending};
use crate::{
    meaning::Meaning,
    misread::Slip,
    words::{Meanings, Words},
};

impl Lexer<'_> {
    /// Arabic and Hebrew write "and", "the", "in" onto the word.
    pub(super) fn after_prefix(&mut self, at: usize, end: usize) -> bool {
        for from in at + 1..end.min(at + 4) {
            if !matches!(self.letter(from - 1), 'و' | 'ا' | 'ل' | 'ب' | 'ف' | 'ك' | 'ה' | 'ו' | 'ב' | 'מ' | 'ל' | 'ש')
            {
                return false;
            }
            if let Some((to, meanings)) = self.longest(from, Slip::None).filter(|(to, _)| *to > from + 1) {
                self.push(TokenKind::Word(meanings), at, to);
                return true;
            }
        }
        false
    }

    /// Korean writes "made" onto the country: the rest stays unknown, and the phrase is found.
    pub(super) fn before_suffix(&mut self, at: usize, end: usize) -> bool {
        for from in at + 1..end.min(at + LONGEST_COMPOUND) {
            let phrase = |meaning| matches!(meaning, Meaning::Phrase { before: true, .. });
            let found = self.longest(from, Slip::None).filter(|(to, _)| *to >= end);
            if let Some((to, meanings)) = found.filter(|(_, meanings)| self.words.read(Some(*meanings)).any(phrase)) {
                self.push(TokenKind::Unknown, at, from);
                self.push(TokenKind::Word(meanings), from, to);
                return true;
            }
        }
        false
    }

    /// A word put together from words of the tables and nothing else, such as `Biobaumwolle`.
    pub(super) fn compound(&mut self, at: usize, end: usize) -> bool {
        if end - at < 2 * SHORTEST_PIECE || end - at > LONGEST_COMPOUND {
            return false;
        }
        let before = self.tokens.len();
        let mut from = at;
        while from < end {
            let Some((to, meanings)) = self.piece(from, end) else {
                self.tokens.truncate(before);
                return false;
            };
            self.push(TokenKind::Word(meanings), from, to);
            from = to;
        }
        true
    }

    /// The longest word that begins here and leaves another piece, or nothing.
    fn piece(&self, from: usize, end: usize) -> Option<(usize, Meanings)> {
        let (mut place, mut found) = (Words::ROOT, None);
        for at in from..end {
            place = match self.words.step(place, self.letter(at)) {
                Some(next) => next,
                None => break,
            };
            let (to, Some(meanings)) = (at + 1, self.words.ends(place)) else { continue };
            let cue = |one| matches!(one, Meaning::Cue(cue, _) if !cue.ends_words());
            if to - from < SHORTEST_PIECE || self.words.read(Some(meanings)).all(cue) {
                continue;
            }
            if to == end || (self.words.is_stem(meanings) && end - to <= longest_ending(to - from)) {
                return Some((end, meanings));
            }
            if end - to >= SHORTEST_PIECE {
                found = Some((to, meanings));
            }
        }
        found
    }
}
