//! The words of the tables, as a tree of letters. It is grown from the compiled table at the first reading.

use super::meaning::{Meaning, code};
use std::sync::OnceLock;

// How they are written, `build/encoded.rs` says.
include!(concat!(env!("OUT_DIR"), "/words.rs"));
static LETTERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At(u32);

#[derive(Debug, Default)]
struct Node {
    /// In the order of their letters.
    children: Vec<(char, At)>,
    /// What the word that ends here means.
    meanings: Vec<u16>,
}

/// All words.
#[derive(Debug)]
pub(crate) struct Words {
    nodes: Vec<Node>,
}

/// The words of a place in the tree that end there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meanings(At);

impl Words {
    /// The one tree.
    pub(crate) fn get() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(Self::grown)
    }

    fn grown() -> Self {
        let mut words = Self { nodes: vec![Node::default()] };
        let (mut letters, mut meanings) = (LETTERS.iter().copied(), MEANINGS.iter());
        for (page, groups) in PAGES {
            let mut meaning = 0;
            for more in meanings.by_ref().take(groups) {
                meaning += more;
                words.group(page, meaning, &mut letters);
            }
        }
        words
    }

    /// Grows the words of a group.
    fn group(&mut self, page: u32, meaning: u16, letters: &mut impl Iterator<Item = u8>) {
        // The places that the letters of the word lead through.
        let mut path = vec![Self::ROOT];
        let mut stem = 0;
        while let Some(byte) = letters.next() {
            let last = path.last().copied().unwrap_or(Self::ROOT);
            match byte {
                b'*' => stem = code::STEM,
                0..31 => {
                    // The first of a group has no word before it.
                    if path.len() > 1 {
                        self.nodes[last.0 as usize].meanings.push(meaning | stem);
                    }
                    stem = 0;
                    path.truncate(usize::from(byte));
                    if byte == 0 {
                        return;
                    }
                }
                _ => {
                    let letter = letter(page, byte, letters);
                    path.push(self.grow(last, letter));
                }
            }
        }
    }

    /// One letter further, which grows where it is not yet.
    fn grow(&mut self, at: At, letter: char) -> At {
        let next = At(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let children = &mut self.nodes[at.0 as usize].children;
        match children.binary_search_by_key(&letter, |child| child.0) {
            Ok(index) => children[index].1,
            Err(index) => {
                children.insert(index, (letter, next));
                self.nodes.push(Node::default());
                next
            }
        }
    }

    /// Before the first letter.
    pub(crate) const ROOT: At = At(0);

    /// One letter further.
    #[inline(never)]
    pub(crate) fn step(&self, at: At, letter: char) -> Option<At> {
        let children = &self.nodes[at.0 as usize].children;
        let index = children.binary_search_by_key(&letter, |child| child.0).ok()?;
        Some(children[index].1)
    }

    /// Every place one letter further.
    pub(crate) fn steps(&self, at: At) -> impl Iterator<Item = At> {
        self.nodes[at.0 as usize].children.iter().map(|child| child.1)
    }

    /// The word that ends here, if one does.
    pub(crate) fn ends(&self, at: At) -> Option<Meanings> {
        (!self.nodes[at.0 as usize].meanings.is_empty()).then_some(Meanings(at))
    }

    /// What a word means, in bits; nothing where there is none.
    #[inline(never)]
    fn bits(&self, meanings: Option<Meanings>) -> &[u16] {
        meanings.map_or(&[], |Meanings(at)| &self.nodes[at.0 as usize].meanings)
    }

    /// What a word means.
    pub(crate) fn read(&self, meanings: Option<Meanings>) -> impl Iterator<Item = Meaning> {
        self.bits(meanings).iter().map(|bits| code::read(*bits))
    }

    /// Whether more letters may follow.
    pub(crate) fn is_stem(&self, meanings: Meanings) -> bool {
        self.bits(Some(meanings)).iter().any(|bits| bits & code::STEM != 0)
    }
}

/// The letter that begins with this byte.
fn letter(page: u32, byte: u8, more: &mut impl Iterator<Item = u8>) -> char {
    let mut next = || u32::from(more.next().unwrap_or_default());
    let code = match byte {
        32..128 => byte.into(),
        128.. if (1..0x1100).contains(&page) => page + u32::from(byte - 128),
        _ => {
            let first = if byte < 32 { next() } else { byte.into() };
            let second = next() & 0x3f;
            if first < 0xe0 { (first & 0x1f) << 6 | second } else { (first & 0xf) << 12 | second << 6 | next() & 0x3f }
        }
    };
    char::from_u32(code).unwrap_or_default()
}
