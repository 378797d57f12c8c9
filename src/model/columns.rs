//! Columns: one number for `central` and one for each point of the set, computed once and kept.

use super::{
    points::{self, COUNT},
    quantile::{self, Abscissae, Curve, Spread},
    range::Cumulative,
    sorted::sorted,
    strand::{Crop, Lot, Row, Strand, Way},
};
use crate::{
    cache::cached,
    figures::{
        self, CHINA_HOME_GROWN, CHINA_HOME_SPUN, COTTON_TILT, Dimension, FOREIGN_LINT, FigureId, LOTS, RECENT_CROPS,
        REGION_OF_CHINA, REGION_OF_WORLD, REGION_SEWN, REGION_SPUN, REGION_WOVEN, SEWN_IN_BY, YARN_OF_FABRIC,
    },
    options::Replacement,
    vocabulary::{Fabric, Place},
};
use std::{cell::RefCell, rc::Rc};

/// `central` at index 0, then a value for each point.
pub(crate) type Column = Rc<[f64]>;

/// Length of a column.
pub(crate) const LENGTH: usize = COUNT + 1;

/// What a column holds. Lots and ways are products that many garments share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ColumnKey {
    Figure(FigureId),
    /// Share of China's cotton grown in the Region, by crop; None: not known.
    OfChina(Option<Crop>),
    /// Share of a lot grown in the Region.
    Share(Lot, Option<Crop>),
    /// Chance that `lots` lots of that share hold any.
    Any(Lot, Option<Crop>),
    Way(Way),
}

/// The figures with their spreads, and the columns made of them so far.
pub(crate) struct Columns {
    spreads: Vec<Spread>,
    abscissae: Abscissae,
    /// Sorted by key.
    made: RefCell<Vec<(ColumnKey, Column)>>,
    /// Sorted by figure.
    cumulatives: RefCell<Vec<(FigureId, Rc<Cumulative>)>>,
}

/// What a strand gives: how much of the cotton grew in the Region, and the chance of any, each a column.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) share: Vec<f64>,
    pub(crate) any: Vec<f64>,
}

/// Where the numbers of a plan come from: every point, or `central` alone.
pub(crate) trait Numbers {
    /// A strand's outcome.
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome;
    /// A figure's values.
    fn figure(&self, id: FigureId) -> Column;
}

/// `central` alone: no column is made for it.
pub(crate) struct Central<'c>(pub(crate) &'c Columns);

impl Numbers for Central<'_> {
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome {
        let [way, lot] = self.0.central(strand, crop);
        Outcome { share: vec![self.0.central_share(strand, crop)], any: vec![way * self.0.any(lot)] }
    }

    fn figure(&self, id: FigureId) -> Column {
        [self.0.best(id)].into()
    }
}

impl Numbers for Columns {
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome {
        let way = self.column(ColumnKey::Way(strand.way));
        let share = product(&way, &self.column(ColumnKey::Share(strand.lot, crop)));
        let any = product(&way, &self.column(ColumnKey::Any(strand.lot, crop)));
        let mut outcome = Outcome { share, any };
        if let Way::AnyPlace(_) = strand.way {
            // Central stands on the base figure itself, as one strand of Chinese cloth.
            let central = Central(self).strand(strand, crop);
            (outcome.share[0], outcome.any[0]) = (central.share[0], central.any[0]);
        }
        outcome
    }

    fn figure(&self, id: FigureId) -> Column {
        self.column(ColumnKey::Figure(id))
    }
}

impl Columns {
    pub(crate) fn new(replace: &[Replacement]) -> Self {
        let mut spreads: Vec<Spread> = figures::all().iter().map(Spread::from).collect();
        for Replacement { figure, low, best, high } in replace {
            let spread = &mut spreads[usize::from(figure.0)];
            *spread = Spread { low: *low, best: *best, high: *high, ..*spread };
        }
        Self { spreads, abscissae: Abscissae::new(), made: RefCell::default(), cumulatives: RefCell::default() }
    }

    /// A figure's value for `central`.
    pub(crate) fn best(&self, id: FigureId) -> f64 {
        self.spreads[usize::from(id.0)].best
    }

    /// A figure's values at each rank, lowest first.
    pub(crate) fn quantiles(&self, id: FigureId) -> Vec<f64> {
        quantile::values(self.spreads[usize::from(id.0)], &self.abscissae)
    }

    /// A figure's values in the middle of each of `count` equal parts of its distribution, lowest first.
    pub(crate) fn middles(&self, id: FigureId, count: usize) -> impl Iterator<Item = f64> {
        let curve = Curve::new(self.spreads[usize::from(id.0)]);
        (0..count).map(move |part| curve.at((2 * part + 1) * COUNT / (2 * count), &self.abscissae))
    }

