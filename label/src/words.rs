//! The words of the tables, as a tree of letters. It is grown from the compiled table at the first reading.

use super::meaning::{Meaning, code};
use std::sync::OnceLock;

/// Words by meaning; what is in it, `src/label/build/mod.rs` says.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/label_words.txt"));

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
        WORDS.get_or_init(|| Self::grown(TABLE))
    }

    fn grown(table: &str) -> Self {
        let mut words = Self { nodes: vec![Node::default()] };
        // The places that the letters of the word lead through.
        let mut path = vec![Self::ROOT];
        let (mut meaning, mut stem) = (None, 0);
        for letter in table.chars() {
            let Some(bits) = meaning else {
                meaning = u16::try_from(u32::from(letter)).ok();
                continue;
            };
            let last = path.last().copied().unwrap_or(Self::ROOT);
            match letter {
                '*' => stem = code::STEM,
                ' '.. => {
                    let next = words.grow(last, letter);
                    path.push(next);
                }
                _ => {
                    // The first of a group has no word before it.
                    if path.len() > 1 {
                        words.nodes[last.0 as usize].meanings.push(bits | stem);
                    }
                    stem = 0;
                    path.truncate(u32::from(letter).max(1) as usize);
                    if letter == '\0' {
                        meaning = None;
                    }
                }
            }
        }
        words
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
