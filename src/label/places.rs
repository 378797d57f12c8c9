//! Countries: only beside a phrase that says what was done there. Names come from the tables and from whoever calls
//! ([`Names`]): in browsers from the browser, so that they cost no download.

use super::{
    fold::{Script, folded, script},
    glyphs::Glyph,
    lex::{Kind, Token},
    meaning::{FibreWord, LANGUAGES, Meaning, Stage, Word},
    signs::Text,
};
use crate::place::Place;
use std::{cell::RefCell, rc::Rc};

/// Names of countries by language.
pub trait Names {
    /// Every name of every country in a language (an IETF tag); none where the language is not known.
    fn names(&self, language: &str) -> Vec<(Place, String)>;
}

/// No names: only those of the tables are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoNames;

impl Names for NoNames {
    fn names(&self, _: &str) -> Vec<(Place, String)> {
        Vec::new()
    }
}

/// Names folded and sorted.
type List = Rc<Vec<(String, Place)>>;

/// Names kept by language.
#[derive(Debug, Default)]
pub(crate) struct Atlas {
    kept: RefCell<Vec<(String, List)>>,
}

impl Atlas {
    pub(crate) fn of(&self, language: &str, names: &dyn Names) -> List {
        if let Some((_, known)) = self.kept.borrow().iter().find(|(known, _)| known == language) {
            return Rc::clone(known);
        }
        let mut sorted: Vec<(String, Place)> = Vec::new();
        for (place, name) in names.names(language) {
            // "Myanmar (Burma)" is two names.
            let parts = name.split(['(', ')', '（', '）']).map(spelling).filter(|part| part.chars().count() > 1);
            // Irish and Maltese put an article before, which phrases run into their own words: `fiċ-Ċina`, `sa tSín`.
            let bare = |part: &str| {
                part.split_once(' ').filter(|(article, _)| article.len() < 4).map(|(_, name)| name.to_owned())
            };
            let articles = matches!(language, "ga" | "mt");
            for part in parts {
                sorted.extend(bare(&part).filter(|_| articles).map(|name| (name, place)));
                sorted.push((part, place));
            }
        }
        sorted.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let sorted = Rc::new(sorted);
        self.kept.borrow_mut().push((language.to_owned(), Rc::clone(&sorted)));
        sorted
    }
}

