//! What a garment and its cloth weigh, its size, how many are in a pack.

use super::{
    assemble::Assembly,
    lex::TokenKind,
    meaning::{Meaning, Word},
    reading::{Certainty, Found, NoteId},
    vocabulary::{
        CLOTH_GRAMS_LEAST, CLOTH_GRAMS_MOST, CLOTH_OUNCES_LEAST, CLOTH_OUNCES_MOST, GARMENT_GRAMS_LEAST,
        GARMENT_GRAMS_MOST, PACK_LEAST, PACK_MOST,
    },
};
use cotton_origin::{garment::Garment, vocabulary::Grams};

/// Grams that a garment can weigh.
const GARMENT: std::ops::RangeInclusive<f64> = GARMENT_GRAMS_LEAST..=GARMENT_GRAMS_MOST;
/// Grams that a square metre of cloth can weigh.
const CLOTH: std::ops::RangeInclusive<f64> = CLOTH_GRAMS_LEAST..=CLOTH_GRAMS_MOST;
/// An ounce by the square yard, as grams by the square metre.
const OUNCE: f64 = 33.906;
/// Ounces that cloth weighs: of more, or less, something else is told.
const OUNCES: std::ops::RangeInclusive<f64> = CLOTH_OUNCES_LEAST..=CLOTH_OUNCES_MOST;
/// Letters of sizes.
const SIZES: [&str; 14] =
    ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl", "2xl", "3xl", "4xl", "5xl", "one size"];

