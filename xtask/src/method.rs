//! Runs the program `method-page`, which writes the method page and the files of figures. It links the model, which this task
//! runner does not.

use crate::files;
use crate::pages::Page;
use crate::published::FIGURES;
use crate::run::{self, say};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The program's package in the workspace.
const PROGRAM: &str = "method-page";

/// The page, in `www` and in the site.
const PAGE: &str = "method.html";

/// The files of figures.
const BESIDE: [&str; 1] = ["figures.csv"];

/// The written page and figures.
pub(crate) struct Method {
    folder: PathBuf,
    /// The page's template.
    prose: String,
}

/// Compiles the program.
pub(crate) fn compile(root: &Path) -> Result<()> {
    run::compile_own(root, PROGRAM)
}

/// Writes the page and the figures into a folder. The page's template is among `pages`.
pub(crate) fn write(folder: &Path, pages: &[Page]) -> Result<Method> {
    say("Writing the method page and the figures");
    let prose = prose(pages).with_context(|| format!("there is no www/{PAGE}"))?;
    // Nothing stays from a version before.
    files::empty(folder)?;
    let template = folder.join("template.html");
    files::write(&template, prose)?;
    run::told(run::own_program(PROGRAM)?.arg(&template).arg(folder))?;
    Ok(Method { folder: folder.to_owned(), prose: prose.to_owned() })
}

fn prose(pages: &[Page]) -> Option<&str> {
    pages.iter().find(|page| page.name == PAGE).map(|page| page.html.as_str())
}

impl Method {
    /// Whether these pages have the same template.
    pub(crate) fn is_of(&self, pages: &[Page]) -> bool {
        prose(pages) == Some(&self.prose)
    }

    /// The figures with their texts, as JSON.
    pub(crate) fn figures(&self) -> PathBuf {
        self.folder.join(FIGURES)
    }

    /// Copies the page and the files of figures into a site.
    pub(crate) fn copy_into_site(&self, site: &Path) -> Result<()> {
        let mut files = [PAGE].into_iter().chain(BESIDE);
        files.try_for_each(|file| files::copy(&self.folder.join(file), &site.join(file)))?;
        // The same figures under the name of their version, which only the program knows.
        for entry in fs::read_dir(&self.folder).with_context(|| format!("{} cannot be read", self.folder.display()))? {
            let file = entry?.path();
            let name = file.file_name().unwrap_or_default();
            let of_a_version = name.to_str().is_some_and(|name| name.starts_with("figures-"));
            if of_a_version && file.extension().is_some_and(|kind| kind == "csv") {
                files::copy(&file, &site.join(name))?;
            }
        }
        Ok(())
    }
}
