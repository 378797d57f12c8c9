//! A second, independent implementation of the model, used only to check the first.
//!
//! It was written from the specification alone, without reading the core, and shares no code with it: no
//! figures compiled in, no point set, no closed forms, no answers kept from draw to draw. Two programs that agree
//! after being written apart are unlikely to be wrong in the same way; a test that called the core's own
//! helpers would agree with it for free. So: **never import the core here, and never copy from it**. Where
//! the two differ, read the specification before touching either.
//!
//! It is deliberately plain and slow. Everything is worked out afresh in each draw: every figure that is
//! used is drawn at random within its bounds, and the strands are built, compared and added up with those
//! values. The central answer is the same function with every figure at its best. The figures are read at
//! test time from the data files in `src/figures`.
//!
//! * [`central`]: the answer with all figures at their best;
//! * [`draws`]: many random answers for one garment;
//! * [`averages`]: many random averages over the places where a garment of unknown country may have been sewn;
//! * [`range`], [`widened`], [`estimate`]: low, high and mean of such answers.
//!
//! Layout: this file turns a garment into a [`Point`]; `strands` follows the cotton; `places` knows where garments are
//! sewn; `world` draws values; `figures` reads the data.
//!
//! Not modelled: schemes, components, replaced figures, percentages given for only some of the fibres.

#![allow(dead_code, unreachable_pub, reason = "each test crate that includes this module uses only a part of it")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of draws, far below 2^53"
)]

mod figures;
mod places;
mod strands;
mod world;

use std::borrow::Cow;

use rand::SeedableRng;
use rand::rngs::StdRng;

use places::Mix;
use strands::Sewn;
use world::World;

/// One fibre of the label.
#[allow(clippy::struct_field_names, reason = "the names that garments have everywhere")]
#[derive(Clone, Debug, Default)]
pub struct Fibre {
    /// Its name; only `cotton` counts.
    pub fibre: String,
    /// Its share of the garment's mass, in per cent.
    pub percent: Option<f64>,
    /// Whether the label calls it recycled.
    pub recycled: bool,
    /// Whether the label calls it organic: no evidence of where it grew, so ignored.
    pub organic: bool,
}

/// What is known of a garment. Places are codes such as `BD`, `EU` or `CN-XJ` (the Region).
#[derive(Clone, Debug, Default)]
pub struct Garment {
    /// Such as `t-shirt` or `jeans`.
    pub kind: Option<String>,
    /// The fibres of the label; none where there is no label.
    pub fibres: Vec<Fibre>,
    /// Its mass, where it was entered.
    pub mass_grams: Option<f64>,
    /// Where it was sewn.
    pub made_in: Option<String>,
    /// Where its cloth was woven or knitted.
    pub fabric_in: Option<String>,
    /// Where its yarn was spun.
    pub spun_in: Option<String>,
    /// Where its cotton is said to have grown.
    pub cotton_from: Vec<String>,
    /// What backs the stated origin: `label`, `chain-of-custody` or `lab-test`.
    pub proof: Option<String>,
    /// Certificates: not modelled here.
    pub schemes: Vec<String>,
    /// The year in which it was bought.
    pub bought_in: Option<i32>,
    /// The market in which it was bought: a country, or `EU`.
    pub sold_in: Option<String>,
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Share of the cotton that was grown in the Region.
    pub cotton_share: f64,
    /// Share of the whole garment's mass.
    pub garment_share: Option<f64>,
    /// Grams of the Region's cotton in the garment; `None` where no mass is known.
    pub grams: Option<f64>,
    /// Grams of the Region's lint used to make it; `None` where the kind has no figure.
    pub field_grams: Option<f64>,
    /// Chance that it contains any of the Region's cotton.
    pub in_part: f64,
}

/// Low, central, high and mean of one quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The 5th percentile, or `central` where that is lower.
    pub low: f64,
    /// With all figures at their best.
    pub central: f64,
    /// The 95th percentile, or `central` where that is higher.
    pub high: f64,
    /// The average over the draws.
    pub mean: f64,
}

/// The answer with all figures at their best.
pub fn central(garment: &Garment) -> Point {
    Case::new(garment).answer(&mut World::best())
}

/// `n` random answers; the same `seed` gives the same ones.
pub fn draws(garment: &Garment, n: usize, seed: u64) -> Vec<Point> {
    let case = Case::new(garment);
    each_world(n, seed, |world| case.answer(world))
}

