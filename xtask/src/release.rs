//! The release: one zip with all that is published, and its checksum.
//!
//! On a server a release lies in a folder of its own, named after its version, which never changes: a page that names it goes on working when a
//! newer one lies beside it. What changes is beside the folders: `latest.json`, which the script reads while loading to tell owners of a newer
//! one, and `index.html`, which goes on to the newest.

use crate::owner::Owner;
use crate::published::{ELEMENT, MANIFEST, PAGE};
use crate::run::say;
use crate::{build, files, package, pages, sbom, zip};
use anyhow::{Result, ensure};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What is uploaded to a forge: the zip and its checksum, nothing else.
pub(crate) const FILES: &str = "target/release-files";

/// The same, not zipped.
const CONTENT: &str = "target/release-content";

/// What a server is given, in the zip.
const SITE: &str = "site";

/// What says which release is the newest.
const LATEST: &str = "latest.json";

/// Checksums, as `sha256sum --check` takes them.
const SUMS: &str = "SHA256SUMS";

/// What a release is made of.
const MADE_OF: &str = "sbom.cdx.json";

const PAPERS: [&str; 3] = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Goes on to the newest release with all that the address holds, as shared links carry what they share in it.
const ONWARD: &str = "location.replace(\"@version@/\" + location.search + location.hash)";

/// Builds everything and makes a release of it.
pub(crate) fn release(root: &Path, owner: Owner) -> Result<()> {
    let version = version(root)?;
    let address = owner.address.map(|address| address.folder(&version));
    build::set_up_and_build(root, &Owner { address, ..owner })?;
    say(&format!("{} is the release", write(root)?.display()));
    Ok(())
}

/// Makes a release of what is built, and returns its zip.
pub(crate) fn write(root: &Path) -> Result<PathBuf> {
    let version = version(root)?;
    let name = format!("{}-{version}", package::NAME);
    say(&format!("Putting the release {name} together in {FILES}"));
    files::empty(&root.join(CONTENT))?;
    files::empty(&root.join(FILES))?;
    let content = root.join(CONTENT).join(&name);
    put_site(root, &content.join(SITE), &version)?;
    for (from, to) in [("npm", "npm"), ("wordpress", "wordpress")] {
        files::copy(&root.join("target").join(from), &content.join(to))?;
    }
    files::copy(&root.join("target/www").join(MANIFEST), &content.join(MANIFEST))?;
    for paper in PAPERS {
        files::copy(&root.join(paper), &content.join(paper))?;
    }
    files::write(&content.join(MADE_OF), sbom::of_wasm(root, &version)?)?;
    files::write(&content.join(SUMS), sums(&content)?)?;
    let file = root.join(FILES).join(format!("{name}.zip"));
    zip::write(&content, &name, &file)?;
    files::write(&root.join(FILES).join(SUMS), sums(&root.join(FILES))?)?;
    Ok(file)
}

/// The version, if it can name a folder: the script looks for three numbers.
fn version(root: &Path) -> Result<String> {
    let version = package::read(root)?.version;
    let numbers: Vec<&str> = version.split('.').collect();
    let plain = numbers.len() == 3
        && numbers.iter().all(|number| !number.is_empty() && number.chars().all(|each| each.is_ascii_digit()));
    ensure!(plain, "a release has a version of three numbers, and `{version}` is none");
    Ok(version)
}

/// The release's folder, and what changes beside it.
fn put_site(root: &Path, site: &Path, version: &str) -> Result<()> {
    let folder = site.join(version);
    files::copy(&root.join("target/www"), &folder)?;
    ensure!(folder.join(ELEMENT).is_file(), "target/www is not built");
    files::write(&site.join(LATEST), format!("{}\n", json!({ "version": version })))?;
    let script = ONWARD.replace("@version@", version);
    let page = files::read_text(&root.join("xtask/release").join(PAGE))?.replace("@script@", &script);
    let [digest] = pages::inline_scripts(&page).try_into().expect("the page has one script");
    files::write(&site.join(PAGE), page.replace("'@digest@'", &digest).replace("@version@", version))
}

/// The checksums of a folder's files.
fn sums(folder: &Path) -> Result<String> {
    let mut text = String::new();
    for file in files::list(folder)? {
        let sum = Sha256::digest(files::read(&folder.join(&file))?);
        sum.iter().try_for_each(|byte| write!(text, "{byte:02x}"))?;
        writeln!(text, "  {}", files::address(&file))?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::sums;
    use crate::files;

    #[test]
    fn checksums_are_as_sha256sum_takes_them() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        files::write(&folder.path().join("b/c"), "hello").expect("a file can be written");
        files::write(&folder.path().join("a"), "").expect("a file can be written");
        // From `printf hello | sha256sum`.
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
                        2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  b/c\n";
        assert_eq!(sums(folder.path()).ok().as_deref(), Some(expected));
    }
}