    /// A strand's way and lot for `central`.
    pub(crate) fn central(&self, strand: Strand, crop: Option<Crop>) -> [f64; 2] {
        let lot = self.central_lot(strand.lot, crop);
        match strand.way {
            // Only a replaced figure makes the world's share larger than that of Chinese cloth: then it is all one lot.
            Way::AnyPlace(_) if self.world(crop) > lot => [1.0, self.world(crop)],
            Way::AnyPlace(_) => [self.world(crop) / lot, lot],
            way => [self.central_way(way), lot],
        }
    }

    /// A strand's share for `central`.
    pub(crate) fn central_share(&self, strand: Strand, crop: Option<Crop>) -> f64 {
        match strand.way {
            // Exactly the base figure: way times lot would be a digit off.
            Way::AnyPlace(_) => self.world(crop),
            way => self.central_way(way) * self.central_lot(strand.lot, crop),
        }
    }

    fn central_lot(&self, lot: Lot, crop: Option<Crop>) -> f64 {
        match lot {
            Lot::Cloth => self.central_lot(Lot::Yarn, crop) * self.best(CHINA_HOME_SPUN),
            Lot::Yarn => self.central_lot(Lot::Field, crop) * self.best(CHINA_HOME_GROWN),
            Lot::Field => self.best(crop.map_or(REGION_OF_CHINA, |crop| crop.of_china)),
            Lot::RegionSewn => self.best(REGION_SEWN),
            Lot::RegionWoven => self.best(REGION_WOVEN),
            Lot::RegionSpun => self.best(REGION_SPUN),
            Lot::Region => 1.0,
        }
    }

    fn central_way(&self, way: Way) -> f64 {
        match way {
            Way::All => 1.0,
            Way::ForeignYarn => self.best(FOREIGN_LINT),
            Way::Sewn(row) if row.get().tilted => self.best(COTTON_TILT) * self.best(row.get().figure),
            Way::Sewn(row) => self.best(row.get().figure),
            Way::Woven(row) => self.best(YARN_OF_FABRIC) * self.central_way(Way::Sewn(row)),
            // Central does not draw a place.
            Way::AnyPlace(_) => f64::NAN,
        }
    }

    /// For `central`: the chance that lots of this share hold any.
    pub(crate) fn any(&self, share: f64) -> f64 {
        any_of(share, self.best(LOTS))
    }

    /// The Region's share of the world's cotton, for `central`.
    fn world(&self, crop: Option<Crop>) -> f64 {
        self.best(crop.map_or(REGION_OF_WORLD, |crop| crop.of_world))
    }

    /// The cumulative distribution of a figure.
    pub(crate) fn cumulative(&self, id: FigureId) -> Rc<Cumulative> {
        cached(&self.cumulatives, id, || Rc::new(Cumulative::new(self.spreads[usize::from(id.0)], &self.quantiles(id))))
    }

    fn column(&self, key: ColumnKey) -> Column {
        cached(&self.made, key, || self.make(key))
    }

    fn make(&self, key: ColumnKey) -> Column {
        match key {
            ColumnKey::Figure(id) => self.make_figure(id),
            ColumnKey::OfChina(Some(crop)) => self.figure(crop.of_china),
            ColumnKey::OfChina(None) => self.make_any_crop(),
            ColumnKey::Share(lot, crop) => self.make_share(lot, crop),
            ColumnKey::Any(lot, crop) => {
                let (share, lots) = (self.column(ColumnKey::Share(lot, crop)), self.figure(LOTS));
                share.iter().zip(lots.iter()).map(|(share, lots)| any_of(*share, *lots)).collect()
            }
            ColumnKey::Way(way) => self.make_way(way),
        }
    }

    fn make_figure(&self, id: FigureId) -> Column {
        let drawn = self.drawn(id);
        std::iter::once(self.best(id)).chain((0..COUNT).map(|point| drawn.at(point, self))).collect()
    }

    fn drawn(&self, id: FigureId) -> Drawn {
        // The base figure is a constant; replaced by a range it moves with the others of its kind.
        let base = (id == REGION_OF_CHINA).then_some(Dimension::Region);
        Drawn { curve: Curve::new(self.spreads[usize::from(id.0)]), dimension: id.figure().dimension.or(base) }
    }

    fn make_share(&self, lot: Lot, crop: Option<Crop>) -> Column {
        match lot {
            Lot::Cloth => {
                product(&self.column(ColumnKey::Share(Lot::Yarn, crop)), &self.figure(CHINA_HOME_SPUN)).into()
            }
            Lot::Yarn => product(&self.column(ColumnKey::OfChina(crop)), &self.figure(CHINA_HOME_GROWN)).into(),
            Lot::Field => self.column(ColumnKey::OfChina(crop)),
            Lot::RegionSewn => self.figure(REGION_SEWN),
            Lot::RegionWoven => self.figure(REGION_WOVEN),
            Lot::RegionSpun => self.figure(REGION_SPUN),
            Lot::Region => constant(1.0),
        }
    }

