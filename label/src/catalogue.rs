//! The words of a catalogue: its labels, and the names of kinds, fibres and places in its columns.

use crate::{
    places::{self, Names},
    reader::Reader,
};
use cotton_origin::{
    garment::Garment,
    table::Words,
    vocabulary::{Kind, Place},
};

/// A reader of labels as a catalogue asks it.
#[derive(Clone, Copy)]
pub struct CatalogueWords<'a> {
    reader: &'a Reader,
    names: &'a dyn Names,
}

impl<'a> CatalogueWords<'a> {
    /// With the names of countries that `names` has.
    #[must_use]
    pub fn new(reader: &'a Reader, names: &'a dyn Names) -> Self {
        Self { reader, names }
    }

    fn read(&self, text: &str) -> Garment {
        self.reader.read(text, self.names, &[]).garment
    }
}

impl Words for CatalogueWords<'_> {
    fn label(&self, text: &str) -> Option<Garment> {
        (text.len() <= Reader::LONGEST).then(|| self.read(text))
    }

    fn kind(&self, text: &str) -> Option<Kind> {
        self.read(text).kind
    }

    fn place(&self, text: &str) -> Option<Place> {
        places::named(text, &self.reader.atlas, self.names).or_else(|| self.read(text).made_in)
    }

    fn fibres(&self, text: &str) -> Option<Garment> {
        let Garment { fibres, components, .. } = self.read(text);
        let known = !fibres.fibres().is_empty() || !components.is_empty();
        known.then(|| Garment { fibres, components, ..Garment::default() })
    }
}