/// `n` random averages of the cotton share and of the chance of any, over the places where a garment of unknown country may have been
/// sewn; `None` where the country is known, or where it has no cotton.
pub fn averages(garment: &Garment, n: usize, seed: u64) -> Option<Vec<(f64, f64)>> {
    let case = Case::new(garment);
    let asked = garment.made_in.is_none() && cotton_fraction(garment, &mut World::best()).is_some();
    asked.then(|| each_world(n, seed, |world| case.average(world)))
}

/// `n` random totals of several garments: grams, and how many hold any. One world serves all of them, but mass and cotton
/// fraction are each garment's own.
pub fn wardrobe_draws(garments: &[Garment], n: usize, seed: u64) -> Vec<(f64, f64)> {
    let cases: Vec<Case> = garments.iter().map(Case::new).collect();
    each_world(n, seed, |world| {
        cases.iter().fold((0.0, 0.0), |(grams, any), case| {
            world.forget_own();
            let point = case.answer(world);
            (grams + point.grams.unwrap_or_default(), any + point.in_part)
        })
    })
}

fn each_world<T>(n: usize, seed: u64, mut each: impl FnMut(&mut World) -> T) -> Vec<T> {
    let mut rng = StdRng::seed_from_u64(seed);
    (0..n).map(|_| each(&mut World::random(&mut rng))).collect()
}

/// The 5th percentile, the 95th percentile and the mean.
pub fn range(values: impl IntoIterator<Item = f64>) -> (f64, f64, f64) {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    assert!(!sorted.is_empty(), "no draws");
    sorted.sort_by(f64::total_cmp);
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    (percentile(&sorted, 0.05), percentile(&sorted, 0.95), mean)
}

/// Low and high, widened to include `central` where skew would leave it out.
pub fn widened(low: f64, high: f64, central: f64) -> (f64, f64) {
    (low.min(central), high.max(central))
}

/// All four numbers of an estimate.
pub fn estimate(central: f64, values: impl IntoIterator<Item = f64>) -> Estimate {
    let (p5, p95, mean) = range(values);
    let (low, high) = widened(p5, p95, central);
    Estimate { low, central, high, mean }
}

/// Linear between the two nearest of the sorted values.
fn percentile(sorted: &[f64], p: f64) -> f64 {
    let position = p * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = position.ceil() as usize;
    let between = position - position.floor();
    sorted[below] * (1.0 - between) + sorted[above] * between
}

/// A garment, and what of its answer is the same in every world.
struct Case<'a> {
    garment: &'a Garment,
    virgin: Origin<'a>,
    recycled: Origin<'a>,
    /// How much of its cotton is recycled and has no known field.
    recycled_part: f64,
}

/// What is known of some cotton, and the places where it may have been sewn.
struct Origin<'a> {
    garment: Cow<'a, Garment>,
    market: Option<Mix>,
    places: Mix,
}

impl<'a> Case<'a> {
    fn new(garment: &'a Garment) -> Self {
        let recycled_part = if garment.cotton_from.is_empty() { recycled_part(garment) } else { 0.0 };
        // Recycled cotton has no known field: as in a garment of which nothing is known.
        let recycled = Origin::new(Cow::Owned(Garment::default()));
        Self { garment, virgin: Origin::new(Cow::Borrowed(garment)), recycled, recycled_part }
    }

    /// The whole answer for one set of values of the figures.
    fn answer(&self, world: &mut World) -> Point {
        let Some(fraction) = cotton_fraction(self.garment, world) else {
            return Point {
                cotton_share: 0.0,
                garment_share: Some(0.0),
                grams: Some(0.0),
                field_grams: Some(0.0),
                in_part: 0.0,
            };
        };
        let (share, chance) = self.share_and_chance(world, Origin::share_and_chance);
        let garment_share = share * fraction;
        let kind = kind_or_other(self.garment);
        let mass = self.garment.mass_grams.or_else(|| world.value_if_any(&format!("mass[{kind}]")));
        let fibre_per_gram = world.value_if_any(&format!("fibre-per-gram[{kind}]"));
        let grams = mass.map(|mass| garment_share * mass);
        let field_grams = grams.zip(fibre_per_gram).map(|(grams, fibre_per_gram)| grams * fibre_per_gram);
        Point { cotton_share: share, garment_share: Some(garment_share), grams, field_grams, in_part: chance }
    }

