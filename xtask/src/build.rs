//! From source to what is published: `target/www`, a site, `target/npm`, a package, and `target/wordpress`, a plug-in.

use crate::oembed::{self, Address};
use crate::run::say;
use crate::setup::{self, Need};
use crate::{
    languages, manifest, method, npm, package, pages, readme, runtime_assets, site, vocabulary, wasm, wordpress,
};
use anyhow::Result;
use std::path::Path;

/// What becomes of a README that has the digest of another build's script.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Readme {
    /// It gets this build's, before the package takes it along.
    IsKept,
    /// A test looks whether it is true.
    StaysAsItIs,
}

/// Sets up what a build needs, and builds.
pub(crate) fn set_up_and_build(root: &Path, address: Option<&Address>) -> Result<()> {
    setup::provide(root, &[Need::WasmTarget, Need::Npm])?;
    method::compile(root)?;
    build(root, address, Readme::IsKept)
}

/// Builds all three. The program that writes the method page is compiled, and there is all else that a build needs.
pub(crate) fn build(root: &Path, address: Option<&Address>, readme: Readme) -> Result<()> {
    let package = package::read(root)?;
    let languages = languages::read(root)?;
    vocabulary::write(root, &languages)?;
    let pages = pages::render(root, &languages)?;
    let core = wasm::build(root)?;
    let method = method::write(&root.join("target/method"), &pages)?;
    let assets = runtime_assets::build(root, &core, &method.figures())?;
    site::build(root, &core, &assets, &pages, &method)?;
    let site = root.join("target/www");
    if let Some(address) = address {
        oembed::add(&site, address)?;
    }
    let manifest = manifest::write(&site, &package.version)?;
    if readme == Readme::IsKept {
        readme::keep(root, manifest.script())?;
    }
    npm::build(root, &core, &assets, &package)?;
    wordpress::build(root, &manifest, &languages)?;
    say(&manifest.summary());
    Ok(())
}
