//! The method page, `target/www/method.html`, and the figures beside it as `figures.csv`.
//!
//! The prose is `www/method.html`. Where it has `<!-- fill: NAME ... -->`, what stands there is generated: [`fill`] lists the
//! names. Every number comes from the set of figures or from the model; none is typed into the prose twice.

mod answers;
mod checks;
mod export;
mod fill;
mod html;
mod judged;
mod set;
mod tables;
mod tornado;

use crate::run::say;
use answers::Answers;
use anyhow::{Context, Result};
use set::Set;
use std::fs;
use std::path::Path;

/// The page's name, in `www` and in the site.
const PAGE: &str = "method.html";

/// Writes the page and the two files into the site.
pub(crate) fn write(root: &Path, site: &Path) -> Result<()> {
    say("Writing the method page");
    let set = Set::new();
    let template = fs::read_to_string(root.join("www").join(PAGE)).context("www/method.html cannot be read")?;
    let page = html::with_roles(&fill::fill(&template, &set, &Answers::new())?);
    fs::write(site.join(PAGE), page).context("the method page cannot be written")?;
    fs::write(site.join("figures.csv"), export::csv(&set)).context("figures.csv cannot be written")
}