    /// S and A on average over the places where it may have been sewn.
    fn average(&self, world: &mut World) -> (f64, f64) {
        self.share_and_chance(world, Origin::average)
    }

    /// S and A of virgin and recycled cotton together. The recycled is torn from many garments: for the chance of any, it is one strand
    /// of its share.
    fn share_and_chance(&self, world: &mut World, of: impl Fn(&Origin<'a>, &mut World) -> (f64, f64)) -> (f64, f64) {
        let (share, chance) = of(&self.virgin, world);
        let part = self.recycled_part;
        if part <= 0.0 {
            return (share, chance);
        }
        let (recycled, _) = of(&self.recycled, world);
        let of_recycled = 1.0 - (1.0 - recycled).powf(world.value("lots"));
        if part >= 1.0 {
            return (recycled, of_recycled);
        }
        ((1.0 - part) * share + part * recycled, 1.0 - (1.0 - chance) * (1.0 - of_recycled))
    }
}

impl<'a> Origin<'a> {
    fn new(garment: Cow<'a, Garment>) -> Self {
        let market = Mix::of_market(&garment);
        let places = market.clone().unwrap_or_else(|| Mix::of_world(garment.kind.as_deref()));
        Self { garment, market, places }
    }

    /// S and A, with a place drawn where it is not known.
    fn share_and_chance(&self, world: &mut World) -> (f64, f64) {
        let sewn = match (self.garment.made_in.as_deref(), world.place()) {
            (Some(place), _) => Sewn::At(place),
            (None, Some(draw)) => Sewn::At(self.places.at(draw)),
            (None, None) => self.market.as_ref().map_or(Sewn::Anywhere, Sewn::AnywhereOf),
        };
        self.sewn(sewn, world)
    }

    /// S and A on average over the market's places; without a table of a garment from anywhere in the world.
    fn average(&self, world: &mut World) -> (f64, f64) {
        let Some(market) = &self.market else { return self.sewn(Sewn::Anywhere, world) };
        market.parts().fold((0.0, 0.0), |sum, (part, place)| {
            let (share, chance) = self.sewn(Sewn::At(place), world);
            (sum.0 + part * share, sum.1 + part * chance)
        })
    }

    fn sewn(&self, sewn: Sewn, world: &mut World) -> (f64, f64) {
        let strands = strands::of(&self.garment, sewn, world);
        let lots = world.value("lots");
        let chance = strands.iter().map(|strand| strand.weight * (1.0 - (1.0 - strand.share).powf(lots))).sum();
        (strands::total_share(&strands), chance)
    }
}

/// Cotton as a share of the garment's mass; `None` where the label lists none.
fn cotton_fraction(garment: &Garment, world: &mut World) -> Option<f64> {
    let listed = !garment.fibres.is_empty();
    let any_cotton = garment.fibres.iter().any(is_cotton);
    if listed && !any_cotton {
        return None;
    }
    if garment.fibres.iter().all(|fibre| fibre.percent.is_none()) {
        let kind = kind_or_other(garment);
        return Some(world.value(&format!("cotton-fraction[{kind}]")));
    }
    let total = percent_of(garment, |_| true);
    let cotton = percent_of(garment, is_cotton);
    (cotton > 0.0).then(|| cotton / total.max(100.0))
}

/// Recycled cotton as a share of all the cotton; equal parts where the label gives no percentages.
fn recycled_part(garment: &Garment) -> f64 {
    let mut garment = garment.clone();
    if garment.fibres.iter().all(|fibre| fibre.percent.is_none()) {
        for fibre in &mut garment.fibres {
            fibre.percent = Some(1.0);
        }
    }
    let cotton = percent_of(&garment, is_cotton);
    if cotton > 0.0 { percent_of(&garment, |fibre| is_cotton(fibre) && fibre.recycled) / cotton } else { 0.0 }
}

fn percent_of(garment: &Garment, wanted: impl Fn(&Fibre) -> bool) -> f64 {
    garment.fibres.iter().filter(|fibre| wanted(fibre)).filter_map(|fibre| fibre.percent).sum()
}

fn is_cotton(fibre: &Fibre) -> bool {
    fibre.fibre == "cotton"
}

fn kind_or_other(garment: &Garment) -> &str {
    garment.kind.as_deref().unwrap_or("other")
}
