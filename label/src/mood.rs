//! How each word of a text is meant: said of this garment, denied, promised, compared, asked, or said of another thing.
//!
//! It comes before any reading of fibres, places or claims, which see only what is said. What a word does to the words around it
//! is data (`words/moods.toml`); how far it reaches is here.

mod others;
mod sight;
mod walk;

use super::{
    lex::{Token, TokenKind},
    meaning::{Cue, Deed, Meaning, Word},
    places::Gazetteer,
    signs::Text,
};
use std::cell::RefCell;

/// How a word is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Of this garment.
    Said,
    Denied,
    Promised,
    Compared,
    Asked,
    /// Of another thing: what one may also like, a bag, the setting of an iron, what others do.
    Other,
}

/// What a denial reaches: tokens `from` to before `to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Denial {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// A bit for each language it may be denied in.
    pub(crate) languages: u64,
}

/// How the words of a text are meant.
#[derive(Debug)]
pub(crate) struct Moods {
    of: Vec<Mood>,
    pub(crate) denials: Vec<Denial>,
    /// Sentences, tokens `from` to before `to`, that deny or doubt something, whatever it is.
    doubts: Vec<(usize, usize)>,
}

/// A word reaches no further than so many tokens.
const FAR: usize = 60;
/// So many tokens around a "not" a verb of use is looked for.
const NEAR: usize = 8;
/// A year to come.
const YEARS: std::ops::RangeInclusive<f64> = 2027.0..=2060.0;

impl Moods {
    /// How the words of a text are meant.
    pub(crate) fn of(text: &Text, gazetteer: Gazetteer) -> Self {
        let moods = Self { of: vec![Mood::Said; text.tokens.len()], denials: Vec::new(), doubts: Vec::new() };
        let mut clauses = Clauses { text, gazetteer: RefCell::new(gazetteer), moods };
        for at in 0..text.tokens.len() {
            clauses.of_others(at);
        }
        for at in 0..text.tokens.len() {
            clauses.read(at);
        }
        clauses.doubts();
        let mut moods = clauses.moods;
        moods.denials.sort_unstable_by_key(|denial| (denial.from, denial.to));
        moods
    }

    /// Whether the sentence around a token denies or doubts something.
    pub(crate) fn doubts(&self, at: usize) -> bool {
        let next = self.doubts.partition_point(|(_, to)| *to <= at);
        self.doubts.get(next).is_some_and(|(from, _)| *from <= at)
    }

    /// Makes mute what is not said of this garment.
    pub(crate) fn silence(&self, tokens: &mut [Token]) {
        for (token, mood) in tokens.iter_mut().zip(&self.of) {
            if *mood != Mood::Said && !matches!(token.kind, TokenKind::Mark(_) | TokenKind::Break) {
                token.kind = TokenKind::Mute;
            }
        }
    }

    /// The tokens of what is denied; the words of all else are mute.
    pub(crate) fn denied(&self, tokens: &[Token]) -> Vec<Token> {
        let mut denials = self.denials.iter().peekable();
        let mute = |(at, token): (usize, &Token)| {
            while denials.next_if(|denial| denial.to <= at).is_some() {}
            let speaks = denials.peek().is_some_and(|denial| denial.from <= at);
            let stays = speaks || matches!(token.kind, TokenKind::Mark(_) | TokenKind::Break);
            if stays { *token } else { Token { kind: TokenKind::Mute, ..*token } }
        };
        tokens.iter().enumerate().map(mute).collect()
    }
}

struct Clauses<'a> {
    text: &'a Text<'a>,
    gazetteer: RefCell<Gazetteer<'a>>,
    moods: Moods,
}

