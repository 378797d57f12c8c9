//! The garment's compositions: what each section says, said once, the main part first told from the others.

use super::{
    assemble::is_aside,
    meaning::Word,
    pair::{Group, Item, groups},
    parts::{Name, Section, name_after, name_before, sections},
    signs::{Fibres, Sign, Text, What},
    vocabulary::OTHER,
};

/// A part of the garment and its composition.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) name: Name,
    pub(crate) group: Group,
    /// The same, said again: in another language, most often.
    pub(crate) again: Vec<Group>,
}

/// All that is said of fibres.
#[derive(Debug, Default)]
pub(crate) struct Compositions {
    pub(crate) pieces: Vec<Piece>,
    /// Percentages that are part of another: `100 % polyester (39 % Sorona)`.
    pub(crate) parts_of: Vec<Group>,
    /// Compositions without a name that contradict the first.
    pub(crate) contradicts: bool,
}

/// So many fibres without percentages may be listed without a heading, in a text of so many signs.
const FEW_FIBRES: usize = 3;
const SHORT_TEXT: usize = 40;

/// Reads the compositions of a text.
pub(crate) fn compositions(text: &Text, signs: &[Sign]) -> Compositions {
    let mut all = Compositions::default();
    let sections = sections(text, signs);
    for section in &sections {
        let found = groups(signs, section.from, section.to);
        if found.is_empty() && section.name != Name::Plain {
            all.extend(section.name.clone(), unmeasured(signs, section));
        }
        let mut name = section.name.clone();
        let mut last = None;
        for group in found {
            let own = if name == Name::Plain { name_after(text, signs, group.end) } else { None };
            let own = own.or_else(|| name_before(text, signs, last?, group.start()?));
            last = Some(group.end);
            let group = with_unmeasured(signs, section, group);
            all.add(own.unwrap_or_else(|| name.clone()), group);
            // Under one heading, a second composition is its own or a repetition; either way the heading holds.
            if let Name::Words(_) = name {
                name = Name::Plain;
            }
        }
    }
    // Of the main part nothing is said in percentages: "Material: leather. Lining: 100 % polyester".
    if all.pieces.iter().all(|piece| is_aside(&piece.name)) {
        let mut headed = sections.iter().filter(|section| section.from > 0 && section.name == Name::Plain);
        let found = headed.find_map(|section| unmeasured(signs, section));
        let found = found.or_else(|| short(signs).filter(|_| all.pieces.is_empty()));
        if let Some(group) = found {
            all.pieces.insert(0, Piece { name: Name::Plain, group, again: Vec::new() });
        }
    }
    all.settle();
    all
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
    let near = [at.checked_sub(1).filter(|at| *at >= from), Some(at + 1)];
    let has = |word| near.iter().flatten().any(|at| signs.get(*at).map(|sign| sign.what) == Some(What::Word(word)));
    (has(Word::Recycled), has(Word::Organic))
}

/// The fibres of a short text that says no percentages at all.
fn short(signs: &[Sign]) -> Option<Group> {
    let percent = |sign: &Sign| matches!(sign.what, What::Percent { .. });
    if signs.len() > SHORT_TEXT || signs.iter().any(percent) {
        return None;
    }
    let mut group = Group::default();
    let parts = signs.iter().any(|sign| matches!(sign.what, What::Part(_)));
    for (at, sign) in signs.iter().enumerate() {
        match sign.what {
            What::Fibre(fibres) if fibres.blend => return None,
            What::Fibre(fibres) => group.list(fibres.first(), at, flagged(signs, 0, at)),
            _ => {}
        }
    }
    // Of several fibres and a word for a part nobody can tell which is where.
    let most = if parts { 1 } else { FEW_FIBRES };
    (!group.items.is_empty() && group.items.len() <= most).then(|| group.with_whole(signs))
}

