//! Letters that a camera takes for others: digits in words, and the letters that Latin, Cyrillic and Greek share by their looks.

/// How a word is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// As it stands.
    None,
    /// 0, 5, 8 are letters, and 1 is an l.
    OneIsL,
    /// The same, but 1 is an i.
    OneIsI,
    /// What looks Latin is.
    Latin,
    Cyrillic,
    Greek,
}

/// Small letters of which at least the capitals look alike: Latin and Cyrillic, Latin and Greek.
const CYRILLIC: [(char, char); 13] = [
    ('a', 'а'),
    ('b', 'в'),
    ('e', 'е'),
    ('k', 'к'),
    ('m', 'м'),
    ('h', 'н'),
    ('o', 'о'),
    ('p', 'р'),
    ('c', 'с'),
    ('t', 'т'),
    ('y', 'у'),
    ('x', 'х'),
    ('i', 'і'),
];
const GREEK: [(char, char); 14] = [
    ('a', 'α'),
    ('b', 'β'),
    ('e', 'ε'),
    ('z', 'ζ'),
    ('h', 'η'),
    ('i', 'ι'),
    ('k', 'κ'),
    ('m', 'μ'),
    ('n', 'ν'),
    ('o', 'ο'),
    ('p', 'ρ'),
    ('t', 'τ'),
    ('y', 'υ'),
    ('x', 'χ'),
];

impl Slip {
    pub(crate) const DIGITS: [Self; 2] = [Self::OneIsL, Self::OneIsI];
    pub(crate) const ALPHABETS: [Self; 3] = [Self::Latin, Self::Cyrillic, Self::Greek];

    /// The letter that was meant.
    pub(crate) fn mended(self, letter: char) -> char {
        match (self, letter) {
            (Self::OneIsL | Self::OneIsI, '0') => 'o',
            (Self::OneIsL, '1') => 'l',
            (Self::OneIsI, '1') => 'i',
            (Self::OneIsL | Self::OneIsI, '5') => 's',
            (Self::OneIsL | Self::OneIsI, '8') => 'b',
            (Self::Latin, 'α'..='џ') => {
                CYRILLIC.iter().chain(&GREEK).find(|pair| pair.1 == letter).map_or(letter, |pair| pair.0)
            }
            (Self::Cyrillic, 'a'..='z') => CYRILLIC.iter().find(|pair| pair.0 == letter).map_or(letter, |pair| pair.1),
            (Self::Greek, 'a'..='z') => GREEK.iter().find(|pair| pair.0 == letter).map_or(letter, |pair| pair.1),
            _ => letter,
        }
    }
}

/// Whether letters of two alphabets stand in one word.
pub(crate) fn is_mixed(letters: impl Iterator<Item = char>) -> bool {
    let mut alphabets = 0u8;
    for letter in letters {
        alphabets |= match letter {
            'a'..='z' => 1,
            'α'..='ω' => 2,
            'а'..='џ' => 4,
            _ => 0,
        };
    }
    alphabets.count_ones() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lookalikes() {
        let read = |slip: Slip, text: &str| text.chars().map(|letter| slip.mended(letter)).collect::<String>();
        assert_eq!(read(Slip::Latin, "соtтоn"), "cotton");
        assert_eq!(read(Slip::Cyrillic, "xлoпok"), "хлопок");
        assert_eq!(read(Slip::Greek, "bαμbακι"), "βαμβακι");
        assert_eq!(read(Slip::OneIsI, "v15c05e"), "viscose");
        assert!(is_mixed("соtton".chars()) && !is_mixed("cotton".chars()));
    }
}
