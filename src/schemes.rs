//! Schemes: what labels, certifiers and sellers claim about the cotton, and what that says about where it grew.
//!
//! They are written in `src/figures/schemes.toml` and compiled in by the build script. Their words are in [`crate::texts`].

use crate::vocabulary::{Place, Proof, ids};
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/schemes.rs"));

/// What a label, a scheme or a seller claims, and what it says about where the cotton grew.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Scheme {
    /// Stable name.
    pub id: &'static str,
    /// Where it says that the cotton grew.
    pub origin: SchemeOrigin,
    /// What that amounts to as a proof.
    pub proof: Option<Proof>,
}

/// What a scheme says about where the cotton grew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeOrigin {
    /// Nothing.
    None,
    /// Whatever country the claim names: it is a proof, not an origin of its own.
    Stated,
    /// One of several countries, none of them China.
    OutsideChina,
    /// This country.
    Country(Place),
}

impl Serialize for SchemeOrigin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Stated => serializer.serialize_str("stated"),
            Self::OutsideChina => serializer.serialize_str("outside-CN"),
            Self::Country(place) => serializer.serialize_str(place.code()),
        }
    }
}

/// Every scheme, in the order of the data file.
#[must_use]
pub fn all() -> &'static [Scheme] {
    &SCHEMES
}

impl Scheme {
    /// The scheme of that id; space around it and the case of its letters do not matter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        ids::find(id, all().iter().map(|scheme| (scheme.id, scheme)))
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
