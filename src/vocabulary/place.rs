//! Places that a label can name.

use core::fmt;

// COUNTRIES and MEMBERS, from vocabulary/places.toml.
include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// A country by ISO 3166-1 alpha-2, `EU` where a label says only that, or the Uyghur Region (`CN-XJ`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The Uyghur Region (Xinjiang).
    Region,
    /// A country, or `EU`.
    Country([u8; 2]),
}

impl Place {
    /// China, the Region included where nothing more is said.
    pub const CHINA: Self = Self::Country(*b"CN");
    /// The European Union.
    pub const EU: Self = Self::Country(*b"EU");

    /// Reads a code; space around it and the case of its letters do not matter. None where there is no such place.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        if code == "CN-XJ" {
            return Some(Self::Region);
        }
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        (code == "EU" || Self::countries().any(|country| country == letters)).then_some(Self::Country(letters))
    }

    /// The code, as `from_code` reads it.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Region => "CN-XJ",
            Self::Country(letters) => core::str::from_utf8(letters).unwrap_or_default(),
        }
    }

    /// Whether the place lies in China: China itself or the Region. Hong Kong, Macao and Taiwan have codes of their own.
    #[must_use]
    pub fn in_china(self) -> bool {
        matches!(self, Self::Region | Self::CHINA)
    }

    /// Whether it lies in another place that can be named: the Region in China, a member state in the EU.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        match (self, other) {
            (Self::Region, Self::CHINA) => true,
            (Self::Country(letters), Self::EU) => MEMBERS.as_bytes().chunks_exact(2).any(|member| member == letters),
            _ => false,
        }
    }

    /// Leaves of places named together those that say most, each once: a place and the place that it lies in are one.
    pub fn keep_narrowest(places: &mut Vec<Self>) {
        let mut kept: Vec<Self> = Vec::new();
        for place in &*places {
            if !kept.contains(place) && !places.iter().any(|other| other.is_within(*place)) {
                kept.push(*place);
            }
        }
        *places = kept;
    }

    /// Every place that can be named: the countries by code, then `EU` and the Region.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::countries().map(Self::Country).chain([Self::EU, Self::Region])
    }

    fn countries() -> impl Iterator<Item = [u8; 2]> {
        COUNTRIES.as_bytes().chunks_exact(2).map(|code| [code[0], code[1]])
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
