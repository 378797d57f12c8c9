//! What stands at a token: what a denial can be of, where a sentence ends, a percentage.

use super::{Clauses, FAR, NEAR, YEARS};
use crate::{
    lex::TokenKind,
    meaning::{Cue, FibreWord, Meaning},
};

/// What a token says that a denial can be of.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is seen or not, whatever the others are: there is no state between them"
)]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Content {
    pub(super) cotton: bool,
    pub(super) fibre: bool,
    /// "Pure cotton" begins a statement of its own.
    pub(super) pure: bool,
    pub(super) place: bool,
    /// A phrase that a country follows, and one that a country precedes.
    pub(super) after: bool,
    pub(super) before: bool,
    pub(super) part: bool,
}

impl Content {
    pub(super) fn is_any(self) -> bool {
        self.fibre || self.place || self.after || self.before || self.part
    }
}

impl Clauses<'_> {
    pub(super) fn cues(&self, at: usize) -> impl Iterator<Item = (Cue, u8)> {
        self.text.meanings(at).filter_map(|meaning| match meaning {
            Meaning::Cue(cue, language) => Some((cue, language)),
            _ => None,
        })
    }

    #[inline(never)]
    pub(super) fn is(&self, at: usize, cue: Cue) -> bool {
        self.cues(at).any(|(own, _)| own == cue)
    }

    /// A bit for each language that a word may deny in.
    pub(super) fn languages(&self, at: usize) -> u64 {
        self.cues(at).filter(|(cue, _)| cue.denies()).fold(0, |bits, (_, one)| bits | 1 << one)
    }

    /// What a token says for a denial in these languages: names of places that the tables do not have, too.
    pub(super) fn named(&self, at: usize, languages: u64) -> Content {
        let mut content = self.content(at);
        content.place |= languages != 0 && self.gazetteer.borrow_mut().has(at, languages);
        content
    }

    #[inline(never)]
    pub(super) fn content(&self, at: usize) -> Content {
        let mut content = Content::default();
        for meaning in self.text.meanings(at) {
            match meaning {
                Meaning::Fibre(FibreWord { code: true, .. } | FibreWord { everyday: true, .. }) => {}
                Meaning::Fibre(word) => {
                    content.fibre = true;
                    content.cotton |= word.fibre == 0;
                    content.pure |= word.pure;
                }
                Meaning::Country(_) | Meaning::Origin(_) | Meaning::MadeIn(_) => content.place = true,
                Meaning::Scheme(_) | Meaning::Part(_) => content.part = true,
                Meaning::Phrase { before: true, .. } => content.before = true,
                Meaning::Phrase { .. } => content.after = true,
                _ => {}
            }
        }
        content
    }

    /// Whether a verb of use stands near in the clause, and no word of care.
    pub(super) fn is_of_use(&self, at: usize) -> bool {
        let open = |at: &usize| !self.ends(*at);
        let near = (at + 1..at + NEAR).take_while(open).chain((at.saturating_sub(NEAR)..at).rev().take_while(open));
        let (mut used, mut care) = (false, false);
        for token in near {
            used |= self.is(token, Cue::Used);
            care |= self.is(token, Cue::Care);
        }
        used && !care
    }

    /// Whether a sentence or a line ends at a token.
    #[inline(never)]
    pub(super) fn ends(&self, at: usize) -> bool {
        match self.text.kind(at) {
            Some(TokenKind::Mark('.')) => !self.is_of_year(at),
            None | Some(TokenKind::Break | TokenKind::Mark('!' | '?' | ';' | '|' | '¿')) => true,
            _ => false,
        }
    }

    /// Whether a full stop is of a year: `2030. godine`, `до 2030 г. 100 %`.
    fn is_of_year(&self, at: usize) -> bool {
        let tokens = self.text.tokens;
        let year = |at: usize| self.text.number(at).is_some_and(|value| YEARS.contains(&value));
        let short = |at: usize| tokens[at].to - tokens[at].from == 1;
        let goes_on = |at: usize| {
            let word = matches!(self.text.kind(at), Some(TokenKind::Word(_) | TokenKind::Unknown));
            word && !self.text.glyphs[tokens[at].from].capital
        };
        match at.checked_sub(1) {
            Some(last) if year(last) => goes_on(at + 1),
            Some(last) if last > 0 && short(last) => {
                year(last - 1) && !matches!(self.text.kind(at + 1), None | Some(TokenKind::Break))
            }
            _ => false,
        }
    }

    pub(super) fn sentence_start(&self, at: usize) -> usize {
        (at.saturating_sub(FAR)..at).rev().take_while(|at| !self.ends(*at)).last().unwrap_or(at)
    }

    pub(super) fn sentence_end(&self, at: usize) -> usize {
        (at + 1..at + FAR).find(|at| self.ends(*at)).unwrap_or(at + FAR)
    }

    #[inline(never)]
    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.text.kind(at) == Some(TokenKind::Mark(','))
    }

    pub(super) fn clause_start(&self, at: usize) -> usize {
        let start = self.sentence_start(at);
        (start..at).rev().find(|at| self.is_comma(*at)).unwrap_or(start)
    }

    pub(super) fn clause_end(&self, at: usize) -> usize {
        let end = self.sentence_end(at);
        (at..end).find(|at| self.is_comma(*at)).unwrap_or(end)
    }

    /// How many tokens a percentage that begins here has.
    #[inline(never)]
    pub(super) fn share(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let first = text.number(at).is_some() && text.is_percent(at + 1);
        let sign_first = text.kind(at) == Some(TokenKind::Percent) && text.number(at + 1).is_some();
        (first || sign_first).then_some(2)
    }

    /// Whether a number is a share without a sign: `70 cotton`, `70/30`.
    pub(super) fn is_bare_share(&self, at: usize) -> bool {
        let slash = matches!(self.text.kind(at + 1), Some(TokenKind::Mark('/'))) && self.text.number(at + 2).is_some();
        self.text.number(at).is_some() && (slash || self.content(at + 1).fibre)
    }

    /// Where a percentage begins that ends before a token.
    pub(super) fn share_before(&self, at: usize) -> Option<usize> {
        at.checked_sub(2).filter(|first| self.share(*first).is_some())
    }

    /// Whether a fibre has a percentage of its own behind it: `cotton 95 %`, not `cotton 95 % wool`.
    pub(super) fn has_share(&self, at: usize) -> bool {
        let colon = usize::from(matches!(self.text.kind(at + 1), Some(TokenKind::Mark(':' | '-' | '('))));
        let first = at + 1 + colon;
        self.share(first).is_some() && !self.content(first + 2).fibre
    }
}