fn spelling(name: &str) -> String {
    folded(name).split([' ', '.', '-', '\'']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A country that a phrase names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Named {
    pub(crate) stage: Stage,
    pub(crate) place: Place,
    /// Letters, by index.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The name as the tables or the browser have it, not an inflected form.
    pub(crate) exact: bool,
}

/// A name found at a place in the text.
#[derive(Debug, Clone, Copy)]
struct Found {
    place: Place,
    from: usize,
    to: usize,
    exact: bool,
}

/// Words between a phrase and its country.
const WORDS_BETWEEN: usize = 2;
/// A phrase of so few letters is an abbreviation, such as `COO`.
const LONGEST_ABBREVIATION: usize = 3;
/// Letters that are looked at for a name.
const LONGEST_NAME: usize = 36;
/// An inflected name shares at least so many letters with the plain one.
const SHORTEST_STEM: usize = 3;
/// It may lose so many letters, and take on so many.
const LOST: usize = 2;
const TAKEN: usize = 5;

type Lists = Vec<List>;

/// Every country that a phrase names.
pub(crate) fn places(text: &Text, atlas: &Atlas, names: &dyn Names, languages: &[String]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut reader = Reader { text, atlas, names, asked: languages, lists: Vec::new() };
    let mut at = 0;
    while at < text.tokens.len() {
        found.extend(reader.made_in(at));
        let Some(phrase) = reader.phrase(at) else {
            at += 1;
            continue;
        };
        let lists = reader.lists(phrase.languages);
        let mut those = if phrase.after || reader.is_heading(at) { reader.after(at, &lists) } else { Vec::new() };
        if phrase.stage != Stage::Made && reader.is_of_next(&those) {
            those.clear();
        }
        let mut stage = phrase.stage;
        if those.is_empty() && phrase.before {
            those.extend(reader.before(at, &lists));
            if reader.is_of_cotton(at) {
                stage = Stage::Grown;
            }
        }
        let last = those.iter().map(|name| name.to).max();
        found.extend(those.into_iter().map(|Found { place, from, to, exact }| {
            let token = text.tokens[at];
            Named { stage, place, from: from.min(token.from), to: to.max(token.to), exact }
        }));
        at += 1;
        while last.is_some_and(|last| text.tokens.get(at).is_some_and(|token| token.from < last)) {
            at += 1;
        }
    }
    found
}

struct Phrase {
    stage: Stage,
    /// A bit for each language in which it is said.
    languages: u64,
    after: bool,
    before: bool,
}

struct Reader<'a> {
    text: &'a Text<'a>,
    atlas: &'a Atlas,
    names: &'a dyn Names,
    asked: &'a [String],
    lists: Vec<(u64, Lists)>,
}

impl Reader<'_> {
    /// "Not made in", `製ではなく`.
    fn is_denied(&self, phrase: usize) -> bool {
        self.text.is_word(phrase + 1, Word::Not)
            || phrase.checked_sub(1).is_some_and(|at| self.text.is_word(at, Word::Not))
    }

    fn phrase(&self, at: usize) -> Option<Phrase> {
        if self.is_denied(at) {
            return None;
        }
        let mut phrase: Option<Phrase> = None;
        for meaning in self.text.meanings(at) {
            let Meaning::Phrase { stage, language, before } = meaning else { continue };
            let known = phrase.get_or_insert(Phrase { stage, languages: 0, after: false, before: false });
            known.languages |= 1 << language;
            known.after |= !before;
            known.before |= before;
        }
        phrase
    }

    /// A word that stands after its country stands before it where a colon or a bracket follows: `制造: 中国`.
    fn is_heading(&self, phrase: usize) -> bool {
        matches!(self.text.tokens.get(phrase + 1).map(|token| token.kind), Some(Kind::Mark(':' | '(')))
    }

    /// Whether the last name belongs to a phrase written onto it: in `生地はインド産コットン` it is the cotton's.
    fn is_of_next(&self, those: &[Found]) -> bool {
        let Some(last) = those.last() else { return false };
        let next = self.text.tokens.partition_point(|token| token.from < last.to);
        let touches = self.text.tokens.get(next).is_some_and(|token| token.from == last.to);
        touches && self.phrase(next).is_some_and(|phrase| phrase.before)
    }

    /// Whether a word for cotton is written onto a phrase: `インド産コットン`.
    fn is_of_cotton(&self, phrase: usize) -> bool {
        let tokens = self.text.tokens;
        let touches = tokens.get(phrase + 1).is_some_and(|next| next.from == tokens[phrase].to);
        touches
            && self
                .text
                .meanings(phrase + 1)
                .any(|meaning| matches!(meaning, Meaning::Fibre(FibreWord { fibre: 0, .. })))
    }

    /// "Produkt polski": no phrase is needed.
    fn made_in(&self, at: usize) -> Option<Named> {
        let Token { from, to, .. } = self.text.tokens[at];
        self.text.meanings(at).find_map(|meaning| match meaning {
            Meaning::MadeIn(letters) => {
                Some(Named { stage: Stage::Made, place: place(letters)?, from, to, exact: true })
            }
            _ => None,
        })
    }

    /// The names of these languages, and of English, which stands on labels everywhere.
    fn lists(&mut self, languages: u64) -> Lists {
        if let Some((_, lists)) = self.lists.iter().find(|(known, _)| *known == languages) {
            return lists.clone();
        }
        let said = LANGUAGES.iter().enumerate().filter(|(index, _)| languages >> index & 1 == 1 || *index == 0);
        let said = said.map(|(_, language)| *language).chain(self.asked.iter().map(String::as_str));
        let lists: Lists = said.map(|language| self.atlas.of(language, self.names)).collect();
        self.lists.push((languages, lists.clone()));
        lists
    }

    /// The countries after a phrase: one, or several joined by a slash or an "and".
    fn after(&self, phrase: usize, lists: &Lists) -> Vec<Found> {
        let tokens = self.text.tokens;
        let (mut at, mut words, mut breaks) = (phrase + 1, 0, 0);
        let mut found = Vec::new();
        if let Some(name) = self.code_after(phrase) {
            return vec![name];
        }
        // A lost space joins the country to the phrase: the country may begin within a token.
        while let Some(token) = tokens.get(at) {
            if let Some(name) = self.name_at(at, token.from, lists) {
                let to = name.to;
                found.push(name);
                while tokens.get(at).is_some_and(|token| token.from < to) {
                    at += 1;
                }
                let joins =
                    matches!(tokens.get(at).map(|token| token.kind), Some(Kind::Mark('/' | '&' | ',' | '+' | '|')))
                        || self.text.is_word(at, Word::And);
                // Only a name right behind it counts as well: what comes later is another sentence.
                let next = tokens.get(at + 1).and_then(|token| self.name_at(at + 1, token.from, lists));
                if !joins || !next.is_some_and(|name| name.exact) {
                    break;
                }
                at += 1;
                continue;
            }
            match token.kind {
                Kind::Break if breaks == 0 => breaks += 1,
                Kind::Mark(':' | '/' | '(' | '-' | '|' | '=' | ',' | '.' | '\'' | ')' | '[' | ']' | '：') => {}
                Kind::Word(_) if self.text.is_word(at, Word::Of) => {}
                Kind::Word(_) if self.phrase(at).is_some_and(|phrase| phrase.stage == Stage::Made) && words == 0 => {
                    break;
                }
                Kind::Unknown | Kind::Word(_) if words < WORDS_BETWEEN && breaks == 0 && self.may_pass(at) => {
                    words += 1;
                }
                _ => break,
            }
            at += 1;
        }
        found
    }

    /// A country's two letters alone behind a colon, as in lists of goods: `Origin: TN`.
    fn code_after(&self, phrase: usize) -> Option<Found> {
        let tokens = self.text.tokens;
        let colon = matches!(tokens.get(phrase + 1)?.kind, Kind::Mark(':' | '=' | '|'));
        let short = tokens[phrase].to - tokens[phrase].from <= LONGEST_ABBREVIATION;
        let at = phrase + 1 + usize::from(colon);
        let Token { kind, from, to } = *tokens.get(at)?;
        let alone = !matches!(tokens.get(at + 1).map(|token| token.kind), Some(Kind::Word(_) | Kind::Unknown));
        let [one, other] = self.text.glyphs.get(from..to)? else { return None };
        let is_code = (colon || short) && alone && one.capital && other.capital;
        if !is_code || !matches!(kind, Kind::Word(_) | Kind::Unknown) || self.by_table(at).is_some() {
            return None;
        }
        let letters = [one, other].map(|glyph| glyph.letter.to_ascii_uppercase() as u8);
        Some(Found { place: place(letters)?, from, to, exact: true })
    }

    /// A word that may stand between a phrase and its country: no fibre, no other phrase.
    fn may_pass(&self, at: usize) -> bool {
        self.text
            .meanings(at)
            .all(|meaning| !matches!(meaning, Meaning::Fibre(_) | Meaning::Phrase { .. } | Meaning::Part(_)))
    }

    /// The country right before a phrase.
    fn before(&self, phrase: usize, lists: &Lists) -> Option<Found> {
        let tokens = self.text.tokens;
        let mut last = phrase.checked_sub(1)?;
        if matches!(tokens[last].kind, Kind::Mark('\'' | ')' | '-' | '|')) {
            last = last.checked_sub(1)?;
        }
        // The longest name that ends here: of up to four words.
        (last.saturating_sub(3)..=last)
            .find_map(|at| {
                let token = tokens[at];
                let found = self.name_at(at, token.from, lists)?;
                (found.to >= tokens[last].to).then_some(found)
            })
            .or_else(|| self.ending_at(tokens[last], lists))
    }

    /// In writing without spaces: the longest name that ends where the token does.
    fn ending_at(&self, token: Token, lists: &Lists) -> Option<Found> {
        let glyphs = self.text.glyphs;
        let own = script(glyphs[token.to - 1].letter);
        if matches!(own, Script::Spaced | Script::Prefixed) {
            return None;
        }
        let first = token.to.saturating_sub(12).max(token.from);
        (first..token.to - 1).find_map(|from| {
            let name: String = glyphs[from..token.to].iter().map(|glyph| glyph.letter).collect();
            let known = lists.iter().find_map(|list| exactly(list, &name))?;
            Some(Found { place: known, from, to: token.to, exact: true })
        })
    }

    /// The name that begins at a token, or in Arabic and Hebrew behind its first letters.
    fn name_at(&self, at: usize, from: usize, lists: &Lists) -> Option<Found> {
        let token = self.text.tokens.get(at)?;
        if !matches!(token.kind, Kind::Word(_) | Kind::Unknown) {
            return None;
        }
        let own = script(self.text.glyphs.get(from)?.letter);
        let prefixes = if own == Script::Prefixed { 3 } else { 0 };
        let starts = (from..=from + prefixes).take_while(|start| *start < token.to);
        let by_names = starts
            .filter_map(|start| self.by_names(start, lists))
            .max_by_key(|found| (found.exact, found.to - found.from));
        let by_table = self.by_table(at);
        match (by_table, by_names) {
            (Some(table), Some(name)) if name.exact && name.to > table.to => Some(name),
            (Some(table), _) => Some(table),
            (None, name) => name,
        }
    }

    fn by_table(&self, at: usize) -> Option<Found> {
        let token = self.text.tokens[at];
        let place = self.text.meanings(at).find_map(|meaning| match meaning {
            Meaning::Country(letters) => place(letters),
            _ => None,
        })?;
        Some(Found { place, from: token.from, to: token.to, exact: true })
    }

    fn by_names(&self, from: usize, lists: &Lists) -> Option<Found> {
        let glyphs = self.text.glyphs;
        let window = window(glyphs, from);
        let mut best: Option<(Match, Place)> = None;
        let mut tied = false;
        for (name, place) in lists.iter().flat_map(|list| nearby(list, &window)) {
            let Some(found) = matched(name, &window) else { continue };
            match &best {
                Some((known, known_place)) if known.rank() == found.rank() => tied |= known_place != place,
                Some((known, _)) if known.rank() > found.rank() => {}
                _ => {
                    best = Some((found, *place));
                    tied = false;
                }
            }
        }
        let (found, place) = best.filter(|_| !tied)?;
        let to = glyphs_until(glyphs, from, found.length);
        Some(Found { place, from, to, exact: found.lost == 0 && found.taken == 0 })
    }
}

