//! A composition as read: fibres with their percentages, and how badly the way of reading them fits.

use crate::signs::Fibres;

/// A fibre of a composition, as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Item {
    /// None: a word that is no known fibre.
    pub(crate) fibre: Option<u8>,
    pub(crate) percent: Option<f64>,
    /// A fibre that shares the percentage: `cotton/acrylic 90 %`.
    pub(crate) shared: Option<u8>,
    pub(crate) recycled: bool,
    pub(crate) organic: bool,
    /// Signs it was read from, first and last.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// A composition, as read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Group {
    pub(crate) items: Vec<Item>,
    /// The sign after its last.
    pub(crate) end: usize,
    /// How badly the way of reading fits.
    pub(super) cost: u32,
    /// A sign was missing, a number slipped, a letter was wrong.
    pub(crate) repaired: bool,
    /// A percentage stands with two fibres, or two ways of reading fit alike.
    pub(crate) unclear: bool,
    /// The other ways of reading that fit alike.
    pub(crate) also: Vec<Self>,
}

/// A total from here on is whole.
const WHOLE: f64 = 98.9;
pub(crate) const MOST: f64 = 101.05;
const FULL: f64 = 99.95;
/// A composition has no more fibres.
pub(super) const MOST_FIBRES: usize = 16;
/// What the parts of a badly fitting way cost.
const TWICE: u32 = 6;
const UNKNOWN: u32 = 4;

impl Group {
    /// Sum of its percentages.
    pub(crate) fn total(&self) -> f64 {
        self.items.iter().filter_map(|item| item.percent).sum()
    }

    /// The sign that it begins with.
    pub(crate) fn start(&self) -> Option<usize> {
        self.items.iter().map(|item| item.first).min()
    }

    pub(crate) fn is_whole(&self) -> bool {
        is_whole(self.total())
    }

    /// Whether cotton is in it.
    pub(super) fn has_cotton(&self) -> bool {
        self.items.iter().any(|item| item.fibre == Some(0))
    }

    /// Whether no other fibre fits in, where its percentages add up to this.
    pub(super) fn is_done(&self, total: f64) -> bool {
        total > FULL || self.items.len() >= MOST_FIBRES
    }

    /// Whether two say the same: fibres and percentages, in any order.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let within = |one: &Self, other: &Self| {
            one.items
                .iter()
                .all(|item| other.items.iter().any(|also| also.fibre == item.fibre && also.percent == item.percent))
        };
        self.items.len() == other.items.len() && within(self, other) && within(other, self)
    }

    /// Whether it has this fibre with this percentage.
    pub(super) fn has(&self, fibres: Fibres, value: f64) -> bool {
        self.items.iter().any(|item| item.fibre == Some(fibres.first()) && item.percent == Some(value))
    }

    pub(super) fn push(&mut self, item: Item, cost: u32) {
        let twice = self
            .items
            .iter()
            .any(|known| known.fibre == item.fibre && known.recycled == item.recycled && known.organic == item.organic);
        self.cost += cost + if twice { TWICE } else { 0 };
        self.end = item.last + 1;
        self.items.push(item);
    }

    /// A percentage without a fibre belongs here if it makes the rest whole: then its word is a fibre that is not known.
    /// Whether it does.
    pub(super) fn add_unknown(&mut self, percent: usize, word: usize, value: f64) -> bool {
        let fits = !self.items.is_empty() && (self.total() + value - 100.0).abs() < 0.5;
        if fits {
            self.push_unknown(percent, word, value);
        }
        fits
    }

    /// Whether it adds up to 100, not only nearly.
    pub(super) fn is_exact(&self) -> bool {
        is_exact(self.total())
    }

    /// Adds a percentage whose word is no fibre that is known.
    pub(super) fn push_unknown(&mut self, first: usize, last: usize, value: f64) {
        let item =
            Item { fibre: None, percent: Some(value), shared: None, recycled: false, organic: false, first, last };
        self.push(item, UNKNOWN);
    }
}

/// Whether a total is 100, not only nearly.
pub(super) fn is_exact(total: f64) -> bool {
    (total - 100.0).abs() < 0.05
}

/// Whether a total is 100 but for what is rounded.
pub(super) fn is_whole(total: f64) -> bool {
    (WHOLE..=MOST).contains(&total)
}
