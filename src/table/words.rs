//! What reads the words of a catalogue.

use crate::{
    garment::Garment,
    vocabulary::{Kind, Place},
};

/// Reads labels, and names of kinds, fibres and places: `cotton_origin_label::CatalogueWords` does. Each text is asked for once.
pub trait Words {
    /// What a label says. None: it is longer than any label.
    fn label(&self, text: &str) -> Option<Garment>;

    /// The kind that a word names; None: it is not known.
    fn kind(&self, text: &str) -> Option<Kind>;

    /// The place that a name names; None: it is not known.
    fn place(&self, text: &str) -> Option<Place>;

    /// A garment of which only this composition is known; None: it is not understood.
    fn fibres(&self, text: &str) -> Option<Garment>;
}
