//! From letters to tokens: numbers, signs, words of the tables, and what is not known.

mod inside;
mod numbers;

use super::{
    decimal::Decimal,
    fold::{Script, script},
    glyphs::Glyph,
    meaning::{Deed, Meaning},
    misread::{Slip, is_mixed},
    words::{Meanings, Words},
};

/// A token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    /// Letters, by index: `from` to before `to`.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum TokenKind {
    Number(Decimal),
    Percent,
    /// A word or phrase of the tables.
    Word(Meanings),
    /// A word that the tables do not have.
    Unknown,
    /// Punctuation.
    Mark(char),
    /// A new line, or a tag that makes one.
    Break,
    /// A word or a number that is not said of this garment.
    Mute,
}

/// Endings that a stem takes have no more letters than this; a long stem takes another word, too: `Baumwolljersey`.
const LONGEST_ENDING: usize = 6;
const LONGEST_ADDED: usize = 10;
const LONG_STEM: usize = 6;
/// Words longer than this are not taken apart.
const LONGEST_COMPOUND: usize = 40;
/// A piece of a compound has at least this many letters.
const SHORTEST_PIECE: usize = 3;
/// A word of at least this many letters is mended where one is wrong or missing.
pub(crate) const SHORTEST_TO_MEND: usize = 5;
/// Particles that a Korean word takes.
const LONGEST_PARTICLE: usize = 3;
const HAN_DIGITS: &str = "〇一二三四五六七八九";
/// A row of dots that leads to a number has no more.
const LONGEST_LEADER: usize = 60;
/// A phrase of at least this many letters is found where a lost space joins it to the next word.
const SHORTEST_JOINED_PHRASE: usize = 6;

/// Reads letters into tokens.
pub(crate) fn tokens(glyphs: &[Glyph], words: &Words) -> Vec<Token> {
    let mut lexer = Lexer { glyphs, words, tokens: Vec::with_capacity(glyphs.len() / 3), dots: 0, run: 0 };
    let mut at = 0;
    while at < glyphs.len() {
        at = lexer.next(at).max(at + 1);
    }
    lexer.tokens
}

struct Lexer<'g> {
    glyphs: &'g [Glyph],
    words: &'g Words,
    tokens: Vec<Token>,
    /// Where the row of dots ends that was looked through last.
    dots: usize,
    /// The same, of letters and the digits that a camera takes for some.
    run: usize,
}