impl Clauses<'_> {
    /// Reads what the word, or the mark, at a token does.
    fn read(&mut self, at: usize) {
        if self.moods.of[at] != Mood::Said {
            return;
        }
        if self.asks(at) {
            self.mark(self.sentence_start(at), at, Mood::Asked);
        }
        self.none(at);
        let (mut after, mut before) = (None, false);
        let cues: Vec<Cue> = self.cues(at).map(|(cue, _)| cue).collect();
        for cue in cues {
            match cue {
                Cue::DenyAfter | Cue::DenyEither | Cue::CompareAfter => after = after.or(Some(cue)),
                Cue::DenyBefore => before = true,
                Cue::DenyNext | Cue::CompareNext => self.next(at, cue),
                Cue::DenyLast | Cue::DenySuffix | Cue::CompareLast | Cue::OtherLast => self.last(at, cue),
                Cue::Promise => self.sentence(at, Mood::Promised),
                Cue::Year if self.has_year(at) => self.sentence(at, Mood::Promised),
                Cue::Ask => self.mark(self.sentence_start(at), at + 1, Mood::Asked),
                Cue::OtherLine => self.line(at),
                Cue::OtherClause => self.clause(at),
                Cue::OtherRow if self.heads(at) => {
                    let to = self.sentence_end(at);
                    self.mark(at, to, Mood::Other);
                }
                _ => {}
            }
        }
        if self.moods.of[at] == Mood::Said {
            self.around(at, after, before);
        }
    }

    /// A denial or a comparison of what follows, else of what stands before.
    fn around(&mut self, at: usize, after: Option<Cue>, before: bool) {
        let told = at.checked_sub(1).filter(|phrase| self.content(*phrase).after);
        if let Some(phrase) = told.filter(|_| after.is_some_and(Cue::denies)) {
            // "Made not in China", "cotton from anywhere but India"; but `feito no Brasil`.
            if !self.is(at, Cue::In) {
                let to = self.clause_end(at);
                self.deny(at, at, to);
                // Of what it is said stands before.
                if let Some(denial) = self.moods.denials.last_mut() {
                    denial.from = phrase;
                }
            }
            return;
        }
        if let Some(cue) = after
            && let Some((to, twice)) = self.forward(at, cue, before)
        {
            // "Not without cotton" says that there is some; how much, it does not.
            if twice || cue == Cue::CompareAfter {
                self.mark(at, to, Mood::Compared);
            } else {
                self.deny(at, at, to);
            }
        } else if before && self.content(at).before {
            // A verb that denies itself, `üretilmemiştir`: of a country that the tables need not have.
            self.deny(at, self.clause_start(at), at + 1);
        } else if before || (after == Some(Cue::DenyEither) && self.is_of_use(at)) {
            // Behind a "not" only a place is denied, as it may be of anything else.
            if let Some(from) = self.backward(at, !before) {
                self.deny(at, from, at + 1);
            }
        }
    }

    /// Denies a stretch, for the word at a token.
    fn deny(&mut self, at: usize, from: usize, to: usize) {
        self.mark(from, to, Mood::Denied);
        let languages = self.languages(at);
        self.moods.denials.push(Denial { from, to, languages });
    }

    /// `0 % Xinjiang cotton`: where it comes from is denied.
    fn none(&mut self, at: usize) {
        if self.text.number(at) != Some(0.0) || self.share(at).is_none() {
            return;
        }
        let whence = |at: usize| {
            let of = |meaning| matches!(meaning, Meaning::Origin(_) | Meaning::Phrase { stage: Deed::Grown, .. });
            self.text.meanings(at).any(of)
        };
        if let Some((to, _)) = self.forward(at + 1, Cue::DenyAfter, true).filter(|(to, _)| (at..*to).any(whence)) {
            self.deny(at, at, to);
        }
    }

    #[inline(never)]
    fn mark(&mut self, from: usize, to: usize, mood: Mood) {
        let to = to.min(self.moods.of.len());
        for own in &mut self.moods.of[from.min(to)..to] {
            if *own == Mood::Said {
                *own = mood;
            }
        }
    }

    /// `Non-cotton`, `非新疆棉`, `比纯棉`.
    fn next(&mut self, at: usize, cue: Cue) {
        let hyphen = self.text.kind(at + 1) == Some(TokenKind::Mark('-'));
        let first = at + 1 + usize::from(hyphen);
        // `Non fabriqué` denies more than the word beside it.
        if self.is(at, Cue::DenyEither) && !hyphen {
            return;
        }
        let share = self.share(first).unwrap_or(0);
        let mut to = first + share;
        // A country whose name the tables do not have, before its phrase: `非中国制造`.
        if self.text.kind(to) == Some(TokenKind::Unknown) && self.text.touches(to) && self.content(to + 1).before {
            to += 1;
        }
        while self.content(to).is_any() && !self.is_parted(to, first + share) {
            to += 1;
        }
        if to == first + share {
            return;
        }
        if cue == Cue::DenyNext { self.deny(at, at, to) } else { self.mark(at, to, Mood::Compared) }
    }

    /// Whether a gap parts a token from the one before, or they are not of one word.
    fn is_parted(&self, at: usize, first: usize) -> bool {
        at > first && !self.text.touches(at - 1)
    }

    /// `Cotton-free`, `baumwollfrei`, `cotton alternative`, `cotton setting`.
    fn last(&mut self, at: usize, cue: Cue) {
        let hyphen = at > 0 && self.text.kind(at - 1) == Some(TokenKind::Mark('-'));
        let Some(last) = at.checked_sub(1 + usize::from(hyphen)) else { return };
        // `綿100%より`.
        let share = self.share_before(last + 1).filter(|_| cue == Cue::CompareLast && !hyphen);
        let last = share.and_then(|share| share.checked_sub(1)).unwrap_or(last);
        let content = self.content(last);
        let apart = match cue {
            Cue::DenySuffix => hyphen || !self.text.touches(last),
            Cue::CompareLast => !hyphen && self.is(at, Cue::CompareAfter),
            Cue::DenyLast => !(hyphen || content.place && self.ends(at + 1)),
            _ => false,
        };
        if apart || !(content.fibre || content.place) {
            return;
        }
        let mut from = last;
        while let Some(before) = from.checked_sub(1).filter(|before| self.content(*before).place) {
            from = before;
        }
        let mut to = at + 1;
        if let Some(share) = self.share_before(from) {
            // The setting of an iron has no percentage; what comes "in a 100 % cotton bag" is no bag.
            if cue == Cue::OtherLast {
                if share == 0 || !self.text.is_word(share - 1, Word::Of) {
                    return;
                }
                to = self.clause_end(at);
            }
            from = share;
        }
        match cue {
            Cue::DenyLast | Cue::DenySuffix => self.deny(at, from, at + 1),
            Cue::CompareLast => self.mark(from, at + 1, Mood::Compared),
            _ => self.mark(from, to, Mood::Other),
        }
    }
}
