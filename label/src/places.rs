//! Countries: only beside a phrase that says what was done there. Names come from the tables and from whoever calls
//! ([`Names`]): in browsers from the browser, so that they cost no download.

mod alone;
mod beside;
mod denied;
mod gazetteer;
mod inflected;
mod nameless;
mod names;

pub(crate) use alone::named;
pub(crate) use denied::{Denied, denied};
pub(crate) use gazetteer::Gazetteer;
pub(crate) use names::{Atlas, place};
pub use names::{Names, NoNames};

use super::{
    fold::{Script, script},
    lex::{Token, TokenKind},
    meaning::{Cue, Deed, FibreWord, LANGUAGES, Meaning, Part, Word},
    signs::Text,
};
use cotton_origin::vocabulary::Place;
use names::List;

/// A country that a phrase names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Named {
    pub(crate) stage: Deed,
    pub(crate) place: Place,
    /// Letters, by index.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The name as the tables or the browser have it, not an inflected form.
    pub(crate) exact: bool,
}

/// A name that no place has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nameless {
    pub(crate) stage: Deed,
    /// Letters, by index.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// A name found at a place in the text.
#[derive(Debug, Clone, Copy)]
struct Sighting {
    place: Place,
    from: usize,
    to: usize,
    exact: bool,
}

type Lists = Vec<List>;

/// Nobody asks for more.
const MOST_NAMELESS: usize = 20;
/// Words between a phrase and what it is said of, and tokens that are looked at.
const WORDS_BETWEEN: usize = 2;
const NEAR: usize = 6;

/// Languages by the first letter behind those of their writing.
const WRITINGS: [(u32, &str); 9] = [
    (0x400, "el"),
    (0x530, "ru uk bg sr be kk uz-Cyrl"),
    (0x600, "he"),
    (0x900, "ar fa ug ur"),
    (0x980, "hi"),
    (0xe00, "bn"),
    (0x1100, "th"),
    (0xac00, "ja zh-Hans zh-Hant"),
    (0xd7b0, "ko"),
];

/// Every country that a phrase names, and every name that no place has.
pub(crate) fn places(
    text: &Text,
    atlas: &Atlas,
    names: &dyn Names,
    languages: &[String],
) -> (Vec<Named>, Vec<Nameless>) {
    let (mut found, mut nameless) = (Vec::new(), Vec::new());
    let mut reader = Phrases { text, atlas, names, asked: languages, lists: Vec::new() };
    let mut at = 0;
    while at < text.tokens.len() {
        found.extend(reader.made_in(at));
        let Some(phrase) = reader.phrase(at) else {
            at += 1;
            continue;
        };
        let lists = reader.lists(phrase.languages | reader.written(at));
        let mut stage = reader.stage(at, phrase.stage);
        let ahead = if phrase.before { reader.before(at, &lists) } else { None };
        let mut those = match ahead {
            Some(_) if !reader.is_followed(at, &lists) => Vec::new(),
            _ if phrase.after || reader.is_heading(at) => reader.after(at, &lists),
            _ => Vec::new(),
        };
        if phrase.stage != Deed::Made && reader.is_of_next(&those) {
            those.clear();
        }
        if those.is_empty() && phrase.before {
            those.extend(ahead);
            stage = phrase.stage;
            if reader.is_of_cotton(at) {
                stage = Deed::Grown;
            }
        }
        let last = those.iter().map(|name| name.to).max();
        if those.is_empty() && nameless.len() < MOST_NAMELESS && (phrase.after || reader.is_heading(at)) {
            nameless.extend(reader.nameless(at, stage));
        }
        found.extend(those.into_iter().map(|Sighting { place, from, to, exact }| {
            let token = text.tokens[at];
            Named { stage, place, from: from.min(token.from), to: to.max(token.to), exact }
        }));
        at += 1;
        while last.is_some_and(|last| text.tokens.get(at).is_some_and(|token| token.from < last)) {
            at += 1;
        }
    }
    (found, nameless)
}

struct Phrase {
    stage: Deed,
    /// A bit for each language in which it is said.
    languages: u64,
    after: bool,
    before: bool,
}

struct Phrases<'a> {
    text: &'a Text<'a>,
    atlas: &'a Atlas,
    names: &'a dyn Names,
    asked: &'a [String],
    lists: Vec<(u64, Lists)>,
}

