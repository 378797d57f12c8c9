//! Kinds of garment, as `vocabulary/kinds` has them.

use super::ids;
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

/// Knitted or woven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fabric {
    /// T-shirts, sweaters, socks, underwear.
    Knit,
    /// Shirts, jeans, trousers.
    Woven,
}
