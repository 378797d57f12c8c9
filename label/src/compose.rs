//! The garment's compositions: what each section says, said once, the main part first told from the others.

mod settled;

use super::{
    lex::TokenKind,
    meaning::{Part, Word},
    pair::{Group, Item, MOST, groups},
    parts::{Name, Section, name_after, name_before, sections, turned, variant},
    signs::{Bound, Fibres, Sign, Text, What},
};

/// A part of the garment and its composition.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) name: Name,
    pub(crate) group: Group,
    /// The same, said again: in another language, most often.
    pub(crate) again: Vec<Group>,
    /// Whether a heading is over it.
    headed: bool,
    /// Others of the same rank that contradict it.
    pub(crate) rivals: Vec<Group>,
}

/// All that is said of fibres.
#[derive(Debug, Default)]
pub(crate) struct Compositions {
    pub(crate) pieces: Vec<Piece>,
    /// Percentages that are part of another: `100 % polyester (39 % Sorona)`.
    pub(crate) parts_of: Vec<Group>,
    /// Compositions without a name that contradict the first.
    pub(crate) contradicts: bool,
    /// Those of them that were passed over.
    pub(crate) dropped: Vec<Group>,
}

/// A percentage under this, alone beside a word such as "save", is no composition.
const ENOUGH: f64 = 90.0;
/// So many signs on, such a word is still beside it.
const NEAR: usize = 4;
/// So many fibres without percentages may be listed without a heading, in a text of so many signs.
const FEW_FIBRES: usize = 3;
const SHORT_TEXT: usize = 40;
/// Of those, each on a line of its own.
const MOST_LINES: usize = 8;

/// Reads the compositions of a text.
pub(crate) fn compositions(text: &Text, signs: &[Sign]) -> Compositions {
    let mut all = Compositions::default();
    let mut sections = sections(text, signs);
    turned(text, signs, &mut sections);
    for section in &sections {
        let mut found = overfull(signs, groups(signs, section.from, section.to));
        found.retain(|group| section.is_headed() || !is_told(signs, section, group));
        if found.is_empty() && section.name != Name::Plain {
            all.extend(section.name.clone(), unmeasured(signs, section));
        }
        let mut name = section.name.clone();
        let mut last = None;
        let variants: Vec<Option<Name>> = found
            .iter()
            .map(|group| {
                let start = group.start().unwrap_or(section.from);
                let from = last.replace(group.end).unwrap_or(section.from);
                variant(text, signs, from, start, group.end)
            })
            .collect();
        // One garment that is named before its composition is no piece of a set.
        let set = variants.iter().flatten().filter(|name| matches!(name, Name::Piece(_))).count() > 1;
        last = None;
        for (group, variant) in found.into_iter().zip(variants) {
            let own = if name == Name::Plain { name_after(text, signs, group.end) } else { None };
            let start = group.start().unwrap_or(section.from);
            let own = own.or_else(|| name_before(text, signs, last?, start));
            let plain = name == Name::Plain && own.is_none();
            let own = own.or_else(|| variant.filter(|name| plain && (set || matches!(name, Name::Colour(_)))));
            last = Some(group.end);
            let group = with_unmeasured(signs, section, group);
            let headed = section.is_headed() && own.is_none() && name == section.name;
            let known = |piece: &Piece| piece.group.is_whole() && (name == Name::Plain || piece.name == name);
            if is_bound(signs, &group) && all.pieces.iter().any(known) {
                all.parts_of.push(group);
                continue;
            }
            all.add(own.unwrap_or_else(|| name.clone()), group, headed);
            // Under one heading, a second composition is its own or a repetition; either way the heading holds.
            if let Name::Words(_) = name {
                name = Name::Plain;
            }
        }
    }
    // Of the main part nothing is said in percentages: "Material: leather. Lining: 100 % polyester".
    if all.pieces.iter().all(|piece| piece.name.is_aside()) {
        let mut headed = sections.iter().filter(|section| section.from > 0 && section.name == Name::Plain);
        let found = headed.find_map(|section| unmeasured(signs, section));
        let found = found.or_else(|| short(text, signs).filter(|_| all.pieces.is_empty()));
        if let Some(group) = found {
            all.pieces.insert(0, Piece::new(Name::Plain, group, true));
        }
    }
    all.settle();
    all
}

