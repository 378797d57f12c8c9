//! What garments share that differ only in how much cotton there is and what it weighs, computed once and kept.

use super::{
    columns::Columns,
    evaluate,
    next::Question,
    onward::{self, Amounts, Links},
    plan::Plan,
    range,
};
use crate::{
    assessment::Estimate,
    claims::Proof,
    garment::{Cotton, Garment, Kind, Year},
    kept::kept,
    place::Place,
};
use std::{cell::RefCell, rc::Rc};

/// What is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) kind: Option<Kind>,
    pub(crate) made_in: Option<Place>,
    pub(crate) fabric_in: Option<Place>,
    pub(crate) spun_in: Option<Place>,
    pub(crate) cotton_from: Option<Place>,
    pub(crate) proof: Option<Proof>,
    pub(crate) bought_in: Option<Year>,
    /// Bits of the recycled part of the cotton.
    pub(crate) recycled: u64,
    pub(crate) cotton_said: bool,
    pub(crate) mass_said: bool,
}

impl Key {
    /// None where more is said than this holds: several origins, schemes, a label that says in part how much cotton there is.
    pub(crate) fn of(garment: &Garment, plan: &Plan) -> Option<Self> {
        let cotton_said = match plan.cotton {
            Cotton::Fraction(_) => true,
            Cotton::Usual { least, most } if least <= 0.0 && most >= 1.0 => false,
            _ => return None,
        };
        let simple = garment.cotton_from.len() <= 1 && garment.schemes.is_empty();
        simple.then(|| Self {
            kind: garment.kind,
            made_in: garment.made_in,
            fabric_in: garment.fabric_in,
            spun_in: garment.spun_in,
            cotton_from: garment.cotton_from.first().copied(),
            proof: garment.proof,
            bought_in: garment.bought_in,
            recycled: plan.recycled.to_bits(),
            cotton_said,
            mass_said: garment.mass().is_some(),
        })
    }
}

/// The numbers of a garment: shares, and amounts for all cotton and one gram where it says how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    pub(crate) share: Estimate,
    pub(crate) in_part: Estimate,
    pub(crate) amounts: Amounts,
}

impl Unit {
    pub(crate) fn new(plan: &Plan, links: Links, columns: &Columns) -> Self {
        let outcome = evaluate::evaluate(plan, columns);
        let share = range::estimate(&outcome.share);
        let in_part = range::estimate(&outcome.any);
        Self { share, in_part, amounts: onward::amounts(links, (&outcome.share, share), columns) }
    }
}

/// What was made for garments before, by what they share.
#[derive(Default)]
pub(crate) struct Units {
    units: RefCell<Vec<(Key, Unit)>>,
    questions: RefCell<Vec<(Key, Rc<[Question]>)>>,
}

/// So many are kept, half a megabyte of them; then it begins anew.
const MOST: usize = 2048;

impl Units {
    pub(crate) fn unit(&self, key: Option<Key>, make: impl FnOnce() -> Unit) -> Unit {
        remembered(&self.units, key, make)
    }

    pub(crate) fn questions(&self, key: Option<Key>, make: impl FnOnce() -> Rc<[Question]>) -> Rc<[Question]> {
        remembered(&self.questions, key, make)
    }
}

fn remembered<V: Clone>(store: &RefCell<Vec<(Key, V)>>, key: Option<Key>, make: impl FnOnce() -> V) -> V {
    let Some(key) = key else {
        return make();
    };
    if store.borrow().len() == MOST {
        store.borrow_mut().clear();
    }
    kept(store, key, make)
}
