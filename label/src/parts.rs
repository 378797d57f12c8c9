//! Which part of the garment a composition is of: headings, and names that stand after it.

use super::{
    meaning::{Part, Word},
    signs::{Sign, Text, What},
    vocabulary::ASIDE,
};

/// A stretch of signs under one heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    pub(crate) name: Name,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// What a heading calls a part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Name {
    /// No heading, or one that says no more than "material".
    Plain,
    /// Parts that the tables know: whether they are the part that counts, and their name.
    Part { main: bool, name: String },
    /// A colour or a variant.
    Colour(String),
    /// Words that the tables do not have, before a colon.
    Words(String),
    /// A piece of a set, by its kind of garment.
    Piece(String),
}

impl Name {
    /// Whether it is a part that says nothing of the main one.
    pub(crate) fn is_aside(&self) -> bool {
        matches!(self, Self::Part { name, .. } if name.split(' ').any(|word| ASIDE.contains(&word)))
    }
}

/// A heading has no more signs than this.
const LONGEST: usize = 90;
/// A name has no more letters than this.
const LONGEST_NAME: usize = 60;
/// A name stands no further before a composition in the same sentence.
const NEAR: usize = 5;
/// A clause that names a colour is no longer.
const CLAUSE: usize = 24;
/// Words of the text between the words of a heading, where no slash makes it a list of languages.
const WORDS_BETWEEN: usize = 1;

/// Cuts the signs at their headings.
pub(crate) fn sections(text: &Text, signs: &[Sign]) -> Vec<Section> {
    let headings = Headings { text, signs };
    let mut sections = vec![Section { name: Name::Plain, from: 0, to: 0 }];
    let mut at = 0;
    while at < signs.len() {
        let in_part = sections.last().is_some_and(|last| matches!(last.name, Name::Part { .. }) && last.to < at);
        let Some((name, from, to)) = headings.at(at, in_part) else {
            at += 1;
            continue;
        };
        if let Some(last) = sections.last_mut() {
            last.to = from;
        }
        sections.push(Section { name, from: to, to });
        at = to.max(at + 1);
    }
    if let Some(last) = sections.last_mut() {
        last.to = signs.len();
    }
    sections
}

/// Rows that name what stands before them: of such a text the last is a part with nothing under it. Each name goes to the section
/// before.
pub(crate) fn turned(text: &Text, signs: &[Sign], sections: &mut [Section]) {
    let headings = Headings { text, signs };
    let Some(last) = signs.iter().rposition(|sign| sign.what != What::Break) else { return };
    let part = |at: usize| matches!(headings.what(at), Some(What::Part(part)) if part != Part::COLOUR);
    let row = part(last) && last > 0 && headings.what(last - 1) == Some(What::Break);
    let parts = sections.len() > 1 && sections[1..].iter().all(|section| matches!(section.name, Name::Part { .. }));
    let first = signs[..sections[0].to].iter().any(|sign| matches!(sign.what, What::Percent { .. }));
    let Some(name) = headings.name(last, last + 1).filter(|_| row && parts && first) else { return };
    for at in 1..sections.len() {
        sections[at - 1].name = sections[at].name.clone();
    }
    if let Some(section) = sections.last_mut() {
        section.name = name;
    }
}

/// A name that stands after a composition: `100% cotton (lining)`.
pub(crate) fn name_after(text: &Text, signs: &[Sign], at: usize) -> Option<Name> {
    let headings = Headings { text, signs };
    let bracket = matches!(headings.what(at), Some(What::Mark('(')));
    let from = at + usize::from(bracket);
    let mut to = from;
    while matches!(headings.what(to), Some(What::Part(part)) if part != Part::COLOUR) {
        to += 1;
    }
    let ends = matches!(
        headings.what(to),
        None | Some(What::Mark(')' | ',' | ';' | '.' | '/' | '|') | What::Break | What::Word(Word::And))
    );
    (to > from && ends).then(|| headings.name(from, to)).flatten()
}

