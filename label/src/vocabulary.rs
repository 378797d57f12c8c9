//! The vocabulary as the tables of words count it: by place in each list.

use crate::meaning::Part;
use cotton_origin::vocabulary::{FibreKind, Kind};

include!(concat!(env!("OUT_DIR"), "/parts.rs"));
include!(concat!(env!("OUT_DIR"), "/limits.rs"));

/// A fibre that has no name of its own.
pub(crate) const OTHER: u8 = FibreKind::Other as u8;

/// The fibre at that place.
pub(crate) fn fibre(index: u8) -> FibreKind {
    FibreKind::ALL.get(usize::from(index)).copied().unwrap_or(FibreKind::Other)
}

/// The kind at that place.
pub(crate) fn kind(index: usize) -> Kind {
    Kind::ALL.get(index).copied().unwrap_or(Kind::Other)
}

impl Part {
    /// Its name in a reading.
    pub(crate) fn id(self) -> &'static str {
        self.row().0
    }

    /// Whether it is the part that counts.
    pub(crate) fn is_main(self) -> bool {
        self.row().1
    }

    /// Whether it is a layer that labels describe on its own: a lining, a filling, a coating.
    pub(crate) fn is_layer(self) -> bool {
        self.row().2
    }

    fn row(self) -> (&'static str, bool, bool) {
        PARTS[usize::from(self.0) % PARTS.len()]
    }
}
