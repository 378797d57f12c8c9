//! What stands behind a stated origin of the cotton.

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
}
