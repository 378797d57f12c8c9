//! Kinds of garment.

use serde::Serialize;

/// A kind of garment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// T-shirt, polo shirt.
    TShirt,
    /// Shirt, blouse.
    Shirt,
    /// Jeans.
    Jeans,
    /// Trousers, shorts.
    Trousers,
    /// Skirt.
    Skirt,
    /// Dress.
    Dress,
    /// Sweater, hooded sweater, cardigan.
    Sweater,
    /// Coat, jacket.
    Coat,
    /// A pair of socks.
    Socks,
    /// Underwear.
    Underwear,
    /// Swimwear.
    Swimwear,
    /// Towel.
    Towel,
    /// Sheets, covers, pillowcases.
    BedLinen,
    /// Gloves.
    Gloves,
    /// Carpet.
    Carpet,
    /// Anything else.
    Other,
}

impl Kind {
    /// All kinds, in the order of a list to choose from.
    pub const ALL: [Self; 16] = [
        Self::TShirt,
        Self::Shirt,
        Self::Jeans,
        Self::Trousers,
        Self::Skirt,
        Self::Dress,
        Self::Sweater,
        Self::Coat,
        Self::Socks,
        Self::Underwear,
        Self::Swimwear,
        Self::Towel,
        Self::BedLinen,
        Self::Gloves,
        Self::Carpet,
        Self::Other,
    ];

    /// The kind of that id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::TShirt => "t-shirt",
            Self::Shirt => "shirt",
            Self::Jeans => "jeans",
            Self::Trousers => "trousers",
            Self::Skirt => "skirt",
            Self::Dress => "dress",
            Self::Sweater => "sweater",
            Self::Coat => "coat",
            Self::Socks => "socks",
            Self::Underwear => "underwear",
            Self::Swimwear => "swimwear",
            Self::Towel => "towel",
            Self::BedLinen => "bed-linen",
            Self::Gloves => "gloves",
            Self::Carpet => "carpet",
            Self::Other => "other",
        }
    }

    /// Knit or woven, where the kind tells.
    #[must_use]
    pub fn fabric(self) -> Option<Fabric> {
        match self {
            Self::TShirt | Self::Sweater | Self::Socks | Self::Underwear => Some(Fabric::Knit),
            Self::Shirt | Self::Jeans | Self::Trousers => Some(Fabric::Woven),
            _ => None,
        }
    }
}

/// Knitted or woven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fabric {
    /// T-shirts, sweaters, socks, underwear.
    Knit,
    /// Shirts, jeans, trousers.
    Woven,
}
