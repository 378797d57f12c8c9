//! The names right after a phrase, or right before it.

use super::{
    Lists, Phrases, Sighting,
    inflected::{LONGEST_NAME, Match, exactly, glyphs_until, matched, nearby, window},
    place,
};
use crate::{
    fold::{Script, script},
    lex::{Token, TokenKind},
    meaning::{Deed, Meaning, Word},
};
use cotton_origin::vocabulary::Place;

/// Words between a phrase and its country.
const WORDS_BETWEEN: usize = 2;
/// "And", "the", "in", "from", as Arabic and Hebrew write them onto a word.
const PREFIXES: &str = "والبفكהובלמשכ";
/// A phrase of so few letters is an abbreviation, such as `COO`.
const LONGEST_ABBREVIATION: usize = 3;

impl Phrases<'_> {
    /// The countries after a phrase: one, or several joined by a slash or an "and".
    pub(super) fn after(&self, phrase: usize, lists: &Lists) -> Vec<Sighting> {
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
                if !name.exact && self.is_adjective(&name, words) {
                    break;
                }
                found.push(name);
                while tokens.get(at).is_some_and(|token| token.from < to) {
                    at += 1;
                }
                let mark = match tokens.get(at).map(|token| token.kind) {
                    Some(TokenKind::Mark(mark)) => Some(mark),
                    _ => None,
                };
                let joins = matches!(mark, Some('/' | '&' | ',' | '+' | '|' | '(')) || self.text.is_word(at, Word::And);
                let mut next = at + usize::from(joins);
                // "Uzbekistan and the Xinjiang region".
                if joins && mark.is_none() && self.text.is_word(next, Word::Of) {
                    next += 1;
                }
                // Only a name right behind it counts as well: what comes later is another sentence. `China (Xinjiang)`, `中国新疆`: in
                // brackets, or without a gap, only a part of the country does.
                let name = tokens.get(next).and_then(|token| self.name_at(next, token.from, lists));
                let part = !joins || mark == Some('(');
                if !name.is_some_and(|name| name.exact && (!part || name.place == Place::Region)) {
                    break;
                }
                at = next;
                continue;
            }
            match token.kind {
                TokenKind::Break if breaks == 0 => breaks += 1,
                TokenKind::Mark(':' | '/' | '(' | '-' | '|' | '=' | ',' | '.' | '\'' | ')' | '[' | ']' | '{') => {}
                TokenKind::Word(_) if self.text.is_word(at, Word::Of) => {}
                TokenKind::Word(_)
                    if self.phrase(at).is_some_and(|phrase| phrase.stage == Deed::Made) && words == 0 =>
                {
                    break;
                }
                TokenKind::Unknown | TokenKind::Word(_)
                    if words < WORDS_BETWEEN && breaks == 0 && self.may_pass(at) =>
                {
                    words += 1;
                }
                _ => break,
            }
            at += 1;
        }
        found
    }

    /// A country's two letters alone behind a colon, as in lists of goods: `Origin: TN`.
    fn code_after(&self, phrase: usize) -> Option<Sighting> {
        let tokens = self.text.tokens;
        let colon = matches!(tokens.get(phrase + 1)?.kind, TokenKind::Mark(':' | '=' | '|'));
        let Token { from, to, .. } = tokens[phrase];
        // `COO PK`, `Country of Origin PK`, but not `Origin PK-123`.
        let gap = self.text.glyphs[from..to].iter().any(|glyph| matches!(glyph.letter, ' ' | '_'));
        let short = gap || to - from <= LONGEST_ABBREVIATION;
        let at = phrase + 1 + usize::from(colon);
        let Token { kind, from, to } = *tokens.get(at)?;
        let alone =
            !matches!(tokens.get(at + 1).map(|token| token.kind), Some(TokenKind::Word(_) | TokenKind::Unknown));
        let [one, other] = self.text.glyphs.get(from..to)? else { return None };
        let is_code = (colon || short) && alone && one.capital && other.capital;
        if !is_code || !matches!(kind, TokenKind::Word(_) | TokenKind::Unknown) || self.by_table(at).is_some() {
            return None;
        }
        let letters = [one, other].map(|glyph| glyph.letter.to_ascii_uppercase() as u8);
        // "Not applicable" and "no" are codes, too.
        if matches!(&letters, b"NA" | b"NO") {
            return None;
        }
        Some(Sighting { place: place(letters)?, from, to, exact: true })
    }

    /// `av italiensk ull`, `con hilo italiano`: a small letter, and what comes from there stands beside.
    fn is_adjective(&self, name: &Sighting, words: usize) -> bool {
        let next = self.text.tokens.partition_point(|token| token.from < name.to);
        let first = self.text.glyphs[name.from];
        let of_it = |meaning| matches!(meaning, Meaning::Fibre(_) | Meaning::Word(Word::Heading));
        first.letter.is_ascii() && !first.capital && (words == WORDS_BETWEEN || self.text.meanings(next).any(of_it))
    }

    /// A word that may stand between a phrase and its country: no fibre, no other phrase. French has a hand called "main".
    fn may_pass(&self, at: usize) -> bool {
        self.text.meanings(at).all(|meaning| match meaning {
            Meaning::Part(part) => part.is_main(),
            meaning => !matches!(meaning, Meaning::Fibre(_) | Meaning::Phrase { .. }),
        })
    }

    /// The country right before a phrase.
    pub(super) fn before(&self, phrase: usize, lists: &Lists) -> Option<Sighting> {
        let tokens = self.text.tokens;
        let mut last = phrase.checked_sub(1)?;
        if matches!(tokens[last].kind, TokenKind::Mark('\'' | ')' | '-' | '|')) {
            last = last.checked_sub(1)?;
        }
        // `Türkiye'de`.
        if last > 1 && tokens[last - 1].kind == TokenKind::Mark('\'') && tokens[last].to - tokens[last].from < 4 {
            last -= 2;
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
    fn ending_at(&self, token: Token, lists: &Lists) -> Option<Sighting> {
        let glyphs = self.text.glyphs;
        let own = script(glyphs[token.to - 1].letter);
        if matches!(own, Script::Spaced | Script::Prefixed) {
            return None;
        }
        let first = token.to.saturating_sub(12).max(token.from);
        (first..token.to - 1).find_map(|from| {
            let name: String = glyphs[from..token.to].iter().map(|glyph| glyph.letter).collect();
            let known = lists.iter().find_map(|list| exactly(list, &name))?;
            Some(Sighting { place: known, from, to: token.to, exact: true })
        })
    }

    /// The name that begins at a token, or in Arabic and Hebrew behind its first letters.
    pub(super) fn name_at(&self, at: usize, from: usize, lists: &Lists) -> Option<Sighting> {
        let token = self.text.tokens.get(at)?;
        if !matches!(token.kind, TokenKind::Word(_) | TokenKind::Unknown) {
            return None;
        }
        let own = script(self.text.glyphs.get(from)?.letter);
        let prefixes = if own == Script::Prefixed { 3 } else { 0 };
        let prefix = |start: &usize| *start == from || PREFIXES.contains(self.text.glyphs[*start - 1].letter);
        let starts = (from..=from + prefixes).take_while(|start| *start < token.to && prefix(start));
        let by_names = starts
            .filter_map(|start| self.by_names(start, lists))
            .max_by_key(|found| (found.exact, found.to - found.from));
        let by_table = self.by_table(at);
        match (by_table, by_names) {
            (Some(table), Some(name)) if name.exact && name.to > table.to => Some(name),
            (Some(table), _) => Some(table),
            // A word of its own is no form of a name: `con` is no `Congo`.
            (None, name) => name.filter(|name| name.exact || own != Script::Spaced || token.kind == TokenKind::Unknown),
        }
    }

    fn by_table(&self, at: usize) -> Option<Sighting> {
        let token = self.text.tokens[at];
        let place = self.text.meanings(at).find_map(|meaning| match meaning {
            Meaning::Country(letters) => place(letters),
            _ => None,
        })?;
        Some(Sighting { place, from: token.from, to: token.to, exact: true })
    }

    fn by_names(&self, from: usize, lists: &Lists) -> Option<Sighting> {
        let glyphs = self.text.glyphs;
        // Most words begin like no name.
        let start = window(glyphs, from, 2);
        if lists.iter().all(|list| nearby(list, &start).next().is_none()) {
            return None;
        }
        let window = window(glyphs, from, LONGEST_NAME);
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
        Some(Sighting { place, from, to, exact: found.lost == 0 && found.taken == 0 })
    }
}
