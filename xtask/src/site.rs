//! The static site, `target/www`: the script that hosts include, the files that it fetches, and the pages.

use crate::bundle::{self, Defines, bundle};
use crate::files;
use crate::method::Method;
use crate::pages::{self, Page};
use crate::published::ELEMENT;
use crate::run::say;
use crate::runtime_assets::RuntimeAssets;
use crate::wasm::Core;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Scripts that hosts include but none of our pages does.
const FOR_HOSTS: [&str; 1] = ["embed.js"];

/// Files of `www` that are bundled, rendered, or for developers only; all others are copied to the site.
const SOURCES: [&str; 4] = ["html", "js", "ts", "json"];

/// Folders of `www` that are not copied: their files are in the bundle, or not published.
const NOT_PAGES: [&str; 4] = ["element", "locales", "wordpress", pages::SHARED];

/// Makes `target/www`.
pub(crate) fn build(root: &Path, core: &Core, assets: &RuntimeAssets, pages: &[Page], method: &Method) -> Result<()> {
    say("Putting the site together in target/www");
    let site = root.join("target/www");
    files::empty(&site)?;
    assets.copy_into_site(&site)?;
    put_pages(root, &site, pages, method)?;
    bundle_scripts(root, core, &site, pages, &bundle::OF_SITE, &assets.for_site())
}

/// Copies the pages, and what they use except scripts, into a site.
pub(crate) fn put_pages(root: &Path, site: &Path, pages: &[Page], method: &Method) -> Result<()> {
    let www = root.join("www");
    for file in page_files(&www)? {
        files::copy(&www.join(&file), &site.join(&file))?;
    }
    for page in pages {
        files::write(&site.join(&page.name), &page.html)?;
    }
    method.copy_into_site(site)
}

/// Bundles the element and the pages' own scripts into a site.
pub(crate) fn bundle_scripts(
    root: &Path,
    core: &Core,
    site: &Path,
    pages: &[Page],
    how: &[&str],
    defines: &Defines,
) -> Result<()> {
    let named = page_scripts(&root.join("www"), pages);
    let scripts: Vec<&str> = named.iter().map(String::as_str).chain(FOR_HOSTS).chain([ELEMENT]).collect();
    bundle(root, core, site, &scripts, how, defines)
}

/// The files of `www` that are copied unchanged, relative to it.
fn page_files(www: &Path) -> Result<Vec<PathBuf>> {
    let mut found = files::list(www)?;
    found.retain(|file| {
        let source = file.extension().is_some_and(|extension| SOURCES.iter().any(|known| extension == *known));
        !source && !NOT_PAGES.iter().any(|folder| file.starts_with(folder))
    });
    Ok(found)
}

/// Our own scripts that the pages include, besides the element.
fn page_scripts(www: &Path, pages: &[Page]) -> BTreeSet<String> {
    let mut scripts: BTreeSet<String> = pages.iter().flat_map(|page| named_scripts(&page.html)).collect();
    // Snippets that a page shows may include scripts of other sites.
    scripts.retain(|script| script != ELEMENT && www.join(script).is_file());
    scripts
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
