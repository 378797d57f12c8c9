//! What a label says a garment is made of.

use crate::vocabulary::{FibreKind, Percent};

/// One fibre of a composition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fibre {
    /// Which.
    pub kind: FibreKind,
    /// Its part of the mass, where the label gives it.
    pub percent: Option<Percent>,
    /// Whether it is recycled.
    pub recycled: bool,
    /// Whether it is organic. This says nothing about where it grew.
    pub organic: bool,
}

/// The fibres of a garment. Percentages add up to 101 at most: one for rounding.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Composition(Vec<Fibre>);

/// What a composition says of its cotton.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cotton {
    /// There is none.
    None,
    /// This fraction of the mass.
    Fraction(f64),
    /// Not said: the kind's usual fraction, within what the rest leaves.
    Usual {
        /// The fraction is at least this.
        least: f64,
        /// The fraction is at most this.
        most: f64,
    },
    /// There is some, in a part whose mass is not known.
    NotKnown,
}

impl Cotton {
    /// Least and most of the mass.
    pub(crate) fn bounds(self) -> (f64, f64) {
        match self {
            Self::None => (0.0, 0.0),
            Self::Fraction(fraction) => (fraction, fraction),
            Self::Usual { least, most } => (least, most),
            Self::NotKnown => (0.0, 1.0),
        }
    }
}

impl Composition {
    /// Percentages may add up to this.
    pub const MOST: f64 = 101.0;

    /// None where the percentages add up to more than [`Self::MOST`].
    #[must_use]
    pub fn new(fibres: Vec<Fibre>) -> Option<Self> {
        let composition = Self(fibres);
        // A hair's breadth for sums such as 33.4 + 33.3 + 34.3, which are not exact in binary.
        (composition.total() <= Self::MOST + 1e-9).then_some(composition)
    }

    /// The fibres, as said.
    #[must_use]
    pub fn fibres(&self) -> &[Fibre] {
        &self.0
    }

    /// Sum of the percentages given.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.percents(|_| true)
    }

    /// Whether any fibre comes without its percentage.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        self.0.iter().any(|fibre| fibre.percent.is_none())
    }

    fn percents(&self, wanted: impl Fn(&Fibre) -> bool) -> f64 {
        self.0.iter().filter(|fibre| wanted(fibre)).filter_map(|fibre| fibre.percent).map(Percent::get).sum()
    }

    /// The cotton in it.
    ///
    /// Percentages are taken as they stand; totals over 100 are scaled down. Where some fibres have no percentage, what is
    /// left is theirs: all of it cotton's, none of it, or somewhere between.
    pub(crate) fn cotton(&self) -> Cotton {
        let is_cotton = |fibre: &Fibre| fibre.kind == FibreKind::Cotton;
        // A percentage of zero says that there is none: it must not pass for a fibre whose share is open.
        let present = |fibre: &&Fibre| fibre.percent.is_none_or(|percent| percent.get() > 0.0);
        if !self.0.is_empty() && !self.0.iter().filter(present).any(is_cotton) {
            return Cotton::None;
        }
        let scale = self.total().max(100.0);
        let known = self.percents(is_cotton) / scale;
        let left = (1.0 - self.total() / scale).max(0.0);
        let open = |cotton: bool| self.0.iter().any(|fibre| fibre.percent.is_none() && is_cotton(fibre) == cotton);
        let nothing_said = self.0.iter().all(|fibre| fibre.percent.is_none());
        match (open(true), open(false)) {
            _ if nothing_said => Cotton::Usual { least: 0.0, most: 1.0 },
            (false, _) => Cotton::Fraction(known),
            (true, false) if known + left > 0.0 => Cotton::Fraction(known + left),
            _ if known + left > 0.0 => Cotton::Usual { least: known, most: known + left },
            _ => Cotton::None,
        }
    }

    /// Of the cotton, the part that is recycled. Without percentages every cotton counts alike.
    pub(crate) fn recycled(&self) -> f64 {
        let cotton = || self.0.iter().filter(|fibre| fibre.kind == FibreKind::Cotton);
        let weight = |fibre: &Fibre| match fibre.percent {
            Some(percent) => percent.get(),
            None if cotton().all(|fibre| fibre.percent.is_none()) => 1.0,
            // What the rest leaves is this fibre's.
            None => (100.0 - self.total()).max(0.0),
        };
        let all: f64 = cotton().map(weight).sum();
        let recycled: f64 = cotton().filter(|fibre| fibre.recycled).map(weight).sum();
        if all > 0.0 { recycled / all } else { 0.0 }
    }
}