impl Phrases<'_> {
    fn phrase(&self, at: usize) -> Option<Phrase> {
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

    /// A word that stands after its country stands before it where a colon or a bracket follows, or a word and a colon:
    /// `制造: 中国`, `Ishlab chiqarilgan joyi: Xitoy`; in writing without spaces also where it begins a field.
    fn is_heading(&self, phrase: usize) -> bool {
        let tokens = self.text.tokens;
        let kind = |at: usize| tokens.get(at).map(|token| token.kind);
        let runs_on = matches!(script(self.text.glyphs[tokens[phrase].from].letter), Script::Joined | Script::Hangul);
        let begins =
            || phrase.checked_sub(1).is_none_or(|at| matches!(tokens[at].kind, TokenKind::Mark(_) | TokenKind::Break));
        match kind(phrase + 1) {
            Some(TokenKind::Mark(':' | '(')) => true,
            _ if runs_on => begins(),
            Some(TokenKind::Word(_) | TokenKind::Unknown) => kind(phrase + 2) == Some(TokenKind::Mark(':')),
            _ => false,
        }
    }

    /// Whether what follows a phrase is its country rather than what stands before it: `Hergestellt in China`.
    fn is_followed(&self, phrase: usize, lists: &Lists) -> bool {
        let next = phrase + 1;
        self.text.tokens.get(next).is_some_and(|token| {
            token.kind == TokenKind::Mark(':')
                || self.text.is_word(next, Word::Of)
                || self.name_at(next, token.from, lists).is_some()
        })
    }

    /// What a phrase says here: `tessuto prodotto in` is the cloth's, `coton d'origine`, `Baumwollproduktion` the cotton's, "buttons
    /// made in" theirs.
    fn stage(&self, phrase: usize, stage: Deed) -> Deed {
        if stage != Deed::Made {
            return stage;
        }
        let (text, tokens) = (self.text, self.text.tokens);
        let little =
            |at: &usize| text.is_word(*at, Word::Of) || matches!(tokens[*at].kind, TokenKind::Mark('\'' | '-' | ':'));
        // "Country of origin of the yarn".
        let after = (phrase + 1..tokens.len().min(phrase + NEAR)).find(|at| !little(at)).filter(|at| *at > phrase + 1);
        let own = after.and_then(|at| self.of_what(at, true).filter(|own| *own != Deed::Fabric || self.is_cloth(at)));
        if let Some(own) = own.filter(|own| own.aside().is_none()) {
            return own;
        }
        let (mut words, mut at, mut own_field) = (0, phrase, text.glyphs[tokens[phrase].from].capital);
        while let Some(last) = at.checked_sub(1).filter(|last| last + NEAR > phrase) {
            let joined = at == phrase && text.touches(last);
            let of = (at..phrase).all(|at| text.is_word(at, Word::Of) || tokens[at].kind == TokenKind::Mark('\''));
            let own = self.of_what(last, joined || (of && at < phrase));
            // "Material" may be anything's, but for the cloth's right before: `materiaali valmistettu`.
            let own = own.filter(|own| *own != Deed::Fabric || at == phrase || self.is_cloth(last));
            if let Some(own) = own {
                // A field of its own begins with a capital.
                let parted = own == Deed::Fabric && own_field && !joined;
                // `100% polyester lining made in China`: the word is a composition's.
                let named = own == Deed::Part && last.checked_sub(1).is_some_and(|before| text.is_fibre(before));
                return if parted || named { stage } else { own };
            }
            match tokens[last].kind {
                TokenKind::Mark(':') => own_field = false,
                _ if little(&last) => {}
                TokenKind::Unknown if words < WORDS_BETWEEN => words += 1,
                _ => break,
            }
            at = last;
        }
        stage
    }

    fn is_cloth(&self, at: usize) -> bool {
        self.text.meanings(at).any(|meaning| matches!(meaning, Meaning::Cue(Cue::Cloth, _)))
    }

    /// What a word makes of the phrase beside it. Of fibres only the one that the phrase is said of, in so many words, is meant.
    fn of_what(&self, at: usize, fibres: bool) -> Option<Deed> {
        self.text.meanings(at).find_map(|meaning| match meaning {
            Meaning::Cue(Cue::Cloth, _) | Meaning::Word(Word::Heading) => Some(Deed::Fabric),
            Meaning::Cue(Cue::Yarn, _) => Some(Deed::Spun),
            Meaning::Cue(Cue::Thing, _) => Some(Deed::Part),
            Meaning::Part(part) if !part.is_main() && part != Part::COLOUR => Some(Deed::Part),
            Meaning::Fibre(FibreWord { fibre: 0, .. }) if fibres => Some(Deed::Grown),
            Meaning::Fibre(_) if fibres => Some(Deed::Fibre),
            _ => None,
        })
    }

    /// A bit for each language of the writing that follows a phrase in Latin letters: `origin: "Пәкістан"`.
    fn written(&self, phrase: usize) -> u64 {
        let (glyphs, tokens) = (self.text.glyphs, self.text.tokens);
        let letter = |token: &Token| glyphs[token.from].letter;
        if !letter(&tokens[phrase]).is_ascii() {
            return 0;
        }
        let word =
            |token: &Token| matches!(token.kind, TokenKind::Word(_) | TokenKind::Unknown) && letter(token) > '\u{36f}';
        let after = tokens[phrase + 1..].iter().take(4).find(|token| word(token));
        let Some(first) = after.map(|token| u32::from(letter(token))) else { return 0 };
        let languages = WRITINGS.iter().find(|(end, _)| first < *end).map_or("", |(_, languages)| *languages);
        let mut bits = 0;
        for (index, language) in LANGUAGES.iter().enumerate() {
            bits |= u64::from(languages.split(' ').any(|known| known == *language)) << index;
        }
        bits
    }

    /// Whether the last name belongs to a phrase written onto it: in `生地はインド産コットン` it is the cotton's.
    fn is_of_next(&self, those: &[Sighting]) -> bool {
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
                Some(Named { stage: Deed::Made, place: place(letters)?, from, to, exact: true })
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
}
