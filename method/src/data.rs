//! The page's own data, in `method/data`: laboratory tests, what makers use, the version before. No answer rests on them.

use crate::figure_set::Cited;
use anyhow::{Context, Result, bail, ensure};
use cotton_origin::texts;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The figures of the version before as they were published, for those who cite it: no program can make them again.
pub(crate) const CSV_BEFORE: &str = include_str!("../data/figures-2026.1.csv");

/// All of it.
pub(crate) struct Data {
    pub(crate) series: Vec<Series>,
    pub(crate) exports: Exports,
    pub(crate) uses: Vec<Use>,
    pub(crate) before: Before,
}

/// Laboratory tests of goods.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Series {
    pub(crate) id: String,
    pub(crate) tester: String,
    pub(crate) goods: String,
    positives: Option<u32>,
    tests: Option<u32>,
    rate: Option<f64>,
    /// Where the goods were on sale.
    pub(crate) markets: Vec<String>,
    /// The year of purchase that the estimate is asked for.
    pub(crate) bought: u16,
    /// Why the two differ.
    pub(crate) why: String,
    #[serde(deserialize_with = "citations")]
    pub(crate) sources: Vec<Cited>,
}

/// How often tests were positive, and between what bounds chance alone puts it, where they were counted.
pub(crate) struct Rate {
    pub(crate) found: f64,
    pub(crate) between: Option<[f64; 2]>,
}

/// Cotton yarn and cloth that China sends abroad, million tonnes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exports {
    pub(crate) woven: Bounded,
    pub(crate) knit: Bounded,
    pub(crate) basis: String,
    #[serde(deserialize_with = "citations")]
    pub(crate) sources: Vec<Cited>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounded {
    pub(crate) best: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// What makers use of cotton yarn and cloth.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Use {
    pub(crate) name: String,
    /// Countries, of whose Chinese parts the mean is taken.
    pub(crate) places: Vec<String>,
    /// Thousand tonnes a year.
    #[serde(rename = "use")]
    pub(crate) tonnes: f64,
    pub(crate) standing: String,
    pub(crate) basis: String,
    #[serde(deserialize_with = "citations")]
    pub(crate) sources: Vec<Cited>,
}

/// Figures of an earlier version, as far as a country's answer rested on them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    pub(crate) version: String,
    region: f64,
    grown: f64,
    spun: f64,
    tilt: f64,
    untilted: Vec<String>,
    pub(crate) processed: BTreeMap<String, Processed>,
}

/// A country's row of that version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Processed {
    share: f64,
    name: String,
}

impl Data {
    /// Reads all of it.
    ///
    /// # Errors
    /// A file that is not as it should be: a source that nobody knows, more finds than tests, bounds out of order.
    pub(crate) fn read() -> Result<Self> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Tests {
            series: Vec<Series>,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Uses {
            exports: Exports,
            r#use: Vec<Use>,
        }
        let tests: Tests =
            toml::from_str(include_str!("../data/field_tests.toml")).context("method/data/field_tests.toml")?;
        let uses: Uses = toml::from_str(include_str!("../data/uses.toml")).context("method/data/uses.toml")?;
        let before =
            toml::from_str(include_str!("../data/figures-2026.1.toml")).context("method/data/figures-2026.1.toml")?;
        for series in &tests.series {
            series.rate().with_context(|| format!("method/data/field_tests.toml: {}", series.id))?;
            ensure!(!series.sources.is_empty(), "method/data/field_tests.toml: {} has no source", series.id);
        }
        for Use { name, places, tonnes, standing, sources, .. } in &uses.r#use {
            let fine = !places.is_empty() && *tonnes > 0.0 && !sources.is_empty();
            ensure!(fine, "method/data/uses.toml: {name} needs places, a use and a source");
            ensure!(
                ["derived", "judged"].contains(&standing.as_str()),
                "method/data/uses.toml: {name}: no such standing"
            );
        }
        for Bounded { best, low, high } in [&uses.exports.woven, &uses.exports.knit] {
            ensure!(low <= best && best <= high, "method/data/uses.toml: exports: bounds out of order");
        }
        Ok(Self { series: tests.series, exports: uses.exports, uses: uses.r#use, before })
    }

    /// Everything that it cites.
    pub(crate) fn cited(&self) -> Vec<&Cited> {
        let tests = self.series.iter().flat_map(|series| &series.sources);
        tests.chain(&self.exports.sources).chain(self.uses.iter().flat_map(|row| &row.sources)).collect()
    }
}

impl Series {
    /// The rate, and its Wilson interval of 95 %.
    ///
    /// # Errors
    /// Neither a count nor a rate, or both, or one that cannot be.
    pub(crate) fn rate(&self) -> Result<Rate> {
        match (self.positives, self.tests, self.rate) {
            (Some(positives), Some(tests), None) if positives <= tests && tests > 0 => {
                let [found, tests] = [f64::from(positives) / f64::from(tests), f64::from(tests)];
                Ok(Rate { found, between: Some(wilson(found, tests)) })
            }
            (None, None, Some(found)) if (0.0..=1.0).contains(&found) => Ok(Rate { found, between: None }),
            _ => bail!("needs positives of tests, or a rate"),
        }
    }

