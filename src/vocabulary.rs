//! The vocabulary: what can be named or measured in a garment. The lists are data, in the folder `vocabulary`. The ground floor: nothing here knows of anything else in this crate.

mod fibre;
pub(crate) mod ids;
mod kind;
mod measure;
mod place;
mod proof;

pub use fibre::FibreKind;
pub use kind::{Fabric, Kind};
pub use measure::{Grams, Percent, Year};
pub use place::Place;
pub use proof::Proof;
