//! Places that a text denies: no cotton from there.

use super::{Atlas, Names, Phrases, place, places};
use crate::{
    fold::{Script, script},
    lex::TokenKind,
    meaning::{Cue, Deed, FibreWord, Meaning},
    mood::{Denial, Moods},
    signs::Text,
};
use cotton_origin::vocabulary::Place;

/// A place that something is said not to come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Denied {
    /// `cotton`, `yarn`, `cloth`, `sewing`.
    pub(crate) of: &'static str,
    pub(crate) place: Place,
    /// Letters, by index.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// So many tokens before a denial are asked what it is of.
const NEAR: usize = 12;
/// Nobody reads more.
const MOST: usize = 100;

/// Every place that is denied.
pub(crate) fn denied(text: &Text, moods: &Moods, atlas: &Atlas, names: &dyn Names, asked: &[String]) -> Vec<Denied> {
    if moods.denials.is_empty() {
        return Vec::new();
    }
    let tokens = moods.denied(text.tokens);
    let only = Text { tokens: &tokens, ..*text };
    let mut found = Vec::new();
    for name in places(&only, atlas, names, asked) {
        let of = match name.stage {
            Deed::Made if of_cotton(text, moods, name.from) => "cotton",
            Deed::Made => "sewing",
            Deed::Fabric | Deed::Knit => "cloth",
            Deed::Spun => "yarn",
            Deed::Grown => "cotton",
            _ => continue,
        };
        found.push(Denied { of, place: name.place, from: name.from, to: name.to });
    }
    found.truncate(MOST);
    let mut reader = Phrases { text: &only, atlas, names, asked, lists: Vec::new() };
    for denial in moods.denials.iter().take(MOST) {
        let known = found.len();
        let letters = text.tokens[denial.from].from..text.tokens[denial.to.min(text.tokens.len()) - 1].to;
        if !found.iter().any(|one| letters.contains(&one.from)) {
            reader.bare(text, denial, &mut found);
        }
        // Xinjiang, China: the narrower place wins.
        if found[known..].iter().any(|one| one.place == Place::Region) {
            let mut index = 0;
            found.retain(|one| {
                index += 1;
                index <= known || one.place != Place::CHINA
            });
        }
    }
    let regions: Vec<Denied> = found.iter().filter(|one| one.place == Place::Region).copied().collect();
    let contained = |one: &Denied| {
        one.place == Place::CHINA
            && regions.iter().any(|region| {
                region.of == one.of && (region.from == one.from || region.to + 3 > one.from && region.from < one.from)
            })
    };
    found.retain(|one| !contained(one));
    found
}

/// Whether cotton alone is said not to come from a place, by a phrase that garments have, too: "cotton does not come from".
fn of_cotton(text: &Text, moods: &Moods, from: usize) -> bool {
    let named = text.tokens.partition_point(|token| token.from < from);
    let Some(denial) = moods.denials.iter().find(|denial| (denial.from..denial.to).contains(&named)) else {
        return false;
    };
    let begins = |at: usize| matches!(text.kind(at), None | Some(TokenKind::Break | TokenKind::Mark(_)));
    let before = denial.from.wrapping_sub(1);
    begins(before.wrapping_sub(1)) && text.meanings(before).any(is_cotton)
}

fn is_cotton(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Fibre(FibreWord { fibre: 0, code: false, .. }))
}

impl Phrases<'_> {
    /// Places without a phrase: "no Uzbek cotton", "none of our cotton is from Uzbekistan".
    fn bare(&mut self, text: &Text, denial: &Denial, found: &mut Vec<Denied>) {
        let lists = self.lists(denial.languages);
        let mut of = None;
        let open = |at: &usize| {
            !matches!(text.kind(*at), None | Some(TokenKind::Break | TokenKind::Mark('.' | ';' | '!' | '?')))
        };
        let before = (denial.from.saturating_sub(NEAR)..denial.from).rev().take_while(open);
        for at in (denial.from..denial.to).chain(before) {
            of = of.or_else(|| {
                text.meanings(at).find_map(|meaning| match meaning {
                    cotton if is_cotton(cotton) => Some("cotton"),
                    Meaning::Cue(Cue::Cloth, _) => Some("cloth"),
                    Meaning::Cue(Cue::Yarn, _) => Some("yarn"),
                    _ => None,
                })
            });
        }
        for at in denial.from..denial.to.min(text.tokens.len()) {
            let token = text.tokens[at];
            let origin = text.meanings(at).find_map(|meaning| match meaning {
                Meaning::Origin(letters) => place(letters),
                _ => None,
            });
            let latin = text.glyphs[token.from].letter.is_ascii();
            let named = self.name_at(at, token.from, &lists).filter(|named| {
                // In Arabic letters, which have no capitals, an inflected form is a guess.
                let guess = !named.exact && script(text.glyphs[token.from].letter) == Script::Prefixed;
                (!latin || text.glyphs[token.from].capital) && !guess
            });
            let Some(place) = origin.or(named.map(|named| named.place)) else { continue };
            // What is not from the Region is cotton before all.
            let region = Some("cotton").filter(|_| place == Place::Region);
            if let Some(of) = origin.map(|_| "cotton").or(of).or(region) {
                found.push(Denied { of, place, from: token.from, to: token.to });
            }
        }
    }
}
