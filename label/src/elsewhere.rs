//! Percentages that are no shares of a composition: a discount, what a cloth shrinks by, how much less water it took.

use super::{
    lex::TokenKind,
    meaning::{Deed, Meaning, Word},
    signs::Text,
};

/// So many words on, a fibre can still be what the percentage is of.
const NEAR: usize = 6;
/// After a word that tells of something else it would have to be nearer.
const NEAR_WORD: usize = 3;
/// So many little words can stand before what a percentage is of.
const LITTLE: usize = 4;

impl Text<'_> {
    /// Whether a percentage from `first` to before `after` is of something else.
    pub(super) fn is_of_something_else(&self, value: f64, first: usize, after: usize) -> bool {
        // `00 %` is a number of which a figure is lost.
        let lost = value == 0.0 && self.tokens[first].to > self.tokens[first].from + 1;
        lost || self.is_told_after(after) || self.is_told_before(first, after) || self.is_of_no_fibre(first, after)
    }

    /// `30 % off`, `50 % of the profits`.
    fn is_told_after(&self, after: usize) -> bool {
        let passed = (after..after + LITTLE).find(|token| !self.is_word(*token, Word::Of)).unwrap_or(after);
        // In `100% 抑菌率>99%` the word is the second number's.
        let own = (passed + 1..passed + 3)
            .take_while(|next| !matches!(self.kind(*next), Some(TokenKind::Break)))
            .any(|next| self.is_lone_share(next));
        self.is_word(passed, Word::Noise) && !own
    }

    /// `Shrinkage: 5 %`, unless a fibre follows in the sentence: `au moins 60 % de coton`.
    fn is_told_before(&self, first: usize, after: usize) -> bool {
        let colon = first > 0 && matches!(self.kind(first - 1), Some(TokenKind::Mark(':' | '-' | '=')));
        let Some(word) = first.checked_sub(1 + usize::from(colon)).filter(|word| self.is_word(*word, Word::Noise))
        else {
            return false;
        };
        // `棉率95%` is the rate of cotton.
        let of_fibre = word > 0 && self.touches(word - 1) && self.is_fibre(word - 1);
        // In `抗菌率99% 棉100%` the fibre has a percentage of its own.
        let free = |token: usize| self.is_fibre(token) && !self.is_lone_share(token + 1);
        !of_fibre && !self.sentence(after).take(NEAR_WORD).any(free)
    }

    /// Whether a percentage stands here that no fibre follows: it is of what is before it.
    fn is_lone_share(&self, token: usize) -> bool {
        self.number(token).is_some() && self.is_percent(token + 1) && !self.is_fibre(token + 2)
    }

    /// `24 % of the world`, `100 % made in Italy`: no fibre stands there.
    fn is_of_no_fibre(&self, first: usize, after: usize) -> bool {
        let fibre = |token: usize| self.is_fibre(token);
        let made = self.meanings(after).any(|meaning| matches!(meaning, Meaning::Phrase { stage: Deed::Made, .. }));
        let of = self.is_word(after, Word::Of) && !self.sentence(after).take(NEAR).any(fibre);
        // Of `cotton elastane 95% 5% made in China` each percentage has its fibre.
        (made || of) && !(first.saturating_sub(2)..first).any(|token| fibre(token) || self.is_percent(token))
    }

    /// The tokens from one on to the end of its sentence, or of its line.
    fn sentence(&self, from: usize) -> impl Iterator<Item = usize> {
        let ends =
            |token: usize| matches!(self.kind(token), None | Some(TokenKind::Break | TokenKind::Mark('.' | ';')));
        (from..).take_while(move |token| !ends(*token))
    }
}