impl Assembly<'_> {
    /// Takes in masses, sizes and packs.
    pub(crate) fn measures(&mut self) {
        for at in 0..self.text.tokens.len() {
            if let Some(value) = self.text.number(at) {
                self.cloth(at, value);
            }
            for meaning in self.text.meanings(at) {
                match meaning {
                    Meaning::Word(Word::Mass) => self.weight(at, true),
                    Meaning::Word(Word::Weight) => self.weight(at, false),
                    Meaning::Word(Word::Size) => self.size(at),
                    Meaning::Word(Word::Pack) => self.pack(at),
                    Meaning::Kind { .. } => self.prose(at),
                    _ => {}
                }
            }
        }
    }

    /// Grams that a number and its unit say, unless they are of a square metre.
    fn grams(&self, number: usize) -> Option<f64> {
        let value = self.text.number(number)?;
        let grams = match self.text.written(number + 1).as_str() {
            "g" | "gr" | "gram" | "grams" | "gramm" | "grammes" | "г" | "гр" | "克" => value,
            "kg" | "кг" => value * 1000.0,
            _ => return None,
        };
        let per = self.text.written(number + 2);
        let by = self.text.kind(number + 2) == Some(TokenKind::Mark('/')) || per.starts_with(['/', 'm', 'q', 'м', 'p']);
        (GARMENT.contains(&grams) && !by).then_some(grams)
    }

    /// `180 g/m²`, `200 gsm`, `5.3 oz`.
    fn cloth(&mut self, number: usize, value: f64) {
        let unit = self.text.written(number + 1);
        let by = || {
            self.text.kind(number + 2) == Some(TokenKind::Mark('/'))
                && (self.text.written(number + 3).starts_with(['m', 'q', 'м', '平', 'س', 'م'])
                    || self.text.kind(number + 3) == Some(TokenKind::Mark('㎡')))
        };
        let grams = match unit.as_str() {
            "gsm" => value,
            "g" | "gr" | "г" | "гр" | "克" if by() => value,
            "oz" if OUNCES.contains(&value) => value * OUNCE,
            _ => return,
        };
        if CLOTH.contains(&grams) && self.reading.cloth_weight.is_none() {
            self.reading.cloth_weight = Some(grams);
            let span = self.span_of_tokens(number, number + 2);
            self.found("clothWeight", span, Certainty::Sure, Vec::new());
        }
    }

    /// `item weight: 180 g`. Of a weight alone nobody can tell that it is not the cloth's.
    fn weight(&mut self, at: usize, of_garment: bool) {
        let Some(number) = (at + 1..at + 4).find(|at| self.text.number(*at).is_some()) else { return };
        let Some(mass) = self.grams(number).and_then(Grams::new) else { return };
        let span = self.span_of_tokens(at, number + 2);
        if of_garment {
            self.reading.garment.mass = Some(mass);
            self.found("massGrams", span, Certainty::Likely, Vec::new());
        } else {
            let only = Garment { mass: Some(mass), ..Garment::default() };
            let found = Found::new("massGrams", span, Certainty::Ambiguous, vec![only]);
            self.add(Found { reason: Some(NoteId::WeightOfWhat), ..found });
            self.note(NoteId::WeightOfWhat, "massGrams", Some(span));
        }
    }

    /// `a 150 g T-shirt`, `un manteau de 950 g`.
    fn prose(&mut self, kind: usize) {
        let after = kind + 1 + usize::from(self.text.is_word(kind + 1, Word::Of));
        let number = [kind.checked_sub(2), Some(after)].into_iter().flatten().find(|at| self.grams(*at).is_some());
        let Some(number) = number.filter(|_| self.reading.garment.mass.is_none()) else { return };
        self.reading.garment.mass = self.grams(number).and_then(Grams::new);
        let span = self.span_of_tokens(number, number + 2);
        self.found("massGrams", span, Certainty::Likely, Vec::new());
    }

    /// `Size: M`; of a list of sizes, none.
    fn size(&mut self, at: usize) {
        let marked = matches!(self.text.kind(at + 1), Some(TokenKind::Mark(':' | '-' | '=')));
        let first = at + 1 + usize::from(marked);
        let number = self.text.number(first);
        let letters = first + usize::from(number.is_some() && self.text.touches(first));
        let known = SIZES.contains(&self.text.written(letters).as_str());
        if !known && number.is_none_or(|size| !(20.0..=220.0).contains(&size)) {
            return;
        }
        let end = if known { letters + 1 } else { first + 1 };
        // `S, M, L` and `42/44` are several.
        let next = matches!(self.text.kind(end), Some(TokenKind::Mark(',' | '-' | '/')))
            && (SIZES.contains(&self.text.written(end + 1).as_str())
                || (self.text.number(end + 1).is_some() && !self.text.is_percent(end + 2)));
        let list = next || self.text.kind(end) == Some(TokenKind::Percent);
        if !list && self.reading.size.is_none() {
            let (from, to) = (self.text.tokens[first].from, self.text.tokens[end - 1].to);
            let letters = self.text.glyphs[from..to].iter().map(|glyph| glyph.letter.to_ascii_uppercase());
            self.reading.size = Some(letters.collect());
            let span = self.span_of_tokens(first, end);
            self.found("size", span, Certainty::Sure, Vec::new());
        }
    }

    /// `3-pack`, `pack of 3`.
    fn pack(&mut self, at: usize) {
        let count = |token: &usize| {
            self.text
                .number(*token)
                .is_some_and(|count| count.fract() == 0.0 && (PACK_LEAST..=PACK_MOST).contains(&count))
        };
        let stays =
            |token: &usize| !matches!(self.text.kind(*token), None | Some(TokenKind::Break | TokenKind::Percent));
        let before = (at.saturating_sub(3)..at).rev().take_while(stays).find(count);
        let Some(number) = before.or_else(|| (at + 1..at + 3).take_while(stays).find(count)) else { return };
        if self.reading.pack.is_none() {
            // A whole number up to PACK_MOST.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let count = self.text.number(number).map(|count| count as u32);
            self.reading.pack = count;
            let span = self.span_of_tokens(at.min(number), at.max(number) + 1);
            self.found("pack", span, Certainty::Sure, Vec::new());
        }
    }
}