/// `Save 30% on cotton shirts`, `shrinkage cotton 4%`, `of cotton 12.1%`: a share of something else.
fn is_told(signs: &[Sign], section: &Section, group: &Group) -> bool {
    let ([item], Some(first)) = (&group.items[..], group.start()) else { return false };
    let what = |at: usize| signs.get(at).map(|sign| sign.what);
    let stays = |at: &usize| {
        !matches!(what(*at), None | Some(What::Break | What::Mark('.' | ';') | What::Percent { .. } | What::Number(_)))
    };
    let noise = |at: usize| what(at) == Some(What::Word(Word::Noise));
    let before = (section.from.max(first.saturating_sub(NEAR))..first).rev().take_while(stays).any(noise);
    let after = (group.end..group.end + NEAR).take_while(stays).any(noise);
    let of =
        first > section.from && what(first - 1) == Some(What::Word(Word::Of)) && (first < 2 || !stays(&(first - 2)));
    let percent = item.percent.is_some_and(|percent| percent < ENOUGH);
    percent && (before || after || (of && matches!(signs[item.last].what, What::Percent { .. })))
}

/// Whether every share is a bound: "contains at least 60 % organic cotton".
fn is_bound(signs: &[Sign], group: &Group) -> bool {
    let bound = |item: &Item| signs[item.first..=item.last].iter().any(|sign| sign.bound != Bound::Exact);
    group.items.iter().all(bound)
}

/// `80% cotton, 40% polyester`: what follows at once and does not fit in is of the same composition, one number of which is wrong.
fn overfull(signs: &[Sign], found: Vec<Group>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::with_capacity(found.len());
    for group in found {
        let joins = |last: &Group| {
            let between = signs.get(last.end..group.start().unwrap_or_default()).unwrap_or_default();
            let near = between.len() <= 2
                && between
                    .iter()
                    .all(|sign| matches!(sign.what, What::Mark(',' | '/' | '+') | What::Word(Word::And) | What::Break));
            let other = |item: &Item| last.items.iter().all(|known| known.fibre != item.fibre);
            near && group.items.iter().all(other) && !group.is_whole() && last.total() + group.total() > MOST
        };
        match groups.last_mut() {
            Some(last) if last.has_percents() && group.has_percents() && joins(last) => {
                last.items.extend(group.items);
                last.end = group.end;
                last.unclear = true;
            }
            _ => groups.push(group),
        }
    }
    groups
}

/// Fibres without percentages, right after a heading: up to the end of the sentence.
fn unmeasured(signs: &[Sign], section: &Section) -> Option<Group> {
    let mut group = Group::default();
    let (mut words, mut started) = (0, false);
    for at in section.from..section.to {
        match signs[at].what {
            What::Fibre(fibres) if !fibres.blend => {
                group.list(fibres.first(), at, flagged(signs, section.from, at));
                started = true;
                words = 0;
            }
            What::Mark('.' | ';') => break,
            What::Break if started => break,
            What::Other | What::Number(_) => words += 1,
            _ => {}
        }
        if words > 4 {
            break;
        }
    }
    (!group.items.is_empty()).then(|| group.with_whole(signs))
}

/// What qualifies a fibre without percentage: the word right before or after it.
fn flagged(signs: &[Sign], from: usize, at: usize) -> (bool, bool) {
    let what = |at: usize| signs.get(at).map(|sign| sign.what);
    let before = at.checked_sub(1).filter(|at| *at >= from);
    // "Organic Malwa cotton".
    let further = at.checked_sub(2).filter(|at| *at >= from && what(at + 1) == Some(What::Other));
    let near = [before, further, Some(at + 1)];
    let has = |word| near.iter().flatten().any(|at| what(*at) == Some(What::Word(word)));
    let organic = matches!(what(at), Some(What::Fibre(Fibres { organic: true, .. })));
    (has(Word::Recycled), organic || has(Word::Organic))
}

