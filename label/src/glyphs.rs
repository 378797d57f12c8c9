//! A text as folded letters, each with its place in the source: tags, entities and escapes read, spaces made one, words that a
//! hyphen breaks at the end of a line joined.

use super::fold::{Folded, Script, fold, script};

/// A folded letter of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) letter: char,
    /// Byte of the source where it begins.
    pub(crate) at: u32,
    /// Whether the source has a capital.
    pub(crate) capital: bool,
}

/// Tags that stand within a line.
const INLINE: [&str; 12] = ["b", "i", "u", "a", "em", "span", "strong", "sup", "sub", "font", "small", "mark"];

/// Named entities that are no accented letters.
const ENTITIES: [(&str, char); 15] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '-'),
    ("mdash", '-'),
    ("bull", '|'),
    ("middot", '|'),
    ("deg", '°'),
    ("frasl", '/'),
    ("percnt", '%'),
    ("rsquo", '\''),
    ("szlig", 'ß'),
];

/// What an accented letter's entity ends in.
const ACCENTS: [&str; 9] = ["acute", "grave", "circ", "uml", "tilde", "cedil", "caron", "ring", "slash"];

/// A tag or an entity is no longer than this.
const LONGEST_TAG: usize = 400;

/// Reads a text into letters.
pub(crate) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut letters = Letters { glyphs: Vec::with_capacity(text.len() + 1), small_l: false };
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(letter) = rest.chars().next()
    {
        let (read, length) = match letter {
            '<' => tag(rest),
            '&' => entity(rest),
            '\\' => escape(rest),
            _ => None,
        }
        .unwrap_or((letter, letter.len_utf8()));
        letters.push(read, at);
        at += length;
    }
    letters.glyphs
}

struct Letters {
    glyphs: Vec<Glyph>,
    /// Whether the letter before is a plain small l.
    small_l: bool,
}

impl Letters {
    fn push(&mut self, letter: char, at: usize) {
        // Texts of more than 4 GB are refused before.
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if self.small_l && letter.is_ascii_uppercase() {
            self.mend_capital();
        }
        self.small_l = letter == 'l';
        if let Some(last) = self.glyphs.last_mut()
            && let Some(syllable) = syllable(last.letter, letter)
        {
            last.letter = syllable;
            return;
        }
        match fold(letter) {
            // A registered name is one as if it were in capitals.
            Folded::Nothing => {
                if let (Some(last), '®' | '™') = (self.glyphs.last_mut(), letter) {
                    last.capital = true;
                }
            }
            Folded::One(one) => self.add(Glyph { letter: one, at, capital: is_capital(letter, one) }),
            Folded::Two(first, second) => {
                self.add(Glyph { letter: first, at, capital: false });
                self.add(Glyph { letter: second, at, capital: false });
            }
        }
    }

    fn add(&mut self, glyph: Glyph) {
        let last = |back: usize| self.glyphs.len().checked_sub(back).map(|index| self.glyphs[index].letter);
        match glyph.letter {
            '\r' => {}
            ' ' | '\t' if matches!(last(1), None | Some(' ' | '\n')) => {}
            ' ' | '\t' => self.glyphs.push(Glyph { letter: ' ', ..glyph }),
            '\n' => {
                if last(1) == Some(' ') {
                    self.glyphs.pop();
                }
                if !matches!(self.glyphs.last(), None | Some(Glyph { letter: '\n', .. })) {
                    self.glyphs.push(glyph);
                }
            }
            letter => {
                let broken = last(1) == Some('\n') && last(2) == Some('-') && script(letter) == Script::Spaced;
                if broken && last(3).is_some_and(|before| script(before) == Script::Spaced) {
                    self.glyphs.truncate(self.glyphs.len() - 2);
                }
                self.glyphs.push(glyph);
            }
        }
    }

    /// A small l between capitals, or before one where a word begins, is an I that a camera misread: `MADE lN PAKlSTAN`.
    fn mend_capital(&mut self) {
        if let [.., before, last] = &mut self.glyphs[..]
            && (before.capital || script(before.letter) == Script::None)
        {
            last.letter = 'i';
        }
    }
}

/// The Korean syllable that a letter makes with what stands before it, in decomposed text.
fn syllable(before: char, letter: char) -> Option<char> {
    let joined = match (u32::from(before), u32::from(letter)) {
        (lead @ 0x1100..=0x1112, vowel @ 0x1161..=0x1175) => 0xac00 + ((lead - 0x1100) * 21 + vowel - 0x1161) * 28,
        (open @ 0xac00..=0xd7a3, tail @ 0x11a8..=0x11c2) if (open - 0xac00).is_multiple_of(28) => open + tail - 0x11a7,
        _ => return None,
    };
    char::from_u32(joined)
}

/// Of the scripts with capitals, those that have codes in capitals.
fn is_capital(letter: char, folded: char) -> bool {
    let code = u32::from(letter);
    let accented = match code {
        0xc0..=0xde => true,
        0x100..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1eff => code.is_multiple_of(2),
        0x139..=0x148 | 0x178..=0x17e => !code.is_multiple_of(2),
        _ => matches!(letter, 'Ａ'..='Ｚ' | 'Ș' | 'Ț' | 'Ơ' | 'Ư' | 'Ə'),
    };
    letter.is_ascii_uppercase() || (accented && folded.is_ascii_lowercase())
}

/// A tag is a break, or a space within a line.
fn tag(rest: &str) -> Option<(char, usize)> {
    let inner = rest.get(1..)?.char_indices().take(LONGEST_TAG).find(|(_, letter)| matches!(letter, '<' | '>'))?;
    let (end, '>') = inner else { return None };
    let inner = rest.get(1..=end)?.trim_start_matches('/');
    let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    if name.is_empty() && !inner.starts_with('!') {
        return None;
    }
    let inline = INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline));
    Some((if inline { ' ' } else { '\n' }, end + 2))
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let letter = if let Some(number) = name.strip_prefix('#') {
        match number.strip_prefix(['x', 'X']) {
            Some(digits) => from_digits(digits, 16),
            None => from_digits(number, 10),
        }
    } else if let Some((_, letter)) = ENTITIES.iter().find(|(known, _)| *known == name) {
        Some(*letter)
    } else {
        let accent = ACCENTS.iter().any(|accent| name.get(1..) == Some(accent));
        name.chars().next().filter(|_| accent)
    };
    Some((letter?, end + 1))
}

/// Escapes of JSON, as they are copied from a page's source.
fn escape(rest: &str) -> Option<(char, usize)> {
    match rest.as_bytes().get(1)? {
        b'n' | b'r' | b't' => Some(('\n', 2)),
        b'/' => Some(('/', 2)),
        b'"' => Some(('"', 2)),
        b'u' => Some((from_digits(rest.get(2..6)?, 16)?, 6)),
        _ => None,
    }
}

fn from_digits(digits: &str, radix: u32) -> Option<char> {
    // As in the source: no sign, no space.
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    u32::from_str_radix(digits, radix).ok().and_then(char::from_u32)
}
