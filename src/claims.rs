//! Claims about where the cotton grew: what stands behind a stated origin, and which schemes state one.

use crate::figures::{self, CLAIM_FAILS_BY, FigureId, Scheme, SchemeOrigin};
use crate::place::Place;
use serde::Serialize;

/// What stands behind a stated origin of the cotton, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// A label or a page says so.
    Label,
    /// A scheme keeps the fibre physically apart and documented.
    ChainOfCustody,
    /// The lot was tested in a laboratory.
    LabTest,
}

impl Proof {
    /// All, weakest first.
    pub const ALL: [Self; 3] = [Self::Label, Self::ChainOfCustody, Self::LabTest];

    /// The proof of that id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|proof| proof.id() == id)
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::ChainOfCustody => "chain-of-custody",
            Self::LabTest => "lab-test",
        }
    }

    /// The figure that says how often such a claim does not hold.
    pub(crate) fn fails(self) -> FigureId {
        CLAIM_FAILS_BY.get(self.id()).expect("tests/figures.rs: each proof has its figure")
    }
}

impl Scheme {
    /// The scheme of that id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        figures::schemes().iter().find(|scheme| scheme.id == id)
    }

    /// Whether the scheme's own statement of origin agrees with cotton grown in `place`.
    #[must_use]
    pub fn agrees_with(&self, place: Place) -> bool {
        match self.origin {
            SchemeOrigin::None => false,
            SchemeOrigin::Stated => true,
            SchemeOrigin::OutsideChina => !place.in_china(),
            SchemeOrigin::Country(country) => country == place,
        }
    }
}

/// Two schemes are one where their ids are: the catalogue has each once.
impl PartialEq for Scheme {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