    fn make_way(&self, way: Way) -> Column {
        match way {
            Way::All => constant(1.0),
            Way::ForeignYarn => self.figure(FOREIGN_LINT),
            Way::Sewn(row) if row.get().tilted => {
                product(&self.figure(COTTON_TILT), &self.figure(row.get().figure)).into()
            }
            Way::Sewn(row) => self.figure(row.get().figure),
            Way::Woven(row) => {
                product(&self.figure(YARN_OF_FABRIC), &self.column(ColumnKey::Way(Way::Sewn(row)))).into()
            }
            Way::AnyPlace(fabric) => self.make_any_place(fabric),
        }
    }

    /// Without a year: one of the recent crops, evenly, each with its own bounds.
    fn make_any_crop(&self) -> Column {
        if self.spreads[usize::from(REGION_OF_CHINA.0)] != Spread::from(REGION_OF_CHINA.figure()) {
            // Replaced: whoever sets the base figure means it, whatever the crop.
            return self.figure(REGION_OF_CHINA);
        }
        // A point has one crop: only that one's value is worked out.
        let crops: Vec<Drawn> = RECENT_CROPS.map(|year| self.drawn(Crop::of(year).of_china)).collect();
        let chosen = points::ranks(Dimension::AnyCrop).map(|rank| usize::from(rank) * crops.len() / COUNT);
        let values = chosen.enumerate().map(|(point, crop)| crops[crop].at(point, self));
        std::iter::once(self.best(REGION_OF_CHINA)).chain(values).collect()
    }

    /// Without a place: one of those that garments come from, by their weights. `central` is not made of it: see `strand`.
    fn make_any_place(&self, fabric: Option<Fabric>) -> Column {
        let ways = SEWN_IN_BY.rows().iter().map(|(place, weight)| (self.best(*weight), way_of(place, fabric)));
        // In order of what they give, so that neighbouring points of the dimension give neighbouring answers.
        let ways = sorted(ways, |(_, a), (_, b)| self.central_way(*a) < self.central_way(*b));
        let total: f64 = ways.iter().map(|(weight, _)| weight).sum();
        let place = |u: f64| {
            let mut left = u * total;
            let passed = ways.iter().take_while(|(weight, _)| {
                left -= weight;
                left >= 0.0
            });
            passed.count().min(ways.len() - 1)
        };
        // A point has one place: only that one's value is worked out. All of them were forty milliseconds of the first answer.
        let sewn: Vec<Sewn> = ways.iter().map(|(_, way)| self.sewn(*way)).collect();
        let chosen = points::ranks(Dimension::AnyPlace).map(|rank| place((f64::from(rank) + 0.5) / COUNT as f64));
        let values = chosen.enumerate().map(|(point, place)| sewn[place].at(point, self));
        std::iter::once(f64::NAN).chain(values).collect()
    }

    fn sewn(&self, way: Way) -> Sewn {
        match way {
            Way::Sewn(row) => Sewn::Processed {
                drawn: self.drawn(row.get().figure),
                tilt: row.get().tilted.then(|| self.figure(COTTON_TILT)),
            },
            way => Sewn::Other(self.column(ColumnKey::Way(way))),
        }
    }
}

/// A figure's values by point, worked out where they are asked for.
struct Drawn {
    curve: Curve,
    /// None: a constant, whatever bounds it was given.
    dimension: Option<Dimension>,
}

impl Drawn {
    fn at(&self, point: usize, columns: &Columns) -> f64 {
        match self.dimension {
            Some(dimension) => self.curve.at(usize::from(points::rank(dimension, point)), &columns.abscissae),
            None => self.curve.best(),
        }
    }
}

/// What holds for a place of sewing, by point.
enum Sewn {
    Processed { drawn: Drawn, tilt: Option<Column> },
    Other(Column),
}

impl Sewn {
    fn at(&self, point: usize, columns: &Columns) -> f64 {
        match self {
            Self::Processed { drawn, tilt: Some(tilt) } => tilt[point + 1] * drawn.at(point, columns),
            Self::Processed { drawn, tilt: None } => drawn.at(point, columns),
            Self::Other(column) => column[point + 1],
        }
    }
}

/// The way of a row of `sewn-in`.
fn way_of(place: &str, fabric: Option<Fabric>) -> Way {
    match Place::from_code(place) {
        Some(place) => Strand::sewn(place, fabric).way,
        None => Way::Sewn(Row::elsewhere()),
    }
}

/// Chance that n independent lots, each with this share from the Region, hold any of it: 1 - (1 - share)^n.
fn any_of(share: f64, lots: f64) -> f64 {
    if share >= 1.0 { 1.0 } else { -libm::expm1(lots * libm::log1p(-share)) }
}

fn product(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a * b).collect()
}

fn constant(value: f64) -> Column {
    vec![value; LENGTH].into()
}
