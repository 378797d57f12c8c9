//! From tokens to signs of a composition: a percentage, a fibre, a part, what qualifies a fibre, what stands between.

use super::{
    fold::{Script, script},
    glyphs::Glyph,
    lex::{Decimal, Kind, Token},
    meaning::{FibreWord, Meaning, Part, Word},
    near,
    words::Words,
};

/// A sign, with the tokens it is made of: `from` to before `to`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sign {
    pub(crate) what: What,
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// What a percentage says of its share.
    pub(crate) bound: Bound,
    /// Whether a percentage touches the word before it and not the next: it is of that word.
    pub(crate) leans: bool,
    /// Whether a word that is not known is in capitals or has a sign of registration, as trade names do.
    pub(crate) name: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

/// What a percentage says of its share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Bound {
    /// That it is this.
    Exact,
    Least,
    Most,
    /// From the percentage up to this one.
    UpTo(Decimal),
}

/// What a sign is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    /// A percentage; a bare one has no sign of its own.
    Percent {
        value: Decimal,
        bare: bool,
    },
    Fibre(Fibres),
    Part(Part),
    Word(Word),
    /// A number that is no percentage.
    Number(Decimal),
    Mark(char),
    Break,
    /// Anything else in words.
    Other,
}

/// The fibres that a word can mean: a bit for each.
// What a word may be besides is not one of several.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fibres {
    pub(crate) any_of: u32,
    pub(crate) trade: bool,
    pub(crate) blend: bool,
    pub(crate) pure: bool,
    /// The word itself says 100 %.
    pub(crate) whole: bool,
    /// The word itself says so: "organic cotton from".
    pub(crate) organic: bool,
    /// The word had a letter wrong.
    pub(crate) mended: bool,
}

impl Fibres {
    /// One fibre, plainly said.
    fn of(fibre: u8) -> Self {
        Self {
            any_of: 1 << fibre,
            trade: false,
            blend: false,
            pure: false,
            whole: false,
            organic: false,
            mended: false,
        }
    }

    /// The first of them, in the order of the catalogue.
    pub(crate) fn first(self) -> u8 {
        u8::try_from(self.any_of.trailing_zeros()).unwrap_or_default()
    }
}

/// A text's tokens, and what they are read with.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) glyphs: &'a [Glyph],
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a Words,
}

/// Units of what is no share.
const MEASURES: [&str; 19] = [
    "g", "gr", "gram", "grams", "kg", "gsm", "oz", "cm", "mm", "m", "tc", "ml", "l", "g/m", "gr/m", "г", "克", "s",
    "pcs",
];
/// An abbreviation has no more letters.
const LONGEST_ABBREVIATION: usize = 4;
/// After a language's code so many signs of percentages and fibres are looked at.
const MOST_PAIRS: usize = 24;

