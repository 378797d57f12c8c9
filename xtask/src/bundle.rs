//! Bundling scripts with esbuild.
//!
//! Source keeps three conventions. It reaches the generated glue by the name [`GLUE`], so that no source names a generated path.
//! It finds the wasm as `new URL("cotton_origin.wasm", import.meta.url)`, and the figures likewise. And their digests stand
//! where source says [`INTEGRITY`] and [`FIGURES_INTEGRITY`].

use crate::run;
use crate::wasm::Core;
use anyhow::Result;
use std::path::Path;

/// What source imports the glue as.
const GLUE: &str = "cotton-origin-glue";

/// What source calls the wasm's digest, and the figures'.
const INTEGRITY: &str = "COTTON_ORIGIN_WASM_INTEGRITY";
const FIGURES_INTEGRITY: &str = "COTTON_ORIGIN_FIGURES_INTEGRITY";

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
pub(crate) fn bundle(root: &Path, core: &Core, folder: &Path, scripts: &[&str], more: &[&str]) -> Result<()> {
    let mut esbuild = run::npm_program(root, "esbuild");
    esbuild.current_dir(root.join("www")).args(scripts).args(OPTIONS).args(more);
    esbuild.arg(format!("--alias:{GLUE}={}", core.glue.display()));
    esbuild.arg(format!("--define:{INTEGRITY}=\"{}\"", core.integrity));
    esbuild.arg(format!("--define:{FIGURES_INTEGRITY}=\"{}\"", core.figures_integrity));
    esbuild.arg(format!("--outdir={}", folder.display()));
    run::run(&mut esbuild)
}
