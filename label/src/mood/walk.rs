//! How far a denial or a comparison reaches: on through what it can be of, and no further than where something else is said.

use super::{Clauses, FAR, sight::Content};
use crate::{
    fold::{Script, script},
    lex::TokenKind,
    meaning::{Cue, LANGUAGES, Word},
};

/// Words that may stand between a denial and what it is of.
const MOST_WORDS: usize = 10;
/// A comparison is of what it names at once.
const MOST_COMPARED: usize = 3;
/// The same, backwards.
const MOST_WORDS_BEFORE: usize = 6;
/// Languages in which "not without" says that there is some; in others two words deny once.
const TWICE: [&str; 7] = ["en", "de", "nl", "sv", "da", "nb", "is"];

/// What was passed on the way.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is seen or not, whatever the others are: there is no state between them"
)]
#[derive(Default)]
struct Walk {
    /// What the denial is of.
    seen: bool,
    cotton: bool,
    fibre: bool,
    place: bool,
    phrase: bool,
    share: bool,
    or: bool,
    twice: bool,
    words: usize,
    /// Words that deny, behind the first.
    denials: usize,
    brackets: usize,
    /// In which the names of places are known: those of the denial.
    languages: u64,
}

enum Step {
    On(usize),
    Stop,
    /// The denial is of nothing that is read.
    Nothing,
}

