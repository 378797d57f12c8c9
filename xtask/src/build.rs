//! Builds everything that is published: the site `target/www`, the package `target/npm`, and the plug-in `target/wordpress`.

use crate::marks::{self, Stale};
use crate::oembed;
use crate::owner::Owner;
use crate::run::say;
use crate::setup::{self, Need};
use crate::{
    languages, manifest, method, npm, package, pages, questions, readme, runtime_assets, site, vocabulary, wasm,
    wordpress,
};
use anyhow::Result;
use std::path::Path;

/// What to do with a README that has the digest of another build.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Readme {
    /// Write this build's digest into it, before it is copied into the package.
    IsKept,
    /// Leave it: a test checks it.
    StaysAsItIs,
}

/// Installs what a build needs, and builds.
pub(crate) fn set_up_and_build(root: &Path, owner: &Owner) -> Result<()> {
    setup::provide(root, &[Need::WasmTarget, Need::Npm])?;
    method::compile(root)?;
    build(root, owner, Readme::IsKept)
}

/// Builds all three. The program that writes the method page must be compiled, and everything that a build needs installed.
pub(crate) fn build(root: &Path, owner: &Owner, readme: Readme) -> Result<()> {
    let package = package::read(root)?;
    let languages = languages::read(root)?;
    vocabulary::write(root, &languages)?;
    let questions = questions::read(root)?;
    let stale = Stale::find(root, &languages, &pages::english(root, &languages, &questions, owner)?)?;
    stale.told().for_each(|line| say(&line));
    let pages = pages::render(root, &languages, &questions, owner)?;
    let core = wasm::build(root)?;
    let method = method::write(&root.join("target/method"), &pages)?;
    let assets = runtime_assets::build(root, &core, &method.figures(), &package.version, &stale)?;
    site::build(root, &core, &assets, &pages, &method)?;
    let site = root.join("target/www");
    if let Some(address) = &owner.address {
        oembed::add(&site, address)?;
    }
    let mut manifest = manifest::write(&site, &package.version)?;
    if readme == Readme::IsKept {
        readme::keep(root, manifest.script())?;
    }
    npm::build(root, &core, &assets, &package)?;
    wordpress::build(root, &mut manifest, &languages, &questions)?;
    say(&manifest.summary());
    Ok(())
}

/// Marks messages of a language as translations of today's English.
pub(crate) fn mark(root: &Path, language: &str, messages: &[String]) -> Result<()> {
    let (languages, questions) = (languages::read(root)?, questions::read(root)?);
    let english = pages::english(root, &languages, &questions, &Owner::default())?;
    let changed = marks::take(root, language, messages, &english)?;
    say(&format!("{language}: {changed} marks changed"));
    Ok(())
}
