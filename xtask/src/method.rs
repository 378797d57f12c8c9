//! Runs the program `method-page`, which writes the method page and the files of figures. It links the model, which this task
//! runner does not.

use crate::files;
use crate::pages::Page;
use crate::published::FIGURES;
use crate::run::{self, say};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The program's package in the workspace.
const PROGRAM: &str = "method-page";

/// The page's name, in `www` and in the site, without what says its language: `method.html`, `method.de.html`.
const PAGE: &str = "method";

/// The files of figures.
const BESIDE: [&str; 1] = ["figures.csv"];

/// The written pages and figures.
pub(crate) struct Method {
    folder: PathBuf,
    /// The page's templates, one for each of its languages.
    prose: Vec<Page>,
}

/// Compiles the program.
pub(crate) fn compile(root: &Path) -> Result<()> {
    run::compile_own(root, PROGRAM)
}

/// Writes the page in its languages, and the figures, into a folder. The page's templates are among `pages`.
pub(crate) fn write(folder: &Path, pages: &[Page]) -> Result<Method> {
    say("Writing the method page and the figures");
    let prose: Vec<Page> = prose(pages).cloned().collect();
    ensure!(!prose.is_empty(), "there is no www/{PAGE}.html");
    // Nothing stays from a version before.
    files::empty(folder)?;
    let templates = folder.join("templates");
    let mut program = run::own_program(PROGRAM)?;
    program.arg(folder);
    for Page { name, html } in &prose {
        let template = templates.join(name);
        files::write(&template, html)?;
        program.arg(template);
    }
    run::told(&mut program)?;
    Ok(Method { folder: folder.to_owned(), prose })
}

/// The method page in its languages.
fn prose(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| page.name.split('.').next() == Some(PAGE))
}

impl Method {
    /// Whether these pages have the same templates.
    pub(crate) fn is_of(&self, pages: &[Page]) -> bool {
        prose(pages).eq(&self.prose)
    }

    /// The figures with their texts, as JSON.
    pub(crate) fn figures(&self) -> PathBuf {
        self.folder.join(FIGURES)
    }

    /// Copies the pages and the files of figures into a site.
    pub(crate) fn copy_into_site(&self, site: &Path) -> Result<()> {
        let mut files = self.prose.iter().map(|page| page.name.as_str()).chain(BESIDE);
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

#[cfg(test)]
mod tests {
    use super::{Method, prose};
    use crate::pages::Page;
    use std::path::PathBuf;

    fn pages(texts: &[(&str, &str)]) -> Vec<Page> {
        texts.iter().map(|(name, html)| Page { name: (*name).to_owned(), html: (*html).to_owned() }).collect()
    }

    #[test]
    fn pages_are_written_again_if_a_template_in_any_language_is_another() {
        let written = pages(&[("index.html", "a"), ("method.de.html", "b"), ("method.html", "c")]);
        let method = Method { folder: PathBuf::new(), prose: prose(&written).cloned().collect() };
        assert_eq!(method.prose.len(), 2);
        assert!(method.is_of(&pages(&[("index.html", "other"), ("method.de.html", "b"), ("method.html", "c")])));
        assert!(!method.is_of(&pages(&[("method.de.html", "other"), ("method.html", "c")])));
        assert!(!method.is_of(&pages(&[("method.html", "c")])));
        assert!(!method.is_of(&pages(&[("method.de.html", "b"), ("method.fr.html", "d"), ("method.html", "c")])));
    }
}
