//! The figures that belong to a kind of garment or to a proof.

use super::{CLAIM_FAILS_BY, COTTON_FRACTION_BY, FIBRE_PER_GRAM_BY, FigureId, MASS_BY};
use crate::vocabulary::{Kind, Proof};

impl Kind {
    /// Its usual mass, where a figure was found.
    pub(crate) fn mass(self) -> Option<FigureId> {
        MASS_BY.get(self.id())
    }

    /// Picked cotton that goes into a gram of it, where a figure was found.
    pub(crate) fn fibre_per_gram(self) -> Option<FigureId> {
        FIBRE_PER_GRAM_BY.get(self.id())
    }

    /// The cotton fraction usual for it.
    pub(crate) fn cotton_fraction(self) -> FigureId {
        COTTON_FRACTION_BY.get(self.id()).expect("the build script: each kind has its figure")
    }
}

impl Proof {
    /// The figure that says how often such a claim does not hold.
    pub(crate) fn fails(self) -> FigureId {
        CLAIM_FAILS_BY.get(self.id()).expect("the build script: each proof has its figure")
    }
}