impl Lexer<'_> {
    #[inline(never)]
    fn letter(&self, at: usize) -> char {
        self.glyphs.get(at).map_or('\n', |glyph| glyph.letter)
    }

    fn script(&self, at: usize) -> Script {
        script(self.letter(at))
    }

    #[inline(never)]
    fn push(&mut self, kind: TokenKind, from: usize, to: usize) -> usize {
        self.tokens.push(Token { kind, from, to });
        to
    }

    /// Reads the token that begins here; where it ends.
    fn next(&mut self, at: usize) -> usize {
        let letter = self.letter(at);
        match letter {
            // Quotes and stars decorate.
            ' ' | '"' | '*' | '“' | '”' | '„' | '«' | '»' | '~' | '_' => at + 1,
            '\n' => self.push(TokenKind::Break, at, at + 1),
            '.' | '…' => match self.leader(at) {
                Some(to) => self.push(TokenKind::Mark('-'), at, to),
                None => self.push(TokenKind::Mark(letter), at, at + 1),
            },
            '%' | '‰' => self.push(TokenKind::Percent, at, at + 1),
            '0'..='9' | 'i' | 'l' | 'o' => match self.misread_number(at) {
                Some((value, to)) => self.push(TokenKind::Number(Decimal::new(value)), at, to),
                None if letter.is_ascii_digit() => self.misread_word(at).unwrap_or_else(|| self.number(at)),
                None => self.word(at),
            },
            '°' | 'º' if self.letter(at + 1) == '/' && matches!(self.letter(at + 2), 'o' | '0') => {
                self.push(TokenKind::Percent, at, at + 3)
            }
            _ => match script(letter) {
                Script::None => self.push(TokenKind::Mark(letter), at, at + 1),
                Script::Joined => self.joined(at),
                _ => self.word(at),
            },
        }
    }

    /// Writing without spaces: the longest word that begins here, else one unknown letter more.
    fn joined(&mut self, at: usize) -> usize {
        if let Some((value, to)) = self.han_number(at) {
            return self.push(TokenKind::Number(Decimal::new(value)), at, to);
        }
        if let Some((to, meanings)) = self.longest(at, Slip::None) {
            return self.push(TokenKind::Word(meanings), at, to);
        }
        match self.tokens.last_mut() {
            Some(Token { kind: TokenKind::Unknown, to, .. }) if *to == at => {
                *to = at + 1;
                at + 1
            }
            _ => self.push(TokenKind::Unknown, at, at + 1),
        }
    }

    fn word(&mut self, at: usize) -> usize {
        let end = self.word_end(at);
        if let Some((to, meanings)) = self.longest(at, Slip::None) {
            return self.push(TokenKind::Word(meanings), at, to);
        }
        if let Some(to) = self.misread_word(at) {
            return to;
        }
        let found = match self.script(at) {
            Script::Prefixed => self.after_prefix(at, end),
            Script::Hangul => self.before_suffix(at, end),
            _ => self.compound(at, end),
        };
        if found { self.tokens.last().map_or(end, |token| token.to) } else { self.push(TokenKind::Unknown, at, end) }
    }

    fn word_end(&self, at: usize) -> usize {
        let own = self.script(at);
        (at..self.glyphs.len()).find(|at| self.script(*at) != own).unwrap_or(self.glyphs.len())
    }

    /// The longest word or phrase of the tables that begins here, and where it ends.
    fn longest(&self, from: usize, slip: Slip) -> Option<(usize, Meanings)> {
        let letter = |at: usize| slip.mended(self.letter(at));
        let (mut place, mut at, mut part, mut found) = (Words::ROOT, from, from, None);
        let mut lines = false;
        loop {
            // A word begins with a letter: no phrase begins with a space.
            let gap = if at > from { (at..at + 3).take_while(|at| is_gap(letter(*at))).count() } else { 0 };
            // A full stop ends a sentence, but for the letters of `P.R. China`.
            if gap > 1 && letter(at) == '.' && at - part > 2 {
                return found;
            }
            lines |= (at..at + gap).any(|at| letter(at) == '\n');
            let step = if gap > 0 { self.words.step(place, ' ') } else { self.words.step(place, letter(at)) };
            // A camera splits Korean words: `폴리 우레탄`.
            let split =
                gap == 1 && letter(at) == ' ' && [at - 1, at + 1].map(|at| self.script(at)) == [Script::Hangul; 2];
            place = match step {
                Some(next) => next,
                None if split => {
                    at += 1;
                    let Some(next) = self.words.step(place, letter(at)) else { return found };
                    next
                }
                None => return found,
            };
            at += gap.max(1);
            if gap > 0 {
                part = at;
            }
            if at > self.glyphs.len() {
                return found;
            }
            if let Some(meanings) = self.words.ends(place)
                && !(lines && self.is_of_one_line(meanings))
                && let Some(end) = self.end(from, at, slip, meanings)
            {
                found = Some((end, meanings));
            }
        }
    }

    /// Two rows are two statements: a name and a heading do not join across the end of a line, as "made in" may.
    fn is_of_one_line(&self, meanings: Meanings) -> bool {
        let may_break = |one| {
            matches!(
                one,
                Meaning::Phrase { stage: Deed::Made, .. }
                    | Meaning::Country(_)
                    | Meaning::MadeIn(_)
                    | Meaning::Scheme(_)
            )
        };
        !self.words.read(Some(meanings)).all(may_break)
    }

    /// Where a word of the tables ends that matches `from` to `to`; None where the text's word is another one.
    fn end(&self, from: usize, to: usize, slip: Slip, meanings: Meanings) -> Option<usize> {
        let script_at = |at: usize| script(slip.mended(self.letter(at)));
        let own = script_at(to - 1);
        if own == Script::Joined {
            // `新疆産の綿`: of what is written behind a particle only cotton is known by one letter.
            let of = || {
                matches!(self.letter(from), '綿' | '棉') && matches!(self.letter(from - 1), 'の' | '的' | 'た' | 'な')
            };
            let begins = from == 0 || script_at(from - 1) != own || self.is_after_word(from) || of();
            let apart = begins || matches!(self.letter(to), '0'..='9' | '%' | ':');
            let stands = to - from > 1
                || apart
                || self.words.read(Some(meanings)).any(|one| matches!(one, Meaning::Phrase { .. }));
            // `中国産` is of China, not of one's own country.
            let ends_name = !begins && matches!(self.letter(from), '国' | '國');
            return (stands && !ends_name).then_some(to);
        }
        let rest = (to..).take_while(|at| script_at(*at) == own).take(LONGEST_ADDED + 1).count();
        if rest == 0 {
            return Some(to);
        }
        // A country keeps its particle apart: it may be the phrase that says what was done there.
        let country = || self.words.read(Some(meanings)).any(|one| matches!(one, Meaning::Country(_)));
        let particle = own == Script::Hangul && to - from > 1 && rest <= LONGEST_PARTICLE && !country();
        if (self.words.is_stem(meanings) && rest <= longest_ending(to - from)) || particle {
            let fibre = self.words.read(Some(meanings)).any(|one| matches!(one, Meaning::Fibre(_)));
            return Some(self.suffix(to, to + rest).filter(|_| fibre).unwrap_or(to + rest));
        }
        let phrase =
            self.glyphs[from..to].iter().any(|glyph| is_gap(glyph.letter)) && to - from >= SHORTEST_JOINED_PHRASE;
        let joins = phrase
            && self
                .words
                .read(Some(meanings))
                .all(|one| matches!(one, Meaning::Phrase { stage: Deed::Made, before: false, .. }));
        joins.then_some(to)
    }

    /// Where the ending of a word begins that denies it: `baumwoll-frei`, `pamuk-suz`.
    fn suffix(&self, from: usize, end: usize) -> Option<usize> {
        let denies = |meaning| matches!(meaning, Meaning::Cue(cue, _) if cue.ends_words());
        (from..end).find(|start| {
            let place = (*start..end).try_fold(Words::ROOT, |place, at| self.words.step(place, self.letter(at)));
            let ended = place.and_then(|place| self.words.ends(place));
            self.words.read(ended).any(denies)
        })
    }

    /// Whether a word of the tables ends here.
    fn is_after_word(&self, at: usize) -> bool {
        matches!(self.tokens.last(), Some(Token { kind: TokenKind::Word(_), to, .. }) if *to == at)
    }

    /// A word in which a camera took letters for digits, such as `P0LYESTER`, or for those of another alphabet.
    fn misread_word(&mut self, at: usize) -> Option<usize> {
        if at > 0 && self.letter(at - 1).is_ascii_digit() {
            return None;
        }
        if at >= self.run {
            let is_part = |at: &usize| {
                let letter = self.letter(*at);
                script(letter) == Script::Spaced || matches!(letter, '0' | '1' | '5' | '8')
            };
            self.run = (at..self.glyphs.len()).find(|at| !is_part(at)).unwrap_or(self.glyphs.len());
        }
        let end = Some(self.run).filter(|end| *end <= at + LONGEST_COMPOUND)?;
        let letters = (at..end).filter(|at| self.script(*at) == Script::Spaced).count();
        let no = end - at == 2 && self.letter(at) == 'n';
        if letters < SHORTEST_PIECE && !no {
            return None;
        }
        let slips = if letters < end - at {
            &Slip::DIGITS[..]
        } else if is_mixed((at..end).map(|at| self.letter(at))) {
            &Slip::ALPHABETS[..]
        } else {
            return None;
        };
        let read = |slip: &Slip| self.longest(at, *slip).filter(|(to, _)| *to >= end);
        let (to, meanings) = slips.iter().find_map(read)?;
        Some(self.push(TokenKind::Word(meanings), at, to))
    }
}

