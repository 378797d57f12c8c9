//! The build script: sourced figures in, Rust tables out.
//!
//! It reads `src/figures/*.toml`, refuses the build where a figure has no source or its bounds are out of order, and writes
//! what the library includes: the figures, their words, the direction numbers of the point set and the quantile expansion.

mod check;
mod points;
mod quantiles;
mod read;
mod record;
mod write;

use std::{env, error::Error, fs, path::Path};

/// Families of figures, a file each. Files beside these: `sources`, `schemes`, `record`, `version`.
const FILES: [&str; 8] = ["region", "mills", "processed", "sewn_in", "claims", "in_part", "garments", "checks"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/figures");
    println!("cargo::rerun-if-changed={}", folder.display());
    let set = read::set(folder, &FILES)?;
    let record = record::read(folder)?;
    let problems = [check::problems(&set), record::problems(&record, &set)].concat();
    if !problems.is_empty() {
        return Err(format!("the figures cannot be used:\n  {}", problems.join("\n  ")).into());
    }
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("figures.rs"), write::figures(&set))?;
    fs::write(out.join("schemes.rs"), write::schemes(&set))?;
    fs::write(out.join("record.rs"), record::table(&record))?;
    fs::write(out.join("texts.rs"), write::texts(&set) + &record::texts(&record, &set))?;
    fs::write(out.join("points.rs"), points::directions())?;
    fs::write(out.join("quantiles.rs"), quantiles::expansions())?;
    Ok(())
}
