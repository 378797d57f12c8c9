//! Writes the method page, `method.html` and its translations, and the figures beside it: `figures.csv` for auditors with a spreadsheet, the same under the name of
//! its version for those who cite it, `figures.json` for programs, of which the element is one.
//!
//! The prose is a template. Where it has `<!-- fill: NAME ... -->`, what stands there is generated: [`fill`] lists the names. Every
//! number comes from the set of figures or from the model; none is typed into the prose twice.

mod answers;
mod balance;
mod changed;
mod checks;
mod corrected;
mod data;
mod export;
mod field_tests;
mod figure_set;
mod fill;
mod html;
mod judged;
mod notation;
mod tables;
mod tornado;

use answers::Answers;
use anyhow::{Context, Result};
use clap::Parser;
use cotton_origin::texts;
use data::Data;
use figure_set::FigureSet;
use fill::Filler;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the method page and the figures beside it.
#[derive(Parser)]
struct Arguments {
    /// Where the pages, `figures.csv` and `figures.json` are written
    folder: PathBuf,
    /// The page's prose with places to fill, in each language; each becomes a page of the same name
    #[arg(required = true)]
    templates: Vec<PathBuf>,
}

fn main() -> Result<()> {
    let Arguments { folder, templates } = Arguments::parse();
    let data = Data::read()?;
    let set = FigureSet::new(&data.cited());
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let answers = Answers::new();
    let filler = Filler::new(&data, &set, &answers);
    for template in templates {
        let prose = fs::read_to_string(&template).with_context(|| format!("{} cannot be read", template.display()))?;
        let name = template.file_name().with_context(|| format!("{} is no file", template.display()))?;
        let page = filler.fill(&prose).with_context(|| format!("{} cannot be filled", name.display()))?;
        write(&folder.join(name), html::with_roles(&page).as_bytes())?;
    }
    let csv = export::csv(&set);
    write(&folder.join("figures.csv"), csv.as_bytes())?;
    // Under the name of their version they stay where they are when the next one comes: this is the address to cite.
    write(&folder.join(export::of_version(set.version)), csv.as_bytes())?;
    write(&folder.join(export::of_version(&data.before.version)), data::CSV_BEFORE.as_bytes())?;
    write(&folder.join("figures.json"), &serde_json::to_vec(&texts::document())?)
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}
