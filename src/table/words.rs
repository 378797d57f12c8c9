//! An interface for reading the words of a catalogue.

use crate::{
    garment::Garment,
    vocabulary::{Kind, Place},
};

/// Reads labels, and names of kinds, fibres and places, as `cotton_origin_label::CatalogueWords` does. It is called once for each text.
pub trait Words {
    /// Reads a label. None if it is too long to be one.
    fn label(&self, text: &str) -> Option<Garment>;

    /// The kind that a word names; None if it is unknown.
    fn kind(&self, text: &str) -> Option<Kind>;

    /// The place of a name; None if it is unknown.
    fn place(&self, text: &str) -> Option<Place>;

    /// A garment with only this composition; None if it cannot be read.
    fn fibres(&self, text: &str) -> Option<Garment>;
}
