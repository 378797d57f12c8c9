//! The language of a text, where its words or its letters tell.

use super::{
    fold::{Script, script},
    lex::TokenKind,
    meaning::{LANGUAGES, Meaning},
    signs::Text,
    words::Meanings,
};

/// Letters that one language alone writes, of those that labels are in.
const LETTERS: [(std::ops::RangeInclusive<u32>, &str); 7] = [
    (0x370..=0x3ff, "el"),
    (0x590..=0x5ff, "he"),
    (0x900..=0x97f, "hi"),
    (0x980..=0x9ff, "bn"),
    (0xe00..=0xe7f, "th"),
    (0x3041..=0x30ff, "ja"),
    (0xac00..=0xd7a3, "ko"),
];
/// So many words that are in no other language say that a text is in it; of English, which stands on labels in any language, twice as many,
/// in a text without any other letters.
const LEAST: usize = 2;
/// A text is of one language where it has so many times the words of any other.
const CLEAR: usize = 3;
/// Of a long text the beginning tells.
const MOST: usize = 5000;

/// The language of a text; None where it is not clear, or where there are several.
pub(crate) fn of(source: &str, text: &Text) -> Option<&'static str> {
    let mut seen: Vec<(u32, Meanings)> = Vec::new();
    for token in text.tokens.iter().take(MOST) {
        let TokenKind::Word(meanings) = token.kind else { continue };
        let bits = text.words.read(Some(meanings)).fold(0_u64, |bits, meaning| match meaning {
            Meaning::Phrase { language, .. } | Meaning::Cue(_, language) => bits | 1 << language,
            _ => bits,
        });
        let word = (bits.trailing_zeros(), meanings);
        if bits.is_power_of_two() && !seen.contains(&word) {
            seen.push(word);
        }
    }
    match written(text) {
        Written::One(language) => return Some(language),
        Written::Several => return None,
        Written::Shared => {}
    }
    let count = |at: u32| seen.iter().filter(|(language, _)| *language == at).count();
    let (best, _) = *seen.iter().max_by_key(|(language, _)| count(*language))?;
    let others = seen.iter().filter(|(language, _)| *language != best).map(|(other, _)| count(*other)).max();
    let english = best == 0;
    let clear =
        count(best) >= if english { 2 * LEAST } else { LEAST } && count(best) >= CLEAR * others.unwrap_or_default();
    let foreign = source.chars().take(MOST).any(|letter| !letter.is_ascii() && letter.is_alphabetic());
    let language = LANGUAGES.get(best as usize).copied().filter(|language| *language != "und")?;
    (clear && !(english && foreign)).then_some(language)
}

/// What the letters of a text tell.
enum Written {
    /// That it is in this language.
    One(&'static str),
    Several,
    /// Nothing: many languages share them.
    Shared,
}

fn written(text: &Text) -> Written {
    let glyphs = &text.glyphs[..text.glyphs.len().min(MOST)];
    let count = |is: &dyn Fn(u32) -> bool| glyphs.iter().filter(|glyph| is(u32::from(glyph.letter))).count();
    let counts = LETTERS.iter().map(|(range, language)| (count(&|letter| range.contains(&letter)), *language));
    let Some((own, language)) = counts.max().filter(|(own, _)| *own > 0) else { return Written::Shared };
    let letters = glyphs.iter().filter(|glyph| matches!(script(glyph.letter), Script::Spaced | Script::Prefixed));
    let spaced = letters.filter(|glyph| glyph.letter.is_ascii()).count();
    let alone =
        LETTERS.iter().all(|(range, other)| *other == language || count(&|letter| range.contains(&letter)) == 0);
    if alone && own > 2 * spaced { Written::One(language) } else { Written::Several }
}
