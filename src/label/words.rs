//! The words of the tables, as a tree of letters. It is grown from the compiled table at the first reading.

use super::meaning::{Meaning, code};
use std::sync::OnceLock;

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/label_words.bin"));

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At(u32);

#[derive(Debug)]
struct Node {
    letter: char,
    /// Children stand together, in the order of their letters.
    first: u32,
    count: u32,
    /// What the word that ends here means: a part of `Words::meanings`.
    meanings: (u32, u8),
}

/// All words.
#[derive(Debug)]
pub(crate) struct Words {
    nodes: Vec<Node>,
    meanings: Vec<u16>,
}

/// The words of a place in the tree that end there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Meanings(u32, u8);

impl Words {
    /// The one tree.
    pub(crate) fn get() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Self::grown(TABLE))
    }

    fn grown(table: &[u8]) -> Self {
        let (words, meanings) = decoded(table);
        let node = |letter| Node { letter, first: 0, count: 0, meanings: (0, 0) };
        let mut nodes = vec![node('\0')];
        // The words below each node, and how many of their letters lead to it.
        let mut below = vec![(0, words.len(), 0)];
        let mut index = 0;
        while index < nodes.len() {
            let (mut from, to, depth) = below[index];
            if let Some((word, ends)) = words.get(from)
                && word.len() == depth
            {
                nodes[index].meanings = *ends;
                from += 1;
            }
            nodes[index].first = count(nodes.len());
            while from < to {
                let letter = words[from].0[depth];
                let end = from + words[from..to].partition_point(|(word, _)| word[depth] == letter);
                nodes.push(node(letter));
                below.push((from, end, depth + 1));
                from = end;
            }
            nodes[index].count = count(nodes.len()) - nodes[index].first;
            index += 1;
        }
        Self { nodes, meanings }
    }

    /// Before the first letter.
    pub(crate) const ROOT: At = At(0);

    /// One letter further.
    pub(crate) fn step(&self, at: At, letter: char) -> Option<At> {
        let node = &self.nodes[at.0 as usize];
        let children = &self.nodes[node.first as usize..(node.first + node.count) as usize];
        let index = children.binary_search_by_key(&letter, |child| child.letter).ok()?;
        Some(At(node.first + count(index)))
    }

    /// Every place one letter further, with its letter.
    pub(crate) fn steps(&self, at: At) -> impl Iterator<Item = (char, At)> {
        let node = &self.nodes[at.0 as usize];
        (node.first..node.first + node.count).map(|index| (self.nodes[index as usize].letter, At(index)))
    }

    /// The word that ends here, if one does.
    pub(crate) fn ends(&self, at: At) -> Option<Meanings> {
        let (first, count) = self.nodes[at.0 as usize].meanings;
        (count > 0).then_some(Meanings(first, count))
    }

    fn bits(&self, meanings: Meanings) -> &[u16] {
        &self.meanings[meanings.0 as usize..meanings.0 as usize + usize::from(meanings.1)]
    }

    /// What a word means.
    pub(crate) fn read(&self, meanings: Meanings) -> impl Iterator<Item = Meaning> {
        self.bits(meanings).iter().map(|bits| code::read(*bits))
    }

    /// Whether more letters may follow.
    pub(crate) fn is_stem(&self, meanings: Meanings) -> bool {
        self.bits(meanings).iter().any(|bits| bits & code::STEM != 0)
    }
}

/// A word's letters, and where its meanings are.
type Entry = (Vec<char>, (u32, u8));

fn decoded(table: &[u8]) -> (Vec<Entry>, Vec<u16>) {
    let (mut words, mut meanings) = (Vec::new(), Vec::new());
    let mut word: Vec<u8> = Vec::new();
    let mut rest = table;
    while let [shared, more, tail @ ..] = rest {
        word.truncate(usize::from(*shared));
        let (letters, tail) = tail.split_at(usize::from(*more));
        word.extend(letters);
        let [ends, tail @ ..] = tail else { break };
        let (bits, tail) = tail.split_at(2 * usize::from(*ends));
        let first = count(meanings.len());
        meanings.extend(bits.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        words.push((String::from_utf8_lossy(&word).chars().collect(), (first, *ends)));
        rest = tail;
    }
    (words, meanings)
}

/// Nodes and words are some ten thousands.
fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
