//! Bundling scripts with esbuild.
//!
//! Source keeps three conventions. It reaches the generated glue by the names [`GLUE`] and [`LABEL_GLUE`], so that no
//! source names a generated path.
//! It finds the wasm as `new URL("cotton_origin.wasm", import.meta.url)`, and all other parts likewise. And their digests stand
//! where source says the names of [`Defines`].

use crate::run;
use crate::wasm::Core;
use anyhow::Result;
use serde_json::Value;
use std::path::Path;

/// What source imports the glue as.
const GLUE: &str = "cotton-origin-glue";

/// What source imports the label reader's glue as.
const LABEL_GLUE: &str = "cotton-origin-label-glue";

/// What stands in a bundle where its source has a name that is nowhere declared.
pub(crate) type Defines = Vec<(&'static str, Value)>;

const OPTIONS: [&str; 10] = [
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--legal-comments=none",
    // Escapes would double the size of the translations.
    "--charset=utf8",
    // Styles and pictures that a script imports come as text.
    "--loader:.css=text",
    "--loader:.svg=text",
    "--log-level=warning",
    // A name that the glue does not have is a mistake, not a value.
    "--log-override:import-is-undefined=error",
];

/// Bundles scripts of `www` (`NAME.js`, or `OUT=NAME.js` for another name) into `folder`.
pub(crate) fn bundle(
    root: &Path,
    core: &Core,
    folder: &Path,
    scripts: &[&str],
    more: &[&str],
    defines: &Defines,
) -> Result<()> {
    let mut esbuild = run::npm_program(root, "esbuild");
    esbuild.current_dir(root.join("www")).args(scripts).args(OPTIONS).args(more);
    for (name, bound) in [(GLUE, &core.estimate), (LABEL_GLUE, &core.label)] {
        esbuild.arg(format!("--alias:{name}={}", bound.glue.display()));
    }
    esbuild.args(defines.iter().map(|(name, value)| format!("--define:{name}={value}")));
    esbuild.arg(format!("--outdir={}", folder.display()));
    run::run(&mut esbuild)
}
