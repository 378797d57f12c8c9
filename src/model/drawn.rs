//! The figures with their spreads: the best value of each, and its value at each point of the set.

use super::{
    points::{self, COUNT},
    quantile::{self, Abscissae, Curve, Spread},
    range::Cumulative,
    strand::{Crop, PathShare, Strand, Switch},
};
use crate::{
    cache::cached,
    figures::{self, COTTON_TILT, CROP_LAG, Dimension, FigureId, RECENT_CROPS, REGION_OF_CHINA, SWITCHED_SINCE},
    options::Replacement,
};
use std::{cell::RefCell, rc::Rc};

/// `central` at index 0, then a value for each point.
pub(crate) type Column = Rc<[f64]>;

/// What a column of figures holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DrawnKey {
    Figure(FigureId),
    /// Share of China's cotton grown in the Region, of a crop that is not known.
    OfChina,
    /// What is left of a path that a market's buyers left.
    Switch(Switch),
}

/// The figures with their spreads, and the columns made of them so far.
pub(crate) struct DrawnFigures {
    spreads: Vec<Spread>,
    abscissae: Abscissae,
    /// Sorted by key.
    columns: RefCell<Vec<(DrawnKey, Column)>>,
    /// Sorted by figure.
    cumulatives: RefCell<Vec<(FigureId, Rc<Cumulative>)>>,
}

impl DrawnFigures {
    pub(crate) fn new(replace: &[Replacement]) -> Self {
        let mut spreads: Vec<Spread> = figures::all().iter().map(Spread::from).collect();
        for Replacement { figure, low, best, high } in replace {
            let spread = &mut spreads[usize::from(figure.0)];
            *spread = Spread { low: *low, best: *best, high: *high, ..*spread };
        }
        Self { spreads, abscissae: Abscissae::new(), columns: RefCell::default(), cumulatives: RefCell::default() }
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

    /// The cumulative distribution of a figure.
    pub(crate) fn cumulative(&self, id: FigureId) -> Rc<Cumulative> {
        cached(&self.cumulatives, id, || Rc::new(Cumulative::new(self.spreads[usize::from(id.0)], &self.quantiles(id))))
    }

    /// A figure's values.
    pub(crate) fn figure(&self, id: FigureId) -> Column {
        self.column(DrawnKey::Figure(id))
    }

    /// Share of China's cotton grown in the Region. Without a crop: of one of the recent ones, evenly, each with its own bounds.
    pub(crate) fn of_china(&self, crop: Option<Crop>) -> Column {
        crop.map_or_else(|| self.column(DrawnKey::OfChina), |crop| self.figure(crop.of_china))
    }

    /// What is left of a path that a market's buyers left.
    pub(crate) fn switch(&self, switch: Switch) -> Column {
        self.column(DrawnKey::Switch(switch))
    }

    /// The same for `central`: with no year it stands on base figures of before they left.
    pub(crate) fn central_switch(&self, switch: Switch) -> f64 {
        if switch.by_crop { 1.0 } else { self.best(switch.figure) }
    }

    /// The share of the cotton that came by the path of what is sewn in a known place, for `central`, with what buyers left of it.
    pub(crate) fn central_sewn(&self, strand: Strand) -> f64 {
        let switched = strand.switch.map_or(1.0, |switch| self.central_switch(switch));
        let PathShare::Sewn(row) = strand.path_share else { return switched };
        let tilt = if row.get().tilted { self.best(COTTON_TILT) } else { 1.0 };
        switched * (tilt * self.best(row.get().figure))
    }

    /// A figure's values, each worked out where it is asked for.
    pub(crate) fn drawn(&self, id: FigureId) -> Drawn<'_> {
        // The base figure is a constant; replaced by a range it moves with the others of its kind.
        let base = (id == REGION_OF_CHINA).then_some(Dimension::Region);
        Drawn {
            curve: Curve::new(self.spreads[usize::from(id.0)]),
            abscissae: &self.abscissae,
            dimension: id.figure().dimension.or(base),
        }
    }

    fn column(&self, key: DrawnKey) -> Column {
        cached(&self.columns, key, || match key {
            DrawnKey::Figure(id) => self.make_figure(id),
            DrawnKey::OfChina => self.make_of_china(),
            DrawnKey::Switch(switch) => self.make_switch(switch),
        })
    }

    fn make_figure(&self, id: FigureId) -> Column {
        let drawn = self.drawn(id);
        std::iter::once(self.best(id)).chain((0..COUNT).map(|point| drawn.at(point))).collect()
    }

    fn make_of_china(&self) -> Column {
        if self.spreads[usize::from(REGION_OF_CHINA.0)] != Spread::from(REGION_OF_CHINA.figure()) {
            // Replaced: whoever sets the base figure means it, whatever the crop.
            return self.figure(REGION_OF_CHINA);
        }
        // A point has one crop: only that one's value is worked out.
        let crops: Vec<Drawn<'_>> = RECENT_CROPS.map(|year| self.drawn(Crop::of(year).of_china)).collect();
        let values = recent_crops().enumerate().map(|(point, crop)| crops[crop].at(point));
        std::iter::once(self.best(REGION_OF_CHINA)).chain(values).collect()
    }

    /// With no year, less is left only in the draws whose crop is late enough.
    fn make_switch(&self, Switch { figure, by_crop }: Switch) -> Column {
        let left = self.figure(figure);
        if !by_crop {
            return left;
        }
        let switched = RECENT_CROPS.map(|crop| f64::from(crop) + self.best(CROP_LAG) >= f64::from(SWITCHED_SINCE));
        let switched: Vec<bool> = switched.collect();
        let points = recent_crops().zip(&left[1..]).map(|(crop, left)| if switched[crop] { *left } else { 1.0 });
        std::iter::once(1.0).chain(points).collect()
    }
}

/// For each point, which of the recent crops it has.
fn recent_crops() -> impl Iterator<Item = usize> {
    let count = RECENT_CROPS.count();
    points::ranks(Dimension::AnyCrop).map(move |rank| usize::from(rank) * count / COUNT)
}

/// A figure's values, worked out where they are asked for.
pub(crate) struct Drawn<'f> {
    curve: Curve,
    abscissae: &'f Abscissae,
    /// None: a constant, whatever bounds it was given.
    dimension: Option<Dimension>,
}

impl Drawn<'_> {
    /// At a rank of its dimension, lowest first.
    pub(crate) fn at_rank(&self, rank: usize) -> f64 {
        self.curve.at(rank, self.abscissae)
    }

    /// At a point of the set.
    pub(crate) fn at(&self, point: usize) -> f64 {
        match self.dimension {
            Some(dimension) => self.at_rank(usize::from(points::rank(dimension, point))),
            None => self.curve.best(),
        }
    }
}
