//! What a page downloads to use a widget: ours, and others from npm. All are compressed alike, with gzip 9 and brotli 11.

use crate::manifest::{Size, weigh};
use crate::published::{ELEMENT, FIGURES, LABEL_WASM, MORE, WASM};
use crate::run;
use anyhow::{Context, Result};
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
pub(crate) struct Weighed {
    name: &'static str,
    /// The files that were counted, and why.
    files: Vec<&'static str>,
    #[serde(flatten)]
    size: Size,
}

/// With the first estimate: the script, which has English in it, and the wasm.
const FIRST: [&str; 2] = [ELEMENT, WASM];

/// What follows in English: what stands below the answer with its sentences, the figures' sources, and what reads labels.
const REST: [&str; 4] = [MORE, "locales/more/en.json", FIGURES, LABEL_WASM];

/// One script, English and its styles inside: what `altcha` is as a page loads it. Its challenge comes from the host's own server.
const ALTCHA: [&str; 1] = ["altcha/dist/main/altcha.min.js"];

/// Script and style sheet as the package has them; the video's picture and player are not counted.
const LITE_YOUTUBE: [&str; 2] = ["lite-youtube-embed/src/lite-yt-embed.js", "lite-youtube-embed/src/lite-yt-embed.css"];

/// The one bundle that the package exports, English inside; what it fetches of products is not counted.
const OPEN_FOOD_FACTS: [&str; 1] = ["@openfoodfacts/openfoodfacts-webcomponents/dist/off-webcomponents.bundled.js"];

/// The style sheet; the script comes as a module of three packages, which [`bundled`] makes one of. The index of a site, its wasm and
/// their loader come with a search: not counted.
const PAGEFIND: [&str; 1] = ["@pagefind/component-ui/css/pagefind-component-ui.css"];
const PAGEFIND_SCRIPT: &str = "@pagefind/component-ui/npm_dist/mjs/component-ui.mjs";

/// Measures all of them.
pub(crate) fn weigh_all(root: &Path) -> Result<Vec<Weighed>> {
    let site = root.join("target/www");
    let npm = root.join("bench/node_modules");
    let pagefind = bundled(root, &npm.join(PAGEFIND_SCRIPT))?;
    let script = Weighed { name: "", files: vec![PAGEFIND_SCRIPT], size: weigh(&fs::read(pagefind)?)? };
    Ok(vec![
        together("first estimate", &site, &FIRST)?,
        together("everything", &site, &[&FIRST[..], &REST[..]].concat())?,
        together("its wasm", &site, &[WASM])?,
        together("label reader", &site, &[LABEL_WASM])?,
        together("altcha", &npm, &ALTCHA)?,
        with(together("pagefind component ui", &npm, &PAGEFIND)?, script),
        together("lite-youtube-embed", &npm, &LITE_YOUTUBE)?,
        together("open food facts", &npm, &OPEN_FOOD_FACTS)?,
    ])
}

/// Each file is compressed separately.
fn together(name: &'static str, folder: &Path, files: &[&'static str]) -> Result<Weighed> {
    let sizes = files.iter().map(|file| {
        let path = folder.join(file);
        weigh(&fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?)
    });
    Ok(Weighed { name, files: files.to_vec(), size: sizes.sum::<Result<Size>>()? })
}

fn with(weighed: Weighed, more: Weighed) -> Weighed {
    let size = [weighed.size, more.size].into_iter().sum();
    Weighed { name: weighed.name, files: [weighed.files, more.files].concat(), size }
}

/// Bundles a module and its imports into one minified script, as a site would.
fn bundled(root: &Path, module: &Path) -> Result<PathBuf> {
    let made = root.join("target/bench/bundled.js");
    let mut esbuild = run::npm_program(root, "esbuild");
    esbuild.arg(module).args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
    run::run(esbuild.arg(format!("--outfile={}", made.display())))?;
    Ok(made)
}
