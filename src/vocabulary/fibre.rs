//! Fibres by their generic names.

/// A fibre by its generic name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FibreKind(u8);

/// Generic names, the usual ones first.
const FIBRES: [&str; 22] = [
    "cotton",
    "polyester",
    "elastane",
    "viscose",
    "polyamide",
    "wool",
    "linen",
    "acrylic",
    "modal",
    "lyocell",
    "silk",
    "polypropylene",
    "polyurethane",
    "acetate",
    "cupro",
    "hemp",
    "jute",
    "ramie",
    "metallic",
    "leather",
    "down",
    "other",
];

/// Names that labels use for the same fibre.
const ALIASES: [(&str, &str); 11] = [
    ("spandex", "elastane"),
    ("lycra", "elastane"),
    ("nylon", "polyamide"),
    ("rayon", "viscose"),
    ("flax", "linen"),
    ("cashmere", "wool"),
    ("merino", "wool"),
    ("alpaca", "wool"),
    ("mohair", "wool"),
    ("tencel", "lyocell"),
    ("feathers", "down"),
];

impl FibreKind {
    /// Cotton.
    pub const COTTON: Self = Self(0);

    /// The fibre of that generic name, or of a name that means the same.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let id = id.trim().to_ascii_lowercase();
        let generic = ALIASES.iter().find(|(alias, _)| *alias == id).map_or(id.as_str(), |(_, generic)| generic);
        Self::all().find(|fibre| fibre.id() == generic)
    }

    /// Its generic name.
    #[must_use]
    pub fn id(self) -> &'static str {
        FIBRES[usize::from(self.0)]
    }

    /// All fibres.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u8..).take(FIBRES.len()).map(Self)
    }
}