impl Clauses<'_> {
    /// The end of what is denied after a word, and whether it is denied twice. `strict`: what does not stand right behind it is not
    /// meant, as the word may as well deny what is before.
    pub(super) fn forward(&self, at: usize, cue: Cue, strict: bool) -> Option<(usize, bool)> {
        let mut walk = Walk { languages: self.languages(at), ..Walk::default() };
        let mut next = at + 1;
        while next < self.text.tokens.len().min(at + FAR) {
            if (walk.seen || (strict && next == at + 1)) && self.is_apart(next) {
                break;
            }
            let step = match self.text.kind(next)? {
                TokenKind::Break if self.runs_over(next, at) => Step::On(1),
                TokenKind::Break | TokenKind::Mute => Step::Stop,
                TokenKind::Mark(mark) => self.pass_mark(&mut walk, at, next, mark),
                TokenKind::Number(_) | TokenKind::Percent => self.pass_number(&mut walk, next),
                TokenKind::Word(_) | TokenKind::Unknown => self.pass_word(&mut walk, cue, next),
            };
            match step {
                Step::On(length) => next += length,
                Step::Stop => break,
                Step::Nothing => return None,
            }
        }
        walk.seen.then_some((next, walk.twice))
    }

    /// Whether a gap parts two words of a writing without spaces.
    fn is_apart(&self, at: usize) -> bool {
        let tokens = self.text.tokens;
        let letter = tokens.get(at).map(|token| self.text.glyphs[token.from].letter);
        let joined = |letter: char| matches!(script(letter), Script::Joined);
        at > 0
            && !self.text.touches(at - 1)
            && letter.is_some_and(|letter| joined(letter) || self.share(at).is_some())
            && { joined(self.text.glyphs[tokens[at - 1].to - 1].letter) }
    }

    /// A line that ends, or begins, with a little word goes on.
    fn runs_over(&self, end: usize, cue: usize) -> bool {
        let little = |at: usize| {
            self.text.is_word(at, Word::Of) || self.is(at, Cue::Used) || self.is(at, Cue::Or) || self.content(at).after
        };
        end == cue + 1 && self.text.kind(end + 1) != Some(TokenKind::Break)
            || little(end - 1)
            || self.text.is_word(end + 1, Word::Of)
            || self.is(end + 1, Cue::Or)
    }

    fn pass_mark(&self, walk: &mut Walk, cue: usize, at: usize, mark: char) -> Step {
        let on = match mark {
            ',' => self.goes_on(walk, at),
            ':' | '=' => at == cue + 1 || self.text.is_word(at - 1, Word::Of) || self.content(at - 1).after,
            '-' => !walk.seen || self.text.touches(at) || self.text.touches(at - 1),
            '(' | '[' => {
                walk.brackets += 1;
                true
            }
            ')' | ']' => {
                let open = walk.brackets > 0;
                walk.brackets = walk.brackets.saturating_sub(1);
                open
            }
            _ => !self.ends(at),
        };
        if on { Step::On(1) } else { Step::Stop }
    }

    /// Only a percentage right behind the word is denied: `not 100 % cotton`.
    fn pass_number(&self, walk: &mut Walk, at: usize) -> Step {
        match self.share(at) {
            Some(_) if walk.seen || walk.words > 0 => Step::Stop,
            Some(length) => {
                (walk.seen, walk.share) = (true, true);
                Step::On(length)
            }
            None if self.is_bare_share(at) => Step::Stop,
            None => {
                walk.words += 1;
                Step::On(1)
            }
        }
    }

    fn pass_word(&self, walk: &mut Walk, cue: Cue, at: usize) -> Step {
        for (other, language) in self.cues(at) {
            match other {
                Cue::But => return Step::Stop,
                Cue::Care if !walk.seen => return Step::Nothing,
                Cue::Used | Cue::Plain => return Step::On(1),
                Cue::Or => {
                    walk.or = true;
                    return Step::On(1);
                }
                // Latvian "from" is English "no".
                _ if other.denies() && walk.seen && self.is(at, Cue::In) => return Step::On(1),
                _ if other.denies() && walk.seen => return Step::Stop,
                Cue::DenyAfter | Cue::DenyEither => {
                    let language = LANGUAGES.get(usize::from(language)).copied().unwrap_or_default();
                    walk.twice |= cue == Cue::DenyEither && other == Cue::DenyAfter && TWICE.contains(&language);
                    walk.denials += 1;
                    return if walk.denials > MOST_WORDS { Step::Nothing } else { Step::On(1) };
                }
                _ => {}
            }
        }
        let mut content = self.named(at, walk.languages);
        // "Made" is of the country before it.
        content.before &= walk.place || self.text.touches(at - 1) || (walk.words > 0 && self.ends(at + 1));
        if content.is_any() {
            return self.pass_content(walk, cue, at, content);
        }
        if self.text.is_word(at, Word::Heading) && self.text.kind(at + 1) == Some(TokenKind::Mark(':')) {
            return Step::Stop;
        }
        // A comparison is of what it names first.
        if walk.seen && cue == Cue::CompareAfter {
            return Step::Stop;
        }
        if self.text.is_word(at, Word::Of) {
            return Step::On(1);
        }
        if self.text.is_word(at, Word::And) {
            return if !walk.seen || self.goes_on(walk, at) { Step::On(1) } else { Step::Stop };
        }
        walk.words += 1;
        let most = if cue == Cue::CompareAfter { MOST_COMPARED } else { MOST_WORDS };
        if !walk.seen && walk.words > most { Step::Nothing } else { Step::On(1) }
    }

    fn pass_content(&self, walk: &mut Walk, cue: Cue, at: usize, content: Content) -> Step {
        let headed = self.text.kind(at + 1) == Some(TokenKind::Mark(':')) && (content.part || content.before);
        let own_share = content.fibre && !walk.share && self.has_share(at);
        let other = walk.fibre && !walk.cotton;
        // `No Xinjiang cotton made in India`: of one place nothing more is denied.
        let told = walk.phrase || (walk.place && walk.fibre);
        let statement = content.after && !content.fibre && !walk.or && (told || other);
        let anew = (content.pure && walk.seen) || (own_share && (walk.seen || walk.words > 0));
        let second = cue == Cue::CompareAfter && walk.seen && !content.fibre && !content.place;
        if headed || statement || anew || second {
            return Step::Stop;
        }
        walk.seen = true;
        walk.or = false;
        walk.fibre |= content.fibre;
        walk.cotton |= content.cotton;
        walk.phrase |= content.after;
        walk.place |= content.place || (content.after && !content.fibre);
        Step::On(if own_share { 3 } else { 1 })
    }

    /// Whether a list goes on behind a comma, or an "and": with a bare fibre or place.
    fn goes_on(&self, walk: &Walk, at: usize) -> bool {
        if !walk.seen {
            // "Grown, ginned or spun in": a list of deeds.
            return self.is(at - 1, Cue::Used) || (at + 2..at + 5).any(|at| self.is(at, Cue::Or));
        }
        let little =
            |at: &usize| self.text.is_word(*at, Word::And) || self.text.is_word(*at, Word::Of) || self.is(*at, Cue::Or);
        let next = (at + 1..at + 4).find(|at| !little(at)).unwrap_or(at + 1);
        if (at + 1..next).any(|at| self.is(at, Cue::Or)) {
            return true;
        }
        let content = self.content(next);
        let listed = |at: usize| self.ends(at) || self.text.kind(at) == Some(TokenKind::Mark(',')) || little(&at);
        match self.text.kind(next) {
            Some(TokenKind::Word(_)) if content.fibre => !content.pure && !content.after && !self.has_share(next),
            Some(TokenKind::Word(_)) => content.place,
            // `bawełny z regionu Xinjiang`.
            Some(TokenKind::Unknown) => {
                let named = |at: usize| self.named(at, walk.languages).place;
                (walk.place || walk.cotton) && (listed(next + 1) || named(next) || named(next + 1))
            }
            _ => false,
        }
    }

    /// Where what is denied before a word begins. `strict`: only a place is, as a "not" may be of anything else.
    pub(super) fn backward(&self, at: usize, strict: bool) -> Option<usize> {
        let mut walk = Walk { languages: self.languages(at), ..Walk::default() };
        let (mut from, mut breaks) = (at, 0);
        while let Some(last) = from.checked_sub(1).filter(|last| *last + FAR > at) {
            if walk.seen && self.is_apart(from) {
                break;
            }
            let step = match self.text.kind(last)? {
                TokenKind::Break if !walk.seen && walk.words == 0 && breaks == 0 && !strict => {
                    breaks += 1;
                    Step::On(1)
                }
                TokenKind::Break | TokenKind::Mute | TokenKind::Mark('(' | ':' | '=') => Step::Stop,
                TokenKind::Mark(',') if walk.seen => self.lists(last),
                TokenKind::Mark('-') if walk.seen && !self.text.touches(last) => Step::Stop,
                TokenKind::Mark(_) if self.ends(last) => Step::Stop,
                TokenKind::Mark(_) => Step::On(1),
                TokenKind::Number(_) | TokenKind::Percent => match self.share_before(from) {
                    Some(_) if strict => return None,
                    Some(first) => return self.with_share(&walk, first, from),
                    None => Step::On(1),
                },
                TokenKind::Word(_) | TokenKind::Unknown => self.pass_back(&mut walk, last),
            };
            match step {
                Step::On(length) => from -= length,
                Step::Stop => break,
                Step::Nothing => return None,
            }
        }
        (walk.seen && (walk.place || !strict)).then_some(from)
    }

    /// `綿100%ではない`, `%100 pamuk değil`: the percentage is of what is denied; another one is not.
    fn with_share(&self, walk: &Walk, first: usize, from: usize) -> Option<usize> {
        if walk.seen {
            let own = self.content(from).fibre && walk.words == 0 && !walk.place && !walk.or;
            return Some(if own { first } else { from });
        }
        // `면 100%가 아닙니다`, but not `면 100% 비침 없음`.
        if walk.words > usize::from(self.text.touches(from - 1)) {
            return None;
        }
        let fibre = first.checked_sub(1).filter(|fibre| self.content(*fibre).fibre);
        Some(fibre.unwrap_or(first))
    }

    /// Whether a bare fibre or place stands before a comma, or an "and".
    fn lists(&self, at: usize) -> Step {
        let bare = at.checked_sub(1).is_some_and(|last| {
            let content = self.content(last);
            (content.fibre || content.place) && self.share_before(last).is_none()
        });
        if bare { Step::On(1) } else { Step::Stop }
    }

    fn pass_back(&self, walk: &mut Walk, at: usize) -> Step {
        for (cue, _) in self.cues(at) {
            match cue {
                Cue::Care if !walk.seen => return Step::Nothing,
                Cue::Care | Cue::But => return Step::Stop,
                Cue::Or | Cue::Used => return Step::On(1),
                // `Asla almayız`: a word that denies before the one that does.
                Cue::DenyAfter | Cue::DenyEither if !walk.seen => return Step::On(1),
                _ if cue.denies() && cue != Cue::DenySuffix => return Step::Stop,
                _ => {}
            }
        }
        // `Özbekistan'dan`: an ending, which is an "and" in another language.
        let ending = at.checked_sub(1).is_some_and(|mark| self.text.kind(mark) == Some(TokenKind::Mark('\'')));
        if self.text.is_word(at, Word::And) && walk.seen && !ending {
            return self.lists(at);
        }
        let content = self.named(at, walk.languages);
        if content.is_any() {
            // `중국산 면`: the phrase is of the fibre behind it.
            let own = self.text.touches(at) || (content.before && self.content(at + 1).fibre);
            // `ساخت چین نیست`: the phrase is of the place behind it.
            let own = own || (content.after && !walk.fibre && !walk.or && self.named(at + 1, walk.languages).place);
            let phrase = (content.after || content.before) && !own && !content.fibre;
            let own_share = content.fibre && (self.has_share(at) || self.share_before(at).is_some());
            if walk.seen && (phrase || own_share) {
                return Step::Stop;
            }
            // A second thing: the percentage before it is its own.
            walk.or = walk.seen;
            walk.seen = true;
            walk.fibre |= content.fibre;
            walk.place |= content.place || content.after || content.before;
            return Step::On(1);
        }
        walk.words += 1;
        match (walk.seen, walk.words > MOST_WORDS_BEFORE) {
            (false, true) => Step::Nothing,
            (true, true) => Step::Stop,
            _ => Step::On(1),
        }
    }
}
