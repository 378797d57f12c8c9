//! Of what was found: which compositions are one, which count, and which contradict each other.

use super::{Compositions, Piece};
use crate::{pair::Group, parts::Name, vocabulary::OTHER};

/// No garment has more parts, and nobody reads more.
const MOST_PIECES: usize = 100;

impl Compositions {
    pub(super) fn extend(&mut self, name: Name, group: Option<Group>) {
        let Some(group) = group else { return };
        // `面料:棉,面料:聚酯`: one part, its fibres in two rows.
        let same = |piece: &&mut Piece| piece.name == name && !piece.group.has_percents();
        match self.pieces.iter_mut().find(same) {
            Some(piece) => {
                for item in group.items {
                    piece.group.list(item.fibre.unwrap_or(OTHER), item.first, (item.recycled, item.organic));
                }
            }
            None => self.add(name, group, true),
        }
    }

    pub(super) fn add(&mut self, name: Name, group: Group, headed: bool) {
        let same = |piece: &&mut Piece| piece.group.says_the_same(&group) && may_be_one(&piece.name, &name);
        if let Some(piece) = self.pieces.iter_mut().find(same) {
            piece.merge(group);
            piece.headed |= headed;
            return;
        }
        let whole = |piece: &Piece| piece.group.is_whole();
        if name == Name::Plain && !group.is_whole() && self.pieces.last().is_some_and(whole) {
            self.parts_of.push(group);
            return;
        }
        if self.pieces.len() < MOST_PIECES {
            self.pieces.push(Piece::new(name, group, headed));
        }
    }

    /// Whether a part that counts has its percentages.
    fn has_main(&self) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(piece.name, Name::Part { main: true, .. }) && piece.group.has_percents())
    }

    /// Takes out the pieces without a name that do not count, if any do.
    fn pass_over(&mut self, counts: impl Fn(&Piece) -> bool) {
        let plain = |piece: &Piece| piece.name == Name::Plain;
        if self.pieces.iter().any(|piece| plain(piece) && counts(piece)) || self.has_main() {
            self.drop(|_, piece| plain(piece) && !counts(piece));
        }
    }

    /// Takes out pieces. Those that are whole contradict what stays.
    fn drop(&mut self, is_wrong: impl Fn(usize, &Piece) -> bool) {
        let pieces = std::mem::take(&mut self.pieces);
        for (at, piece) in pieces.into_iter().enumerate() {
            if !is_wrong(at, &piece) {
                self.pieces.push(piece);
            } else if piece.group.is_whole() {
                self.contradicts = true;
                self.dropped.push(piece.group);
            }
        }
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
    pub(super) fn settle(&mut self) {
        self.set_statements_aside();
        let main = self.has_main();
        let plain = |piece: &Piece| piece.name == Name::Plain && piece.group.has_percents();
        let variant = |piece: &&Piece| matches!(piece.name, Name::Colour(_) | Name::Piece(_));
        let alone = self.pieces.iter().filter(variant).count() == 1;
        let headed = self.pieces.iter().any(|piece| plain(piece) && piece.headed);
        if let Some(first) = self.pieces.first_mut()
            && !main
            && ((matches!(first.name, Name::Words(_)) && !headed) || (alone && variant(&&*first)))
        {
            first.name = Name::Plain;
        }
        // "Fabric: viscose. Composition: 100 % viscose": what has percentages says more; what has a heading, more than prose; a
        // main part with a name, more than what has none.
        self.pass_over(|piece| piece.group.has_percents());
        self.pass_over(|piece| piece.headed && !piece.is_odd());
        if main {
            self.pass_over(|_| false);
        }
        let plain: Vec<usize> = (0..self.pieces.len()).filter(|at| self.pieces[*at].name == Name::Plain).collect();
        let Some(first) = plain.first().copied() else { return };
        let said = |at: &usize| self.pieces[*at].again.len();
        let most = plain.iter().copied().max_by_key(|at| (said(at), std::cmp::Reverse(*at))).unwrap_or(first);
        // Two that say the same against a whole one can be two colours: three are needed.
        let needed = said(&first) + usize::from(self.pieces[first].group.is_whole());
        let chosen = if said(&most) > needed { most } else { first };
        // `white 100% cotton / marl grey 85% … / charcoal 50% …`: of those, not all colours are known.
        if self.pieces.iter().any(|piece| matches!(piece.name, Name::Colour(_))) {
            for at in &plain {
                if *at != chosen {
                    self.pieces[*at].name = Name::Colour(String::new());
                }
            }
            return;
        }
        self.contradicts |= plain.len() > 1;
        let whole = |at: usize| self.pieces[at].group.is_whole();
        if chosen == first && whole(first) {
            let rivals = plain.iter().filter(|at| **at != first && whole(**at) && said(at) == said(&first));
            self.pieces[first].rivals = rivals.map(|at| self.pieces[*at].group.clone()).collect();
        }
        // "Hangtag of 100 % recycled paper. 100 % cotton", "100 % paper. Sweatband of 100 % cotton": either can be the garment's.
        let is_odd = |at: &usize| self.pieces[*at].is_odd();
        if is_odd(&chosen) && !plain.iter().all(is_odd) {
            let others = plain.iter().filter(|at| **at != chosen).map(|at| self.pieces[*at].group.clone());
            self.pieces[chosen].rivals = others.collect();
        }
        self.drop(|at, piece| piece.name == Name::Plain && at != chosen);
    }
}

impl Piece {
    pub(super) fn new(name: Name, group: Group, headed: bool) -> Self {
        Self { name, group, again: Vec::new(), headed, rivals: Vec::new() }
    }

    /// Whether nothing of it is a fibre that has a name of its own, such as paper.
    fn is_odd(&self) -> bool {
        self.group.items.iter().all(|item| item.fibre.is_none_or(|fibre| fibre == OTHER))
    }

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
        (Name::Plain, Name::Part { main, .. }) | (Name::Part { main, .. }, Name::Plain) => *main,
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
