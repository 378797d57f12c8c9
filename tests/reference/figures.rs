//! The figures, read from the data files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde::Deserialize;

/// The files in `src/figures`, without their ending.
const FILES: [&str; 7] = ["region", "mills", "processed", "sewn_in", "claims", "in_part", "garments"];

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
}

impl Figure {
    /// The two parameters of the modified PERT distribution; `None` where the figure is a constant.
    pub fn alpha_beta(&self) -> Option<(f64, f64)> {
        let width = self.high - self.low;
        if !self.varies || width <= 0.0 {
            return None;
        }
        let alpha = 1.0 + self.peak * (self.best - self.low) / width;
        let beta = 1.0 + self.peak * (self.high - self.best) / width;
        Some((alpha, beta))
    }
}

/// All figures by id, read once.
pub fn all() -> &'static BTreeMap<String, Figure> {
    static ALL: OnceLock<BTreeMap<String, Figure>> = OnceLock::new();
    ALL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/figures");
        let mut figures = BTreeMap::new();
        for name in FILES {
            for figure in read(&folder.join(format!("{name}.toml"))) {
                let twice = figures.insert(figure.id.clone(), figure);
                assert!(twice.is_none(), "two figures {twice:?}");
            }
        }
        figures
    })
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    defaults: Row,
    #[serde(default)]
    figure: Vec<Row>,
}

/// The keys that matter here; all others are ignored.
#[derive(Default, Deserialize)]
struct Row {
    id: Option<String>,
    best: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    standing: Option<String>,
    dimension: Option<toml::Value>,
    tilted: Option<bool>,
}

fn read(path: &Path) -> Vec<Figure> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let defaults = &file.defaults;
    file.figure.iter().map(|row| figure(row, defaults)).collect()
}

fn figure(row: &Row, defaults: &Row) -> Figure {
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
        id,
    };
    assert!(figure.low <= figure.best && figure.best <= figure.high, "out of order: {figure:?}");
    figure
}
