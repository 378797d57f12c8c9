//! Columns: one number for `central` and one for each point of the set, computed once and cached.

use super::{
    any_place,
    points::{self, COUNT},
    quantile::{self, Abscissae, Curve, Spread},
    range::Cumulative,
    strand::{AnyPlace, Crop, Market, PathShare, RegionShare, Strand, Switch},
};
use crate::{
    cache::cached,
    figures::{
        self, CHINA_HOME_GROWN, CHINA_HOME_SPUN, COTTON_TILT, CROP_LAG, Dimension, FOREIGN_LINT, FigureId, LOTS,
        RECENT_CROPS, REGION_OF_CHINA, REGION_OF_WORLD, REGION_SEWN, REGION_SPUN, REGION_WOVEN, SWITCHED_SINCE,
        YARN_OF_FABRIC,
    },
    options::Replacement,
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
    /// What is left of a path that a market's buyers left.
    Switch(Switch),
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

    /// Recycled cotton: its share is that of a garment of which nothing is known. It is torn from many garments, so for the chance of
    /// any it is one strand of that share.
    fn recycled(&self) -> Outcome {
        let Outcome { share, .. } = self.strand(Strand::RECYCLED, None);
        let lots = self.figure(LOTS);
        let any = share.iter().zip(lots.iter()).map(|(share, lots)| any_of(*share, *lots)).collect();
        Outcome { share, any }
    }
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
        if let PathShare::Average(AnyPlace { market: Market::WORLD, .. }) = strand.path_share {
            return self.world_outcome(crop);
        }
        let mut path_share = self.column(ColumnKey::PathShare(strand.path_share));
        if let Some(switch) = strand.switch {
            path_share = product(&path_share, &self.column(ColumnKey::Switch(switch))).into();
        }
        let share = product(&path_share, &self.column(ColumnKey::RegionShare(strand.region_share, crop)));
        let any = product(&path_share, &self.column(ColumnKey::Any(strand.region_share, crop)));
        let mut outcome = Outcome { share, any };
        if let PathShare::AnyPlace(_) | PathShare::Average(_) = strand.path_share {
            // Central is that of the average: the base figure itself, or the market's, as one strand of Chinese cloth.
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
            path_share if path_share.is_world() && self.world(crop) > region_share => [1.0, self.world(crop)],
            path_share if path_share.is_world() => [self.world(crop) / region_share, region_share],
            _ => [self.central_path_share(strand), region_share],
        }
    }

    /// A strand's share for `central`.
    pub(crate) fn central_share(&self, strand: Strand, crop: Option<Crop>) -> f64 {
        match strand.path_share {
            // Exactly the base figure: the product of the two shares would be a digit off.
            path_share if path_share.is_world() => self.world(crop),
            _ => self.central_path_share(strand) * self.central_region_share(strand.region_share, crop),
        }
    }

    fn central_region_share(&self, region_share: RegionShare, crop: Option<Crop>) -> f64 {
        match region_share {
            RegionShare::Cloth => self.central_region_share(RegionShare::Yarn, crop) * self.best(CHINA_HOME_SPUN),
            RegionShare::Yarn => self.central_region_share(RegionShare::Field, crop) * self.best(CHINA_HOME_GROWN),
            RegionShare::Field => self.best(crop.map_or(REGION_OF_CHINA, |crop| crop.of_china)),
            RegionShare::RegionSewn => self.best(REGION_SEWN),
            RegionShare::RegionWoven => self.best(REGION_WOVEN),
            RegionShare::RegionSpun => self.best(REGION_SPUN),
            RegionShare::Region => 1.0,
        }
    }

    /// The share of the garment's cotton that came by a strand's path, for `central`, with what buyers left of it. The world's average has none:
    /// its share is the base figure.
    pub(crate) fn central_path_share(&self, strand: Strand) -> f64 {
        let switched = strand.switch.map_or(1.0, |switch| self.central_switch(switch));
        switched * self.central_unswitched(strand.path_share)
    }

    fn central_unswitched(&self, path_share: PathShare) -> f64 {
        match path_share {
            PathShare::All => 1.0,
            PathShare::ForeignYarn => self.best(FOREIGN_LINT),
            PathShare::Sewn(row) if row.get().tilted => self.best(COTTON_TILT) * self.best(row.get().figure),
            PathShare::Sewn(row) => self.best(row.get().figure),
            PathShare::Woven(row) => self.best(YARN_OF_FABRIC) * self.central_unswitched(PathShare::Sewn(row)),
            PathShare::AnyPlace(any) | PathShare::Average(any) => {
                any.parts(self).iter().map(|(share, strand)| share * self.central_path_share(*strand)).sum()
            }
        }
    }

    /// What is left of a path for `central`: with no year it stands on base figures of before buyers left.
    pub(crate) fn central_switch(&self, switch: Switch) -> f64 {
        if switch.by_crop { 1.0 } else { self.best(switch.figure) }
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

    /// What is left of a path, at each point.
    pub(super) fn switch(&self, switch: Switch) -> Column {
        self.column(ColumnKey::Switch(switch))
    }

    fn column(&self, key: ColumnKey) -> Column {
        cached(&self.made, key, || self.make(key))
    }

    fn make(&self, key: ColumnKey) -> Column {
        match key {
            ColumnKey::Figure(id) => self.make_figure(id),
            ColumnKey::OfChina(Some(crop)) => self.figure(crop.of_china),
            ColumnKey::OfChina(None) => self.make_any_crop(),
            ColumnKey::RegionShare(region_share, crop) => self.make_region_share(region_share, crop),
            ColumnKey::Any(region_share, crop) => {
                let (share, lots) = (self.column(ColumnKey::RegionShare(region_share, crop)), self.figure(LOTS));
                share.iter().zip(lots.iter()).map(|(share, lots)| any_of(*share, *lots)).collect()
            }
            ColumnKey::PathShare(path_share) => self.make_path_share(path_share),
            ColumnKey::Switch(switch) => self.make_switch(switch),
        }
    }

    fn make_figure(&self, id: FigureId) -> Column {
        let drawn = self.drawn(id);
        std::iter::once(self.best(id)).chain((0..COUNT).map(|point| drawn.at(point, self))).collect()
    }

    pub(super) fn drawn(&self, id: FigureId) -> Drawn {
        // The base figure is a constant; replaced by a range it moves with the others of its kind.
        let base = (id == REGION_OF_CHINA).then_some(Dimension::Region);
        Drawn { curve: Curve::new(self.spreads[usize::from(id.0)]), dimension: id.figure().dimension.or(base) }
    }

    fn make_region_share(&self, region_share: RegionShare, crop: Option<Crop>) -> Column {
        match region_share {
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

    fn make_path_share(&self, path_share: PathShare) -> Column {
        match path_share {
            PathShare::All => constant(1.0),
            PathShare::ForeignYarn => self.figure(FOREIGN_LINT),
            PathShare::Sewn(row) if row.get().tilted => {
                product(&self.figure(COTTON_TILT), &self.figure(row.get().figure)).into()
            }
            PathShare::Sewn(row) => self.figure(row.get().figure),
            PathShare::Woven(row) => {
                product(&self.figure(YARN_OF_FABRIC), &self.column(ColumnKey::PathShare(PathShare::Sewn(row)))).into()
            }
            PathShare::AnyPlace(any) => any_place::drawn(any, self),
            PathShare::Average(any) => any_place::averaged(any, self),
        }
    }

    /// What is left of a path: with no year, less only in the draws whose crop is late enough.
    fn make_switch(&self, Switch { figure, by_crop }: Switch) -> Column {
        let left = self.figure(figure);
        if !by_crop {
            return left;
        }
        let switched = RECENT_CROPS.map(|crop| f64::from(crop) + self.best(CROP_LAG) >= f64::from(SWITCHED_SINCE));
        let switched: Vec<bool> = switched.collect();
        let points = self.crops().zip(&left[1..]).map(|(crop, left)| if switched[crop] { *left } else { 1.0 });
        std::iter::once(1.0).chain(points).collect()
    }

    /// For each point, which of the recent crops it has.
    fn crops(&self) -> impl Iterator<Item = usize> {
        let count = RECENT_CROPS.count();
        points::ranks(Dimension::AnyCrop).map(move |rank| usize::from(rank) * count / COUNT)
    }

    /// The world's share as one strand of Chinese cloth, at each point.
    fn world_outcome(&self, crop: Option<Crop>) -> Outcome {
        let share = self.figure(crop.map_or(REGION_OF_WORLD, |crop| crop.of_world));
        let (lots, region_share) = (self.figure(LOTS), self.column(ColumnKey::RegionShare(RegionShare::Cloth, crop)));
        let any = |((share, region_share), lots): ((&f64, &f64), &f64)| {
            if share > region_share {
                any_of(*share, *lots)
            } else {
                share / region_share * any_of(*region_share, *lots)
            }
        };
        Outcome {
            any: share.iter().zip(region_share.iter()).zip(lots.iter()).map(any).collect(),
            share: share.to_vec(),
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
        let values = self.crops().enumerate().map(|(point, crop)| crops[crop].at(point, self));
        std::iter::once(self.best(REGION_OF_CHINA)).chain(values).collect()
    }
}

/// A figure's values by point, worked out where they are asked for.
pub(super) struct Drawn {
    curve: Curve,
    /// None: a constant, whatever bounds it was given.
    dimension: Option<Dimension>,
}

impl Drawn {
    /// At a rank of its dimension, lowest first.
    pub(super) fn at_rank(&self, rank: usize, columns: &Columns) -> f64 {
        self.curve.at(rank, &columns.abscissae)
    }

    pub(super) fn at(&self, point: usize, columns: &Columns) -> f64 {
        match self.dimension {
            Some(dimension) => self.curve.at(usize::from(points::rank(dimension, point)), &columns.abscissae),
            None => self.curve.best(),
        }
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