/// A place of the tables: a country, or the Region by its own letters.
pub(crate) fn place(letters: [u8; 2]) -> Option<Place> {
    match &letters {
        b"XJ" => Some(Place::Region),
        _ => Place::from_code(core::str::from_utf8(&letters).ok()?),
    }
}

/// The letters from here on, with every gap one space.
fn window(glyphs: &[Glyph], from: usize) -> Vec<char> {
    let mut window = Vec::with_capacity(LONGEST_NAME);
    for glyph in glyphs[from..].iter().take(LONGEST_NAME) {
        match glyph.letter {
            ' ' | '-' | '.' | '\'' | '\n' if window.last() == Some(&' ') => {}
            ' ' | '-' | '.' | '\'' | '\n' => window.push(' '),
            // Digits that a camera put into a name: `P0RTUGAL`.
            '0' => window.push('o'),
            '1' => window.push('i'),
            letter => window.push(letter),
        }
    }
    window
}

/// The letter at which so many letters of a window end.
fn glyphs_until(glyphs: &[Glyph], from: usize, length: usize) -> usize {
    let (mut left, mut at, mut gap) = (length, from, false);
    while left > 0 && at < glyphs.len() {
        let is_gap = matches!(glyphs[at].letter, ' ' | '-' | '.' | '\'' | '\n');
        if !(is_gap && gap) {
            left -= 1;
        }
        gap = is_gap;
        at += 1;
    }
    at
}

