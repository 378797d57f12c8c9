//! A world: one value for every figure, and one place and crop for the garments that lack them.

use std::collections::HashMap;

use rand::RngExt;
use rand::rngs::StdRng;
use rand_distr::{Beta, Distribution};
use statrs::distribution::{Beta as BetaShape, ContinuousCDF};

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
    /// Values drawn so far: a figure used twice has one value.
    drawn: HashMap<&'static str, f64>,
    /// The first of the `region-of-china` and `region-of-world` figures, which move together.
    first_region: Option<First>,
    /// The first of the `china-processed` figures, which move together.
    first_processed: Option<First>,
    /// Where a garment was sewn of which that is not known.
    place: &'static str,
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
        let place = random_place(rng);
        let (_, last) = figures::crops();
        let crop = rng.random_range(last - figures::recent_crops() + 1..=last);
        World::Random(Box::new(Random {
            rng,
            drawn: HashMap::new(),
            first_region: None,
            first_processed: None,
            place,
            crop,
        }))
    }

    /// Draws what varies from garment to garment anew for the next one.
    pub fn forget_own(&mut self) {
        if let World::Random(random) = self {
            random.drawn.retain(|id, _| !id.starts_with("mass[") && !id.starts_with("cotton-fraction["));
        }
    }

    /// The place drawn for a garment of which it is not known; `None` in the central answer.
    pub fn place(&self) -> Option<&'static str> {
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
        let figure = figures::all().get(id)?;
        Some(match self {
            World::Best => figure.best,
            World::Random(random) => random.value(figure),
        })
    }
}

impl Random<'_> {
    fn value(&mut self, figure: &'static Figure) -> f64 {
        if let Some(&value) = self.drawn.get(figure.id.as_str()) {
            return value;
        }
        let value = self.fresh_value(figure);
        self.drawn.insert(&figure.id, value);
        value
    }

    fn fresh_value(&mut self, figure: &Figure) -> f64 {
        let Some((alpha, beta)) = figure.alpha_beta() else {
            return figure.best;
        };
        let position = if figure.id.starts_with("region-of-") {
            together(&mut self.first_region, alpha, beta, self.rng)
        } else if figure.id.starts_with("china-processed[") {
            together(&mut self.first_processed, alpha, beta, self.rng)
        } else {
            sample(alpha, beta, self.rng)
        };
        figure.low + (figure.high - figure.low) * position
    }
}

/// The first value drawn of several figures that move together.
struct First {
    alpha: f64,
    beta: f64,
    position: f64,
}

/// The first of several figures is drawn; the others then stand at the same quantile as the first.
fn together(first: &mut Option<First>, alpha: f64, beta: f64, rng: &mut StdRng) -> f64 {
    if let Some(first) = first {
        let quantile = shape(first.alpha, first.beta).cdf(first.position);
        return inverse_cdf(&shape(alpha, beta), quantile);
    }
    let position = sample(alpha, beta, rng);
    *first = Some(First { alpha, beta, position });
    position
}

fn sample(alpha: f64, beta: f64, rng: &mut StdRng) -> f64 {
    Beta::new(alpha, beta).expect("alpha and beta are at least 1").sample(rng)
}

fn shape(alpha: f64, beta: f64) -> BetaShape {
    BetaShape::new(alpha, beta).expect("alpha and beta are at least 1")
}

/// By bisection: the inverse that statrs 0.19 has panics for some quantiles near 0 and 1.
fn inverse_cdf(distribution: &BetaShape, quantile: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if distribution.cdf(middle) < quantile {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// A place drawn by the `sewn-in` weights.
fn random_place(rng: &mut StdRng) -> &'static str {
    let places: Vec<(&str, f64)> = figures::all()
        .values()
        .filter_map(|figure| {
            let place = figure.id.strip_prefix("sewn-in[")?.strip_suffix(']')?;
            Some((place, figure.best))
        })
        .collect();
    let total: f64 = places.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.random::<f64>() * total;
    for &(place, weight) in &places {
        if left < weight {
            return place;
        }
        left -= weight;
    }
    // Only rounding leads here.
    places.last().expect("sewn-in has places").0
}
