//! A place by its name alone, as in a column of a catalogue.

use super::{
    Atlas, Names,
    inflected::exactly,
    names::{List, spellings},
    place,
};
use crate::{
    glyphs::glyphs,
    lex::{TokenKind, tokens},
    meaning::{LANGUAGES, Meaning},
    words::Words,
};
use cotton_origin::vocabulary::Place;

/// What stands between a place and the country that it is in.
const BETWEEN: [char; 5] = [',', ';', '，', '、', '·'];

/// The place that a name names in any of the languages: the narrowest, where it names the country, too. None where it is not known, or names
/// several.
pub(crate) fn named(text: &str, atlas: &Atlas, names: &dyn Names) -> Option<Place> {
    let parts = text.split(BETWEEN).flat_map(spellings);
    let mut places: Vec<Place> =
        parts.filter_map(|part| by_table(&part).or_else(|| by_list(&part, atlas, names))).collect();
    Place::keep_narrowest(&mut places);
    match places[..] {
        [place] => Some(place),
        _ => None,
    }
}

/// By the tables, which know short forms and cities.
fn by_table(name: &str) -> Option<Place> {
    let words = Words::get();
    let glyphs = glyphs(name);
    let [token] = tokens(&glyphs, words)[..] else { return None };
    let TokenKind::Word(meanings) = token.kind else { return None };
    words.read(Some(meanings)).find_map(|meaning| match meaning {
        Meaning::Country(letters) => place(letters),
        _ => None,
    })
}

/// By the languages' own names: by the English one, else by those on which all other languages agree.
fn by_list(name: &str, atlas: &Atlas, names: &dyn Names) -> Option<Place> {
    let of = |language: &&str| -> Option<Place> {
        let list: List = atlas.of(language, names);
        exactly(&list, name)
    };
    let (english, others) = LANGUAGES.split_first()?;
    of(english).or_else(|| {
        let mut known = others.iter().filter_map(of);
        let first = known.next()?;
        known.all(|other| other == first).then_some(first)
    })
}