    /// What was counted, in words.
    pub(crate) fn counted(&self) -> Option<String> {
        Some(format!("{} of {}", self.positives?, self.tests?))
    }
}

/// The interval in which the true rate lies with 95 %, were the samples drawn by chance (Wilson, 1927).
fn wilson(found: f64, tests: f64) -> [f64; 2] {
    /// The normal distribution's 97.5th percentile.
    const Z: f64 = 1.959_963_984_540_054;
    let z2 = Z * Z;
    let centre = found + z2 / (2.0 * tests);
    let half = Z * (found * (1.0 - found) / tests + z2 / (4.0 * tests * tests)).sqrt();
    [centre - half, centre + half].map(|end| end / (1.0 + z2 / tests))
}

impl Before {
    /// The share of the cotton of a garment sewn in a country, of a cloth (`any`, `woven`, `knit`), as it was then.
    ///
    /// # Errors
    /// There is no row for countries without one.
    pub(crate) fn answer(&self, place: &str, cloth: &str) -> Result<f64> {
        let chain = self.region * self.grown * self.spun;
        if place == "CN" {
            return Ok(chain);
        }
        let rows = [format!("{place}.{cloth}"), format!("{place}.any"), "*.any".to_owned()];
        let row = rows.iter().find_map(|row| self.processed.get(row)).context("there is no row `*.any`")?;
        let tilt = if self.is_of_cotton(place) { 1.0 } else { self.tilt };
        Ok(row.share * tilt * chain)
    }

    /// Whether there was a row for a country and a cloth.
    pub(crate) fn has(&self, place: &str, cloth: &str) -> bool {
        self.processed.contains_key(&format!("{place}.{cloth}"))
    }

    /// What a country was called in its row.
    pub(crate) fn name(&self, place: &str) -> Option<&str> {
        self.processed.get(&format!("{place}.any")).map(|row| row.name.as_str())
    }

    /// Whether a country's row was for cotton alone.
    pub(crate) fn is_of_cotton(&self, place: &str) -> bool {
        self.untilted.iter().any(|known| known == place)
    }
}

fn citations<'de, D: serde::Deserializer<'de>>(data: D) -> Result<Vec<Cited>, D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Citation {
        id: String,
        locator: String,
    }
    let found = Vec::<Citation>::deserialize(data)?.into_iter().map(|Citation { id, locator }| {
        let source = texts::sources().iter().find(|source| source.id == id);
        source
            .map(|source| Cited { source, locator })
            .ok_or_else(|| serde::de::Error::custom(format!("src/figures/sources.toml has no source {id}")))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::{Data, wilson};

    #[test]
    fn intervals_are_those_of_the_literature() {
        for (positives, tests, low, high) in [
            (13.0, 86.0, 0.091, 0.242),
            (10.0, 37.0, 0.154, 0.430),
            (3.0, 49.0, 0.021, 0.165),
            (156.0, 822.0, 0.164, 0.218),
        ] {
            let interval = wilson(positives / tests, tests);
            assert!((interval[0] - low).abs() < 0.000_6 && (interval[1] - high).abs() < 0.000_6, "{interval:?}");
        }
    }

    #[test]
    fn counts_that_cannot_be_are_refused() {
        let mut data = Data::read().expect("the data are fine");
        let first = &mut data.series[0];
        first.positives = Some(87);
        assert!(first.rate().is_err());
        first.positives = None;
        assert!(first.rate().is_err());
    }

    #[test]
    fn old_answers_are_those_that_were_published() {
        let data = Data::read().expect("the data are fine");
        let close = |place: &str, answer: f64| (data.before.answer(place, "any").expect("a row") - answer).abs() < 5e-5;
        // 0.6 x 0.8 x 0.5786; two rows for cotton alone; a country without a row.
        assert!(close("CN", 0.5786) && close("KH", 0.2777) && close("UZ", 0.0116) && close("AL", 0.1041));
    }
}