/// A name in the sentence before a second composition: `shell is 100% cotton and the lining is 100% polyester`.
pub(crate) fn name_before(text: &Text, signs: &[Sign], from: usize, to: usize) -> Option<Name> {
    let headings = Headings { text, signs };
    let near = (from.max(to.saturating_sub(NEAR))..to).rev();
    let mut near = near.take_while(|at| !matches!(headings.what(*at), Some(What::Break | What::Mark('.' | ';'))));
    let at = near.find(|at| matches!(headings.what(*at), Some(What::Part(part)) if part != Part::COLOUR))?;
    headings.name(at, to)
}

/// A colour or a piece that the clause of a composition names, before or after it: `marl colours 85% cotton 15% viscose`,
/// `50/50 cotton/polyester on heathers`, `Set: jacket 100% polyester, trousers 100% cotton`.
pub(crate) fn variant(text: &Text, signs: &[Sign], from: usize, start: usize, end: usize) -> Option<Name> {
    let headings = Headings { text, signs };
    let stays = |at: &usize| {
        !matches!(
            headings.what(*at),
            None | Some(What::Break | What::Mark('.' | ';' | '|') | What::Percent { .. } | What::Fibre(_))
        )
    };
    let colour = |at: &usize| headings.what(*at) == Some(What::Part(Part::COLOUR));
    let begin = (from.max(start.saturating_sub(CLAUSE))..start).rev().take_while(stays).last().unwrap_or(start);
    let named = |name: String| Name::Colour(name.trim_matches([':', ' ', ',', '-', '(', ')', '\'']).to_owned());
    if (begin..start).any(|at| colour(&at)) {
        return Some(named(headings.texts(begin..start)));
    }
    let opened = matches!(headings.what(end), Some(What::Mark('(') | What::Word(Word::Of | Word::And)));
    let last = (end..end + NEAR).take_while(stays).filter(colour).last().filter(|_| opened);
    last.map(|last| named(headings.texts(end + 1..last + 1))).or_else(|| {
        let piece = (begin..start).rev().take(3).find(|at| text.is_kind(signs[*at].from))?;
        Some(Name::Piece(headings.texts(piece..piece + 1)))
    })
}

struct Headings<'a> {
    text: &'a Text<'a>,
    signs: &'a [Sign],
}

