//! The static site, `target/www`: the script that a host names, the wasm and the figures beside it, and the pages.

use crate::bundle::bundle;
use crate::parts::Parts;
use crate::run::say;
use crate::wasm::Core;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The one script that a host names: the element.
pub(crate) const ELEMENT: &str = "cotton-origin.js";

/// The page that has the estimate to itself.
const PAGE: &str = "index.html";

/// Scripts that hosts name and no page of ours does.
const FOR_HOSTS: [&str; 1] = ["embed.js"];

/// What pages are made of, besides their scripts.
const PAGE_FILES: [&str; 11] =
    ["html", "css", "svg", "png", "jpg", "webp", "avif", "ico", "woff2", "txt", "webmanifest"];

/// Folders of `www` whose files reach a page only inside the bundle, or not at all.
const NOT_PAGES: [&str; 4] = ["element", "locales", "npm", "wordpress"];

pub(crate) fn build(root: &Path, core: &Core, parts: &Parts) -> Result<()> {
    say("Putting the site together in target/www");
    let source = root.join("www");
    let site = root.join("target/www");
    empty(&site)?;
    let defines = parts.for_site(PAGE);
    bundle(root, core, &site, &[ELEMENT], &[], &defines)?;
    parts.copy_into_site(&site)?;
    let pages = page_files(&source, Path::new(""))?;
    for page in &pages {
        copy(&source.join(page), &site.join(page))?;
    }
    let scripts = page_scripts(&source, &pages)?;
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).chain(FOR_HOSTS).collect();
    // A page's own script imports the element's file as it is: one instance, one download.
    bundle(root, core, &site, &scripts, &["--external:./cotton-origin.js"], &defines)
}

/// Makes a folder that has nothing in it.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    // The content only: a file's permissions are its machine's own.
    let content = fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
    fs::write(to, content).with_context(|| format!("{} cannot be written", to.display()))
}

/// Copies a file, or a folder with all that is in it.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return copy(from, to);
    }
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy_all(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

/// The files of `www` that go into the site as they are, in order, relative to it.
fn page_files(source: &Path, under: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(source.join(under)).context("the folder www cannot be read")? {
        let entry = entry?;
        let path = under.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            if !NOT_PAGES.iter().any(|folder| path == Path::new(folder)) {
                found.extend(page_files(source, &path)?);
            }
        } else if path.extension().is_some_and(|extension| PAGE_FILES.iter().any(|known| extension == *known)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The scripts of our own that the pages name, besides the element. Pages with scripts lie at the top of `www`.
fn page_scripts(source: &Path, pages: &[PathBuf]) -> Result<BTreeSet<String>> {
    let mut scripts = BTreeSet::new();
    for page in pages.iter().filter(|page| page.extension().is_some_and(|extension| extension == "html")) {
        scripts.extend(named_scripts(&fs::read_to_string(source.join(page))?));
    }
    // A page may show a snippet that names a script elsewhere; those are not ours to bundle.
    scripts.retain(|script| script != ELEMENT && source.join(script).is_file());
    Ok(scripts)
}

fn named_scripts(html: &str) -> impl Iterator<Item = String> {
    let sources = html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let scripts = sources.filter(|source| Path::new(source).extension().is_some_and(|extension| extension == "js"));
    scripts.map(|script| script.trim_start_matches("./").to_owned())
}

#[cfg(test)]
mod tests {
    use super::named_scripts;

    #[test]
    fn scripts_are_read_from_a_page() {
        let html = r#"<script type="module" src="./a.js"></script><img src="b.png"><script src="c.js" type="module">"#;
        assert_eq!(named_scripts(html).collect::<Vec<_>>(), ["a.js", "c.js"]);
    }
}
