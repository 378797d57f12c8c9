//! Metadata of the workspace from cargo: the version is only in the root `Cargo.toml`.

use crate::run;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// The package's name in `Cargo.toml`, and the npm package's.
pub(crate) const NAME: &str = "cotton-origin";

/// The label reader's package, whose wasm is a file of its own.
pub(crate) const LABEL_NAME: &str = "cotton-origin-label";

#[derive(Deserialize)]
pub(crate) struct Package {
    name: String,
    pub(crate) version: String,
    pub(crate) description: Option<String>,
    pub(crate) license: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) repository: Option<String>,
    /// The registries that it may be published to: none while `publish` is false, any where it does not say.
    publish: Option<Vec<String>>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

impl Package {
    /// Whether the owner lets it be published.
    pub(crate) fn may_be_published(&self) -> bool {
        self.publish.as_ref().is_none_or(|registries| !registries.is_empty())
    }
}

/// The package itself.
pub(crate) fn read(root: &Path) -> Result<Package> {
    let package = workspace(root)?.into_iter().find(|package| package.name == NAME);
    package.with_context(|| format!("the workspace has no package `{NAME}`"))
}

/// The names of the integration tests of all packages, in order.
pub(crate) fn test_targets(root: &Path) -> Result<Vec<String>> {
    let targets = workspace(root)?.into_iter().flat_map(|package| package.targets);
    let tests = targets.filter(|target| target.kind.iter().any(|kind| kind == "test"));
    let mut names: Vec<String> = tests.map(|target| target.name).collect();
    names.sort();
    Ok(names)
}

fn workspace(root: &Path) -> Result<Vec<Package>> {
    let mut cargo = run::cargo(root);
    cargo.args(["metadata", "--no-deps", "--format-version=1"]);
    let metadata: Metadata =
        serde_json::from_str(&run::output(&mut cargo)?).context("cargo's metadata is not as expected")?;
    Ok(metadata.packages)
}
