//! Folding: what a person would call the same letter becomes the same letter.
//!
//! Case, accents, widths and the marks that a camera loses are dropped, one character at a time, so that every letter keeps its
//! place in the text. It does what NFKC and case folding do for the scripts that labels use, at a hundredth of their tables.
//! The build script folds the words with the same code.

/// A character folded: nothing, one letter, or two (`æ`, `ß`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    Nothing,
    One(char),
    Two(char, char),
}

/// Base letters of U+00C0 to U+017F. Capitals stand for the pairs below; a dot: not a letter.
const LATIN: &str = "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Letters that fold into two.
const PAIRS: [(u8, char, char); 5] =
    [(b'A', 'a', 'e'), (b'O', 'o', 'e'), (b'S', 's', 's'), (b'T', 't', 'h'), (b'I', 'i', 'j')];

/// Base letters of U+1E00 to U+1EFF.
const LATIN_MORE: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssSdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
uuuuuuuuuuuuuuyyyyyyyyllvvyy";

/// What the half-width forms U+FF66 to U+FF9D stand for.
const HALF_WIDTH: &str =
    "ヲアイウエオヤユヨツーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// Folds a character.
pub(crate) fn fold(letter: char) -> Folded {
    let code = u32::from(letter);
    match code {
        0..=0x7f => Folded::One(letter.to_ascii_lowercase()),
        0xc0..=0x17f => pair(LATIN.as_bytes()[(code - 0xc0) as usize], letter),
        0x1e00..=0x1eff => match LATIN_MORE.as_bytes().get((code - 0x1e00) as usize) {
            Some(base) => pair(*base, letter),
            None => Folded::One(letter),
        },
        // Vowel signs of Bengali and Tamil that decomposed text writes in two.
        0x9cb => Folded::Two('\u{9c7}', '\u{9be}'),
        0x9cc => Folded::Two('\u{9c7}', '\u{9d7}'),
        0xbca => Folded::Two('\u{bc6}', '\u{bbe}'),
        0xbcb => Folded::Two('\u{bc7}', '\u{bbe}'),
        0xbcc => Folded::Two('\u{bc6}', '\u{bd7}'),
        _ if is_mark(code) => Folded::Nothing,
        _ => Folded::One(one(letter, code)),
    }
}

fn pair(base: u8, letter: char) -> Folded {
    if base == b'.' {
        return Folded::One(letter);
    }
    match PAIRS.iter().find(|(capital, ..)| *capital == base) {
        Some((_, first, second)) => Folded::Two(*first, *second),
        None => Folded::One(char::from(base)),
    }
}

/// Combining marks, vowel points, joiners, marks of direction, soft hyphens, half-width sound marks.
fn is_mark(code: u32) -> bool {
    matches!(
        code,
        0xad | 0x2bc | 0x300..=0x36f | 0x483..=0x487 | 0x591..=0x5c7 | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670
            | 0x6d6..=0x6ed | 0x93c | 0x9bc | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x20d0..=0x20ff
            | 0x3099..=0x309c | 0xfe00..=0xfe0f | 0xfeff | 0xff9e..=0xff9f | 0xae | 0x2120..=0x2122
    )
}

