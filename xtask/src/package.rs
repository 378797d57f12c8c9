//! What the root `Cargo.toml` says of the package: the one place that names its version.

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
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

pub(crate) fn read(root: &Path) -> Result<Package> {
    let mut cargo = run::cargo(root);
    cargo.args(["metadata", "--no-deps", "--format-version=1"]);
    let metadata: Metadata =
        serde_json::from_str(&run::output(&mut cargo)?).context("cargo's metadata is not as expected")?;
    let package = metadata.packages.into_iter().find(|package| package.name == NAME);
    package.with_context(|| format!("the workspace has no package `{NAME}`"))
}
