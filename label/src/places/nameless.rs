//! A name behind a phrase that asks for a place, of a place that nobody knows: `Made in Wakanda`.

use super::{Nameless, Phrases};
use crate::{
    fold::{Script, script},
    lex::TokenKind,
    meaning::{Deed, Word},
};

/// The name of a place has no more words, nor letters.
const MOST_WORDS: usize = 3;
const MOST_LETTERS: usize = 40;

impl Phrases<'_> {
    /// The unknown words right behind a phrase, up to the end of their clause: where there are capitals, they have one.
    pub(super) fn nameless(&self, phrase: usize, stage: Deed) -> Option<Nameless> {
        let (text, tokens) = (self.text, self.text.tokens);
        let colon = usize::from(matches!(text.kind(phrase + 1), Some(TokenKind::Mark(':' | '='))));
        let mut first = phrase + 1 + colon;
        // "Made in the", `hergestellt in der`.
        while text.is_word(first, Word::Of) {
            first += 1;
        }
        let unknown = |at: &usize| text.kind(*at) == Some(TokenKind::Unknown);
        // `Сделано в Ваканде`.
        let little = tokens.get(first).is_some_and(|token| token.to - token.from < 3) && unknown(&first);
        first += usize::from(little && unknown(&(first + 1)));
        let words = (first..=first + MOST_WORDS).take_while(unknown).count();
        let end = first + words;
        let ends = matches!(
            text.kind(end),
            None | Some(TokenKind::Break | TokenKind::Mark('.' | ',' | ';' | ')' | '|' | '/'))
        );
        if words == 0 || words > MOST_WORDS || !ends {
            return None;
        }
        let (from, to) = (tokens[first].from, tokens[end - 1].to);
        let named = text.glyphs[from..to].iter().any(|glyph| script(glyph.letter) != Script::None);
        let begins = text.glyphs[from];
        let capital = !begins.letter.is_ascii() || begins.capital;
        // Where words run on, the clause behind a phrase is a name only in a row: `产地：瓦坎达`.
        let row = !matches!(script(begins.letter), Script::Joined | Script::Hangul) || colon > 0;
        (named && capital && row && (3..=MOST_LETTERS).contains(&(to - from))).then_some(Nameless { stage, from, to })
    }
}
