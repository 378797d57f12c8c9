//! A fibre's word with one letter wrong, as a camera or a typist leaves it: `Polyesler`, `Bawelina`.

use super::{
    glyphs::Glyph,
    lex::SHORTEST_TO_MEND,
    meaning::{FibreWord, Meaning},
    words::{At, Words},
};

/// Endings that a mended stem may take.
const LONGEST_ENDING: usize = 4;
/// The word of the tables has at least this many letters.
const SHORTEST_WORD: usize = 5;

/// The one fibre that the word is but for a letter; None where there is none, or more than one.
pub(crate) fn fibre(letters: &[Glyph], words: &Words) -> Option<FibreWord> {
    if letters.len() < SHORTEST_TO_MEND || letters.len() > 24 {
        return None;
    }
    let mut search = Search { letters, words, found: None, several: false };
    let mut place = Words::ROOT;
    for (at, glyph) in letters.iter().enumerate() {
        if at > 0 {
            search.mend(place, at);
        }
        match words.step(place, glyph.letter) {
            Some(next) => place = next,
            None => break,
        }
    }
    search.found.filter(|_| !search.several)
}

struct Search<'a> {
    letters: &'a [Glyph],
    words: &'a Words,
    found: Option<FibreWord>,
    several: bool,
}

impl Search<'_> {
    /// Tries each single change at a letter: another one, one too many, one missing.
    fn mend(&mut self, place: At, at: usize) {
        self.rest(place, at, at + 1);
        for next in self.words.steps(place) {
            self.rest(next, at + 1, at + 1);
            self.rest(next, at + 1, at);
        }
    }

    /// Follows the rest of the letters from a place that `length` letters of a word lead to.
    fn rest(&mut self, mut place: At, mut length: usize, from: usize) {
        for at in from..=self.letters.len() {
            let ended = self.words.ends(place).filter(|_| length >= SHORTEST_WORD);
            if let Some(meanings) = ended {
                let left = self.letters.len() - at;
                if left == 0 || (self.words.is_stem(meanings) && left <= LONGEST_ENDING) {
                    self.words.read(Some(meanings)).for_each(|meaning| self.add(meaning));
                }
            }
            let Some(next) = self.letters.get(at).and_then(|glyph| self.words.step(place, glyph.letter)) else {
                return;
            };
            place = next;
            length += 1;
        }
    }

    fn add(&mut self, meaning: Meaning) {
        let Meaning::Fibre(word) = meaning else { return };
        if word.code || word.blend || word.pure || word.ratio || word.everyday {
            return;
        }
        match self.found {
            Some(known) if known.fibre != word.fibre => self.several = true,
            _ => self.found = Some(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{glyphs::glyphs, vocabulary};

    #[test]
    fn one_letter_wrong() {
        let near = |text: &str| fibre(&glyphs(text), Words::get()).map(|word| vocabulary::fibre(word.fibre).id());
        assert_eq!(near("polvester"), Some("polyester"));
        assert_eq!(near("elasthn"), Some("elastane"));
        assert_eq!(near("baumwole"), Some("cotton"));
        assert_eq!(near("button"), None);
        assert_eq!(near("wooden"), None);
    }
}
