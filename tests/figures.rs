//! The set of figures: complete, with sources, and equal to the tables that they were taken from.

use cotton_origin::{
    Place,
    figures::{self, Figure, Standing, Unit},
    schemes, texts,
};

fn figure(id: &str) -> &'static Figure {
    figures::all().iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn every_figure_has_its_source_and_its_bounds() {
    for figure in figures::all() {
        let text = figure.text();
        assert!(!text.sources.is_empty(), "{}", figure.id);
        assert!(figure.low <= figure.best && figure.best <= figure.high, "{}", figure.id);
        assert!(!text.basis.is_empty() && !figure.year.is_empty() && !text.what.is_empty(), "{}", figure.id);
        for citation in text.sources {
            assert!(!citation.locator.is_empty() && citation.source.address.starts_with("http"), "{}", figure.id);
            assert!((1990..=2026).contains(&citation.source.year), "{}: {}", figure.id, citation.source.id);
        }
    }
}

/// The figures that the model looks up by name, and that the build script does not require, exist.
#[test]
fn nothing_that_the_model_asks_for_is_missing() {
    for id in ["china-processed[*.any]", "sewn-in[*]"] {
        figure(id);
    }
    let lag = figure("crop-lag");
    assert_eq!([lag.low, lag.best, lag.high].map(|years| years.to_string()), ["1", "1", "1"]);
}

/// The figures of the method's own table.
#[test]
fn figures_of_the_method() {
    use Standing::{Derived, Judged, Published};
    for (id, low, best, high, standing) in [
        ("region-of-china", 0.84, 0.84, 0.84, Published),
        ("region-of-world", 0.16, 0.20, 0.26, Published),
        ("region-of-china[2024]", 0.882, 0.922, 0.952, Published),
        ("region-of-china[before-2013]", 0.25, 0.56, 0.59, Judged),
        ("region-of-world[2025]", 0.225, 0.236, 0.27, Derived),
        ("china-home-grown", 0.62, 0.82, 0.90, Derived),
        ("china-home-spun", 0.78, 0.84, 0.92, Derived),
        ("cotton-tilt", 0.3, 0.6, 1.0, Derived),
        ("foreign-lint", 0.0, 0.002, 0.02, Derived),
        ("yarn-of-fabric", 0.1, 0.4, 0.8, Judged),
        ("region-sewn", 0.55, 0.8, 1.0, Judged),
        ("region-woven", 0.58, 0.9, 1.0, Judged),
        ("region-spun", 0.96, 0.99, 1.0, Derived),
        ("place-fails", 0.05, 0.2, 0.4, Judged),
        ("claim-fails[label]", 0.15, 0.4, 0.6, Judged),
        ("claim-fails[chain-of-custody]", 0.01, 0.08, 0.25, Judged),
        ("claim-fails[lab-test]", 0.005, 0.03, 0.12, Judged),
        ("lots", 1.2, 2.25, 6.0, Derived),
        ("cotton-fraction[dress]", 0.0, 0.4, 1.0, Judged),
        ("cotton-fraction[other]", 0.0, 0.48, 1.0, Derived),
        ("mass[towel]", 200.0, 450.0, 700.0, Derived),
        ("mass[underwear]", 25.0, 35.0, 60.0, Derived),
        ("mass[jeans]", 350.0, 580.0, 900.0, Derived),
        ("mass[trousers]", 270.0, 450.0, 750.0, Published),
        ("switch[US.third]", 0.6, 0.95, 1.0, Judged),
        ("switch[US.china]", 0.4, 0.85, 1.0, Judged),
        ("region-of-china[2017]", 0.744, 0.808, 0.838, Derived),
    ] {
        let figure = figure(id);
        for (name, is, should) in [("low", figure.low, low), ("best", figure.best, best), ("high", figure.high, high)] {
            assert!((is - should).abs() < 1e-9, "{id} {name}: {is}, not {should}");
        }
        assert_eq!(figure.standing, standing, "{id}");
    }
}

/// Kinds whose masses have bounds of their own, in `figures_of_the_method`.
const OWN_BOUNDS: [&str; 2] = ["mass[jeans]", "mass[trousers]"];

#[test]
fn masses_spread_as_stated() {
    for figure in
        figures::all().iter().filter(|figure| figure.unit == Unit::Grams && figure.standing == Standing::Published)
    {
        if OWN_BOUNDS.contains(&figure.id) {
            continue;
        }
        assert!(
            (figure.low - 0.6 * figure.best).abs() < 1e-6 && (figure.high - 1.6 * figure.best).abs() < 1e-6,
            "{}",
            figure.id
        );
    }
}

/// Texts are in a separate table in the same order.
#[test]
fn a_figure_has_its_own_words() {
    assert!(figure("region-sewn").text().what.contains("sewn in"), "{}", figure("region-sewn").text().what);
    for scheme in schemes::all() {
        let text = scheme.text();
        assert!(!text.sources.is_empty() && !text.name.is_empty() && !text.says.is_empty(), "{}", scheme.id);
    }
}

/// The document for JavaScript: every cited page once, and no citation of another.
#[test]
fn the_document_holds_everything() {
    let document = serde_json::to_value(texts::document()).expect("plain data");
    assert_eq!(document["version"], figures::version());
    let rows = |name: &str| document[name].as_array().expect("a list").clone();
    assert_eq!([rows("figures").len(), rows("schemes").len()], [figures::all().len(), schemes::all().len()]);
    for row in rows("figures").iter().chain(&rows("schemes")) {
        for citation in row["sources"].as_array().expect("a list") {
            let source = &document["sources"][citation["source"].as_str().expect("a name")];
            assert!(source["address"].is_string() && citation["locator"].is_string(), "{row}");
        }
    }
    assert_eq!(rows("figures")[0]["standing"], "published");
}

/// Every place in an id can be named by a garment.
#[test]
fn places_of_figures_are_places() {
    for figure in figures::all() {
        for family in ["china-processed[", "sewn-in["] {
            if let Some(key) = figure.id.strip_prefix(family) {
                // `US.BD` of `sewn-in` is a market and a place, `BD.knit` of `china-processed` a place and a fabric.
                let parts =
                    key.trim_end_matches(']').split('.').filter(|part| !["any", "knit", "woven"].contains(part));
                for place in parts {
                    assert!(place == "*" || Place::from_code(place).is_some(), "{}", figure.id);
                }
            }
        }
    }
}

/// Changing a figure changes the version: the digest of the numbers stands with it in the changelog.
#[test]
fn a_changed_figure_needs_a_new_version() {
    let changelog = include_str!("../CHANGELOG.md");
    let heading = format!("### Figures {}\n", figures::version());
    let (_, section) = changelog.split_once(&heading).expect("the changelog has the version");
    let section = section.split("\n#").next().unwrap_or_default();
    let line = format!("{} figures, digest `{:016x}`.", figures::all().len(), digest());
    assert!(
        section.lines().any(|said| said == line),
        "CHANGELOG.md: under a new heading `### Figures`, say what changed, and the line\n{line}"
    );
}

/// The digest of all numbers, sorted by id, so that the order in the files does not matter.
fn digest() -> u64 {
    let mut figures: Vec<&Figure> = figures::all().iter().collect();
    figures.sort_by_key(|figure| figure.id);
    let text =
        |figure: &Figure| format!("{} {} {} {} {:?}", figure.id, figure.low, figure.best, figure.high, figure.standing);
    let bytes: Vec<u8> = figures.into_iter().map(text).flat_map(String::into_bytes).collect();
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
