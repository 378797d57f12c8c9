//! A name as it stands in a text, plain or inflected.

use crate::{
    fold::{Script, script},
    glyphs::Glyph,
};
use cotton_origin::vocabulary::Place;

/// Letters that are looked at for a name.
pub(super) const LONGEST_NAME: usize = 36;
/// An inflected name shares at least so many letters with the plain one.
const SHORTEST_STEM: usize = 3;
/// It may lose so many letters, and take on so many.
const LOST: usize = 2;
const TAKEN: usize = 5;

/// So many letters from here on, with every gap one space.
pub(super) fn window(glyphs: &[Glyph], from: usize, length: usize) -> Vec<char> {
    let mut window = Vec::with_capacity(length);
    for glyph in glyphs[from..].iter().take(length) {
        match glyph.letter {
            ' ' | '-' | '.' | '\'' | '\n' if window.last() == Some(&' ') => {}
            ' ' | '-' | '.' | '\'' | '\n' => window.push(' '),
            // Digits that a camera put into a name: `P0RTUGAL`.
            '0' => window.push('o'),
            '1' => window.push('i'),
            letter => window.push(letter),
        }
    }
    window
}

/// The letter at which so many letters of a window end.
pub(super) fn glyphs_until(glyphs: &[Glyph], from: usize, length: usize) -> usize {
    let (mut left, mut at, mut gap) = (length, from, false);
    while left > 0 && at < glyphs.len() {
        let is_gap = matches!(glyphs[at].letter, ' ' | '-' | '.' | '\'' | '\n');
        if !(is_gap && gap) {
            left -= 1;
        }
        gap = is_gap;
        at += 1;
    }
    at
}

/// The names that share their first two letters with the window.
pub(super) fn nearby<'l>(
    list: &'l [(String, Place)],
    window: &[char],
) -> impl Iterator<Item = &'l (String, Place)> + use<'l> {
    let start: String = window.iter().take(2).collect();
    let from = list.partition_point(|(name, _)| name.as_str() < start.as_str());
    list[from..].iter().take_while(move |(name, _)| name.starts_with(&start))
}

pub(super) fn exactly(list: &[(String, Place)], name: &str) -> Option<Place> {
    list.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok().map(|index| list[index].1)
}

/// How a name matches a window: how many letters of the window it takes, and what it lost and took on.
pub(super) struct Match {
    pub(super) shared: usize,
    pub(super) lost: usize,
    pub(super) taken: usize,
    pub(super) length: usize,
}

impl Match {
    pub(super) fn rank(&self) -> (bool, usize, isize) {
        let exact = self.lost == 0 && self.taken == 0;
        (exact, self.shared, -(self.lost.cast_signed() * 2 + self.taken.cast_signed()))
    }
}

/// A name, or an inflected form of it: `Китай` in `Китае`, `Kiina` in `Kiinassa`.
pub(super) fn matched(name: &str, window: &[char]) -> Option<Match> {
    let letters = name.chars().count();
    let shared = name.chars().zip(window).take_while(|(one, other)| one == *other).count();
    let own = script(*window.get(shared.checked_sub(1)?)?);
    let taken = window[shared..].iter().take_while(|letter| script(**letter) == own).count();
    let lost = letters - shared;
    let runs_on = matches!(own, Script::Joined | Script::Katakana | Script::Hangul);
    if lost == 0 && (taken == 0 || runs_on) {
        return Some(Match { shared, lost, taken: 0, length: shared });
    }
    // A short stem that loses a letter takes on no more than a letter or two: else `Mali` would be in `Malesia`.
    let most = if lost == 0 { TAKEN } else { TAKEN.min(shared - 1) };
    let inflected = !runs_on && shared >= SHORTEST_STEM && lost <= LOST && taken <= most && window[shared - 1] != ' ';
    inflected.then_some(Match { shared, lost, taken, length: shared + taken })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;

    #[test]
    fn names_inflected() {
        let window = |text: &str| folded(text).chars().collect::<Vec<_>>();
        for (name, text) in [
            ("Китай", "Китае"),
            ("Kiina", "Kiinassa"),
            ("Čína", "Číně"),
            ("Türkiye", "Türkiye'de"),
            ("Kína", "Kínában készült"),
        ] {
            assert!(matched(&folded(name), &window(text)).is_some(), "{name} in {text}");
        }
        assert!(matched("niger", &window("nigerian farmers")).is_some_and(|found| found.taken > 0));
        assert!(matched("oman", &window("romania")).is_none());
    }
}
