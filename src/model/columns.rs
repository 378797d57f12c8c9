//! Columns: one number for `central` and one for each point of the set, computed once and cached.

use super::{
    any_place,
    drawn::{Column, DrawnFigures},
    points::COUNT,
    strand::{AnyPlace, Crop, Market, PathShare, RegionShare, Strand},
};
use crate::{
    cache::cached,
    figures::{
        CHINA_HOME_GROWN, CHINA_HOME_SPUN, COTTON_TILT, FOREIGN_LINT, FigureId, LOTS, REGION_OF_CHINA, REGION_OF_WORLD,
        REGION_SEWN, REGION_SPUN, REGION_WOVEN, YARN_OF_FABRIC,
    },
    options::Replacement,
};
use std::cell::RefCell;

/// Length of a column.
pub(crate) const LENGTH: usize = COUNT + 1;

/// What a column holds. The shares of strands are products that many garments have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ColumnKey {
    /// The Region's share of what came by a path.
    RegionShare(RegionShare, Option<Crop>),
    /// Chance that the figure `lots` of independent lots, each with that share, hold any of the Region's cotton.
    Any(RegionShare, Option<Crop>),
    /// A path's share of the garment's cotton.
    PathShare(PathShare),
}

/// The figures, and the columns made of them so far.
pub(crate) struct Columns {
    pub(crate) figures: DrawnFigures,
    /// Sorted by key.
    made: RefCell<Vec<(ColumnKey, Column)>>,
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

/// At every point the average over places, where the place of sewing is not known: how well the average itself is known.
pub(crate) struct Averaged<'c>(pub(crate) &'c Columns);

impl Numbers for Averaged<'_> {
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome {
        self.0.strand(strand.averaged(), crop)
    }

    fn figure(&self, id: FigureId) -> Column {
        self.0.figure(id)
    }
}

impl Numbers for Columns {
    fn strand(&self, strand: Strand, crop: Option<Crop>) -> Outcome {
        if let PathShare::Average(AnyPlace { market: Market::WORLD, .. }) = strand.path_share {
            return self.world_outcome(crop);
        }
        let mut path_share = self.column(ColumnKey::PathShare(strand.path_share));
        if let Some(switch) = strand.switch {
            path_share = product(&path_share, &self.figures.switch(switch)).into();
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
        self.figures.figure(id)
    }
}

impl Columns {
    pub(crate) fn new(replace: &[Replacement]) -> Self {
        Self { figures: DrawnFigures::new(replace), made: RefCell::default() }
    }

    /// A figure's value for `central`.
    pub(crate) fn best(&self, id: FigureId) -> f64 {
        self.figures.best(id)
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
        match strand.path_share {
            PathShare::All | PathShare::Sewn(_) => self.figures.central_sewn(strand),
            PathShare::ForeignYarn => self.best(FOREIGN_LINT),
            PathShare::Woven(row) => {
                self.best(YARN_OF_FABRIC)
                    * self.figures.central_sewn(Strand { path_share: PathShare::Sewn(row), ..strand })
            }
            PathShare::AnyPlace(any) | PathShare::Average(any) => any_place::central(any, &self.figures),
            PathShare::ChinaCloth(_) => 1.0,
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

    fn column(&self, key: ColumnKey) -> Column {
        cached(&self.made, key, || self.make(key))
    }

    fn make(&self, key: ColumnKey) -> Column {
        match key {
            ColumnKey::RegionShare(region_share, crop) => self.make_region_share(region_share, crop),
            ColumnKey::Any(region_share, crop) => {
                let (share, lots) = (self.column(ColumnKey::RegionShare(region_share, crop)), self.figure(LOTS));
                share.iter().zip(lots.iter()).map(|(share, lots)| any_of(*share, *lots)).collect()
            }
            ColumnKey::PathShare(path_share) => self.make_path_share(path_share),
        }
    }

    fn make_region_share(&self, region_share: RegionShare, crop: Option<Crop>) -> Column {
        match region_share {
            RegionShare::Cloth => {
                product(&self.column(ColumnKey::RegionShare(RegionShare::Yarn, crop)), &self.figure(CHINA_HOME_SPUN))
                    .into()
            }
            RegionShare::Yarn => product(&self.figures.of_china(crop), &self.figure(CHINA_HOME_GROWN)).into(),
            RegionShare::Field => self.figures.of_china(crop),
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
            PathShare::AnyPlace(any) => any_place::drawn(any, &self.figures),
            PathShare::Average(any) => any_place::averaged(any, &self.figures),
            PathShare::ChinaCloth(any) => any_place::china_cloth(any, &self.figures),
        }
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
