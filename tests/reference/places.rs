//! Where garments are sewn: the tables by market, and what of their cotton was processed in China.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Garment;
use super::figures::{self, Figure};

/// The code of China.
pub const CHINA: &str = "CN";
/// Whose table and whose row serve its members.
const UNION: &str = "EU";
const MEMBERS: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// A place and how many of the garments on sale were sewn there.
#[derive(Clone, Debug, Deserialize)]
pub struct Sewn {
    pub place: String,
    pub weight: f64,
}

/// Where the garments on sale were sewn, in order of best S, highest first.
#[derive(Clone, Debug)]
pub struct Mix(Vec<Sewn>);

impl Mix {
    /// Of the market in which a garment was bought; `None` where that is not said, has no table, or was before its years.
    pub fn of_market(garment: &Garment) -> Option<Self> {
        let markets = markets();
        let sold_in = garment.sold_in.as_deref()?;
        let table = if MEMBERS.contains(&sold_in) { UNION } else { sold_in };
        let served = garment.bought_in.is_none_or(|year| year >= markets.since);
        let market = markets.market.iter().find(|market| market.place == table && served)?;
        Some(Self::sorted(&market.weights, garment.kind.as_deref()))
    }

    /// Of the world, for a kind of garment.
    pub fn of_world(kind: Option<&str>) -> Self {
        let sewn = figures::all().values().filter_map(|figure| {
            let place = figure.id.strip_prefix("sewn-in[")?.strip_suffix(']')?;
            Some(Sewn { place: place.to_owned(), weight: figure.best })
        });
        Self::sorted(&sewn.collect::<Vec<_>>(), kind)
    }

    fn sorted(table: &[Sewn], kind: Option<&str>) -> Self {
        let mut table = table.to_vec();
        let best = |sewn: &Sewn| if sewn.place == CHINA { 1.0 } else { best_processed(&sewn.place, kind) };
        table.sort_by(|a, b| best(b).total_cmp(&best(a)).then_with(|| a.place.cmp(&b.place)));
        Self(table)
    }

    /// The place that a draw between 0 and 1 falls on.
    pub fn at(&self, draw: f64) -> &str {
        let mut left = draw;
        for (part, place) in self.parts() {
            if left < part {
                return place;
            }
            left -= part;
        }
        // Only rounding leads here.
        &self.0.last().expect("places").place
    }

    /// Its places, each with its part of the garments.
    pub fn parts(&self) -> impl Iterator<Item = (f64, &str)> {
        let total: f64 = self.0.iter().map(|sewn| sewn.weight).sum();
        self.0.iter().map(move |sewn| (sewn.weight / total, sewn.place.as_str()))
    }
}

/// Of the cotton inputs of garments sewn in a place, the share that was processed in China: its row by fabric or for any, else that
/// of the European Union for its members, else that of all other places.
pub fn processed(place: &str, kind: Option<&str>) -> &'static Figure {
    let fabric = match kind {
        Some("t-shirt" | "sweater" | "socks" | "underwear") => "knit",
        Some("shirt" | "jeans" | "trousers") => "woven",
        _ => "any",
    };
    let of = |place: &str| {
        let rows = processed_rows().get(place)?;
        rows.get(fabric).or_else(|| rows.get("any")).copied()
    };
    let of_union = || MEMBERS.contains(&place).then(|| of(UNION)).flatten();
    of(place).or_else(of_union).or_else(|| of("*")).expect("a row for any place")
}

fn best_processed(place: &str, kind: Option<&str>) -> f64 {
    let row = processed(place, kind);
    if row.tilted { row.best * figures::all()["cotton-tilt"].best } else { row.best }
}

/// The rows by place and fabric: `china-processed[BD.knit]`.
fn processed_rows() -> &'static BTreeMap<&'static str, BTreeMap<&'static str, &'static Figure>> {
    static ROWS: OnceLock<BTreeMap<&str, BTreeMap<&str, &Figure>>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let mut rows = BTreeMap::<_, BTreeMap<_, _>>::new();
        for figure in figures::all().values() {
            let Some(row) = figure.id.strip_prefix("china-processed[") else { continue };
            let (place, fabric) = row.trim_end_matches(']').split_once('.').expect("a place and a fabric");
            rows.entry(place).or_default().insert(fabric, figure);
        }
        rows
    })
}

/// The first year of purchase for which buyers are taken to have left Chinese inputs.
pub fn switching_since() -> i32 {
    #[derive(Deserialize)]
    struct Switching {
        since: i32,
    }
    static SINCE: OnceLock<i32> = OnceLock::new();
    *SINCE.get_or_init(|| figures::parsed::<Switching>(&figures::file("switching")).since)
}

#[derive(Deserialize)]
struct Markets {
    since: i32,
    market: Vec<Market>,
}

#[derive(Deserialize)]
struct Market {
    place: String,
    weights: Vec<Sewn>,
}

fn markets() -> &'static Markets {
    static MARKETS: OnceLock<Markets> = OnceLock::new();
    MARKETS.get_or_init(|| figures::parsed(&figures::file("markets")))
}
