//! Columns: one number for `central` and one for each point of the set, computed once and cached.

use super::{
    points::{self, COUNT},
    quantile::{self, Abscissae, Curve, Spread},
    range::Cumulative,
    sorted::sorted,
    strand::{Crop, PathShare, ProcessedRow, RegionShare, Strand},
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

/// What a column holds. The shares of strands are products that many garments have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ColumnKey {
    Figure(FigureId),
    /// Share of China's cotton grown in the Region, by crop; None: not known.
    OfChina(Option<Crop>),
    /// The Region's share of what came by a path.
    RegionShare(RegionShare, Option<Crop>),
    /// Chance that the figure `lots` of independent lots, each with that share, hold any of the Region's cotton.
    Any(RegionShare, Option<Crop>),
    /// A path's share of the garment's cotton.
    PathShare(PathShare),
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
        let [path_share, region_share] = self.0.central(strand, crop);
        Outcome { share: vec![self.0.central_share(strand, crop)], any: vec![path_share * self.0.any(region_share)] }
    }

    fn figure(&self, id: FigureId) -> Column {
        [self.0.best(id)].into()
    }
}

impl Numbers for Columns {
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome {
        let path_share = self.column(ColumnKey::PathShare(strand.path_share));
        let share = product(&path_share, &self.column(ColumnKey::RegionShare(strand.region_share, crop)));
        let any = product(&path_share, &self.column(ColumnKey::Any(strand.region_share, crop)));
        let mut outcome = Outcome { share, any };
        if let PathShare::AnyPlace(_) = strand.path_share {
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

    /// A strand's two shares for `central`.
    pub(crate) fn central(&self, strand: Strand, crop: Option<Crop>) -> [f64; 2] {
        let region_share = self.central_region_share(strand.region_share, crop);
        match strand.path_share {
            // Only a replaced figure makes the world's share larger than that of Chinese cloth: then all of the cotton is alike.
            PathShare::AnyPlace(_) if self.world(crop) > region_share => [1.0, self.world(crop)],
            PathShare::AnyPlace(_) => [self.world(crop) / region_share, region_share],
            other => [self.central_path_share(other), region_share],
        }
    }

    /// A strand's share for `central`.
    pub(crate) fn central_share(&self, strand: Strand, crop: Option<Crop>) -> f64 {
        match strand.path_share {
            // Exactly the base figure: the product of the two shares would be a digit off.
            PathShare::AnyPlace(_) => self.world(crop),
            other => self.central_path_share(other) * self.central_region_share(strand.region_share, crop),
        }
    }

    fn central_region_share(&self, share: RegionShare, crop: Option<Crop>) -> f64 {
        match share {
            RegionShare::Cloth => self.central_region_share(RegionShare::Yarn, crop) * self.best(CHINA_HOME_SPUN),
            RegionShare::Yarn => self.central_region_share(RegionShare::Field, crop) * self.best(CHINA_HOME_GROWN),
            RegionShare::Field => self.best(crop.map_or(REGION_OF_CHINA, |crop| crop.of_china)),
            RegionShare::RegionSewn => self.best(REGION_SEWN),
            RegionShare::RegionWoven => self.best(REGION_WOVEN),
            RegionShare::RegionSpun => self.best(REGION_SPUN),
            RegionShare::Region => 1.0,
        }
    }

    fn central_path_share(&self, share: PathShare) -> f64 {
        match share {
            PathShare::All => 1.0,
            PathShare::ForeignYarn => self.best(FOREIGN_LINT),
            PathShare::Sewn(row) if row.get().tilted => self.best(COTTON_TILT) * self.best(row.get().figure),
            PathShare::Sewn(row) => self.best(row.get().figure),
            PathShare::Woven(row) => self.best(YARN_OF_FABRIC) * self.central_path_share(PathShare::Sewn(row)),
            // Central does not draw a place.
            PathShare::AnyPlace(_) => f64::NAN,
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
            ColumnKey::RegionShare(share, crop) => self.make_region_share(share, crop),
            ColumnKey::Any(share, crop) => {
                let (share, lots) = (self.column(ColumnKey::RegionShare(share, crop)), self.figure(LOTS));
                share.iter().zip(lots.iter()).map(|(share, lots)| any_of(*share, *lots)).collect()
            }
            ColumnKey::PathShare(share) => self.make_path_share(share),
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

    fn make_region_share(&self, share: RegionShare, crop: Option<Crop>) -> Column {
        match share {
            RegionShare::Cloth => {
                product(&self.column(ColumnKey::RegionShare(RegionShare::Yarn, crop)), &self.figure(CHINA_HOME_SPUN))
                    .into()
            }
            RegionShare::Yarn => product(&self.column(ColumnKey::OfChina(crop)), &self.figure(CHINA_HOME_GROWN)).into(),
            RegionShare::Field => self.column(ColumnKey::OfChina(crop)),
            RegionShare::RegionSewn => self.figure(REGION_SEWN),
            RegionShare::RegionWoven => self.figure(REGION_WOVEN),
            RegionShare::RegionSpun => self.figure(REGION_SPUN),
            RegionShare::Region => constant(1.0),
        }
    }

    fn make_path_share(&self, share: PathShare) -> Column {
        match share {
            PathShare::All => constant(1.0),
            PathShare::ForeignYarn => self.figure(FOREIGN_LINT),
            PathShare::Sewn(row) if row.get().tilted => {
                product(&self.figure(COTTON_TILT), &self.figure(row.get().figure)).into()
            }
            PathShare::Sewn(row) => self.figure(row.get().figure),
            PathShare::Woven(row) => {
                product(&self.figure(YARN_OF_FABRIC), &self.column(ColumnKey::PathShare(PathShare::Sewn(row)))).into()
            }
            PathShare::AnyPlace(fabric) => self.make_any_place(fabric),
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
        let paths = SEWN_IN_BY.rows().iter().map(|(place, weight)| (self.best(*weight), path_share_of(place, fabric)));
        // In order of what they give, so that neighbouring points of the dimension give neighbouring answers.
        let paths = sorted(paths, |(_, a), (_, b)| self.central_path_share(*a) < self.central_path_share(*b));
        let total: f64 = paths.iter().map(|(weight, _)| weight).sum();
        let place = |u: f64| {
            let mut left = u * total;
            let passed = paths.iter().take_while(|(weight, _)| {
                left -= weight;
                left >= 0.0
            });
            passed.count().min(paths.len() - 1)
        };
        // A point has one place: only that one's value is worked out. All of them were forty milliseconds of the first answer.
        let sewn: Vec<Sewn> = paths.iter().map(|(_, path)| self.sewn(*path)).collect();
        let chosen = points::ranks(Dimension::AnyPlace).map(|rank| place((f64::from(rank) + 0.5) / COUNT as f64));
        let values = chosen.enumerate().map(|(point, place)| sewn[place].at(point, self));
        std::iter::once(f64::NAN).chain(values).collect()
    }

    fn sewn(&self, share: PathShare) -> Sewn {
        match share {
            PathShare::Sewn(row) => Sewn::Processed {
                drawn: self.drawn(row.get().figure),
                tilt: row.get().tilted.then(|| self.figure(COTTON_TILT)),
            },
            other => Sewn::Other(self.column(ColumnKey::PathShare(other))),
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

/// The share of a row of `sewn-in`.
pub(crate) fn path_share_of(place: &str, fabric: Option<Fabric>) -> PathShare {
    match Place::from_code(place) {
        Some(place) => Strand::sewn(place, fabric).path_share,
        None => PathShare::Sewn(ProcessedRow::elsewhere()),
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
