//! The crops that have figures: first, last and recent ones, as the tables' own keys tell.

use crate::{read::Set, write::line, written::Figure};

/// Tables of crops, each with a row for every crop, and one for those before.
const TABLES: [&str; 2] = ["region-of-china", "region-of-world"];

/// Years of crops.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Crops {
    pub(crate) first: u16,
    /// The first of those that an unknown year stands for.
    pub(crate) recent: u16,
    pub(crate) last: u16,
}

impl Crops {
    /// Those of the tables; an error names a crop that one of them lacks.
    pub(crate) fn of(Set { figures, recent_crops: recent, .. }: &Set) -> Result<Self, String> {
        let [china, world] = TABLES.map(|table| years(figures, table));
        let (Some(first), Some(last)) = (china.first().copied(), china.last().copied()) else {
            return Err("region.toml: there is no crop".into());
        };
        for (table, years) in TABLES.iter().zip([china, world]) {
            if !(first..=last).eq(years.iter().copied()) {
                return Err(format!(
                    "region.toml: {table} must have each crop from {first} to {last} once, and has {years:?}"
                ));
            }
            let before = format!("{table}[before-{first}]");
            if !figures.iter().any(|figure| figure.id == before) {
                return Err(format!("region.toml: needs {before}"));
            }
        }
        let crops = Self { first, recent: (last + 1).saturating_sub(*recent), last };
        let is_sound = (first..=last).contains(&crops.recent);
        is_sound.then_some(crops).ok_or_else(|| format!("region.toml: there are no {recent} crops up to {last}"))
    }

    /// Texts name crops as `{first}`, `{recent}` and `{last}`.
    pub(crate) fn fill_in(self, figures: &mut [Figure]) {
        for text in figures.iter_mut().flat_map(|figure| [&mut figure.what, &mut figure.basis]).flatten() {
            for (name, year) in [("{first}", self.first), ("{recent}", self.recent), ("{last}", self.last)] {
                *text = text.replace(name, &year.to_string());
            }
        }
    }

    /// The Rust source of the years, for `src/figures.rs`.
    pub(crate) fn written(self) -> String {
        let mut out = String::new();
        line(&mut out, "/// The first crop with figures of its own.");
        line(&mut out, &format!("pub const FIRST_CROP: u16 = {};", self.first));
        line(&mut out, "/// The last crop with figures of its own.");
        line(&mut out, &format!("pub const LAST_CROP: u16 = {};", self.last));
        line(&mut out, "/// Without a year of purchase the crop is one of these, evenly.");
        line(
            &mut out,
            &format!("pub const RECENT_CROPS: core::ops::RangeInclusive<u16> = {}..={};", self.recent, self.last),
        );
        out
    }
}

/// The crops that a table has, as it has them.
fn years(figures: &[Figure], table: &str) -> Vec<u16> {
    let key = |figure: &Figure| figure.id.strip_prefix(table)?.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let mut years: Vec<u16> = figures.iter().filter_map(key).collect();
    years.sort_unstable();
    years
}
