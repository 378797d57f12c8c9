//! From tokens to signs of a composition: a percentage, a fibre, a part, what qualifies a fibre, what stands between.

mod shares;

use super::{
    decimal::Decimal,
    fold::{Script, script},
    glyphs::Glyph,
    lex::{Token, TokenKind},
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
            Some(TokenKind::Word(meanings)) => Some(meanings),
            _ => None,
        };
        self.words.read(meanings)
    }

    /// Whether a token names a kind of garment.
    #[inline(never)]
    pub(crate) fn is_kind(&self, token: usize) -> bool {
        self.meanings(token).any(|meaning| matches!(meaning, Meaning::Kind { .. }))
    }

    /// Whether a token means this.
    #[inline(never)]
    pub(crate) fn is_word(&self, token: usize, word: Word) -> bool {
        self.meanings(token).any(|meaning| meaning == Meaning::Word(word))
    }

    #[inline(never)]
    pub(super) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    #[inline(never)]
    pub(super) fn number(&self, token: usize) -> Option<f64> {
        match self.kind(token) {
            Some(TokenKind::Number(value)) => Some(value.get()),
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn is_percent(&self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Percent) || self.is_word(token, Word::Percent)
    }

    /// Whether no space parts a token from the next.
    #[inline(never)]
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
        let is_word = |token: usize| matches!(self.kind(token), Some(TokenKind::Word(_) | TokenKind::Unknown));
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

    fn sign(&self, at: usize) -> (What, usize) {
        match self.tokens[at].kind {
            TokenKind::Number(value) => self.number_sign(at, value.get()),
            TokenKind::Percent => match self.number(at + 1) {
                // `%95`: the sign stands before its number.
                Some(value) if !(self.is_percent(at + 2) && self.touches(at + 1)) || self.touches(at) => {
                    (self.share(value, at, at + 2), 2)
                }
                _ => (What::Mark('%'), 1),
            },
            TokenKind::Word(_) => match self.spelled_share(at) {
                Some((value, after)) => (self.share(value, at, after), after - at),
                None => (self.word_sign(at), 1),
            },
            TokenKind::Unknown => (self.unknown_sign(at), 1),
            TokenKind::Mute => (What::Other, 1),
            TokenKind::Mark('.') if self.is_abbreviated(at) => (What::Mark('-'), 1),
            TokenKind::Mark(letter) => (What::Mark(letter), 1),
            TokenKind::Break => (What::Break, 1),
        }
    }

    /// A token as written, but folded; of long ones the beginning.
    #[inline(never)]
    pub(crate) fn written(&self, token: usize) -> String {
        let Some(Token { from, to, .. }) = self.tokens.get(token) else { return String::new() };
        let letters = self.glyphs[*from..*to].iter().take(8).map(|glyph| glyph.letter);
        letters.take_while(|letter| script(*letter) != Script::None || *letter == '/').collect()
    }

    #[inline(never)]
    pub(super) fn is_fibre(&self, token: usize) -> bool {
        self.meanings(token).any(|meaning| matches!(meaning, Meaning::Fibre(FibreWord { everyday: false, .. })))
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
        let apart = |token: Option<TokenKind>| matches!(token, None | Some(TokenKind::Break | TokenKind::Mark(_)));
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
            Some(TokenKind::Mark(mark)) => matches!(mark, ',' | ';' | '.' | ')'),
            // A little word, such as the Romanian "in", may go on.
            end => matches!(end, None | Some(TokenKind::Break)) && !self.is_word(at, Word::Of),
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