/// The fibres of a short text that says no percentages at all.
fn short(text: &Text, signs: &[Sign]) -> Option<Group> {
    let mute = |sign: &Sign| {
        text.kind(sign.from) == Some(TokenKind::Mute) && text.glyphs[text.tokens[sign.from].from].letter == '%'
    };
    let percent = |sign: &Sign| matches!(sign.what, What::Percent { .. }) || mute(sign);
    if signs.len() > SHORT_TEXT || signs.iter().any(percent) {
        return None;
    }
    let mut group = Group::default();
    let parts = signs.iter().any(|sign| matches!(sign.what, What::Part(part) if part != Part::COLOUR));
    for (at, sign) in signs.iter().enumerate() {
        match sign.what {
            What::Fibre(fibres) if fibres.blend => return None,
            What::Fibre(fibres) => group.list(fibres.first(), at, flagged(signs, 0, at)),
            _ => {}
        }
    }
    // Of several fibres and a word for a part nobody can tell which is where.
    let breaks = |at: Option<&Sign>| at.is_none_or(|sign| sign.what == What::Break);
    let lines = group.items.iter().all(|item| {
        breaks(signs.get(item.last + 1)) && breaks(item.first.checked_sub(1).and_then(|before| signs.get(before)))
    });
    let most = match (parts, lines) {
        (true, _) => 1,
        (_, true) => MOST_LINES,
        _ => FEW_FIBRES,
    };
    (!group.items.is_empty() && group.items.len() <= most).then(|| group.with_whole(signs))
}

/// "Cotton with 5 % elastane", "35 % cotton, polyester": a composition that is not whole takes in the fibre right before it, or
/// right after.
fn with_unmeasured(signs: &[Sign], section: &Section, mut group: Group) -> Group {
    let Some(first) = group.start() else { return group };
    if group.is_whole() || group.total() > MOST {
        return group;
    }
    let end = group.end;
    let stays = |at: &usize| !passes(signs, *at);
    let fibre = |at: usize| match signs[at].what {
        What::Fibre(fibres) => Some((at, fibres)),
        _ => None,
    };
    let before = (section.from.max(first.saturating_sub(4))..first).rev().find(stays);
    let after = || (end..section.to.min(end + 4)).find(stays).and_then(fibre);
    // A fibre that its percentage or a part follows belongs there.
    let free = |(at, _): &(usize, Fibres)| {
        !signs.get(at + 1).is_some_and(|next| matches!(next.what, What::Percent { .. } | What::Part(_)))
    };
    if let Some((at, fibres)) = before.and_then(fibre).or_else(|| after().filter(free))
        && group.items.iter().all(|item| item.fibre != Some(fibres.first()))
    {
        group.list(fibres.first(), at, flagged(signs, section.from, at));
    }
    group
}

/// Whether a composition can go on after this sign: an "and", a comma.
fn passes(signs: &[Sign], at: usize) -> bool {
    match signs[at].what {
        What::Word(Word::And | Word::Of) | What::Mark(',' | '(' | '+' | '%') => true,
        // `% polyester`, on a line of its own, has lost its number.
        What::Break => signs.get(at + 1).map(|sign| sign.what) == Some(What::Mark('%')),
        _ => false,
    }
}

impl Group {
    /// Adds a fibre without percentage, once.
    fn list(&mut self, fibre: u8, at: usize, (recycled, organic): (bool, bool)) {
        if self.items.iter().all(|item| item.fibre != Some(fibre)) {
            self.items.push(Item {
                fibre: Some(fibre),
                percent: None,
                shared: None,
                recycled,
                organic,
                first: at,
                last: at,
            });
        }
        self.end = at + 1;
    }

    /// Where the one fibre's word says 100 %, it has them.
    fn with_whole(mut self, signs: &[Sign]) -> Self {
        if let [item] = &mut self.items[..]
            && matches!(signs[item.first].what, What::Fibre(fibres) if fibres.whole)
        {
            item.percent = Some(100.0);
            self.repaired = true;
        }
        self
    }

    fn has_percents(&self) -> bool {
        self.items.iter().any(|item| item.percent.is_some())
    }
}

impl Section {
    fn is_headed(&self) -> bool {
        self.from > 0 || self.name != Name::Plain
    }
}
