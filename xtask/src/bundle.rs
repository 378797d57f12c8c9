//! Bundling scripts with esbuild.
//!
//! Source keeps three conventions. It reaches the generated glue by the names [`GLUE`] and [`LABEL_GLUE`], so that no
//! source names a generated path.
//! It finds the wasm as `new URL("cotton_origin.wasm", import.meta.url)`, and all else that it fetches likewise. And the digests of that
//! stand where source says the names of [`Defines`].

use crate::run;
use crate::wasm::Core;
use anyhow::Result;
use serde_json::Value;
use std::env;
use std::path::Path;
use std::process::Command;

/// What source imports the glue as.
const GLUE: &str = "cotton-origin-glue";

/// What source imports the label reader's glue as.
const LABEL_GLUE: &str = "cotton-origin-label-glue";

/// What stands in a bundle where its source has a name that is nowhere declared.
pub(crate) type Defines = Vec<(&'static str, Value)>;

const OPTIONS: [&str; 8] = [
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--legal-comments=none",
    // Escapes would double the size of the translations.
    "--charset=utf8",
    // Styles that a script imports come as text.
    "--loader:.css=text",
    "--log-level=warning",
    // A name that the glue does not have is a mistake, not a value.
    "--log-override:import-is-undefined=error",
];

/// How scripts are bundled that visitors load.
pub(crate) const RELEASED: [&str; 1] = ["--minify"];

/// Together: as visitors load them, and as scripts of a site, where a page's own script imports the element's file as it is. One instance,
/// one download.
pub(crate) const OF_SITE: [&str; 2] = ["--minify", ELEMENT_AS_IT_IS];

/// As scripts of a site, for a developer's own eyes: as they were written.
pub(crate) const OF_WATCHED_SITE: [&str; 2] = ["--sourcemap", ELEMENT_AS_IT_IS];

const ELEMENT_AS_IT_IS: &str = "--external:./cotton-origin.js";

/// Bundles scripts of `www` (`NAME.js`, or `OUT=NAME.js` for another name) into `folder`.
pub(crate) fn bundle(
    root: &Path,
    core: &Core,
    folder: &Path,
    scripts: &[&str],
    how: &[&str],
    defines: &Defines,
) -> Result<()> {
    let mut esbuild = esbuild(root);
    esbuild.current_dir(root.join("www")).args(scripts).args(OPTIONS).args(how);
    for (name, bound) in [(GLUE, &core.estimate), (LABEL_GLUE, &core.label)] {
        esbuild.arg(format!("--alias:{name}={}", bound.glue.display()));
    }
    esbuild.args(defines.iter().map(|(name, value)| format!("--define:{name}={value}")));
    esbuild.arg(format!("--outdir={}", folder.display()));
    run::told(&mut esbuild)
}

/// The bundler itself, where npm has put it for this machine: through Node it would start slower, and add to its errors.
fn esbuild(root: &Path) -> Command {
    let system = match env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let folder = root.join(format!("node_modules/@esbuild/{system}-{processor}"));
    let places = ["bin/esbuild", "esbuild.exe"].map(|file| folder.join(file));
    places.iter().find(|place| place.is_file()).map_or_else(|| run::npm_program(root, "esbuild"), Command::new)
}