/// The names that share their first two letters with the window.
fn nearby<'l>(list: &'l [(String, Place)], window: &[char]) -> impl Iterator<Item = &'l (String, Place)> + use<'l> {
    let start: String = window.iter().take(2).collect();
    let from = list.partition_point(|(name, _)| name.as_str() < start.as_str());
    list[from..].iter().take_while(move |(name, _)| name.starts_with(&start))
}

fn exactly(list: &[(String, Place)], name: &str) -> Option<Place> {
    list.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok().map(|index| list[index].1)
}

/// How a name matches a window: how many letters of the window it takes, and what it lost and took on.
struct Match {
    shared: usize,
    lost: usize,
    taken: usize,
    length: usize,
}

impl Match {
    fn rank(&self) -> (bool, usize, isize) {
        let exact = self.lost == 0 && self.taken == 0;
        (exact, self.shared, -(self.lost.cast_signed() * 2 + self.taken.cast_signed()))
    }
}

/// A name, or an inflected form of it: `Китай` in `Китае`, `Kiina` in `Kiinassa`.
fn matched(name: &str, window: &[char]) -> Option<Match> {
    let letters = name.chars().count();
    let shared = name.chars().zip(window).take_while(|(one, other)| one == *other).count();
    let own = script(*window.get(shared.checked_sub(1)?)?);
    let taken = window[shared..].iter().take_while(|letter| script(**letter) == own).count();
    let lost = letters - shared;
    let runs_on = matches!(own, Script::Joined | Script::Katakana | Script::Hangul);
    if lost == 0 && (taken == 0 || runs_on) {
        return Some(Match { shared, lost, taken: 0, length: shared });
    }
    // A short stem that loses a letter takes on no more than a letter or two: else `Mali` would be in `Malesia`.
    let most = if lost == 0 { TAKEN } else { TAKEN.min(shared - 1) };
    let inflected = !runs_on && shared >= SHORTEST_STEM && lost <= LOST && taken <= most && window[shared - 1] != ' ';
    inflected.then_some(Match { shared, lost, taken, length: shared + taken })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inflected() {
        let window = |text: &str| folded(text).chars().collect::<Vec<_>>();
        for (name, text) in [
            ("Китай", "Китае"),
            ("Kiina", "Kiinassa"),
            ("Čína", "Číně"),
            ("Türkiye", "Türkiye'de"),
            ("Kína", "Kínában készült"),
        ] {
            assert!(matched(&folded(name), &window(text)).is_some(), "{name} in {text}");
        }
        assert!(matched("niger", &window("nigerian farmers")).is_some_and(|found| found.taken > 0));
        assert!(matched("oman", &window("romania")).is_none());
    }
}
