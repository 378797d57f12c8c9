//! The figures, read from the data files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde::Deserialize;

/// The files in `src/figures`, without their ending.
const FILES: [&str; 6] = ["region", "mills", "processed", "sewn_in", "claims", "in_part"];
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
        let files = FILES.iter().flat_map(|name| read(&folder.join(format!("{name}.toml"))));
        for figure in files.chain(of_kinds(&folder.join(format!("{GARMENTS}.toml")))) {
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
        let region: toml::Table = parsed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/figures/region.toml"));
        let recent = region["crops"]["recent"].as_integer().expect("a number");
        i32::try_from(recent).expect("a small number")
    })
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

fn parsed<T: serde::de::DeserializeOwned>(path: &Path) -> T {
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
        id,
    };
    assert!(figure.low <= figure.best && figure.best <= figure.high, "out of order: {figure:?}");
    figure
}
