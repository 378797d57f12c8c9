//! The build script: the vocabulary and the sourced figures in, Rust enums and tables out.
//!
//! It reads `vocabulary/` and `src/figures/*.toml`, refuses the build where a figure has no source or its bounds are out of order, and writes
//! what the library includes: the figures, their words, the direction numbers of the point set and the quantile expansion.

mod check;
mod crops;
mod markets;
mod points;
mod quantiles;
mod read;
mod record;
mod sums;
mod write;
mod written;

use cotton_origin_vocabulary::{self as vocabulary, Vocabulary, rust};
use crops::Crops;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/figures");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", folder.join(read::CHANGELOG).display());
    println!("cargo::rerun-if-changed={}", vocabulary::FOLDER);
    let words = Vocabulary::read(Path::new(vocabulary::FOLDER))?;
    let mut set = read::set(folder, &words)?;
    set.put_strongest_first();
    let crops = Crops::of(&set)?;
    crops.fill_in(&mut set.figures);
    let record = record::read(folder)?;
    let problems = [check::problems(&set, &words), record::problems(&record, &set)].concat();
    if !problems.is_empty() {
        return Err(format!("the figures cannot be used:\n  {}", problems.join("\n  ")).into());
    }
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("kinds.rs"), rust::kinds(&words.kinds))?;
    fs::write(out.join("fibres.rs"), rust::fibres(&words.fibres))?;
    fs::write(out.join("proofs.rs"), rust::proofs(&words.proofs))?;
    fs::write(out.join("fields.rs"), rust::fields(&words.fields))?;
    fs::write(out.join("places.rs"), rust::places(&words.places))?;
    fs::write(out.join("limits.rs"), rust::limits(&words.limits, &["grams", "year"]))?;
    fs::write(out.join("main_parts.rs"), rust::main_parts(&words.parts))?;
    fs::write(out.join("figures.rs"), write::figures(&set) + &crops.written())?;
    fs::write(out.join("schemes.rs"), write::schemes(&set))?;
    fs::write(out.join("record.rs"), record::table(&record))?;
    fs::write(out.join("texts.rs"), write::texts(&set) + &record::texts(&record, &set))?;
    fs::write(out.join("points.rs"), points::directions())?;
    fs::write(out.join("quantiles.rs"), quantiles::expansions())?;
    Ok(())
}
