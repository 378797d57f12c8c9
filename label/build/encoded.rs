//! The table of words, small after gzip: by writing, then by meaning, then sorted.
//!
//! A group of words has one writing and one meaning. Its words stand one behind the other, each behind a byte that is one more than the letters
//! that it shares with the word before, and a zero ends the group. A letter of its writing's page is one byte from 128; ASCII is itself; any
//! other is UTF-8, behind [`OTHER`] where the group's writing is of one page. A star: more letters may follow.

use crate::meaning::code;
use std::{collections::BTreeMap, error::Error, fmt::Write};

/// Bytes below are numbers of letters shared.
const OTHER: u8 = 31;
/// So that one more is below.
const MOST_SHARED: usize = 29;
/// So many letters have a page.
const PAGE: u32 = 128;
/// Writings of one page: what begins before is Latin, what begins behind has more letters.
const PAGED: std::ops::Range<u32> = 0x370..0x1100;
/// Korean syllables.
const HANGUL: u32 = 0xac00;

/// What the reader grows its tree from.
pub(crate) struct Encoded {
    /// Rust: each writing with its number of groups, and how much more each group means than the one before.
    pub(crate) table: String,
    pub(crate) letters: Vec<u8>,
}

/// The table of words by spelling, each with its meanings.
pub(crate) fn encoded(words: &BTreeMap<String, Vec<u16>>) -> Result<Encoded, Box<dyn Error>> {
    let mut pages = BTreeMap::<u32, BTreeMap<u16, Vec<String>>>::new();
    for (word, meanings) in words {
        for meaning in meanings {
            let star = if meaning & code::STEM == 0 { "" } else { "*" };
            let groups = pages.entry(page(word)).or_default();
            groups.entry(meaning & !code::STEM).or_default().push(format!("{word}{star}"));
        }
    }
    let mut letters = Vec::new();
    for (page, groups) in &pages {
        for words in groups.values() {
            group(&mut letters, *page, words)?;
        }
    }
    let counts: Vec<(u32, usize)> = pages.iter().map(|(page, groups)| (*page, groups.len())).collect();
    let steps = |groups: &BTreeMap<u16, _>| {
        let before = std::iter::once(0).chain(groups.keys().copied());
        groups.keys().zip(before).map(|(meaning, before)| meaning - before).collect::<Vec<u16>>()
    };
    let meanings: Vec<u16> = pages.values().flat_map(steps).collect();
    let mut table = String::new();
    writeln!(table, "/// The first letter of each writing, and how many groups it has.")?;
    writeln!(table, "static PAGES: [(u32, usize); {}] = {counts:?};", counts.len())?;
    writeln!(
        table,
        "/// What the words of each group mean: how much more than those of the group before in this writing."
    )?;
    writeln!(table, "static MEANINGS: [u16; {}] = {meanings:?};", meanings.len())?;
    Ok(Encoded { table, letters })
}

/// The page that a word is written with: that of its first letter beyond ASCII.
fn page(word: &str) -> u32 {
    let first = word.chars().map(u32::from).find(|letter| *letter >= PAGE).unwrap_or_default();
    match first {
        _ if PAGED.contains(&first) => first / PAGE * PAGE,
        HANGUL.. => HANGUL,
        PAGE.. if first >= PAGED.end => PAGED.end,
        _ => 0,
    }
}

fn group(out: &mut Vec<u8>, page: u32, words: &[String]) -> Result<(), Box<dyn Error>> {
    let mut before = Vec::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        let shared = letters.iter().zip(&before).take_while(|(one, other)| one == other && **one != '*').count();
        let shared = shared.min(MOST_SHARED);
        out.push(u8::try_from(shared)? + 1);
        letters[shared..].iter().try_for_each(|one| letter(out, page, *one))?;
        before = letters;
    }
    out.push(0);
    Ok(())
}

fn letter(out: &mut Vec<u8>, page: u32, letter: char) -> Result<(), Box<dyn Error>> {
    let code = u32::from(letter);
    let mut bytes = [0; 4];
    match code {
        0..PAGE => out.push(u8::try_from(code)?),
        _ if PAGED.contains(&page) && code / PAGE * PAGE == page => out.push(u8::try_from(code % PAGE + PAGE)?),
        0x1_0000.. => {
            return Err(format!("the label's words: {letter} has four bytes, which the reader does not read").into());
        }
        _ => {
            out.extend(PAGED.contains(&page).then_some(OTHER));
            out.extend(letter.encode_utf8(&mut bytes).as_bytes());
        }
    }
    Ok(())
}