impl Headings<'_> {
    #[inline(never)]
    fn what(&self, at: usize) -> Option<What> {
        self.signs.get(at).map(|sign| sign.what)
    }

    /// The heading that begins here: its name, where it begins and where its composition does.
    /// `in_part`: whether what stands before it was headed by a part, as this may be.
    fn at(&self, at: usize, in_part: bool) -> Option<(Name, usize, usize)> {
        match self.signs[at].what {
            What::Part(Part::COLOUR) => self.colour(at),
            What::Part(_) => self.part(at, in_part),
            What::Word(Word::Heading) => self.plain(at),
            What::Mark(':') => self.words(at),
            // `top - 95% cotton`
            What::Mark('-') if self.stands_apart(at) => self.words(at),
            _ => None,
        }
    }

    /// Whether a sign has a space before and after it.
    fn stands_apart(&self, at: usize) -> bool {
        let Sign { from, to, .. } = self.signs[at];
        from > 0 && !self.text.touches(from - 1) && !self.text.touches(to - 1)
    }

    /// Whether a composition begins here, or at the next line.
    fn composition(&self, at: usize) -> Option<usize> {
        let mut at = at;
        while matches!(self.what(at), Some(What::Break)) {
            at += 1;
        }
        matches!(self.what(at), Some(What::Percent { .. } | What::Fibre(_))).then_some(at)
    }

    /// Whether a composition follows on this line or begins on the next, after a word or two.
    fn composition_near(&self, at: usize) -> bool {
        let start = (at..at + 3).find(|at| self.what(*at) != Some(What::Break)).unwrap_or(at);
        let line = (start..start + 9).take_while(|at| {
            !matches!(
                self.what(*at),
                None | Some(What::Break | What::Mark(';' | '.' | ':') | What::Word(Word::Heading))
            )
        });
        let mut line = line.skip_while(|at| !matches!(self.what(*at), Some(What::Percent { .. } | What::Fibre(_))));
        line.next().is_some()
    }

    fn part(&self, from: usize, in_part: bool) -> Option<(Name, usize, usize)> {
        let before = from.checked_sub(1).and_then(|before| self.what(before));
        // `SHELL 60% COTTON 40% LINEN LINING 100% COTTON`: what heads its composition does so throughout.
        let goes_on = in_part
            && matches!(before, Some(What::Fibre(_)))
            && matches!(self.what(from + 1), Some(What::Percent { .. }));
        // "Material of lining", in a cell.
        let little = |at: &usize| matches!(self.what(*at), Some(What::Word(Word::Heading | Word::Of)));
        let opens = (from.saturating_sub(3)..from).rev().take_while(little).last().unwrap_or(from);
        let opens = opens.checked_sub(1).and_then(|before| self.what(before));
        let starts_line = goes_on || !matches!(opens, Some(What::Other | What::Word(_) | What::Fibre(_)));
        let What::Part(first) = self.what(from)? else { return None };
        let (mut slashes, mut between) = (0, 0);
        let mut at = from;
        while at < from + LONGEST {
            match self.what(at)? {
                What::Part(Part::COLOUR) | What::Word(Word::Noise) => return None,
                // The next line begins with a heading of its own.
                What::Part(part)
                    if at > from && self.what(at - 1) == Some(What::Break) && part.is_main() && !first.is_main() =>
                {
                    return None;
                }
                What::Part(_) => between = 0,
                What::Mark('/' | '|' | '&' | '+') => slashes += 1,
                What::Mark(':' | '=') if self.composition_near(at + 1) => {
                    let to = self.numbering(at + 1).map_or(at + 1, |(_, to)| to);
                    return self.name(from, to).map(|name| (name, from, to));
                }
                What::Mark(':') if self.numbering(at + 1).is_some() => {
                    let (_, to) = self.numbering(at + 1)?;
                    return self.name(from, to).map(|name| (name, from, to));
                }
                // "Ribbed cuffs with a logo", a line of its own, tells of the garment.
                What::Break if between > 0 && slashes < 2 && !first.is_main() && !first.is_layer() => return None,
                What::Mark('-' | '(' | ')' | ',') | What::Break | What::Word(Word::Of | Word::And | Word::Heading) => {}
                What::Number(number) if number.get() < 10.0 => {}
                What::Other => between += 1,
                What::Percent { .. } | What::Fibre(_) => {
                    let joined =
                        !matches!(self.what(at - 1), Some(What::Mark(',' | ')') | What::Word(Word::And | Word::Of)));
                    // A fibre without its percentage is no composition yet: `pocket cotton`.
                    let whole = matches!(self.what(at), Some(What::Percent { .. }))
                        || (at + 1..at + 4).any(|at| matches!(self.what(at), Some(What::Percent { .. })));
                    let heading = starts_line && joined && whole;
                    return if heading { self.name(from, at).map(|name| (name, from, at)) } else { None };
                }
                _ => return None,
            }
            if between > WORDS_BETWEEN && slashes < 2 {
                return None;
            }
            at += 1;
        }
        None
    }

    /// `shell: 1`, and where what follows begins.
    fn numbering(&self, at: usize) -> Option<(f64, usize)> {
        match (self.what(at), self.what(at + 1)) {
            (Some(What::Number(number)), Some(What::Break)) if number.get() < 10.0 => Some((number.get(), at + 1)),
            _ => None,
        }
    }

    fn plain(&self, from: usize) -> Option<(Name, usize, usize)> {
        let next = (from + 1..from + 4).find(|at| !matches!(self.what(*at), Some(What::Other | What::Word(_))))?;
        let to = match self.what(next)? {
            What::Mark(':' | '=') => next + 1,
            What::Break if self.composition(next).is_some() => next + 1,
            What::Percent { .. } if next == from + 1 => next,
            _ => return None,
        };
        // "Lining material: …": the part before it is the heading.
        Some((Name::Plain, from, to))
    }

    /// `12-es szín: …`, `Colors: 0400, 0600: …`: a composition has to follow the colon.
    fn colour(&self, at: usize) -> Option<(Name, usize, usize)> {
        let colon = |at: &usize| self.what(*at) == Some(What::Mark(':'));
        let stays = |at: &usize| {
            !matches!(self.what(*at), None | Some(What::Break | What::Mark(';') | What::Percent { bare: false, .. }))
        };
        let end = (at + 1..at + 30).take_while(stays).filter(colon).find(|at| self.composition(at + 1).is_some())?;
        let before = |at: &usize| matches!(self.what(*at), Some(What::Number(_) | What::Mark('-') | What::Other));
        let from = (at.saturating_sub(3)..at).rev().take_while(before).last().unwrap_or(at);
        let own = |range: std::ops::Range<usize>| self.texts(range);
        let name = own(from..at) + &own(at + 1..end);
        Some((Name::Colour(name.trim_matches([':', ' ', ',', '-']).to_owned()), from, end + 1))
    }

    /// Words before a colon that a composition follows.
    fn words(&self, colon: usize) -> Option<(Name, usize, usize)> {
        self.composition(colon + 1)?;
        let own =
            |at: &usize| matches!(self.what(*at), Some(What::Other | What::Word(_) | What::Number(_) | What::Part(_)));
        let from = (colon.saturating_sub(6)..colon).rev().take_while(own).last()?;
        // `Main: Polartec Pro: 77 % …` is the main part's.
        let fibre = |at: &usize| matches!(self.what(*at), Some(What::Fibre(_)));
        let opens = from.checked_sub(1).map(|before| if fibre(&before) { before.saturating_sub(1) } else { before });
        if opens.is_some_and(|before| self.what(before) == Some(What::Mark(':'))) {
            return None;
        }
        // "Content: 90 %" stands between a fibre and its percentage.
        (from..colon).find(|at| self.what(*at) != Some(What::Word(Word::Of)))?;
        let name = self.texts(from..colon);
        let piece = (from..colon).any(|at| self.text.is_kind(self.signs[at].from));
        Some((if piece { Name::Piece(name) } else { Name::Words(name) }, from, colon + 1))
    }

    #[inline(never)]
    fn texts(&self, signs: std::ops::Range<usize>) -> String {
        let Some((first, last)) = self.signs.get(signs).and_then(|signs| signs.first().zip(signs.last())) else {
            return String::new();
        };
        let tokens = &self.text.tokens[first.from..last.to];
        let glyphs = tokens.first().zip(tokens.last()).map(|(first, last)| &self.text.glyphs[first.from..last.to]);
        let letters =
            glyphs.unwrap_or_default().iter().map(|glyph| if glyph.letter == '\n' { ' ' } else { glyph.letter });
        letters.take(LONGEST_NAME).collect()
    }

    /// The name of the parts between two signs.
    fn name(&self, from: usize, to: usize) -> Option<Name> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut number, mut joined) = (None, false);
        for at in from..to {
            match self.what(at) {
                Some(What::Part(part)) if !parts.contains(&part) => {
                    // A slash stands between languages, but for the main part and another.
                    let slash = parts.first().is_some_and(|first| first.is_main()) && !part.is_main();
                    joined |=
                        at > from && (self.joins(at - 1) || (slash && self.what(at - 1) == Some(What::Mark('/'))));
                    parts.push(part);
                }
                Some(What::Number(value)) if value.get() < 10.0 => number = Some(value.get()),
                _ => {}
            }
        }
        let main = parts.first()?.is_main();
        let others = parts.iter().any(|part| !part.is_main());
        if main && others && joined {
            // One composition for the shell and something else: it is the shell's.
            let mut main_part = true;
            parts.retain(|part| !part.is_main() || std::mem::take(&mut main_part));
            return Some(Name::Part { main, name: joined_by(&parts, " and ") });
        }
        if others {
            parts.retain(|part| !part.is_main());
        } else {
            parts.truncate(1);
        }
        // "Lining of the hood" and "hood lining" are one.
        if let Some(lining) = parts.iter().position(|part| *part == Part::LINING) {
            let lining = parts.remove(lining);
            parts.push(lining);
        }
        let mut name = joined_by(&parts, if joined { " and " } else { " " });
        if let Some(number) = number.filter(|number| number.fract() == 0.0) {
            name.push(' ');
            name.push_str(&cotton_origin::number::shown(number));
        }
        Some(Name::Part { main: !others, name })
    }

    fn joins(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Word(Word::And) | What::Mark('&' | '+' | ',')))
    }
}

fn joined_by(parts: &[Part], between: &str) -> String {
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() {
            name.push_str(between);
        }
        name.push_str(part.id());
    }
    name
}
