//! What is promised, asked, or said of another thing.

use super::{Clauses, Mood, NEAR, YEARS};
use crate::{
    lex::TokenKind,
    meaning::{Cue, Word},
};

impl Clauses<'_> {
    /// From the beginning of the clause to the end of the sentence.
    pub(super) fn sentence(&mut self, at: usize, mood: Mood) {
        let (from, to) = (self.clause_start(at), self.sentence_end(at));
        self.mark(from, to, mood);
    }

    /// A line that begins with "you may also like"; where nothing else stands on it, all lines up to the next heading.
    pub(super) fn line(&mut self, at: usize) {
        let end = |from: usize| (from..self.text.tokens.len()).find(|at| self.text.kind(*at) == Some(TokenKind::Break));
        let length = self.text.tokens.len();
        let mut to = end(at).unwrap_or(length);
        let alone = to <= at + 2;
        while alone && to < length {
            let headed = |at: &usize| self.text.kind(*at) == Some(TokenKind::Mark(':'));
            let first = self.text.is_word(to + 1, Word::Heading) || self.content(to + 1).is_any();
            if first && (to + 2..to + 5).any(|at| headed(&at)) {
                break;
            }
            to = end(to + 1).unwrap_or(length);
        }
        self.mark(at, to, Mood::Other);
    }

    /// Whether a word begins a row, or a colon follows it.
    pub(super) fn heads(&self, at: usize) -> bool {
        at == 0 || self.ends(at - 1) || self.text.kind(at + 1) == Some(TokenKind::Mark(':'))
    }

    /// Whether a year to come stands beside a word, with a little word between at most.
    pub(super) fn has_year(&self, at: usize) -> bool {
        let year = |at: usize| self.text.number(at).is_some_and(|value| YEARS.contains(&value));
        (at.saturating_sub(2)..at + 3).any(year)
    }

    /// Whether a mark asks. Greek asks with a semicolon.
    pub(super) fn asks(&self, at: usize) -> bool {
        match self.text.kind(at) {
            Some(TokenKind::Mark('?')) => !self.text.touches(at) || self.ends(at + 1),
            Some(TokenKind::Mark(';')) => {
                let start = self.sentence_start(at);
                (start..at.min(start + 3)).any(|at| self.is(at, Cue::AskHead))
            }
            _ => false,
        }
    }

    /// A sentence of others: whatever it denies, they do.
    pub(super) fn of_others(&mut self, at: usize) {
        if self.moods.of[at] == Mood::Said && self.is(at, Cue::OtherSentence) {
            self.mark(self.sentence_start(at), self.sentence_end(at), Mood::Other);
        }
    }

    /// What a clause says of another thing, up to what is said of a size: `the model wears size S 100% cotton`.
    pub(super) fn clause(&mut self, at: usize) {
        let end = self.clause_end(at);
        let to = (at..end).find(|at| self.text.is_word(*at, Word::Size)).unwrap_or(end);
        self.mark(at, to, Mood::Other);
    }

    /// Finds the sentences that deny or doubt something, but for what they say of the care.
    pub(super) fn doubts(&mut self) {
        let (mut from, mut doubted) = (0, false);
        for at in 0..=self.text.tokens.len() {
            if self.ends(at) {
                if doubted {
                    self.moods.doubts.push((from, at));
                }
                (from, doubted) = (at + 1, false);
                continue;
            }
            doubted = doubted || self.is_doubt(at);
        }
    }

    fn is_doubt(&self, at: usize) -> bool {
        let mut cues = self.cues(at).map(|(cue, _)| cue);
        let doubts = cues.any(|cue| cue == Cue::Doubt || cue.denies()) && !self.is(at, Cue::Plain);
        // `Feito no Brasil`.
        let told = || at.checked_sub(1).is_some_and(|phrase| self.content(phrase).after);
        let of_care = || (at + 1..at + NEAR).take_while(|at| !self.ends(*at)).any(|at| self.is(at, Cue::Care));
        doubts && !(self.is(at, Cue::In) && told()) && !of_care()
    }
}