impl Text<'_> {
    /// What a token means; nothing where it is no word of the tables.
    pub(crate) fn meanings(&self, token: usize) -> impl Iterator<Item = Meaning> {
        let meanings = match self.tokens.get(token).map(|token| token.kind) {
            Some(Kind::Word(meanings)) => Some(meanings),
            _ => None,
        };
        self.words.read(meanings)
    }

    /// Whether a token names a kind of garment.
    pub(crate) fn is_kind(&self, token: usize) -> bool {
        self.meanings(token).any(|meaning| matches!(meaning, Meaning::Kind { .. }))
    }

    /// Whether a token means this.
    pub(crate) fn is_word(&self, token: usize, word: Word) -> bool {
        self.meanings(token).any(|meaning| meaning == Meaning::Word(word))
    }

    pub(super) fn kind(&self, token: usize) -> Option<Kind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    pub(super) fn number(&self, token: usize) -> Option<f64> {
        match self.kind(token) {
            Some(Kind::Number(value)) => Some(value.get()),
            _ => None,
        }
    }

    pub(super) fn is_percent(&self, token: usize) -> bool {
        self.kind(token) == Some(Kind::Percent) || self.is_word(token, Word::Percent)
    }

    /// Whether no space parts a token from the next.
    pub(super) fn touches(&self, token: usize) -> bool {
        matches!((self.tokens.get(token), self.tokens.get(token + 1)), (Some(one), Some(next)) if one.to == next.from)
    }

    /// The signs of the whole text.
    pub(crate) fn signs(&self) -> Vec<Sign> {
        let mut signs = Vec::with_capacity(self.tokens.len());
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(two) = self.ratio(at) {
                signs.extend(two.map(|fibre| self.made(What::Fibre(fibre), at, at + 1)));
                at += 1;
                continue;
            }
            let (what, length) = self.sign(at);
            signs.push(self.made(what, at, at + length));
            at += length;
        }
        signs
    }

    fn made(&self, what: What, from: usize, to: usize) -> Sign {
        let share = if let What::Percent { value, .. } = what { Some(value.get()) } else { None };
        let is_word = |token: usize| matches!(self.kind(token), Some(Kind::Word(_) | Kind::Unknown));
        let begins = self.glyphs[self.tokens[from].from];
        Sign {
            what,
            from,
            to,
            bound: share.map_or(Bound::Exact, |value| self.bound(value, from, to)),
            leans: share.is_some() && from > 0 && is_word(from - 1) && self.touches(from - 1) && !self.touches(to - 1),
            name: what == What::Other && begins.capital && self.glyphs[self.tokens[from].to - 1].capital,
            capital: begins.capital,
        }
    }

    /// `at least 60 %`, `95 % 以上`, `< 5 %`, `95-98 %`.
    fn bound(&self, value: f64, first: usize, after: usize) -> Bound {
        if let Some((high, _)) = self.range(first) {
            return Bound::UpTo(Decimal::new(high));
        }
        let little = |token: usize| {
            matches!(self.kind(token), Some(Kind::Mark('=' | '.')))
                || (self.kind(token) == Some(Kind::Unknown) && self.tokens[token].to - self.tokens[token].from <= 3)
                || self.is_word(token, Word::Of)
        };
        let before = first.checked_sub(1).map(|last| if little(last) { last.saturating_sub(1) } else { last });
        let says = |word: Word, marks: [char; 2]| {
            let marked =
                before.is_some_and(|at| matches!(self.kind(at), Some(Kind::Mark(mark)) if marks.contains(&mark)));
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
    fn range(&self, at: usize) -> Option<(f64, usize)> {
        let low = self.number(at)?;
        let dash = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Percent));
        let joined = match self.kind(dash) {
            Some(Kind::Mark('-')) => dash > at + 1 || (self.touches(at) && self.touches(dash)),
            _ => self.is_word(dash, Word::Range),
        };
        let high = self.number(dash + 1).filter(|high| joined && low < *high && *high <= 100.0)?;
        self.is_percent(dash + 2).then_some((high, dash + 3))
    }

    /// `seventy-five`: a number in words, and where it ends.
    fn spelled(&self, at: usize) -> Option<(f64, usize)> {
        let value = |token: usize| {
            self.meanings(token).find_map(|meaning| match meaning {
                Meaning::Number(value) => Some(f64::from(value)),
                _ => None,
            })
        };
        let first = value(at)?;
        let dash = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Mark('-')));
        Some(match value(dash).filter(|ones| *ones < 10.0 && first > 10.0 && first < 100.0) {
            Some(ones) => (first + ones, dash + 1),
            None => (first, at + 1),
        })
    }

    /// `seventy percent`, `yüzde yüz`, `yüzde 95`: a share in words.
    fn spelled_share(&self, at: usize) -> Option<(f64, usize)> {
        if let Some((value, after)) = self.spelled(at).filter(|(_, after)| self.is_percent(*after)) {
            return Some((value, after + 1));
        }
        let number = || self.number(at + 1).filter(|_| !self.is_percent(at + 2)).map(|value| (value, at + 2));
        if self.is_word(at, Word::Percent) { self.spelled(at + 1).or_else(number) } else { None }
    }

    /// `T/C 65/35`: the two fibres that a ratio beside it is of.
    fn ratio(&self, at: usize) -> Option<[Fibres; 2]> {
        let first = self.meanings(at).find_map(|meaning| match meaning {
            Meaning::Fibre(FibreWord { ratio: true, fibre, .. }) => Some(fibre),
            _ => None,
        })?;
        let opens = matches!(self.kind(at + 1), Some(Kind::Mark('(' | ':' | '-' | ',')));
        let after = at + 1 + usize::from(opens);
        (self.is_ratio(after, at) || at.checked_sub(3).is_some_and(|before| self.is_ratio(before, at)))
            .then(|| [first, 1 - first.min(1)].map(Fibres::of))
    }

    /// Two numbers and a slash that add up, without a sign or a fibre of their own but the word that names both.
    fn is_ratio(&self, at: usize, both: usize) -> bool {
        let slash = self.kind(at + 1) == Some(Kind::Mark('/'));
        let sum = self.number(at).zip(self.number(at + 2)).map(|(one, other)| one + other);
        let own = self.is_percent(at + 3) || (at + 3 != both && self.is_fibre(at + 3));
        slash && sum == Some(100.0) && !own
    }

    fn sign(&self, at: usize) -> (What, usize) {
        match self.tokens[at].kind {
            Kind::Number(value) => self.number_sign(at, value.get()),
            Kind::Percent => match self.number(at + 1) {
                // `%95`: the sign stands before its number.
                Some(value) if !(self.is_percent(at + 2) && self.touches(at + 1)) || self.touches(at) => {
                    (self.share(value, at, at + 2), 2)
                }
                _ => (What::Mark('%'), 1),
            },
            Kind::Word(_) => match self.spelled_share(at) {
                Some((value, after)) => (self.share(value, at, after), after - at),
                None => (self.word_sign(at), 1),
            },
            Kind::Unknown => (self.unknown_sign(at), 1),
            Kind::Mute => (What::Other, 1),
            Kind::Mark('.') if self.is_abbreviated(at) => (What::Mark('-'), 1),
            Kind::Mark(letter) => (What::Mark(letter), 1),
            Kind::Break => (What::Break, 1),
        }
    }

    /// The full stop of a short word before its number: `хл. 92 %`.
    fn is_abbreviated(&self, at: usize) -> bool {
        let short =
            at.checked_sub(1).filter(|word| self.tokens[*word].to - self.tokens[*word].from <= LONGEST_ABBREVIATION);
        short.is_some_and(|word| self.is_fibre(word)) && self.number(at + 1).is_some()
    }

    fn number_sign(&self, at: usize, value: f64) -> (What, usize) {
        if let Some((_, after)) = self.range(at) {
            return (self.share(value, at, after), after - at);
        }
        // `95 (%)`, and a sign that the end of a line parts from its number.
        let parted = matches!(self.kind(at + 1), Some(Kind::Break | Kind::Mark('(')));
        let sign = at + 1 + usize::from(parted);
        // In `5 %95` the sign belongs to the second number.
        let taken = self.number(sign + 1).is_some() && (parted || (self.touches(sign) && !self.touches(at)));
        if self.is_percent(sign) && !taken {
            return (self.share(value, at, sign + 1), sign + 1 - at);
        }
        let whole = (value * 10.0).fract() == 0.0 && (1.0..=100.0).contains(&value) && !self.is_measure(at + 1);
        let named = |before: usize| at.checked_sub(before).is_some_and(|token| self.is_fibre(token));
        // `"cotton": 60` is a record's.
        let record = named(2) && matches!(self.kind(at - 1), Some(Kind::Mark(':' | '=') | Kind::Break));
        let beside = self.is_fibre(at + 1) || named(1) || record || self.in_ratio(at);
        let glued = at > 0 && matches!(self.kind(at - 1), Some(Kind::Unknown | Kind::Word(_))) && self.touches(at - 1);
        if whole && beside && (!glued || self.is_fibre(at - 1)) {
            return (What::Percent { value: Decimal::new(value), bare: true }, 1);
        }
        (What::Number(Decimal::new(value)), 1)
    }

    /// Whether a number's unit stands here: `cotton 100 g` is no share.
    fn is_measure(&self, token: usize) -> bool {
        let unit = self.written(token);
        MEASURES.contains(&unit.as_str())
    }

    /// A token as written, but folded; of long ones the beginning.
    pub(crate) fn written(&self, token: usize) -> String {
        let Some(Token { from, to, .. }) = self.tokens.get(token) else { return String::new() };
        let letters = self.glyphs[*from..*to].iter().take(8).map(|glyph| glyph.letter);
        letters.take_while(|letter| script(*letter) != Script::None || *letter == '/').collect()
    }

    /// A percentage from `first` to before `after`, if it can be a share of a composition.
    fn share(&self, value: f64, first: usize, after: usize) -> What {
        if self.is_of_something_else(value, first, after) {
            What::Number(Decimal::new(value))
        } else {
            What::Percent { value: Decimal::new(value), bare: false }
        }
    }

    pub(super) fn is_fibre(&self, token: usize) -> bool {
        self.meanings(token).any(|meaning| matches!(meaning, Meaning::Fibre(FibreWord { everyday: false, .. })))
    }

    /// Whether the number is part of a ratio such as `60/40` that adds up, with a fibre before or after it.
    fn in_ratio(&self, at: usize) -> bool {
        let slash = |at: usize| matches!(self.kind(at), Some(Kind::Mark('/' | ':' | '-')));
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

    fn word_sign(&self, at: usize) -> What {
        let mut fibres =
            Fibres { any_of: 0, trade: false, blend: false, pure: false, whole: false, organic: false, mended: false };
        let mut other = What::Other;
        for meaning in self.meanings(at) {
            match meaning {
                Meaning::Fibre(FibreWord { ratio: true, .. }) => {}
                Meaning::Fibre(FibreWord { code: true, .. }) if !self.is_code(at) => {}
                Meaning::Fibre(FibreWord { everyday: true, .. }) if !self.is_closed(at) => {}
                Meaning::Fibre(word) => {
                    fibres.any_of |= 1 << word.fibre;
                    fibres.trade |= word.trade;
                    fibres.blend |= word.blend;
                    fibres.pure |= word.pure;
                    fibres.whole |= word.whole;
                }
                Meaning::Part(part) if other == What::Other => other = What::Part(part),
                Meaning::Word(word) => {
                    fibres.organic |= word == Word::Organic;
                    other = What::Word(word);
                }
                _ => {}
            }
        }
        // A word that is a fibre and a part is a fibre beside a percentage.
        if fibres.any_of != 0 && (other == What::Other || fibres.organic || self.beside_number(at)) {
            What::Fibre(fibres)
        } else {
            other
        }
    }

    fn beside_number(&self, at: usize) -> bool {
        let number = |token: usize| self.number(token).is_some() || self.is_percent(token);
        number(at + 1) || (at > 0 && number(at - 1))
    }

    /// A code of the trade is in capitals, beside a number.
    fn is_code(&self, at: usize) -> bool {
        let Token { from, to, .. } = self.tokens[at];
        let capitals = self.glyphs[from..to].iter().all(|glyph| glyph.capital);
        (capitals || self.is_row(at)) && self.beside_number(at) && !self.is_language(at)
    }

    /// Whether a word and its percentage stand between marks: `co 95%, ea 5%`.
    fn is_row(&self, at: usize) -> bool {
        let apart = |token: Option<Kind>| matches!(token, None | Some(Kind::Break | Kind::Mark(_)));
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        apart(before) && self.number(at + 1).is_some() && self.is_percent(at + 2) && apart(self.kind(at + 3))
    }

    /// Whether percentages with their fibres follow a code and leave it none: `SE 60 % bomull` is Swedish, not silk.
    fn is_language(&self, at: usize) -> bool {
        let mut next = at + 1;
        while next < at + MOST_PAIRS
            && self.number(next).is_some()
            && let Some(fibre) = (next + 2..next + 4).find(|token| self.is_fibre(*token))
        {
            next = fibre + 1;
        }
        let own = at > 0 && (self.is_percent(at - 1) || self.number(at - 1).is_some());
        !own && next > at + 1 && self.number(next).is_none()
    }

    /// Whether a word and its percentage stand by themselves: `5 % other,`, `in 55 %,`.
    fn is_closed(&self, at: usize) -> bool {
        let after = at > 0 && self.is_percent(at - 1);
        let next = if after { at + 1 } else { at + 3 };
        let share = after || (self.number(at + 1).is_some() && self.is_percent(at + 2));
        let ends = match self.kind(next) {
            Some(Kind::Mark(mark)) => matches!(mark, ',' | ';' | '.' | ')'),
            // A little word, such as the Romanian "in", may go on.
            end => matches!(end, None | Some(Kind::Break)) && !self.is_word(at, Word::Of),
        };
        share && ends
    }

    fn unknown_sign(&self, at: usize) -> What {
        if !self.beside_number(at) {
            return What::Other;
        }
        let Token { from, to, .. } = self.tokens[at];
        let mended = near::fibre(&self.glyphs[from..to], self.words);
        mended.map_or(What::Other, |word| {
            What::Fibre(Fibres { trade: word.trade, mended: true, ..Fibres::of(word.fibre) })
        })
    }
}