/// So many letters may follow a stem of so many.
fn longest_ending(stem: usize) -> usize {
    if stem < LONG_STEM { LONGEST_ENDING } else { LONGEST_ADDED }
}

/// What may stand between the words of a phrase.
fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '.' | '-' | '_' | '\'' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glyphs::glyphs;

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(&glyphs(text), Words::get()).into_iter().map(|token| token.kind).collect()
    }

    fn words(text: &str) -> usize {
        kinds(text).iter().filter(|kind| matches!(kind, TokenKind::Word(_))).count()
    }

    #[test]
    fn numbers_in_many_digits() {
        for text in ["95.1", "95,1", "９５．１", "٩٥٫١", "९५.१"] {
            assert_eq!(kinds(text), [TokenKind::Number(Decimal::new(95.1))], "{text}");
        }
        assert_eq!(kinds("l00 %")[0], TokenKind::Number(Decimal::new(100.0)));
        assert_eq!(kinds("1OO%")[0], TokenKind::Number(Decimal::new(100.0)));
    }

    #[test]
    fn words_with_noise() {
        for text in ["P0LYESTER", "biobaumwolle", "poly-\nester", "BAWEŁNA", "ﾎﾟﾘｴｽﾃﾙ", "والقطن"] {
            assert!(words(text) >= 1, "{text}: {:?}", kinds(text));
        }
        assert_eq!(words("cottage"), 0);
    }
}
