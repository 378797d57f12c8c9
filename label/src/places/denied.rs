//! Places that a text denies: no cotton from there.

use super::{Atlas, Named, Names, Phrases, place, places};
use crate::{
    fold::{Script, script},
    lex::TokenKind,
    meaning::{Cue, Deed, FibreWord, Meaning, Word},
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
/// So many words may stand between a phrase and what it is said of: "is not".
const WORDS_BETWEEN: usize = 4;
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
    for name in places(&only, atlas, names, asked).0 {
        let of = match name.stage {
            Deed::Made => of_what(text, &name).unwrap_or("sewing"),
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

/// Whose a phrase is that garments have, too: "cotton does not come from", `新疆産の綿は`, `生地は中国製ではありません`. Nobody's:
/// the garment's.
fn of_what(text: &Text, name: &Named) -> Option<&'static str> {
    let token = |letter: usize| text.tokens.partition_point(|token| token.from < letter);
    let (first, last) = (token(name.from), token(name.to));
    let kind = |at: usize| text.kind(at);
    let little =
        |at: &usize| text.is_word(*at, Word::Of) || (kind(*at) == Some(TokenKind::Unknown) && text.touches(*at - 1));
    // What comes from there stands behind it, with a little word between.
    let follows = |at: usize| {
        text.touches(at) || text.meanings(at).any(|one| matches!(one, Meaning::Phrase { before: true, .. }))
    };
    let behind = (last..last + 2).find(|at| *at == 0 || !little(at)).filter(|at| *at > last || follows(last - 1));
    let whole = |at: usize| text.number(at + 1).is_some() && text.is_percent(at + 2);
    if let Some(of) = behind.filter(|at| !whole(*at)).and_then(|at| whose(text, at)) {
        return Some(of);
    }
    // What it is said of stands before, alone: not "this cotton shirt", not "100 % cotton".
    let (mut at, mut words) = (first, 0);
    while let Some(before) = at.checked_sub(1).filter(|_| words <= WORDS_BETWEEN) {
        if matches!(kind(before), None | Some(TokenKind::Break | TokenKind::Mark(_))) || text.is_kind(before) {
            return None;
        }
        if let Some(of) = whose(text, before) {
            let share = before.checked_sub(1).is_some_and(|at| text.is_percent(at) || text.number(at).is_some());
            return Some(of).filter(|_| !share);
        }
        words += usize::from(!text.is_word(before, Word::Of));
        at = before;
    }
    None
}

fn whose(text: &Text, at: usize) -> Option<&'static str> {
    text.meanings(at).find_map(|meaning| match meaning {
        cotton if is_cotton(cotton) => Some("cotton"),
        Meaning::Cue(Cue::Cloth, _) => Some("cloth"),
        Meaning::Cue(Cue::Yarn, _) => Some("yarn"),
        Meaning::Cue(Cue::Sewn, _) => Some("sewing"),
        _ => None,
    })
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
            of = of.or_else(|| whose(text, at));
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
                (!latin || text.glyphs[token.from].capital || named.place == Place::Region) && !guess
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
