//! The figures, read from the data files.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Deserialize;
use statrs::distribution::{Beta, ContinuousCDF};

/// The files in `src/figures` that hold figures, without their ending.
const FILES: [&str; 7] = ["region", "mills", "processed", "sewn_in", "switching", "claims", "in_part"];
/// Steps between a figure's bounds at which its distribution is worked out.
const STEPS: usize = 1000;
/// What the figures of each kind of garment share, by family.
const GARMENTS: &str = "garments";

/// A figure with its bounds.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Such as `china-processed[BD.knit]`.
    pub id: String,
    pub best: f64,
    pub low: f64,
    pub high: f64,
    /// The weight of the peak between the bounds.
    pub peak: f64,
    /// Whether it varies at all.
    pub varies: bool,
    /// Whether it is multiplied by `cotton-tilt`.
    pub tilted: bool,
    /// Its place among all figures.
    pub index: usize,
    /// The chance of a value below each of so many evenly spaced ones between the bounds; worked out when first asked for.
    chances: OnceLock<Vec<f64>>,
}

impl Figure {
    /// The value that so large a part of all values lie below, by the modified PERT distribution.
    pub fn at_quantile(&self, quantile: f64) -> f64 {
        let width = self.high - self.low;
        if !self.varies || width <= 0.0 {
            return self.best;
        }
        let chances = self.chances.get_or_init(|| self.chances(width));
        // Straight between two of them: a thousandth of the width apart, nobody can tell.
        let above = chances.partition_point(|chance| *chance < quantile).clamp(1, STEPS);
        let (before, after) = (chances[above - 1], chances[above]);
        let between = if after > before { (quantile - before) / (after - before) } else { 0.0 };
        self.low + width * (above as f64 - 1.0 + between.clamp(0.0, 1.0)) / STEPS as f64
    }

    fn chances(&self, width: f64) -> Vec<f64> {
        let alpha = 1.0 + self.peak * (self.best - self.low) / width;
        let beta = 1.0 + self.peak * (self.high - self.best) / width;
        let shape = Beta::new(alpha, beta).expect("alpha and beta are at least 1");
        (0..=STEPS).map(|step| shape.cdf(step as f64 / STEPS as f64)).collect()
    }
}

/// All figures by id, read once.
pub fn all() -> &'static HashMap<String, Figure> {
    static ALL: OnceLock<HashMap<String, Figure>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut figures = HashMap::new();
        let files = FILES.iter().flat_map(|name| read(&file(name)));
        for figure in files.chain(of_kinds(&file(GARMENTS))) {
            let figure = Figure { index: figures.len(), ..figure };
            let twice = figures.insert(figure.id.clone(), figure);
            assert!(twice.is_none(), "two figures {twice:?}");
        }
        figures
    })
}

/// The first and the last crop that have figures.
pub fn crops() -> (i32, i32) {
    // Looked for once: draws ask a million times.
    static CROPS: OnceLock<(i32, i32)> = OnceLock::new();
    *CROPS.get_or_init(|| {
        let year = |id: &String| id.strip_prefix("region-of-china[")?.trim_end_matches(']').parse().ok();
        let years = || all().keys().filter_map(year);
        (years().min().expect("a crop"), years().max().expect("a crop"))
    })
}

/// How many last crops an unknown year stands for.
pub fn recent_crops() -> i32 {
    static RECENT: OnceLock<i32> = OnceLock::new();
    *RECENT.get_or_init(|| {
        let region: toml::Table = parsed(&file("region"));
        let recent = region["crops"]["recent"].as_integer().expect("a number");
        i32::try_from(recent).expect("a small number")
    })
}

/// A file in `src/figures`.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/figures/{name}.toml"))
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    defaults: TableRow,
    #[serde(default)]
    figure: Vec<TableRow>,
}

/// The keys that matter here; all others are ignored.
#[derive(Default, Deserialize)]
struct TableRow {
    id: Option<String>,
    best: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    standing: Option<String>,
    dimension: Option<toml::Value>,
    tilted: Option<bool>,
}

/// What a file says.
pub fn parsed<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The figures that stand with each kind of garment: `mass[jeans]` is `[mass]` in the file of jeans.
fn of_kinds(shared: &Path) -> Vec<Figure> {
    let shared: BTreeMap<String, TableRow> = parsed(shared);
    let kinds = Path::new(env!("CARGO_MANIFEST_DIR")).join("vocabulary/kinds");
    let mut figures = Vec::new();
    for file in std::fs::read_dir(&kinds).expect("the kinds") {
        let path = file.expect("a kind").path();
        let kind: toml::Table = parsed(&path);
        let id = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        for (family, defaults) in &shared {
            let Some(table) = kind[family].as_table() else { continue };
            let row: TableRow = table.clone().try_into().unwrap_or_else(|error| panic!("{id}: {error}"));
            figures.push(figure(&TableRow { id: Some(format!("{family}[{id}]")), ..row }, defaults));
        }
    }
    figures
}

fn read(path: &Path) -> Vec<Figure> {
    let file: File = parsed(path);
    let defaults = &file.defaults;
    file.figure.iter().map(|row| figure(row, defaults)).collect()
}

fn figure(row: &TableRow, defaults: &TableRow) -> Figure {
    let id = row.id.clone().expect("a figure has an id");
    let best = row.best.unwrap_or_else(|| panic!("{id} has no best"));
    let standing = row.standing.as_ref().or(defaults.standing.as_ref());
    let peak = match standing.map(String::as_str) {
        Some("published") => 4.0,
        Some("derived") => 3.0,
        Some("judged") => 2.0,
        other => panic!("{id}: standing {other:?}"),
    };
    let figure = Figure {
        best,
        low: row.low.unwrap_or(best),
        high: row.high.unwrap_or(best),
        peak,
        varies: row.dimension.is_some() || defaults.dimension.is_some(),
        tilted: row.tilted.or(defaults.tilted).unwrap_or(false),
        index: 0,
        chances: OnceLock::new(),
        id,
    };
    assert!(figure.low <= figure.best && figure.best <= figure.high, "out of order: {figure:?}");
    figure
}
