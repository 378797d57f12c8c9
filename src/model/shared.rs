//! Results shared by garments that differ only in how much cotton they hold and what they weigh: computed once and cached.

use super::{
    amounts::{self, Amounts, Factors},
    columns::{Columns, Outcome},
    evaluate,
    plan::{Origin, Plan},
    range,
    strand::PathShare,
};
use crate::{
    assessment::{Estimate, Next},
    cache::cached,
    garment::{Cotton, Garment},
    schemes::{self, Scheme},
    vocabulary::{Kind, Place, Proof, Year},
};
use std::{cell::RefCell, rc::Rc};

/// What such garments have in common: all that their shares, and the questions that would move these, depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SharedKey {
    kind: Option<Kind>,
    made_in: Option<Place>,
    fabric_in: Option<Place>,
    spun_in: Option<Place>,
    /// Stated origins of the cotton in their order, three bits each.
    origins: u64,
    proof: Option<Proof>,
    /// A bit for each scheme of the catalogue.
    schemes: u64,
    bought_in: Option<Year>,
    sold_in: Option<Place>,
    /// Bits of the recycled part of the cotton.
    recycled: u64,
    /// Bits of the least and the most cotton, where it is not said or not all of it; of 1 and 1 where it is.
    cotton: Option<[u64; 2]>,
    mass_said: bool,
}

impl SharedKey {
    /// None where more is said than a key holds: a long list of origins.
    pub(crate) fn of(garment: &Garment, cotton: Cotton, recycled: f64, origins: &[Origin]) -> Option<Self> {
        let bits = |least: f64, most: f64| Some([least.to_bits(), most.to_bits()]);
        let cotton = match cotton {
            Cotton::None | Cotton::Fraction(_) => bits(1.0, 1.0),
            Cotton::Usual { least, most } => bits(least, most),
            Cotton::NotKnown => None,
        };
        Some(Self {
            kind: garment.kind,
            made_in: garment.made_in,
            fabric_in: garment.fabric_in,
            spun_in: garment.spun_in,
            origins: packed(origins)?,
            proof: garment.proof,
            schemes: set(&garment.schemes)?,
            bought_in: garment.bought_in,
            sold_in: garment.sold_in,
            recycled: recycled.to_bits(),
            cotton,
            mass_said: garment.mass().is_some(),
        })
    }
}

/// Origins as far as numbers depend on them: outside China every place is alike.
fn packed(origins: &[Origin]) -> Option<u64> {
    let code = |origin: &Origin| match origin.place {
        Some(Place::Region) => 1,
        Some(Place::CHINA) => 2,
        _ => 3 + origin.proof as u64,
    };
    let fits = origins.len() * 3 < 64;
    fits.then(|| origins.iter().fold(0, |packed, origin| packed << 3 | code(origin)))
}

fn set(schemes: &[&Scheme]) -> Option<u64> {
    let bit = |scheme: &&Scheme| {
        let index = schemes::all().iter().position(|known| known == *scheme)?;
        1_u64.checked_shl(u32::try_from(index).ok()?)
    };
    schemes.iter().try_fold(0, |set, scheme| Some(set | bit(scheme)?))
}

/// The numbers of a garment: shares, and amounts for all cotton and one gram where it says how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SharedNumbers {
    pub(crate) share: Estimate,
    pub(crate) in_part: Estimate,
    pub(crate) amounts: Amounts,
}

impl SharedNumbers {
    pub(crate) fn new(plan: &Plan, factors: Factors, columns: &Columns) -> Self {
        let outcome = evaluate::evaluate(plan, columns);
        let share = range::estimate(&outcome.share);
        let in_part = range::estimate(&outcome.any);
        let averaged =
            matches!(plan.sewn.path_share, PathShare::AnyPlace(_)).then(|| evaluate::averaged(plan, columns));
        let of = |column: fn(&Outcome) -> &[f64]| averaged.as_ref().map(|average| range::interval(column(average)));
        let share = Estimate { of_average: of(|average| &average.share), ..share };
        let in_part = Estimate { of_average: of(|average| &average.any), ..in_part };
        Self { share, in_part, amounts: amounts::amounts(factors, (&outcome.share, share), columns) }
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
