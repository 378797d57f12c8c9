//! Which numbers are shares, and how exactly they say them.

use super::{Bound, Fibres, LONGEST_ABBREVIATION, MEASURES, Text, What};
use crate::{
    decimal::Decimal,
    lex::TokenKind,
    meaning::{FibreWord, Meaning, Word},
};

impl Text<'_> {
    /// `at least 60 %`, `95 % 以上`, `< 5 %`, `95-98 %`.
    pub(super) fn bound(&self, value: f64, first: usize, after: usize) -> Bound {
        if let Some((high, _)) = self.range(first) {
            return Bound::UpTo(Decimal::new(high));
        }
        let little = |token: usize| {
            matches!(self.kind(token), Some(TokenKind::Mark('=' | '.')))
                || (self.kind(token) == Some(TokenKind::Unknown)
                    && self.tokens[token].to - self.tokens[token].from <= 3)
                || self.is_word(token, Word::Of)
        };
        let before = first.checked_sub(1).map(|last| if little(last) { last.saturating_sub(1) } else { last });
        let says = |word: Word, marks: [char; 2]| {
            let marked =
                before.is_some_and(|at| matches!(self.kind(at), Some(TokenKind::Mark(mark)) if marks.contains(&mark)));
            marked || before.is_some_and(|at| self.is_word(at, word)) || self.is_word(after, word)
        };
        if value < 100.0 && says(Word::Least, ['>', '≥']) {
            Bound::Least
        } else if says(Word::Most, ['<', '≤']) {
            Bound::Most
        } else {
            Bound::Exact
        }
    }

    /// `95-98 %`, `70 to 80 %`: the second number, and where the range ends.
    pub(super) fn range(&self, at: usize) -> Option<(f64, usize)> {
        let low = self.number(at)?;
        let dash = at + 1 + usize::from(self.kind(at + 1) == Some(TokenKind::Percent));
        let joined = match self.kind(dash) {
            Some(TokenKind::Mark('-')) => dash > at + 1 || (self.touches(at) && self.touches(dash)),
            _ => self.is_word(dash, Word::Range),
        };
        let high = self.number(dash + 1).filter(|high| joined && low < *high && *high <= 100.0)?;
        self.is_percent(dash + 2).then_some((high, dash + 3))
    }

    /// `seventy-five`: a number in words, and where it ends.
    pub(super) fn spelled(&self, at: usize) -> Option<(f64, usize)> {
        let value = |token: usize| {
            self.meanings(token).find_map(|meaning| match meaning {
                Meaning::Number(value) => Some(f64::from(value)),
                _ => None,
            })
        };
        let first = value(at)?;
        let dash = at + 1 + usize::from(self.kind(at + 1) == Some(TokenKind::Mark('-')));
        Some(match value(dash).filter(|ones| *ones < 10.0 && first > 10.0 && first < 100.0) {
            Some(ones) => (first + ones, dash + 1),
            None => (first, at + 1),
        })
    }

    /// `seventy percent`, `yüzde yüz`, `yüzde 95`: a share in words.
    pub(super) fn spelled_share(&self, at: usize) -> Option<(f64, usize)> {
        if let Some((value, after)) = self.spelled(at).filter(|(_, after)| self.is_percent(*after)) {
            return Some((value, after + 1));
        }
        let number = || self.number(at + 1).filter(|_| !self.is_percent(at + 2)).map(|value| (value, at + 2));
        if self.is_word(at, Word::Percent) { self.spelled(at + 1).or_else(number) } else { None }
    }

    /// `T/C 65/35`: the two fibres that a ratio beside it is of.
    pub(super) fn ratio(&self, at: usize) -> Option<[Fibres; 2]> {
        let first = self.meanings(at).find_map(|meaning| match meaning {
            Meaning::Fibre(FibreWord { ratio: true, fibre, .. }) => Some(fibre),
            _ => None,
        })?;
        let opens = matches!(self.kind(at + 1), Some(TokenKind::Mark('(' | ':' | '-' | ',')));
        let after = at + 1 + usize::from(opens);
        (self.is_ratio(after, at) || at.checked_sub(3).is_some_and(|before| self.is_ratio(before, at)))
            .then(|| [first, 1 - first.min(1)].map(Fibres::of))
    }

    /// Two numbers and a slash that add up, without a sign or a fibre of their own but the word that names both.
    pub(super) fn is_ratio(&self, at: usize, both: usize) -> bool {
        let slash = self.kind(at + 1) == Some(TokenKind::Mark('/'));
        let sum = self.number(at).zip(self.number(at + 2)).map(|(one, other)| one + other);
        let own = self.is_percent(at + 3) || (at + 3 != both && self.is_fibre(at + 3));
        slash && sum == Some(100.0) && !own
    }

    /// The full stop of a short word before its number: `хл. 92 %`.
    pub(super) fn is_abbreviated(&self, at: usize) -> bool {
        let short =
            at.checked_sub(1).filter(|word| self.tokens[*word].to - self.tokens[*word].from <= LONGEST_ABBREVIATION);
        short.is_some_and(|word| self.is_fibre(word)) && self.number(at + 1).is_some()
    }

    pub(super) fn number_sign(&self, at: usize, value: f64) -> (What, usize) {
        if let Some((_, after)) = self.range(at) {
            return (self.share(value, at, after), after - at);
        }
        // `95 (%)`, and a sign that the end of a line parts from its number.
        let parted = matches!(self.kind(at + 1), Some(TokenKind::Break | TokenKind::Mark('(')));
        let sign = at + 1 + usize::from(parted);
        // In `5 %95` the sign belongs to the second number.
        let taken = self.number(sign + 1).is_some() && (parted || (self.touches(sign) && !self.touches(at)));
        if self.is_percent(sign) && !taken {
            return (self.share(value, at, sign + 1), sign + 1 - at);
        }
        let whole = (value * 10.0).fract() == 0.0 && (1.0..=100.0).contains(&value) && !self.is_measure(at + 1);
        let named = |before: usize| at.checked_sub(before).is_some_and(|token| self.is_fibre(token));
        // `"cotton": 60` is a record's.
        let record = named(2) && matches!(self.kind(at - 1), Some(TokenKind::Mark(':' | '=') | TokenKind::Break));
        let beside = self.is_fibre(at + 1) || named(1) || record || self.in_ratio(at);
        let glued = at > 0
            && matches!(self.kind(at - 1), Some(TokenKind::Unknown | TokenKind::Word(_)))
            && self.touches(at - 1);
        if whole && beside && (!glued || self.is_fibre(at - 1)) {
            return (What::Percent { value: Decimal::new(value), bare: true }, 1);
        }
        (What::Number(Decimal::new(value)), 1)
    }

    /// Whether a number's unit stands here: `cotton 100 g` is no share.
    pub(super) fn is_measure(&self, token: usize) -> bool {
        let unit = self.written(token);
        MEASURES.contains(&unit.as_str())
    }

    /// A percentage from `first` to before `after`, if it can be a share of a composition.
    pub(super) fn share(&self, value: f64, first: usize, after: usize) -> What {
        if self.is_of_something_else(value, first, after) {
            What::Number(Decimal::new(value))
        } else {
            What::Percent { value: Decimal::new(value), bare: false }
        }
    }

    /// Whether the number is part of a ratio such as `60/40` that adds up, with a fibre before or after it.
    pub(super) fn in_ratio(&self, at: usize) -> bool {
        let slash = |at: usize| matches!(self.kind(at), Some(TokenKind::Mark('/' | ':' | '-')));
        let mut first = at;
        while first >= 2 && at - first < 6 && slash(first - 1) && self.number(first - 2).is_some() {
            first -= 2;
        }
        let (mut last, mut sum) = (first, self.number(first).unwrap_or_default());
        while last - first < 6 && slash(last + 1) {
            let Some(value) = self.number(last + 2) else { break };
            sum += value;
            last += 2;
        }
        let near = (first.saturating_sub(2)..first).chain(last + 1..last + 3).any(|token| self.is_fibre(token));
        last > first && near && (sum - 100.0).abs() < 0.01
    }
}
