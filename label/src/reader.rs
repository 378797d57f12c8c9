//! Reads a text, from its letters to a garment.

use crate::{
    assemble, compose, glyphs, language, lex, mood,
    places::{self, Atlas, Names},
    reading::Reading,
    signs, words,
};

/// Reads labels. It keeps the names of countries that it has asked for.
#[derive(Debug, Default)]
pub struct Reader {
    pub(crate) atlas: Atlas,
}

impl Reader {
    /// A text is at most this long, in bytes.
    pub const LONGEST: usize = 4_000_000;
    /// Languages of a call are at most so many.
    pub const MOST_LANGUAGES: usize = 20;

    /// A reader that knows no names of countries yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text. `languages` (IETF tags) are those whose names of countries are looked for beside the ones that the text's
    /// own phrases speak. Of a text longer than [`Self::LONGEST`] nothing is read.
    #[must_use]
    pub fn read(&self, text: &str, names: &dyn Names, languages: &[String]) -> Reading {
        if text.len() > Self::LONGEST {
            return Reading::default();
        }
        let words = words::Words::get();
        let glyphs = glyphs::glyphs(text);
        let mut tokens = lex::tokens(&glyphs, words);
        let heard = signs::Text { glyphs: &glyphs, tokens: &tokens, words };
        let moods = mood::Moods::of(&heard, places::Gazetteer::new(&heard, &self.atlas, names, languages));
        let language = language::of(text, &heard);
        let denied = places::denied(&heard, &moods, &self.atlas, names, languages);
        moods.silence(&mut tokens);
        let read = signs::Text { glyphs: &glyphs, tokens: &tokens, words };
        let signs = read.signs();
        let mut assembly = assemble::Assembly::new(&read, &signs, &moods, text.len());
        assembly.compositions(compose::compositions(&read, &signs));
        let (countries, nameless) = places::places(&read, &self.atlas, names, languages);
        assembly.places(&countries);
        assembly.unplaced(&nameless);
        assembly.claims();
        assembly.excluded(&denied);
        assembly.measures();
        assembly.reading.language = language;
        assembly.finished()
    }
}