fn one(letter: char, code: u32) -> char {
    let shifted = |distance: i32| code.checked_add_signed(distance).and_then(char::from_u32).unwrap_or(letter);
    match code {
        // Latin with horns and commas, schwa.
        0x18f | 0x1cd | 0x1ce | 0x259 => 'a',
        0x192 => 'f',
        0x1a0 | 0x1a1 | 0x1d1 | 0x1d2 => 'o',
        0x1af | 0x1b0 => 'u',
        0x218 | 0x219 => 's',
        0x21a | 0x21b => 't',
        // Greek: accents, capitals, the final sigma.
        0x386 | 0x3ac => 'α',
        0x388 | 0x3ad => 'ε',
        0x389 | 0x3ae => 'η',
        0x38a | 0x390 | 0x3aa | 0x3af | 0x3ca => 'ι',
        0x38c | 0x3cc => 'ο',
        0x38e | 0x3ab | 0x3b0 | 0x3cb | 0x3cd => 'υ',
        0x38f | 0x3ce => 'ω',
        0x3c2 => 'σ',
        // Cyrillic: capitals, then letters whose mark is often lost.
        0x419 | 0x439 => 'и',
        0x401 | 0x451 => 'е',
        0x407 | 0x457 => 'і',
        0x490 | 0x491 => 'г',
        0x40e | 0x45e => 'у',
        0x49a | 0x49b => 'к',
        0x48a..=0x4bf | 0x4d0..=0x52f if code.is_multiple_of(2) => shifted(1),
        0x391..=0x3a9 | 0x410..=0x42f => shifted(32),
        0x400..=0x40f => shifted(80),
        // Arabic: forms of alef, yeh, kaf and heh.
        0x622 | 0x623 | 0x625 | 0x671 => 'ا',
        0x649 | 0x6cc | 0x626 | 0x6d0 => 'ي',
        0x6a9 | 0x6aa => 'ك',
        0x629 | 0x6c0 | 0x6be | 0x6c1 | 0x6d5 => 'ه',
        0x624 => 'و',
        // Devanagari with a dot, and its sign of nasal vowels.
        0x901 => 'ं',
        0x958 => 'क',
        0x959 => 'ख',
        0x95a => 'ग',
        0x95b => 'ज',
        0x95c => 'ड',
        0x95d => 'ढ',
        0x95e => 'फ',
        // Bengali with a dot.
        0x9dc => 'ড',
        0x9dd => 'ঢ',
        0x9df => 'য',
        // Hiragana and katakana: voiced ones become plain, as their marks do in decomposed text.
        0x304c..=0x3062 | 0x30ac..=0x30c2 if code.is_multiple_of(2) => shifted(-1),
        0x3065 | 0x3067 | 0x3069 | 0x30c5 | 0x30c7 | 0x30c9 => shifted(-1),
        0x3070..=0x307d => shifted(-((code - 0x306f) % 3).cast_signed()),
        // Small katakana become large; a camera reads ポ as ボ.
        0x30a1 | 0x30a3 | 0x30a5 | 0x30a7 | 0x30a9 | 0x30c3 | 0x30e3 | 0x30e5 | 0x30e7 | 0x30ee => shifted(1),
        0x30d0..=0x30dd => shifted(-((code - 0x30cf) % 3).cast_signed()),
        0x30f4 => 'ウ',
        // Full width and half width.
        0xff01..=0xff5e => shifted(-0xfee0).to_ascii_lowercase(),
        0xff66..=0xff9d => HALF_WIDTH.chars().nth((code - 0xff66) as usize).unwrap_or(letter),
        // Digits of other scripts.
        0x660..=0x669 => shifted(-0x630),
        0x6f0..=0x6f9 => shifted(-0x6c0),
        0x966..=0x96f => shifted(-0x936),
        0x9e6..=0x9ef => shifted(-0x9b6),
        0xe50..=0xe59 => shifted(-0xe20),
        0x66a | 0xfe6a => '%',
        // Punctuation that many scripts write in their own way.
        0x3001 | 0x60c | 0x66c | 0x201a | 0xfe50 | 0xff64 => ',',
        0x66b | 0x3002 | 0x6d4 | 0x964 | 0xff61 => '.',
        0x61b | 0x37e => ';',
        0x61f => '?',
        0x2f1 | 0xa789 | 0x2236 | 0xfe55 | 0xfe30 => ':',
        0x2010..=0x2015 | 0x2212 | 0xfe63 | 0x30a0 => '-',
        0x2018 | 0x2019 | 0x201b | 0xb4 | 0x60 | 0x2b9 | 0x2bb | 0x5f3 => '\'',
        0x2044 | 0x2215 | 0x29f8 => '/',
        0x2022 | 0x2219 | 0x22c5 | 0xb7 | 0x30fb | 0xff65 | 0x25cf | 0x25aa | 0x25e6 | 0x2043 | 0x2027 | 0x2605
        | 0x2713 | 0x2714 | 0xa6 | 0x25a0 => '|',
        0x3010 | 0x3014 | 0x300c | 0x3008 => '(',
        0x3011 | 0x3015 | 0x300d | 0x3009 => ')',
        0xa0 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000 => ' ',
        0x2028 | 0x2029 | 0x85 | 0x0b | 0x0c => '\n',
        _ => letter,
    }
}

/// The writing that a folded letter belongs to: a word ends where it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// No letter.
    None,
    /// Words stand apart: Latin, Cyrillic, Greek, Devanagari and the like.
    Spaced,
    /// Arabic and Hebrew, whose little words are written onto the next one.
    Prefixed,
    Katakana,
    Hangul,
    /// Words run on: Han, hiragana, Thai.
    Joined,
}

/// The writing of a folded character.
#[inline(never)]
pub(crate) fn script(letter: char) -> Script {
    match u32::from(letter) {
        0x590..=0x8ff => Script::Prefixed,
        0xe00..=0xeff | 0x3005..=0x309f | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Script::Joined,
        0x30a1..=0x30ff => Script::Katakana,
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7af => Script::Hangul,
        0x61..=0x7a | 0xc0..=0x58f | 0x900..=0xdff | 0xf00..=0x10ff | 0x1200..=0x1fff | 0xa640..=0xabff => {
            Script::Spaced
        }
        _ => Script::None,
    }
}

/// A text folded, for words of the tables and names of places.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match fold(letter) {
            Folded::Nothing => {}
            Folded::One(one) => out.push(one),
            Folded::Two(first, second) => out.extend([first, second]),
        }
    }
    out
}
