//! A world: one value for every figure, and one draw of the place and of the crop for the garments that lack them.

use rand::RngExt;
use rand::rngs::StdRng;

use super::figures::{self, Figure};

/// One value for every figure.
pub enum World<'a> {
    /// Every figure at its best.
    Best,
    /// Every figure at random.
    Random(Box<Random<'a>>),
}

/// What one draw has settled.
pub struct Random<'a> {
    rng: &'a mut StdRng,
    /// Values drawn so far, by the figures' places among all of them: a figure used twice has one value.
    drawn: Vec<Option<f64>>,
    /// Of figures that move together, where all of them stand in their distributions.
    together: [(&'static str, f64); 3],
    /// Where in the table of its market a garment was sewn of which the place is not known.
    place: f64,
    /// The crop of a garment of which the year is not known.
    crop: i32,
}

impl<'a> World<'a> {
    /// Every figure at its best.
    pub fn best() -> Self {
        World::Best
    }

    /// Every figure at random. Values are drawn when first asked for.
    pub fn random(rng: &'a mut StdRng) -> Self {
        let place = rng.random();
        let (_, last) = figures::crops();
        let crop = rng.random_range(last - figures::recent_crops() + 1..=last);
        let together = ["region-of-", "china-processed[", "switch["].map(|family| (family, rng.random()));
        World::Random(Box::new(Random { rng, drawn: vec![None; figures::all().len()], together, place, crop }))
    }

    /// Draws what varies from garment to garment anew for the next one.
    pub fn forget_own(&mut self) {
        if let World::Random(random) = self {
            let own = |id: &str| id.starts_with("mass[") || id.starts_with("cotton-fraction[");
            for figure in figures::all().values().filter(|figure| own(&figure.id)) {
                random.drawn[figure.index] = None;
            }
        }
    }

    /// The draw between 0 and 1 of the place; `None` in the central answer.
    pub fn place(&self) -> Option<f64> {
        match self {
            World::Best => None,
            World::Random(random) => Some(random.place),
        }
    }

    /// The crop drawn for a garment of which the year is not known; `None` in the central answer.
    pub fn crop(&self) -> Option<i32> {
        match self {
            World::Best => None,
            World::Random(random) => Some(random.crop),
        }
    }

    /// The value of a figure that must exist.
    pub fn value(&mut self, id: &str) -> f64 {
        self.value_if_any(id).unwrap_or_else(|| panic!("no figure {id}"))
    }

    /// The value of a figure, if it exists.
    pub fn value_if_any(&mut self, id: &str) -> Option<f64> {
        figures::all().get(id).map(|figure| self.value_of(figure))
    }

    /// The value of a figure.
    pub fn value_of(&mut self, figure: &'static Figure) -> f64 {
        match self {
            World::Best => figure.best,
            World::Random(random) => random.value(figure),
        }
    }
}

impl Random<'_> {
    fn value(&mut self, figure: &'static Figure) -> f64 {
        if let Some(value) = self.drawn[figure.index] {
            return value;
        }
        let together = self.together.iter().find(|(family, _)| figure.id.starts_with(family));
        let quantile = together.map_or_else(|| self.rng.random(), |(_, quantile)| *quantile);
        let value = figure.at_quantile(quantile);
        self.drawn[figure.index] = Some(value);
        value
    }
}
