//! From groups of fibres to compositions: how sure they are, and what else they can be.

use super::Assembly;
use crate::{
    compose::Piece,
    pair::{Group, Item, MOST},
    reading::{Bounds, Certainty, NoteId, Overfull},
    signs::{Bound, Sign, What},
    vocabulary,
};
use cotton_origin::{
    garment::{Composition, Fibre},
    vocabulary::{FibreKind, Percent},
};

/// A composition without cotton says so only if it is nearly whole: what is missing could be cotton.
const ENOUGH: f64 = 90.0;
/// What is ambiguous is offered in no more ways beside the first.
const MOST_WAYS: usize = 4;

impl Assembly<'_> {
    /// How sure a composition is, and why not surer.
    pub(super) fn judged(&self, piece: &Piece, main: bool, contradicts: bool) -> (Certainty, Option<NoteId>) {
        let group = &piece.group;
        let (total, cotton) = (group.total(), group.items.iter().any(|item| item.fibre == Some(0)));
        let percents = group.items.iter().filter(|item| item.percent.is_some()).count();
        let likely_if = |likely: bool| if likely { Certainty::Likely } else { Certainty::Ambiguous };
        if total > MOST {
            return (Certainty::Ambiguous, Some(NoteId::TotalOver100));
        }
        if !piece.rivals.is_empty() {
            return (Certainty::Ambiguous, Some(NoteId::SeveralCompositions));
        }
        if group.items.iter().any(|item| item.shared.is_some()) {
            return (likely_if(!group.unclear), Some(NoteId::SharedPercentage));
        }
        if group.items.iter().any(|item| self.bounds(group, item) != Bounds::default()) {
            return (Certainty::Likely, Some(NoteId::Bound));
        }
        if percents == 0 {
            return (Certainty::Likely, Some(NoteId::NoPercentages));
        }
        if group.unclear {
            return (Certainty::Ambiguous, Some(NoteId::SharedPercentage));
        }
        if group.items.iter().any(|item| item.fibre.is_none()) {
            let name = |item: &Item| {
                item.fibre.is_some() || self.signs[item.first + 1..=item.last].iter().all(|sign| sign.name)
            };
            let listed = group.is_whole() && (percents > 2 || group.items.iter().all(name));
            return (likely_if(cotton || !main || listed), Some(NoteId::UnknownFibre));
        }
        if !group.is_whole() && percents == group.items.len() {
            return (likely_if(cotton || total >= ENOUGH), Some(NoteId::TotalUnder100));
        }
        match (group.repaired, main && contradicts) {
            (true, _) if self.is_pure(group) => (Certainty::Likely, Some(NoteId::Pure)),
            (true, _) => (Certainty::Likely, Some(NoteId::Mended)),
            (_, true) => (Certainty::Likely, Some(NoteId::SeveralCompositions)),
            _ => (Certainty::Sure, None),
        }
    }

    /// At least and at most how much of a fibre is said to be in it, where its share is not said exactly.
    pub(super) fn bounds(&self, group: &Group, item: &Item) -> Bounds {
        let said = |item: &Item| self.signs[item.first..=item.last].iter().any(|sign| sign.bound != Bound::Exact);
        // "At least 60 % cotton, 40 % linen" are 60 and 40.
        if group.is_whole() && !group.items.iter().all(said) {
            return Bounds::default();
        }
        let share = |sign: &Sign| match sign.what {
            What::Percent { value, .. } if Some(value.get()) == item.percent => Some((value.get(), sign.bound)),
            _ => None,
        };
        let (at_least, at_most) = match self.signs.get(item.first..=item.last).into_iter().flatten().find_map(share) {
            Some((value, Bound::Least)) => (Some(value), None),
            Some((value, Bound::Most)) => (None, Some(value)),
            Some((value, Bound::UpTo(high))) => (Some(value), Some(high.get())),
            _ => (None, None),
        };
        Bounds { at_least, at_most }
    }

    /// The composition of a group. A fibre that is not known is another fibre; of a share that is a bound, or two fibres', none has
    /// a percentage.
    pub(super) fn composition(&self, group: &Group) -> Composition {
        let mut fibres = Vec::with_capacity(group.items.len());
        for item in &group.items {
            let exact = item.shared.is_none() && self.bounds(group, item) == Bounds::default();
            fibres.push(fibre(item.fibre, item.percent.filter(|_| exact), item));
            fibres.extend(item.shared.map(|shared| fibre(Some(shared), None, item)));
        }
        Composition::new(fibres).unwrap_or_default()
    }

    /// What an ambiguous composition can be. Where no way fits, its fibres alone are known.
    pub(super) fn ways(&self, piece: &Piece) -> Vec<Composition> {
        let group = &piece.group;
        let others = group.also.iter().chain(&piece.rivals).take(MOST_WAYS);
        if group.total() > MOST || (group.unclear && group.also.is_empty() && piece.rivals.is_empty()) {
            return vec![self.unmeasured(group)];
        }
        std::iter::once(group).chain(others).map(|group| self.composition(group)).collect()
    }

    /// The compositions that a text has, too, and that were passed over.
    pub(super) fn passed_over(&self, dropped: &[Group]) -> impl Iterator<Item = Composition> {
        dropped.iter().take(MOST_WAYS).map(|group| self.composition(group))
    }

    /// The fibres of a group, both of a word for two, without their percentages.
    fn unmeasured(&self, group: &Group) -> Composition {
        let mut fibres: Vec<Fibre> = Vec::new();
        for item in &group.items {
            let said = self.signs[item.first..=item.last].iter().filter_map(|sign| match sign.what {
                What::Fibre(fibres) if fibres.blend => Some(fibres.any_of),
                _ => None,
            });
            let both = said.reduce(|one, other| one | other).unwrap_or_default();
            let kinds = (0..32).filter(|bit| both >> bit & 1 == 1).map(Some);
            for kind in [item.fibre].into_iter().chain(kinds).chain(item.shared.map(Some)) {
                let fibre = fibre(kind, None, item);
                if fibres.iter().all(|known| known.kind != fibre.kind) {
                    fibres.push(fibre);
                }
            }
        }
        Composition::new(fibres).unwrap_or_default()
    }

    pub(super) fn is_pure(&self, group: &Group) -> bool {
        let pure = |sign: &Sign| matches!(sign.what, What::Fibre(fibres) if fibres.pure);
        let percent = |sign: &Sign| matches!(sign.what, What::Percent { .. });
        let mut items = group.items.iter().filter_map(|item| self.signs.get(item.first..=item.last));
        items.any(|signs| signs.iter().any(pure) && !signs.iter().any(percent))
    }
}

impl Group {
    /// Its fibres with their shares as they are written, though they add up to more than the whole.
    pub(super) fn overfull(&self) -> Overfull {
        let fibres = self.items.iter().map(|item| fibre(item.fibre, item.percent, item)).collect();
        Overfull { total: self.total(), fibres }
    }
}

/// A fibre of a composition; one that is not known is another fibre.
fn fibre(kind: Option<u8>, percent: Option<f64>, item: &Item) -> Fibre {
    let kind = kind.map_or(FibreKind::Other, vocabulary::fibre);
    Fibre { kind, percent: percent.and_then(Percent::new), recycled: item.recycled, organic: item.organic }
}
