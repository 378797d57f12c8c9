//! How each word of a text is meant: said of this garment, denied, promised, compared, asked, or said of another thing.
//!
//! It comes before any reading of fibres, places or claims, which see only what is said. What a word does to the words around it
//! is data (`words/moods.toml`); how far it reaches is here.

mod walk;

use super::{
    lex::{Token, TokenKind},
    meaning::{Cue, FibreWord, Meaning, Word},
    signs::Text,
};

/// How a word is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Of this garment.
    Said,
    Denied,
    Promised,
    Compared,
    Asked,
    /// Of another thing: what one may also like, a bag, the setting of an iron.
    Other,
}

/// What a denial reaches: tokens `from` to before `to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Denial {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// A bit for each language it may be denied in.
    pub(crate) languages: u64,
}

/// How the words of a text are meant.
#[derive(Debug)]
pub(crate) struct Moods {
    of: Vec<Mood>,
    pub(crate) denials: Vec<Denial>,
}

/// A word reaches no further than so many tokens.
const FAR: usize = 60;
/// So many tokens around a "not" a verb of use is looked for.
const NEAR: usize = 8;
/// A year to come.
const YEARS: std::ops::RangeInclusive<f64> = 2027.0..=2060.0;

impl Moods {
    /// How the words of a text are meant.
    pub(crate) fn of(text: &Text) -> Self {
        let mut clauses =
            Clauses { text, moods: Self { of: vec![Mood::Said; text.tokens.len()], denials: Vec::new() } };
        for at in 0..text.tokens.len() {
            clauses.read(at);
        }
        let mut moods = clauses.moods;
        moods.denials.sort_unstable_by_key(|denial| (denial.from, denial.to));
        moods
    }

    /// Makes mute what is not said of this garment.
    pub(crate) fn silence(&self, tokens: &mut [Token]) {
        for (token, mood) in tokens.iter_mut().zip(&self.of) {
            if *mood != Mood::Said && !matches!(token.kind, TokenKind::Mark(_) | TokenKind::Break) {
                token.kind = TokenKind::Mute;
            }
        }
    }

    /// The tokens of what is denied; the words of all else are mute.
    pub(crate) fn denied(&self, tokens: &[Token]) -> Vec<Token> {
        let mut denials = self.denials.iter().peekable();
        let mute = |(at, token): (usize, &Token)| {
            while denials.next_if(|denial| denial.to <= at).is_some() {}
            let speaks = denials.peek().is_some_and(|denial| denial.from <= at);
            let stays = speaks || matches!(token.kind, TokenKind::Mark(_) | TokenKind::Break);
            if stays { *token } else { Token { kind: TokenKind::Mute, ..*token } }
        };
        tokens.iter().enumerate().map(mute).collect()
    }
}

/// What a token says that a denial can be of.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is seen or not, whatever the others are: there is no state between them"
)]
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    cotton: bool,
    fibre: bool,
    /// "Pure cotton" begins a statement of its own.
    pure: bool,
    place: bool,
    /// A phrase that a country follows, and one that a country precedes.
    after: bool,
    before: bool,
    part: bool,
}

impl Content {
    fn is_any(self) -> bool {
        self.fibre || self.place || self.after || self.before || self.part
    }
}

struct Clauses<'a> {
    text: &'a Text<'a>,
    moods: Moods,
}