/// "Cotton with 5 % elastane", "35 % cotton, polyester": a composition that is not whole takes in the fibre right before it, or
/// right after.
fn with_unmeasured(signs: &[Sign], section: &Section, mut group: Group) -> Group {
    let Some(first) = group.start() else { return group };
    if group.is_whole() {
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
            self.items.push(Item { fibre: Some(fibre), percent: None, recycled, organic, first: at, last: at });
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

impl Compositions {
    fn extend(&mut self, name: Name, group: Option<Group>) {
        if let Some(group) = group {
            self.add(name, group);
        }
    }

    fn add(&mut self, name: Name, group: Group) {
        let same = |piece: &&mut Piece| piece.group.says_the_same(&group) && may_be_one(&piece.name, &name);
        if let Some(piece) = self.pieces.iter_mut().find(same) {
            piece.merge(group);
            return;
        }
        let whole = |piece: &Piece| piece.group.is_whole();
        if name == Name::Plain && !group.is_whole() && self.pieces.last().is_some_and(whole) {
            self.parts_of.push(group);
            return;
        }
        self.pieces.push(Piece { name, group, again: Vec::new() });
    }

    /// "Contains at least 30 % recycled cotton. Shell: 100 % cotton": what tells of a part of the main composition, before it.
    fn set_statements_aside(&mut self) {
        let main =
            |piece: &Piece| matches!(piece.name, Name::Plain | Name::Part { main: true, .. }) && piece.group.is_whole();
        let mut whole = self.pieces.iter().position(main).unwrap_or_default();
        let mut at = 0;
        while at < whole {
            let Piece { name, group, .. } = &self.pieces[at];
            let tells = match group.items[..] {
                [item] if *name == Name::Plain && (item.recycled || item.organic) => {
                    self.pieces[whole].group.items.iter().any(|other| other.fibre == item.fibre)
                }
                _ => false,
            };
            if tells {
                self.parts_of.push(self.pieces.remove(at).group);
                whole -= 1;
            } else {
                at += 1;
            }
        }
    }

    /// Of several nameless compositions the one said most often counts, else the first; words that are no colour and no part are
    /// a name only where they tell a second composition apart.
    fn settle(&mut self) {
        self.set_statements_aside();
        if let Some(first) = self.pieces.first_mut()
            && matches!(first.name, Name::Words(_))
        {
            first.name = Name::Plain;
        }
        let mut plain: Vec<usize> = (0..self.pieces.len()).filter(|at| self.pieces[*at].name == Name::Plain).collect();
        // "Fabric: viscose. Composition: 100 % viscose": what has percentages says more.
        let measured = |at: &usize| self.pieces[*at].group.has_percents();
        if plain.iter().any(measured) {
            plain.retain(measured);
        }
        let Some(first) = plain.first().copied() else { return };
        let said = |at: &usize| self.pieces[*at].again.len();
        let most = plain.iter().copied().max_by_key(|at| (said(at), std::cmp::Reverse(*at))).unwrap_or(first);
        // Two that say the same against a whole one can be two colours: three are needed.
        let needed = said(&first) + usize::from(self.pieces[first].group.is_whole());
        let chosen = if said(&most) > needed { most } else { first };
        self.contradicts = plain.len() > 1;
        // "Hangtag of 100 % recycled paper. 100 % cotton", "100 % paper. Sweatband of 100 % cotton": either can be the garment's.
        let is_odd =
            |at: &usize| self.pieces[*at].group.items.iter().all(|item| item.fibre.is_none_or(|fibre| fibre == OTHER));
        if is_odd(&chosen) && !plain.iter().all(is_odd) {
            self.pieces[chosen].group.unclear = true;
        }
        let mut at = 0;
        self.pieces.retain(|piece| {
            at += 1;
            piece.name != Name::Plain || at - 1 == chosen
        });
    }
}

impl Piece {
    fn merge(&mut self, group: Group) {
        for item in &group.items {
            let own = self.group.items.iter_mut().find(|own| own.fibre == item.fibre && own.percent == item.percent);
            if let Some(own) = own {
                own.recycled |= item.recycled;
                own.organic |= item.organic;
            }
        }
        self.group.repaired &= group.repaired && group.has_percents();
        self.again.push(group);
    }
}

/// Whether two names can be the same part in two languages.
fn may_be_one(one: &Name, other: &Name) -> bool {
    match (one, other) {
        (Name::Part { main: true, .. }, Name::Part { main: true, name }) => {
            !ends_in_digit(name) && one_has_no_number(one)
        }
        (Name::Part { name, .. }, Name::Part { name: other, .. }) | (Name::Colour(name), Name::Colour(other)) => {
            name == other
        }
        _ => true,
    }
}

fn one_has_no_number(name: &Name) -> bool {
    !matches!(name, Name::Part { name, .. } if ends_in_digit(name))
}

fn ends_in_digit(name: &str) -> bool {
    name.ends_with(|letter: char| letter.is_ascii_digit())
}
