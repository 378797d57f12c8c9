//! Bundling scripts with esbuild.
//!
//! The source follows three conventions. It imports the generated glue by the names [`GLUE`] and [`LABEL_GLUE`], so that no
//! source names a generated path.
//! It refers to the wasm as `new URL("cotton_origin.wasm", import.meta.url)`, and to everything else that it fetches likewise. And the digests of
//! those files replace the names of [`Defines`].

use crate::files;
use crate::run;
use crate::wasm::Core;
use anyhow::Result;
use serde_json::Value;
use std::env;
use std::path::Path;
use std::process::Command;

/// The name under which the source imports the glue.
const GLUE: &str = "cotton-origin-glue";

/// The name under which the source imports the label reader's glue.
const LABEL_GLUE: &str = "cotton-origin-label-glue";

/// Values for names that the source uses but nowhere declares.
pub(crate) type Defines = Vec<(&'static str, Value)>;

const OPTIONS: [&str; 8] = [
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--legal-comments=none",
    // Escapes would double the size of the translations.
    "--charset=utf8",
    // Style sheets are imported as text.
    "--loader:.css=text",
    "--log-level=warning",
    // Importing a name that the glue does not have is an error, not `undefined`.
    "--log-override:import-is-undefined=error",
];

/// How to bundle scripts.
pub(crate) const RELEASED: [&str; 2] = ["--minify", MINIFIED_STYLES];

/// Minified, for a site, with code splitting: a page's own script imports the element's file, so there is one instance and
/// one download.
pub(crate) const OF_SITE: [&str; 3] = ["--minify", MINIFIED_STYLES, ELEMENT_AS_IT_IS];

/// For a site, unminified, for developers.
pub(crate) const OF_WATCHED_SITE: [&str; 2] = ["--sourcemap", ELEMENT_AS_IT_IS];

/// `package.json` says where `#styles` lie under this condition: where [`minify_styles`] writes them. As they are text to a script, minifying that
/// leaves them as they were written.
pub(crate) const MINIFIED_STYLES: &str = "--conditions=minified";

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
    if how.contains(&MINIFIED_STYLES) {
        minify_styles(root)?;
    }
    let mut esbuild = esbuild(root);
    esbuild.current_dir(root.join("www")).args(scripts).args(OPTIONS).args(how);
    for (name, bound) in [(GLUE, &core.estimate), (LABEL_GLUE, &core.label)] {
        esbuild.arg(format!("--alias:{name}={}", bound.glue.display()));
    }
    esbuild.args(defines.iter().map(|(name, value)| format!("--define:{name}={value}")));
    esbuild.arg(format!("--outdir={}", folder.display()));
    run::told(&mut esbuild)
}

/// Writes the element's style sheets, minified, where `#styles` is looked for. Nothing is written in a way that the oldest browsers do not read.
fn minify_styles(root: &Path) -> Result<()> {
    let folder = root.join("target/styles");
    files::empty(&folder)?;
    let mut esbuild = esbuild(root);
    esbuild.current_dir(root.join("www/element/styles")).arg("*.css").args([
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    esbuild.arg("--target=chrome96,firefox101,safari16.4").arg(format!("--outdir={}", folder.display()));
    run::told(&mut esbuild)
}

/// The native executable that npm installed: started through Node it would be slower, and Node would add to its error messages.
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