impl Clauses<'_> {
    fn cues(&self, at: usize) -> impl Iterator<Item = (Cue, u8)> {
        self.text.meanings(at).filter_map(|meaning| match meaning {
            Meaning::Cue(cue, language) => Some((cue, language)),
            _ => None,
        })
    }

    #[inline(never)]
    fn is(&self, at: usize, cue: Cue) -> bool {
        self.cues(at).any(|(own, _)| own == cue)
    }

    #[inline(never)]
    fn content(&self, at: usize) -> Content {
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

    /// Reads what the word, or the mark, at a token does.
    fn read(&mut self, at: usize) {
        if self.moods.of[at] != Mood::Said {
            return;
        }
        if self.text.kind(at) == Some(TokenKind::Mark('?')) && (!self.text.touches(at) || self.ends(at + 1)) {
            self.mark(self.sentence_start(at), at, Mood::Asked);
        }
        let (mut after, mut before) = (None, false);
        let cues: Vec<Cue> = self.cues(at).map(|(cue, _)| cue).collect();
        for cue in cues {
            match cue {
                Cue::DenyAfter | Cue::DenyEither | Cue::CompareAfter => after = after.or(Some(cue)),
                Cue::DenyBefore => before = true,
                Cue::DenyNext | Cue::CompareNext => self.next(at, cue),
                Cue::DenyLast | Cue::DenySuffix | Cue::CompareLast | Cue::OtherLast => self.last(at, cue),
                Cue::Promise => self.sentence(at, Mood::Promised),
                Cue::Year if self.has_year(at) => self.sentence(at, Mood::Promised),
                Cue::Ask => self.mark(self.sentence_start(at), at + 1, Mood::Asked),
                Cue::OtherLine => self.line(at),
                Cue::OtherRow if self.heads(at) => {
                    let to = self.sentence_end(at);
                    self.mark(at, to, Mood::Other);
                }
                _ => {}
            }
        }
        if self.moods.of[at] == Mood::Said {
            self.around(at, after, before);
        }
    }

    /// A denial or a comparison of what follows, else of what stands before.
    fn around(&mut self, at: usize, after: Option<Cue>, before: bool) {
        let told = at.checked_sub(1).filter(|phrase| self.content(*phrase).after);
        if let Some(phrase) = told.filter(|_| after.is_some_and(Cue::denies)) {
            // "Made not in China", "cotton from anywhere but India"; but `feito no Brasil`.
            if !self.is(at, Cue::In) {
                let to = self.clause_end(at);
                self.deny(at, at, to);
                // Of what it is said stands before.
                if let Some(denial) = self.moods.denials.last_mut() {
                    denial.from = phrase;
                }
            }
            return;
        }
        if let Some(cue) = after
            && let Some((to, twice)) = self.forward(at, cue, before)
        {
            // "Not without cotton" says that there is some; how much, it does not.
            if twice || cue == Cue::CompareAfter {
                self.mark(at, to, Mood::Compared);
            } else {
                self.deny(at, at, to);
            }
        } else if before && self.content(at).before {
            // A verb that denies itself, `üretilmemiştir`: of a country that the tables need not have.
            self.deny(at, self.clause_start(at), at + 1);
        } else if before || (after == Some(Cue::DenyEither) && self.is_of_use(at)) {
            // Behind a "not" only a place is denied, as it may be of anything else.
            if let Some(from) = self.backward(at, !before) {
                self.deny(at, from, at + 1);
            }
        }
    }

    /// Denies a stretch, for the word at a token.
    fn deny(&mut self, at: usize, from: usize, to: usize) {
        self.mark(from, to, Mood::Denied);
        let languages = self.cues(at).filter(|(cue, _)| cue.denies()).fold(0, |bits, (_, one)| bits | 1 << one);
        self.moods.denials.push(Denial { from, to, languages });
    }

    #[inline(never)]
    fn mark(&mut self, from: usize, to: usize, mood: Mood) {
        let to = to.min(self.moods.of.len());
        for own in &mut self.moods.of[from.min(to)..to] {
            if *own == Mood::Said {
                *own = mood;
            }
        }
    }

    /// `Non-cotton`, `非新疆棉`, `比纯棉`.
    fn next(&mut self, at: usize, cue: Cue) {
        let hyphen = self.text.kind(at + 1) == Some(TokenKind::Mark('-'));
        let first = at + 1 + usize::from(hyphen);
        // `Non fabriqué` denies more than the word beside it.
        if self.is(at, Cue::DenyEither) && !hyphen {
            return;
        }
        let share = self.share(first).unwrap_or(0);
        let mut to = first + share;
        // A country whose name the tables do not have, before its phrase: `非中国制造`.
        if self.text.kind(to) == Some(TokenKind::Unknown) && self.text.touches(to) && self.content(to + 1).before {
            to += 1;
        }
        while self.content(to).is_any() && !self.is_parted(to, first + share) {
            to += 1;
        }
        if to == first + share {
            return;
        }
        if cue == Cue::DenyNext { self.deny(at, at, to) } else { self.mark(at, to, Mood::Compared) }
    }

    /// Whether a gap parts a token from the one before, or they are not of one word.
    fn is_parted(&self, at: usize, first: usize) -> bool {
        at > first && !self.text.touches(at - 1)
    }

    /// `Cotton-free`, `baumwollfrei`, `cotton alternative`, `cotton setting`.
    fn last(&mut self, at: usize, cue: Cue) {
        let hyphen = at > 0 && self.text.kind(at - 1) == Some(TokenKind::Mark('-'));
        let Some(last) = at.checked_sub(1 + usize::from(hyphen)) else { return };
        let content = self.content(last);
        let apart = match cue {
            Cue::DenySuffix => hyphen || !self.text.touches(last),
            Cue::CompareLast => !hyphen && self.is(at, Cue::CompareAfter),
            Cue::DenyLast => !(hyphen || content.place && self.ends(at + 1)),
            _ => false,
        };
        if apart || !(content.fibre || content.place) {
            return;
        }
        let mut from = last;
        while let Some(before) = from.checked_sub(1).filter(|before| self.content(*before).place) {
            from = before;
        }
        if let Some(share) = self.share_before(from) {
            // The setting of an iron has no percentage.
            if cue == Cue::OtherLast {
                return;
            }
            from = share;
        }
        match cue {
            Cue::DenyLast | Cue::DenySuffix => self.deny(at, from, at + 1),
            Cue::CompareLast => self.mark(from, at + 1, Mood::Compared),
            _ => self.mark(from, at + 1, Mood::Other),
        }
    }

    /// From the beginning of the clause to the end of the sentence.
    fn sentence(&mut self, at: usize, mood: Mood) {
        let (from, to) = (self.clause_start(at), self.sentence_end(at));
        self.mark(from, to, mood);
    }

    /// A line that begins with "you may also like"; where nothing else stands on it, all lines up to the next heading.
    fn line(&mut self, at: usize) {
        let end = |from: usize| (from..self.text.tokens.len()).find(|at| self.text.kind(*at) == Some(TokenKind::Break));
        let length = self.text.tokens.len();
        let mut to = end(at).unwrap_or(length);
        let alone = to <= at + 2;
        while alone && to < length {
            let headed = |at: &usize| self.text.kind(*at) == Some(TokenKind::Mark(':'));
            let first = self.text.is_word(to + 1, Word::Heading) || self.content(to + 1).is_any();
            if first && (to + 2..to + 5).any(|at| headed(&at)) {
                break;
            }
            to = end(to + 1).unwrap_or(length);
        }
        self.mark(at, to, Mood::Other);
    }

    /// Whether a word begins a row, or a colon follows it.
    fn heads(&self, at: usize) -> bool {
        at == 0 || self.ends(at - 1) || self.text.kind(at + 1) == Some(TokenKind::Mark(':'))
    }

    fn has_year(&self, at: usize) -> bool {
        let year = |at: usize| self.text.number(at).is_some_and(|value| YEARS.contains(&value));
        year(at + 1) || at.checked_sub(1).is_some_and(year)
    }

    /// Whether a verb of use stands near in the clause, and no word of care.
    fn is_of_use(&self, at: usize) -> bool {
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
    fn ends(&self, at: usize) -> bool {
        matches!(self.text.kind(at), None | Some(TokenKind::Break | TokenKind::Mark('.' | '!' | '?' | ';' | '|' | '¿')))
    }

    fn sentence_start(&self, at: usize) -> usize {
        (at.saturating_sub(FAR)..at).rev().take_while(|at| !self.ends(*at)).last().unwrap_or(at)
    }

    fn sentence_end(&self, at: usize) -> usize {
        (at + 1..at + FAR).find(|at| self.ends(*at)).unwrap_or(at + FAR)
    }

    #[inline(never)]
    fn is_comma(&self, at: usize) -> bool {
        self.text.kind(at) == Some(TokenKind::Mark(','))
    }

    fn clause_start(&self, at: usize) -> usize {
        let start = self.sentence_start(at);
        (start..at).rev().find(|at| self.is_comma(*at)).unwrap_or(start)
    }

    fn clause_end(&self, at: usize) -> usize {
        let end = self.sentence_end(at);
        (at..end).find(|at| self.is_comma(*at)).unwrap_or(end)
    }

    /// How many tokens a percentage that begins here has.
    #[inline(never)]
    fn share(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let first = text.number(at).is_some() && text.is_percent(at + 1);
        let sign_first = text.kind(at) == Some(TokenKind::Percent) && text.number(at + 1).is_some();
        (first || sign_first).then_some(2)
    }

    /// Whether a number is a share without a sign: `70 cotton`, `70/30`.
    fn is_bare_share(&self, at: usize) -> bool {
        let slash = matches!(self.text.kind(at + 1), Some(TokenKind::Mark('/'))) && self.text.number(at + 2).is_some();
        self.text.number(at).is_some() && (slash || self.content(at + 1).fibre)
    }

    /// Where a percentage begins that ends before a token.
    fn share_before(&self, at: usize) -> Option<usize> {
        at.checked_sub(2).filter(|first| self.share(*first).is_some())
    }

    /// Whether a fibre has a percentage of its own behind it: `cotton 95 %`, not `cotton 95 % wool`.
    fn has_share(&self, at: usize) -> bool {
        let colon = usize::from(matches!(self.text.kind(at + 1), Some(TokenKind::Mark(':' | '-' | '('))));
        let first = at + 1 + colon;
        self.share(first).is_some() && !self.content(first + 2).fibre
    }
}
