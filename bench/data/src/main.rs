//! Prints the data of the benchmark's JavaScript model as JSON: the figures as in their files, the direction
//! numbers of the point set and the quantile expansion, all three made by the build script's own code.

// Uses only a part of each of the build script's modules.
#[allow(dead_code)]
#[path = "../../../src/figures/build/crops.rs"]
mod crops;
#[allow(dead_code)]
#[path = "../../../src/figures/build/markets.rs"]
mod markets;
#[allow(dead_code)]
#[path = "../../../src/figures/build/points.rs"]
mod points;
#[allow(dead_code)]
#[path = "../../../src/figures/build/quantiles.rs"]
mod quantiles;
#[allow(dead_code)]
#[path = "../../../src/figures/build/read.rs"]
mod read;
#[allow(dead_code)]
#[path = "../../../src/figures/build/sums.rs"]
mod sums;
#[allow(dead_code)]
#[path = "../../../src/figures/build/write.rs"]
mod write;
#[allow(dead_code)]
#[path = "../../../src/figures/build/written.rs"]
mod written;

use cotton_origin_vocabulary::Vocabulary;
use serde_json::{Map, Value, json};
use std::{error::Error, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/figures");
    let vocabulary = Vocabulary::read(Path::new(cotton_origin_vocabulary::FOLDER))?;
    let set = read::set(&folder, &vocabulary)?;
    let crops = crops::Crops::of(&set)?;
    let data = json!({
        "figures": set.figures.iter().map(figure).collect::<Vec<_>>(),
        "schemes": set.schemes.iter().map(scheme).collect::<Vec<_>>(),
        "crops": { "first": crops.first, "recent": crops.recent, "last": crops.last },
        "members": vocabulary.places.members,
        "since": { "markets": set.markets_since, "switched": set.switched_since },
        "dimensions": write::DIMENSIONS,
        "points": constants(&points::directions(), &["BITS", "DIRECTIONS", "SHIFTS"])?,
        "quantiles": constants(&quantiles::expansions(), &["REACH", "BEND", "EXPANSIONS"])?,
    });
    println!("{data}");
    Ok(())
}

fn figure(figure: &written::Figure) -> Value {
    let written::Figure { id, best, low, high, standing, dimension, tilted, .. } = figure;
    json!({ "id": id, "best": best, "low": low, "high": high, "standing": standing, "dimension": dimension, "tilted": tilted })
}

fn scheme(scheme: &written::Scheme) -> Value {
    let written::Scheme { id, origin, proof, .. } = scheme;
    json!({ "id": id, "origin": origin, "proof": proof })
}

/// Reads constants from the Rust source that the build script writes: numbers and arrays of numbers are valid JSON.
fn constants(source: &str, names: &[&str]) -> Result<Value, Box<dyn Error>> {
    let constant = |name: &&str| {
        let (_, rest) = source.split_once(&format!(" {name}: ")).ok_or_else(|| format!("there is no {name}"))?;
        let (_, value) = rest.split_once(" = ").ok_or_else(|| format!("{name} has no value"))?;
        let (value, _) = value.split_once(';').ok_or_else(|| format!("{name} has no end"))?;
        Ok((name.to_lowercase(), serde_json::from_str(value)?))
    };
    names.iter().map(constant).collect::<Result<Map<_, _>, _>>().map(Value::Object)
}
