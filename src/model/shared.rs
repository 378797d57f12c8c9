//! Results shared by garments that differ only in how much cotton they hold and what they weigh: computed once and cached.

use super::{
    columns::{Columns, Outcome},
    evaluate,
    onward::{self, Amounts, Links},
    plan::Plan,
    range,
    strand::Way,
};
use crate::{
    assessment::{Estimate, Next},
    cache::cached,
    garment::{Cotton, Garment},
    vocabulary::{Kind, Place, Proof, Year},
};
use std::{cell::RefCell, rc::Rc};

/// What such garments have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SharedKey {
    pub(crate) kind: Option<Kind>,
    pub(crate) made_in: Option<Place>,
    pub(crate) fabric_in: Option<Place>,
    pub(crate) spun_in: Option<Place>,
    pub(crate) cotton_from: Option<Place>,
    pub(crate) proof: Option<Proof>,
    pub(crate) bought_in: Option<Year>,
    pub(crate) sold_in: Option<Place>,
    /// Bits of the recycled part of the cotton.
    pub(crate) recycled: u64,
    pub(crate) cotton_said: bool,
    pub(crate) mass_said: bool,
}

impl SharedKey {
    /// None where more is said than a key holds: several origins, schemes, a label that leaves the cotton open within bounds.
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
            sold_in: garment.sold_in,
            recycled: plan.recycled.to_bits(),
            cotton_said,
            mass_said: garment.mass().is_some(),
        })
    }
}

/// The numbers of a garment: shares, and amounts for all cotton and one gram where it says how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SharedNumbers {
    pub(crate) share: Estimate,
    pub(crate) in_part: Estimate,
    pub(crate) amounts: Amounts,
}

impl SharedNumbers {
    pub(crate) fn new(plan: &Plan, links: Links, columns: &Columns) -> Self {
        let outcome = evaluate::evaluate(plan, columns);
        let share = range::estimate(&outcome.share);
        let in_part = range::estimate(&outcome.any);
        let averaged = matches!(plan.sewn.way, Way::AnyPlace(_)).then(|| evaluate::averaged(plan, columns));
        let of = |column: fn(&Outcome) -> &[f64]| averaged.as_ref().map(|average| range::interval(column(average)));
        let share = Estimate { of_average: of(|average| &average.share), ..share };
        let in_part = Estimate { of_average: of(|average| &average.any), ..in_part };
        Self { share, in_part, amounts: onward::amounts(links, (&outcome.share, share), columns) }
    }
}

/// A question not answered, with what it is ranked by: the expected change as a part of the mass that it is about, so that
/// shares and grams compare.
pub(crate) type RankedQuestion = (f64, Next);

/// The results computed so far, by what the garments share.
#[derive(Default)]
pub(crate) struct SharedResults {
    numbers: RefCell<Vec<(SharedKey, SharedNumbers)>>,
    questions: RefCell<Vec<(SharedKey, Rc<[RankedQuestion]>)>>,
}

/// As many are cached, half a megabyte of them; then the cache begins anew.
const MOST: usize = 2048;

impl SharedResults {
    pub(crate) fn numbers(&self, key: Option<SharedKey>, make: impl FnOnce() -> SharedNumbers) -> SharedNumbers {
        get(&self.numbers, key, make)
    }

    pub(crate) fn questions(
        &self,
        key: Option<SharedKey>,
        make: impl FnOnce() -> Rc<[RankedQuestion]>,
    ) -> Rc<[RankedQuestion]> {
        get(&self.questions, key, make)
    }
}

fn get<V: Clone>(cache: &RefCell<Vec<(SharedKey, V)>>, key: Option<SharedKey>, make: impl FnOnce() -> V) -> V {
    let Some(key) = key else {
        return make();
    };
    if cache.borrow().len() == MOST {
        cache.borrow_mut().clear();
    }
    cached(cache, key, make)
}
